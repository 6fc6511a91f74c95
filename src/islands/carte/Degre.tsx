import { href } from '../../config.ts';
import type { DepartSitue } from '../../domain/autour/autour.ts';
import type { DegreDemande } from '../../domain/autour/demande.ts';
import type { ReglesDeLaCarte } from '../../domain/autour/regles.ts';
import type { Caractere } from '../../domain/autour/types.ts';
import { type ClasseDeCommune, classerCommune } from '../../domain/normes/distance.ts';
import { CARACTERES } from '../../domain/tables/valeurs.ts';
import { DEGRES_EN_MOTS, densiteDite, face, kmVers, normesDuLieu } from '../../phrases/demande.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly degre: DegreDemande;
  readonly depart: DepartSitue;
  readonly regles: ReglesDeLaCarte;
}

/** L’ouverture d’un degré : l’établissement du même caractère qui l’organise, et la norme. */
export function CarteDegre({ degre, depart, regles }: Props) {
  const sien = depart.implantation?.caractere;
  const commune =
    depart.commune && !depart.estLieu ? classerCommune(regles.densites, depart.commune) : null;
  const nom = `${DEGRES_EN_MOTS[degre.degre]} ${degre.forme}`;
  if (degre.organise) {
    return <p>Votre établissement a déjà des élèves au {nom} : la demande n’ouvre pas de degré.</p>;
  }
  return (
    <section class="demande-degre" aria-label={`Ouvrir le ${nom}`}>
      <h3>
        {degre.organise === null ? 'Si elle ouvre' : 'Elle ouvrirait'} un degré : le {nom}
      </h3>
      {(sien ? [sien] : CARACTERES).map((caractere) => (
        <UnCaractere
          key={caractere}
          {...{ degre, depart, regles, caractere, commune }}
          nomme={sien === undefined}
        />
      ))}
      <p class="petit" data-densite={commune?.sure ?? 'inconnue'}>
        {typographie(densiteDite(commune))}{' '}
        <a href={href('/procedure/normes/')}>Calculer avec une autre</a>
      </p>
    </section>
  );
}

interface PropsUn extends Props {
  readonly caractere: Caractere;
  readonly nomme: boolean;
  readonly commune: ClasseDeCommune | null;
}

function UnCaractere({ degre, depart, regles, caractere, nomme, commune }: PropsUn) {
  const proche = degre.proches[caractere];
  const normes = normesDuLieu(regles, degre, proche?.distance ?? null, commune);
  const [regle] = proche ? [] : normesDuLieu(regles, degre, 0, commune);
  const autre = regle && regle.eleves !== normes[0]?.eleves ? regle.eleves : null;
  const generale = autre === null ? '' : `, la règle générale ${autre}`;
  const quel = nomme ? `de caractère ${caractere}` : 'de votre caractère';
  return (
    <>
      <p>
        {proche ? (
          <>
            L’établissement {quel} le plus proche qui l’organise :{' '}
            <a href={href(`/implantations/${proche.site.id}/`)}>{proche.site.etablissement}</a>, à{' '}
            <data value={proche.distance}>{kmVers(depart, proche)}</data> (
            {face(proche.distance, regles)}).
          </>
        ) : (
          `Aucun établissement ${quel} ne l’organise dans cette édition. Le texte ne dit pas quelle norme se lit alors : la plus longue distance donne celle-ci${generale}.`
        )}
      </p>
      <table class="tableau demande-normes">
        <caption>Élèves qu’il faut en {degre.degre === 'D2' ? '3e' : '5e'} pour l’ouvrir</caption>
        <tbody>
          {normes.map(({ ou, eleves, motif }) => (
            <tr key={ou}>
              <th scope="row">{ou}</th>
              <td class="nombre">
                {eleves === null ? 'non prévu' : <data value={eleves}>{eleves}</data>}
              </td>
              {motif && <td>{motif}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="source">{typographie(normes[0]?.reference ?? '')}</p>
    </>
  );
}
