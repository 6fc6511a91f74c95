import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  type CleColonne,
  colonnesMontrees,
  definition,
  PAR_DEFAUT,
} from '../../../domain/filtre/colonnes.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import type { Selection } from '../../../domain/filtre/selection.ts';
import { basculerTri } from '../../../domain/filtre/tri.ts';
import type { Trouvailles } from '../../../domain/recherche/options.ts';
import { Defile } from '../../Defile.tsx';
import type { Changer } from '../adresse.ts';
import type { LireDetail } from '../lireDetail.ts';
import { classeDe } from './cellules.tsx';
import { Ligne } from './Ligne.tsx';

interface Props {
  lignes: readonly LigneIndicateur[];
  noms: Noms;
  annee: string;
  selection: Selection;
  changer: Changer;
  trouvailles: Trouvailles | null;
  attente: boolean;
  lireDetail: LireDetail;
  /** Les lignes se suivent sans fin : celles qui sont loin attendent d’être vues. */
  continu?: boolean;
}

const SENS = { true: 'descending', false: 'ascending' } as const;

interface PropsEnTete extends Pick<Props, 'selection' | 'changer'> {
  colonnes: readonly CleColonne[];
}

function EnTete({ selection, changer, colonnes }: PropsEnTete) {
  const trier = (cle: CleColonne) => (evenement: MouseEvent) =>
    changer({ ...selection, tri: basculerTri(selection.tri, cle, evenement.shiftKey), page: 1 });
  return (
    <thead>
      <tr>
        {colonnes.map((cle) => {
          const rang = selection.tri.findIndex((tri) => tri.cle === cle);
          const tri = selection.tri[rang];
          const sens = tri && SENS[`${tri.descendant}`];
          const { titre, sens: dit } = definition(cle);
          return (
            <th
              key={cle}
              scope="col"
              class={classeDe(cle)}
              aria-sort={rang === 0 ? sens : undefined}
              data-sens={sens}
            >
              <span class="en-carte">{titre}</span>
              <button type="button" onClick={trier(cle)} title={dit}>
                {titre}
                <svg class="fleche" viewBox="0 0 10 12" aria-hidden="true">
                  <path class="fleche-haut" d="M5 0 9 5H1Z" />
                  <path class="fleche-bas" d="M5 12 1 7h8Z" />
                </svg>
                {selection.tri.length > 1 && rang >= 0 && <sub>{rang + 1}</sub>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function basculerDans(avant: ReadonlySet<string>, cle: string): ReadonlySet<string> {
  const apres = new Set(avant);
  if (!apres.delete(cle)) apres.add(cle);
  return apres;
}

/** Trop de colonnes pour la page : le tableau défile dans son cadre, l’intitulé reste. */
function Cadre({ large, children }: { large: boolean; children: ComponentChildren }) {
  if (!large) return <>{children}</>;
  return (
    <Defile titre="Tableau, à faire défiler" classe="indicateurs-large">
      {children}
    </Defile>
  );
}

/** Les lignes trouvées ; les en-têtes trient, avec Majuscule sur plusieurs colonnes. */
export function Tableau(props: Props) {
  const { lignes, noms, annee, trouvailles, attente, lireDetail, continu, ...tri } = props;
  const [ouvertes, ouvrir] = useState<ReadonlySet<string>>(new Set());
  const colonnes = colonnesMontrees(tri.selection.colonnes);
  const uneZone = tri.selection.facettes.zone?.length === 1;
  const large = colonnes.length > PAR_DEFAUT.length;
  const classes = ['tableau indicateurs-tableau'];
  if (uneZone) classes.push('indicateurs-une-zone');
  if (continu) classes.push('indicateurs-continu');
  return (
    <Cadre large={large}>
      <table class={classes.join(' ')} aria-busy={attente}>
        <caption class="visuellement-cache">
          Indicateurs par option et par zone, année scolaire {annee}
        </caption>
        <EnTete {...tri} colonnes={colonnes} />
        <tbody>
          {lignes.map((ligne) => {
            const cle = `${ligne.code_obg}/${ligne.zone}`;
            return (
              <Ligne
                key={cle}
                {...{ ligne, noms, trouvailles, colonnes, annee, lireDetail }}
                ouverte={ouvertes.has(cle)}
                basculer={() => ouvrir((avant) => basculerDans(avant, cle))}
              />
            );
          })}
        </tbody>
      </table>
    </Cadre>
  );
}
