import { useState } from 'preact/hooks';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import { type Selection, VUES, type Vue, vueDe } from '../../../domain/filtre/selection.ts';
import type { Repondant } from '../../../query/repondant.ts';
import { useCharge } from '../../useCharge.ts';
import { Attente } from '../Attente.tsx';
import type { Changer } from '../adresse.ts';
import type { LireDetail } from '../lireDetail.ts';
import type { Avancement, PropsIndicateurs } from '../props.ts';
import { Panneau } from './Panneau.tsx';

export interface PropsOutils extends Pick<PropsIndicateurs, 'edition' | 'prefixe'> {
  selection: Selection;
  changer: Changer;
  annees: readonly string[];
  annee: string;
  noms: Noms;
  total: number;
  repondant: Repondant;
  avancement: Avancement;
  lireDetail: LireDetail;
  /** Sur un téléphone, ils sont repliés. */
  deplies: boolean;
}

export const TITRES_DES_VUES: Readonly<Record<Vue, string>> = {
  lignes: 'Lignes',
  option: 'Par option',
  zone: 'Par zone',
  pivot: 'Tableau croisé',
};

const chargerPanneaux = () => import('./Panneaux.tsx');

type Nom = 'colonnes' | 'exporter' | 'vues' | 'citer';

const TITRES: Readonly<Record<Nom, string>> = {
  colonnes: 'Colonnes',
  exporter: 'Exporter',
  vues: 'Mes vues',
  citer: 'Citer',
};

/** La barre d’outils : comment montrer, quelle année, et ce qu’on emporte. */
export function Outils(props: PropsOutils) {
  const { selection, changer, annees, annee } = props;
  const [ouvert, ouvrir] = useState<Nom | null>(null);
  const panneaux = useCharge(chargerPanneaux, ouvert !== null);
  const noms: readonly Nom[] =
    vueDe(selection) === 'lignes'
      ? ['colonnes', 'exporter', 'vues', 'citer']
      : ['exporter', 'vues', 'citer'];
  return (
    <section
      class={props.deplies ? 'outils outils-deplies pas-imprime' : 'outils pas-imprime'}
      aria-label="Affichage et export"
    >
      <fieldset class="outils-vues">
        <legend class="visuellement-cache">Affichage</legend>
        {VUES.map((vue) => (
          <button
            key={vue}
            type="button"
            aria-pressed={vueDe(selection) === vue}
            onClick={() => changer({ ...selection, vue, page: 1 })}
          >
            {TITRES_DES_VUES[vue]}
          </button>
        ))}
      </fieldset>
      <label class="outils-annee">
        <span class="visuellement-cache">Année scolaire</span>
        <select
          value={annee}
          onChange={({ currentTarget: { value } }) =>
            changer({ ...selection, annee: value === annees.at(-1) ? '' : value, page: 1 })
          }
        >
          {annees.toReversed().map((une) => (
            <option key={une} value={une}>
              {une}
            </option>
          ))}
        </select>
      </label>
      <label class="outils-anciens">
        <input
          type="checkbox"
          checked={selection.anciens}
          onChange={({ currentTarget: { checked } }) =>
            changer({ ...selection, anciens: checked, page: 1 })
          }
        />
        Avec les anciens codes
      </label>
      <div class="outils-panneaux">
        {noms.map((nom) => (
          <Panneau
            key={nom}
            titre={TITRES[nom]}
            ouvert={ouvert === nom}
            basculer={(oui) => ouvrir((avant) => (oui ? nom : avant === nom ? null : avant))}
          >
            {panneaux.valeur ? (
              <panneaux.valeur.Contenu nom={nom} {...props} />
            ) : (
              <Attente faute={panneaux.faute} />
            )}
          </Panneau>
        ))}
      </div>
    </section>
  );
}
