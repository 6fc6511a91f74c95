import type { Noms } from '../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../domain/filtre/ligne.ts';
import type { Selection } from '../../domain/filtre/selection.ts';
import { basculerTri, type CleTri } from '../../domain/filtre/tri.ts';
import type { Trouvailles } from '../../domain/recherche/options.ts';
import type { Changer } from './adresse.ts';
import { Ligne } from './Ligne.tsx';

interface Props {
  lignes: readonly LigneIndicateur[];
  noms: Noms;
  annee: string;
  selection: Selection;
  changer: Changer;
  trouvailles: Trouvailles | null;
  attente: boolean;
}

const COLONNES: readonly (readonly [CleTri, string, string])[] = [
  ['code', 'c-code', 'Code'],
  ['intitule', 'c-option', 'Option'],
  ['zone', 'c-zone', 'Zone'],
  ['filiere', 'c-organisation', 'Organisation'],
  ['occurrences', 'c-occurrences', 'Occurrences'],
  ['eleves', 'c-eleves', 'Élèves'],
  ['besoin', 'c-besoin', 'Besoin'],
  ['norme', 'c-norme', 'Norme de création'],
];

const SENS = { true: 'descending', false: 'ascending' } as const;

function EnTete({ selection, changer }: Pick<Props, 'selection' | 'changer'>) {
  const trier = (cle: CleTri) => (evenement: MouseEvent) =>
    changer({ ...selection, tri: basculerTri(selection.tri, cle, evenement.shiftKey), page: 1 });
  return (
    <thead>
      <tr>
        {COLONNES.map(([cle, classe, titre]) => {
          const rang = selection.tri.findIndex((tri) => tri.cle === cle);
          const tri = selection.tri[rang];
          const sens = tri && SENS[`${tri.descendant}`];
          return (
            <th
              key={cle}
              scope="col"
              class={classe}
              aria-sort={rang === 0 ? sens : undefined}
              data-sens={sens}
            >
              <button type="button" onClick={trier(cle)}>
                {titre}
                <svg class="fleche" viewBox="0 0 10 12" aria-hidden="true">
                  <path class="fleche-haut" d="M5 0 9 5H1Z" />
                  <path class="fleche-bas" d="M5 12 1 7h8Z" />
                </svg>
                {rang > 0 && <sub>{rang + 1}</sub>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Les lignes trouvées ; les en-têtes trient, avec Majuscule sur plusieurs colonnes. */
export function Tableau({ lignes, noms, annee, trouvailles, attente, ...tri }: Props) {
  const uneZone = tri.selection.facettes.zone?.length === 1;
  return (
    <table
      class={`tableau indicateurs-tableau${uneZone ? ' indicateurs-une-zone' : ''}`}
      aria-busy={attente}
    >
      <caption class="visuellement-cache">
        Indicateurs par option et par zone, année scolaire {annee}
      </caption>
      <EnTete {...tri} />
      <tbody>
        {lignes.map((ligne) => (
          <Ligne
            key={`${ligne.code_obg}/${ligne.zone}`}
            ligne={ligne}
            noms={noms}
            trouvailles={trouvailles}
          />
        ))}
      </tbody>
    </table>
  );
}
