import { enNombreSuivi } from '../../../domain/effectif.ts';
import { type CelluleCroisee, croiser } from '../../../domain/filtre/groupes.ts';
import { libelle } from '../../../domain/filtre/libelles.ts';
import {
  CROISEMENTS,
  type Croisement,
  MESURES,
  type Mesure,
} from '../../../domain/filtre/selection.ts';
import { entier } from '../../../phrases/nombres.ts';
import { Defile } from '../../Defile.tsx';
import { Trait } from './Etincelle.tsx';
import type { PropsVue } from './Vue.tsx';

const TITRES: Readonly<Record<Croisement, string>> = {
  'secteur-zone': 'Secteur × zone',
  'groupe-zone': 'Groupe × zone',
  'secteur-annee': 'Secteur × année',
  'groupe-annee': 'Groupe × année',
  'zone-annee': 'Zone × année',
};

const TITRES_DE_MESURE: Readonly<Record<Mesure, string>> = {
  eleves: 'Élèves',
  occurrences: 'Occurrences',
  organisees: 'Lignes organisées',
  besoin: 'Lignes TC-FC',
};

/** Cinq teintes : la cellule et la plus grande du tableau. */
const teinte = (valeur: number | null, plus: number): string =>
  valeur === null || valeur === 0 ? '' : `teinte-${Math.min(4, Math.floor((valeur / plus) * 5))}`;

function Cellule({ cellule, plus }: { cellule: CelluleCroisee; plus: number | null }) {
  const { valeur, partielle, serie } = cellule;
  return (
    <td class={`nombre ${plus === null ? 'total' : teinte(valeur, plus)}`}>
      {valeur === null ? (
        <span class="discret">{partielle ? '?' : '–'}</span>
      ) : (
        <data
          value={valeur}
        >{`${partielle ? '≥ ' : ''}${valeur === 0 ? '–' : entier(valeur)}`}</data>
      )}
      {serie.length > 1 && serie.some((n) => enNombreSuivi(n)) && (
        <Trait serie={serie} largeur={44} hauteur={14} />
      )}
    </td>
  );
}

function Choix<T extends string>(props: {
  titre: string;
  valeur: T;
  mots: readonly T[];
  dire: (mot: T) => string;
  choisir: (mot: T) => void;
}) {
  const { titre, valeur, mots, dire, choisir } = props;
  return (
    <label>
      {titre}{' '}
      <select
        value={valeur}
        onChange={({ currentTarget }) => {
          const mot = mots.find((un) => un === currentTarget.value);
          if (mot) choisir(mot);
        }}
      >
        {mots.map((mot) => (
          <option key={mot} value={mot}>
            {dire(mot)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Le tableau croisé des lignes trouvées. */
export function Croise({ resultat, selection, changer, noms, annee, annees }: PropsVue) {
  const { croisement, mesure } = selection;
  const [par = 'secteur', sur] = croisement.split('-') as ['secteur' | 'groupe' | 'zone', string];
  const parAnnee = sur === 'annee';
  const rang = annees.indexOf(annee);
  const cinq = annees.slice(Math.max(0, rang - 4), rang + 1);
  const { colonnes, rangees, totaux } = croiser(resultat.lignes, croisement, mesure, cinq);
  const internes = rangees.flatMap(({ cellules }) => (parAnnee ? cellules : cellules.slice(0, -1)));
  const plus = Math.max(1, ...internes.map(({ valeur }) => valeur ?? 0));
  const teinter = (i: number): number | null => (!parAnnee && i === colonnes.length ? null : plus);
  return (
    <>
      <p class="croise-choix pas-imprime">
        <Choix
          titre="Croiser"
          valeur={croisement}
          mots={CROISEMENTS}
          dire={(mot) => TITRES[mot]}
          choisir={(mot) => changer({ ...selection, croisement: mot })}
        />
        {!parAnnee && (
          <Choix
            titre="Compter"
            valeur={mesure}
            mots={MESURES}
            dire={(mot) => TITRES_DE_MESURE[mot]}
            choisir={(mot) => changer({ ...selection, mesure: mot })}
          />
        )}
      </p>
      <Defile titre="Tableau croisé">
        <table class="tableau croise">
          <caption>
            {TITRES[croisement]} : {parAnnee ? 'élèves' : TITRES_DE_MESURE[mesure].toLowerCase()}{' '}
            des lignes trouvées, {annee}
            {!parAnnee && mesure === 'eleves' && ' ; le trait suit cinq ans'}.
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ secteur: 'Secteur', groupe: 'Groupe', zone: 'Zone' }[par]}</th>
              {colonnes.map((colonne) => (
                <th key={colonne} scope="col" class="nombre">
                  {parAnnee ? colonne : noms.zone[colonne]}
                </th>
              ))}
              {!parAnnee && (
                <th scope="col" class="nombre">
                  Ensemble
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rangees.map(({ cle, cellules }) => (
              <tr key={cle}>
                <th scope="row">{libelle(par, cle, noms)}</th>
                {cellules.map((cellule, i) => (
                  <Cellule key={colonnes[i] ?? 'ensemble'} cellule={cellule} plus={teinter(i)} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Ensemble</th>
              {totaux.map((cellule, i) => (
                <Cellule key={colonnes[i] ?? 'ensemble'} cellule={cellule} plus={null} />
              ))}
            </tr>
          </tfoot>
        </table>
      </Defile>
    </>
  );
}
