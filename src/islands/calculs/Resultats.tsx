import { NON_CONNU } from '../../domain/besoin.ts';
import type { EtatNormes, ReponseNormes } from '../../domain/calculs/normes.ts';
import type { ClasseDeCommune } from '../../domain/normes/distance.ts';
import {
  COMPTAGE_DU_MAINTIEN,
  DENSITE_EN_MOTS,
  GROUPEMENT_EN_MOTS,
  MODE_EN_MOTS,
} from '../../phrases/regles.ts';
import { Reponse } from './Reponse.tsx';

interface Props {
  readonly reponse: ReponseNormes;
  readonly etat: EtatNormes;
  readonly zone: string | null;
  readonly fictive: boolean;
  /** Le jour où se compte la norme de création, en lettres. */
  readonly comptage: string;
  readonly sansDerogation: string;
}

/** @param inconnu ce qui précède « si elle est TC », faute de le savoir */
function besoinEnMots({ tc, fc }: ReponseNormes, inconnu: string): string {
  const listes = [
    ['TC', tc],
    ['FC', fc],
  ] as const;
  const tues = listes.flatMap(([nom, est]) => (est === null ? [nom] : []));
  if (tues.length > 0) {
    const sues = listes.flatMap(([nom, est]) =>
      est === null ? [] : [`elle ${est ? 'est' : 'n’est pas'} ${nom} ; `],
    );
    return `${sues.join('')}${inconnu} si elle est ${tues.join(' ou ')}`;
  }
  if (tc && fc) return 'elle est TC et FC';
  if (tc) return 'elle est TC, sans être FC';
  return fc ? 'elle est FC, sans être TC' : 'elle n’est ni TC ni FC';
}

/** La commune et sa classe de 2001, avec ce qu’elle a de sûr. */
function communeEnMots({ commune, densite, sure }: ClasseDeCommune): string {
  if (sure === null) return `${commune} (densité de 2001 non connue)`;
  return densite
    ? `${commune} (${DENSITE_EN_MOTS[densite]} au recensement de 2001, d’après notre estimation)`
    : `${commune} (densité de 2001 à vérifier : elle touche à une borne)`;
}

/** Le cas calculé en une phrase : elle part avec l’impression. */
function casEnMots({ reponse, etat, zone, fictive }: Props): string {
  const { code_obg, intitule } = reponse.option;
  const cas = [
    `${code_obg} ${intitule}`,
    MODE_EN_MOTS[etat.mode],
    etat.groupement === 'seule' ? null : GROUPEMENT_EN_MOTS[etat.groupement],
    reponse.classe ? communeEnMots(reponse.classe) : null,
    etat.densite ? `commune ${DENSITE_EN_MOTS[etat.densite]}` : null,
    etat.km === null ? null : `${String(etat.km).replace('.', ',')}\u00a0km`,
  ].filter(Boolean);
  const suite =
    zone !== null
      ? `${fictive ? 'Dans cette édition fictive' : 'Dans cette édition'}, à ${zone}, ${besoinEnMots(reponse, 'on ne sait pas')}.`
      : etat.besoin === NON_CONNU
        ? `${besoinEnMots(reponse, 'Vous ne dites pas')}.`
        : `Vous dites qu’${besoinEnMots(reponse, '')}.`;
  return `${cas.join(', ')}. ${suite}`;
}

/** Le degré se vérifie avant l’option (circulaire 7282, VI.III.2.B) ; le 3e, en 5e, l’année qui suit
 * l’ouverture de la 4e (circulaire 9146, § 6, remarque). */
const TITRES_DU_DEGRE = {
  3: 'D’abord, si l’école n’a pas encore le 2e degré dans cette forme, en 3e',
  5: 'Si l’école n’a pas encore le 3e degré dans cette forme, en 5e, l’année qui suit',
} as const;

/** Les réponses du calculateur, de la création au maintien. */
export function Resultats(props: Props) {
  const { creation, tcEtFc, degre, maintien } = props.reponse;
  return (
    <>
      <p class="calcul-cas" data-cas>
        {casEnMots(props)}
      </p>
      <div class="calcul-reponses">
        <Reponse
          id="creation"
          titre={`Pour la créer, au ${props.comptage}`}
          norme={creation}
          avant={tcEtFc ? props.sansDerogation : undefined}
        />
        {degre && <Reponse id="degre" titre={TITRES_DU_DEGRE[degre.annee]} norme={degre.norme} />}
        {maintien.map((norme) => (
          <Reponse
            key={norme.edition}
            id={`maintien-${norme.edition}`}
            titre={`Pour la garder, au ${COMPTAGE_DU_MAINTIEN}, règles de ${norme.edition}`}
            norme={norme}
            reserves={norme.reserves}
            avant={
              norme.compte.length > 0
                ? `On compte les élèves de ${norme.compte.map((annee) => `${annee}e`).join(' et ')}.`
                : undefined
            }
          />
        ))}
      </div>
    </>
  );
}
