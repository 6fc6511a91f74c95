import { additionner, type Effectif, estOrganise } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { phraseFormes } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { ElevesParForme } from '../../query/zones/population.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter } from './calculs.ts';

/** Les formes réunies dans un même petit multiple. */
const FORMES = [
  { cle: 'commun', titre: 'Commun et général', formes: ['C', 'G'] },
  { cle: 'transition', titre: 'Transition', formes: ['TT', 'AT'] },
  { cle: 'technique', titre: 'Qualification', formes: ['TQ', 'AQ'] },
  { cle: 'professionnelle', titre: 'Professionnelle', formes: ['P'] },
] as const;

const ANNEES = [1, 2, 3, 4, 5, 6, 7];
const enOrdinal = (annee: number): string => (annee === 1 ? '1re' : `${annee}e`);

const compter = (
  rangees: readonly ElevesParForme[],
  formes: readonly string[],
  annee?: number,
): Effectif =>
  additionner(
    rangees.filter((r) => formes.includes(r.forme) && (!annee || r.annee_etude === annee)),
  );

/** Les élèves du secondaire ordinaire par année d’étude et forme. */
export function figureFormes(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.population, zone);
  const apresDegre1 = additionner(ici.filter(({ annee_etude }) => annee_etude >= 3));
  const technique = compter(ici, ['TQ', 'AQ']);
  const professionnelle = compter(ici, ['P']);
  const constat = phraseFormes(
    ici.length === 0
      ? null
      : {
          technique,
          professionnelle,
          part: rapport(technique.eleves + professionnelle.eleves, apresDegre1.eleves),
        },
  );
  const barresDe = FORMES.flatMap(({ titre, formes }) =>
    ANNEES.map((annee) => {
      const effectif = compter(ici, formes, annee);
      return {
        cle: String(annee),
        libelle: enOrdinal(annee),
        facette: titre,
        valeur: effectif.eleves,
        etiquette: estOrganise(effectif) ? effectifCourt(effectif) : '–',
      };
    }),
  );
  return {
    id: 'formes',
    titre: 'Par année d’étude et forme',
    constat,
    dessin:
      ici.length === 0
        ? null
        : barresDeZone(constat, barresDe, { facettes: FORMES.map(({ titre }) => titre) }),
    absence: 'L’édition ne donne aucun élève du secondaire ordinaire dans la zone.',
    ...noter(
      additionner(ici),
      'Transition : technique (TT) et artistique (AT). Qualification : technique (TQ) et artistique (AQ).',
    ),
    tableau: {
      titre: 'Élèves par année d’étude et forme',
      colonnes: [
        { titre: 'Année d’étude' },
        ...FORMES.map(({ titre, formes }) => nombres(`${titre} (${formes.join(', ')})`)),
        nombres('Total'),
      ],
      rangees: ANNEES.map((annee) => ({
        cle: String(annee),
        cellules: [
          `${enOrdinal(annee)} année`,
          ...FORMES.map(({ cle, formes }) =>
            nbEleves(`formes.${annee}.${cle}`, compter(ici, formes, annee)),
          ),
          nbEleves(
            `formes.${annee}.total`,
            additionner(ici.filter((r) => r.annee_etude === annee)),
          ),
        ],
      })),
    },
    tables: ['population'],
  };
}
