import {
  DIMENSIONS,
  type Dimension,
  TITRES_DE_DIMENSION,
} from '../../domain/explorer/dimensions.ts';
import {
  estEvolution,
  MESURES_DEFINIES,
  MESURES_EXPLOREES,
  sePartage,
} from '../../domain/explorer/mesures.ts';
import {
  anneesDe,
  PREMIERES,
  QUESTION_NEUVE,
  type Question,
} from '../../domain/explorer/question.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { ConnuesExplorer } from '../../domain/url/explorer.ts';
import { Liste, Nombre } from './Champs.tsx';
import { Filtres } from './Filtres.tsx';

interface Props {
  readonly question: Question;
  readonly connues: ConnuesExplorer;
  readonly noms: Noms;
  readonly demander: (question: Question) => void;
}

const MESURES = MESURES_EXPLOREES.map((m) => [m, MESURES_DEFINIES[m].titre] as const);
const RIEN = 'rien';
const PARTS_DITES = [
  ['non', 'En nombre'],
  ['ligne', 'En part de la ligne'],
  ['colonne', 'En part de la colonne'],
  ['tout', 'En part du tout'],
] as const;
const TRIS_DITS = [
  ['grand', 'Du plus grand au plus petit'],
  ['petit', 'Du plus petit au plus grand'],
  ['nom', 'Dans l’ordre des noms ou des codes'],
] as const;

const rangements = (question: Question, autre: Dimension | null) =>
  DIMENSIONS.filter((d) => d !== autre)
    .filter((d) => d !== 'annee-scolaire' || !estEvolution(question.mesure))
    .map((d) => [d, TITRES_DE_DIMENSION[d]] as const);

/** L’année d’une question, ou les deux qu’elle compare. */
function Annees({ question, connues, demander }: Props) {
  const annees = connues.annees.map((annee) => [annee, annee] as const);
  const choisies = anneesDe(question, connues.annees);
  const derniere = connues.annees.at(-1) ?? '';
  const fin = (annee: string) => demander({ ...question, annee: annee === derniere ? '' : annee });
  if (estEvolution(question.mesure)) {
    const depuis = (annee: string) =>
      demander({ ...question, depuis: annee === connues.annees[0] ? '' : annee });
    return (
      <>
        <Liste titre="De" valeur={choisies[0] ?? ''} valeurs={annees} choisir={depuis} />
        <Liste titre="À" valeur={choisies.at(-1) ?? ''} valeurs={annees} choisir={fin} />
      </>
    );
  }
  if (choisies.length > 1) return null;
  return <Liste titre="Année scolaire" valeur={choisies[0] ?? ''} valeurs={annees} choisir={fin} />;
}

/** L’ordre des lignes, leur nombre, et en quoi elles s’écrivent. */
function Reglages({ question, demander }: Props) {
  const change = (suite: Partial<Question>) => demander({ ...question, ...suite });
  return (
    <details class="explorer-reglages">
      <summary>Ordre, nombre de lignes, parts</summary>
      <div class="explorer-champs">
        <Liste
          titre="Ranger"
          valeur={question.tri}
          valeurs={TRIS_DITS}
          choisir={(tri) => change({ tri })}
        />
        <Liste
          titre="Montrer"
          valeur={String(question.premieres)}
          valeurs={PREMIERES.map((n) => [
            String(n),
            n === 0 ? 'Toutes les lignes' : `Les ${n} premières`,
          ])}
          choisir={(n) => change({ premieres: Number(n) })}
        />
        {sePartage(question.mesure) && question.colonnes !== null && (
          <Liste
            titre="Écrire"
            valeur={question.part}
            valeurs={PARTS_DITES}
            choisir={(part) => change({ part })}
          />
        )}
        <Nombre
          titre="Seulement à partir de (élèves)"
          valeur={question.auMoins}
          choisir={(auMoins) => change({ auMoins })}
        />
      </div>
    </details>
  );
}

/** La question, champ par champ : chaque choix la pose de nouveau. */
export function Constructeur(props: Props) {
  const { question, demander } = props;
  const change = (suite: Partial<Question>) => demander({ ...question, ...suite });
  const parOption = question.lignes === 'option' || question.colonnes === 'option';
  return (
    <section class="explorer-constructeur pas-imprime" aria-label="La question">
      <div class="explorer-champs">
        <Liste
          titre="Compter"
          valeur={question.mesure}
          valeurs={MESURES}
          choisir={(mesure) => change({ mesure })}
          aide={MESURES_DEFINIES[question.mesure].sens}
        />
        <Liste
          titre="Par"
          valeur={question.lignes}
          valeurs={rangements(question, question.colonnes)}
          choisir={(lignes) => change({ lignes })}
        />
        <Liste
          titre="Et par, en colonnes"
          valeur={question.colonnes ?? RIEN}
          valeurs={[[RIEN, 'Rien'] as const, ...rangements(question, question.lignes)]}
          choisir={(d) => change({ colonnes: d === RIEN ? null : d })}
        />
        <Annees {...props} />
      </div>
      {parOption && (
        <p>
          <label class="explorer-case">
            <input
              type="checkbox"
              checked={question.anciens}
              onChange={({ currentTarget }) => change({ anciens: currentTarget.checked })}
            />
            Avec les anciens codes
          </label>
        </p>
      )}
      <p class="explorer-sur">Filtrer{'\u00a0'}:</p>
      <Filtres {...props} />
      <Reglages {...props} />
      <p>
        <button type="button" class="bouton bouton-leger" onClick={() => demander(QUESTION_NEUVE)}>
          Repartir de zéro
        </button>
      </p>
    </section>
  );
}
