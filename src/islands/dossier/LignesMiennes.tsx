import { EFFECTIF_MAX } from '../../domain/dossier/effectif.ts';
import { avecEffectif, type LigneMienne } from '../../domain/dossier/lieu.ts';
import { direTu } from '../../phrases/dossier/saisie.ts';
import { typographie } from '../../phrases/typographie.ts';
import { ChampEffectif } from './ChampEffectif.tsx';

const CHAMPS = { pe: 'PE', alt: 'ALT' } as const;

interface Props {
  readonly lignes: readonly LigneMienne[];
  /** L’intitulé de chaque code du répertoire. */
  readonly intitules: ReadonlyMap<string, string>;
  /** Remplace la ligne du même code. */
  readonly poser: (ligne: LigneMienne) => void;
  readonly retirer: (code: string) => void;
}

/** Les options de l’école, et leurs élèves à taper. */
export function LignesMiennes({ lignes, intitules, poser, retirer }: Props) {
  return (
    <table class="tableau mes-lignes">
      <caption class="visuellement-cache">Vos données : options et élèves</caption>
      <thead>
        <tr>
          <th scope="col">Option</th>
          <th scope="col">Élèves PE</th>
          <th scope="col">Élèves ALT</th>
          <th scope="col">
            <span class="visuellement-cache">Retirer</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.code}>
            <th scope="row">
              {ligne.code} {intitules.get(ligne.code)}
            </th>
            {(['pe', 'alt'] as const).map((champ) => {
              const tu = ligne.tus?.[champ];
              return (
                <td key={champ}>
                  <ChampEffectif
                    etiquette={`Élèves ${CHAMPS[champ]}`}
                    precision={`de ${ligne.code}`}
                    valeur={ligne[champ] || null}
                    {...(tu ? { note: typographie(direTu(tu, ligne[champ])) } : { vide: '0' })}
                    max={EFFECTIF_MAX}
                    surValeur={(valeur) => poser(avecEffectif(ligne, champ, valeur ?? 0))}
                  />
                </td>
              );
            })}
            <td>
              <button type="button" class="lien-bouton" onClick={() => retirer(ligne.code)}>
                Retirer<span class="visuellement-cache"> {ligne.code}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
