import { useRef } from 'preact/hooks';
import { href } from '../../../config.ts';
import type { CleColonne } from '../../../domain/filtre/colonnes.ts';
import { libelle } from '../../../domain/filtre/libelles.ts';
import { Surligne } from '../filtres/Surligne.tsx';
import type { LireDetail } from '../lireDetail.ts';
import {
  CELLULES,
  type CelluleDIndicateur,
  classeDe,
  estAbsente,
  reunirColonnes,
  titreEnCarte,
} from './cellules.tsx';
import { Detail } from './Detail.tsx';

interface Props extends CelluleDIndicateur {
  colonnes: readonly CleColonne[];
  annee: string;
  ouverte: boolean;
  basculer: () => void;
  lireDetail: LireDetail;
}

function Intitule({ ligne, noms, trouvailles }: CelluleDIndicateur) {
  const raison = trouvailles?.raisons.get(ligne.code_obg);
  const statut = ligne.statut === 'organisable' ? '' : libelle('statut', ligne.statut, noms);
  return (
    <>
      <a href={href(`/options/${ligne.code_obg}/?zone=${ligne.zone}`)}>
        <Surligne texte={ligne.intitule} trouvailles={trouvailles} />
      </a>
      <span class="sous-ligne">
        {ligne.secteur}{' '}
        <Surligne texte={noms.secteur[ligne.secteur] ?? ''} trouvailles={trouvailles} />
        {ligne.groupe % 10 > 0 && ' · '}
        {ligne.groupe % 10 > 0 && (
          <Surligne texte={noms.groupe[ligne.groupe] ?? ''} trouvailles={trouvailles} />
        )}
        {statut && ` · ${statut}${ligne.sous_reserve ? ', sous réserve' : ''}`}
      </span>
      {ligne.nouveaux.length > 0 && (
        <span class="sous-ligne">remplacée par {ligne.nouveaux.join(', ')}</span>
      )}
      {raison && (
        <span class="sous-ligne">
          <Surligne texte={raison} trouvailles={trouvailles} />
        </span>
      )}
    </>
  );
}

/** Une option dans une zone : une rangée du tableau, une carte sur un téléphone. */
export function Ligne({ colonnes, annee, ouverte, basculer, lireDetail, ...cellule }: Props) {
  const { ligne, noms } = cellule;
  const bouton = useRef<HTMLButtonElement>(null);
  const id = `detail-${ligne.code_obg}-${ligne.zone}`;
  const nom = `${ligne.intitule}, ${noms.zone[ligne.zone]}`;
  const fermer = (): void => {
    basculer();
    bouton.current?.focus();
  };
  return (
    <>
      <tr class={ouverte ? 'ouverte' : undefined}>
        {reunirColonnes(colonnes, ligne).map((suite) => {
          const [cle] = suite;
          if (cle === undefined) return null;
          if (cle === 'intitule') {
            return (
              <th key={cle} scope="row" class="c-option">
                <div class="c-option-corps">
                  <button
                    ref={bouton}
                    type="button"
                    class="deplier"
                    aria-expanded={ouverte}
                    aria-controls={ouverte ? id : undefined}
                    aria-label={`Détail : ${nom}`}
                    onClick={basculer}
                    onKeyDown={({ key }) => {
                      if (key === 'Escape' && ouverte) basculer();
                    }}
                  >
                    <svg viewBox="0 0 10 10" aria-hidden="true">
                      <path d="m3 1 4 4-4 4" />
                    </svg>
                  </button>
                  <div>
                    <Intitule {...cellule} />
                  </div>
                </div>
              </th>
            );
          }
          if (estAbsente(cle, ligne)) {
            return (
              <td key={cle} class="c-absente" colSpan={suite.length}>
                {ligne.occurrences === null ? (
                  <span class="discret">offre non connue</span>
                ) : (
                  <data value={0}>non organisée</data>
                )}
              </td>
            );
          }
          const titre = titreEnCarte(cle);
          return (
            <td key={cle} class={classeDe(cle)}>
              {titre && <span class="en-carte titre-carte">{titre} : </span>}
              {CELLULES[cle](cellule)}
            </td>
          );
        })}
      </tr>
      {ouverte && (
        <tr class="rangee-detail">
          <td id={id} colSpan={colonnes.length}>
            <Detail {...{ ligne, noms, annee, lireDetail, fermer }} titre={nom} />
          </td>
        </tr>
      )}
    </>
  );
}
