import { useMemo } from 'preact/hooks';
import {
  ACQUIS,
  type Acquis,
  ANNEES_MAX,
  DEPARTS,
  type Etape,
  EVENEMENTS,
  ecrireParcours,
  estSuspendue,
  type Issue,
  lireParcours,
  PARCOURS_VIDE,
  parcourirTransitions,
} from '../domain/calculs/parcours.ts';
import { relireTables } from '../domain/colonnes.ts';
import type { Possibilite, Transition } from '../domain/normes/statuts.ts';
import { enPhrase } from '../phrases/regles.ts';
import { EVENEMENT_EN_MOTS, STATUT_EN_MOTS } from '../phrases/statuts.ts';
import { majuscule, typographie } from '../phrases/typographie.ts';
import { useEtatDAdresse } from './calculs/adresse.ts';
import { AvisDAdresse, Gestes, Liste } from './calculs/Champs.tsx';

interface Tables {
  readonly transitions: readonly Transition[];
  readonly possibilites: readonly Possibilite[];
}

interface Props {
  /** JSON de `Tables`, par colonnes. */
  readonly donnees: string;
}

/** Une année du parcours n’a pas d’autre nom que son rang. */
const rangs = Array.from({ length: ANNEES_MAX + 1 }, (_, i) => i);

const ACQUIS_EN_MOTS: Readonly<Record<Acquis, string>> = {
  atteinte: 'sa norme atteinte',
  M1: 'en M1',
};

function Statuts({ issue: { siAvant, statut, garde, motif } }: { readonly issue: Issue }) {
  return (
    <>
      <p class="parcours-statut">
        {siAvant && <>{majuscule(`${ACQUIS_EN_MOTS[siAvant]} avant la suspension : `)}</>}
        <data value={statut}>
          {siAvant ? STATUT_EN_MOTS[statut] : majuscule(STATUT_EN_MOTS[statut])}
        </data>
        {garde && ` ; elle garde le statut ${garde}`}
      </p>
      {motif && <p>{typographie(enPhrase(motif))}</p>}
    </>
  );
}

function Resultat({ etape: { issues } }: { readonly etape: Etape }) {
  return (
    <div class="parcours-resultat">
      {issues.map((issue) => (
        <div key={issue.siAvant}>
          <Statuts issue={issue} />
          {issue.possibilites.length > 0 && (
            <>
              <p class="petit discret">À la rentrée qui suit, l’école peut :</p>
              <ul class="petit">
                {issue.possibilites.map(({ rang, texte }) => (
                  <li key={rang}>{typographie(texte)}</li>
                ))}
              </ul>
            </>
          )}
          <p class="reference" data-reference>
            {typographie(issue.reference || issue.possibilites[0]?.reference || '')}
          </p>
        </div>
      ))}
    </div>
  );
}

/** Le statut d’une option existante, année après année. */
export default function ParcoursMaintien({ donnees }: Props) {
  const { transitions, possibilites } = useMemo(
    () => relireTables<Tables>(JSON.parse(donnees)),
    [],
  );
  const { etat, avis, pret, pour, changer } = useEtatDAdresse(
    PARCOURS_VIDE,
    lireParcours,
    ecrireParcours,
  );
  const etapes = parcourirTransitions(transitions, possibilites, etat);
  return (
    <div class="calcul carte-cadre" data-pret={pret} data-pour={pour}>
      <ol class="parcours" aria-live="polite">
        {etapes.map((etape, i) => (
          <li key={`annee-${rangs[i]}`} data-etape={i}>
            {i === 0 ? (
              <>
                <Liste
                  id="parcours-depart"
                  nom="Cette année, l’option est"
                  valeur={etat.depart}
                  choix={DEPARTS.map((valeur) => ({ valeur, texte: STATUT_EN_MOTS[valeur] }))}
                  changer={(depart) => changer({ ...etat, depart, acquis: null })}
                />
                {estSuspendue(etat.depart) && (
                  <Liste
                    id="parcours-avant"
                    nom="Avant d’être suspendue, elle était"
                    valeur={etat.acquis ?? ''}
                    choix={[
                      { valeur: '', texte: 'je ne sais pas' },
                      ...ACQUIS.map((valeur) => ({ valeur, texte: STATUT_EN_MOTS[valeur] })),
                    ]}
                    changer={(acquis) => changer({ ...etat, acquis: acquis || null })}
                  />
                )}
              </>
            ) : (
              <Liste
                id={`parcours-${i}`}
                nom={i === 1 ? 'L’année suivante' : `${i} ans après`}
                valeur={etat.suite[i - 1] ?? 'atteinte'}
                choix={EVENEMENTS.map((valeur) => ({ valeur, texte: EVENEMENT_EN_MOTS[valeur] }))}
                changer={(evenement) =>
                  changer({ ...etat, suite: etat.suite.with(i - 1, evenement) })
                }
              />
            )}
            <Resultat etape={etape} />
          </li>
        ))}
      </ol>
      <AvisDAdresse avis={avis} />
      <Gestes>
        <button
          type="button"
          class="bouton bouton-leger"
          disabled={etat.suite.length >= ANNEES_MAX}
          onClick={() => changer({ ...etat, suite: [...etat.suite, 'non_atteinte'] })}
        >
          Ajouter une année
        </button>
        <button
          type="button"
          class="bouton bouton-leger"
          disabled={etat.suite.length === 0}
          onClick={() => changer({ ...etat, suite: etat.suite.slice(0, -1) })}
        >
          Retirer une année
        </button>
      </Gestes>
    </div>
  );
}
