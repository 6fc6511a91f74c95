import { estOrganise } from '../../domain/effectif.ts';
import { entier } from '../../phrases/nombres.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseChangements } from '../../phrases/zones/changements.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, lienOption, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, nomDOption, organiseeAvant, TABLES_DE_L_OFFRE } from './calculs.ts';

const FACETTES = ['Apparues', 'Disparues'] as const;

/** Ce qui est apparu et disparu depuis l’année scolaire précédente. */
export function figureChangements(dossier: DossierZones, zone: number): Figure {
  const { precedente } = dossier;
  const options = deZone(dossier.reunies, zone);
  const occurrences = deZone(dossier.occurrences, zone);
  const mouvements = deZone(dossier.mouvements, zone);
  const apparues = options.filter((o) => o.occurrences > 0 && o.occurrences_avant === 0);
  const disparues = options.filter((o) => o.occurrences === 0 && o.occurrences_avant > 0);
  const compter = (liste: string, sens: string): number =>
    mouvements.filter((m) => m.liste === liste && m.sens === sens).length;
  const rangees = [
    {
      cle: 'options',
      libelle: 'Options de la zone',
      entrees: apparues.length,
      sorties: disparues.length,
    },
    {
      cle: 'occurrences',
      libelle: 'Occurrences',
      entrees: occurrences.filter((o) => estOrganise(o) && !organiseeAvant(o)).length,
      sorties: occurrences.filter((o) => !estOrganise(o) && organiseeAvant(o)).length,
    },
    ...(['TC', 'FC'] as const).map((liste) => ({
      cle: liste.toLowerCase(),
      libelle: `Métiers en ${liste}`,
      entrees: compter(liste, 'entree'),
      sorties: compter(liste, 'sortie'),
    })),
  ];
  const de = (cle: string) => rangees.find((r) => r.cle === cle) ?? { entrees: 0, sorties: 0 };
  const constat = phraseChangements(
    precedente === null ? null : { precedente, options: de('options'), tc: de('tc'), fc: de('fc') },
  );
  return {
    id: 'changements',
    titre: precedente ? `Depuis ${precedente}` : 'Depuis l’année précédente',
    constat,
    dessin: precedente
      ? barresDeZone(
          constat,
          rangees.flatMap(({ cle, libelle, entrees, sorties }) =>
            [entrees, sorties].map((valeur, i) => ({
              cle,
              libelle,
              valeur,
              etiquette: entier(valeur),
              facette: FACETTES[i] ?? '',
              seconde: i === 1,
            })),
          ),
          { facettes: FACETTES },
        )
      : null,
    absence: 'L’édition ne porte qu’une année scolaire.',
    population: 'toutesReunies',
    note: 'Une occurrence apparaît quand une option retrouve au moins un élève sur une implantation, et disparaît quand elle n’en a plus.',
    tableau: {
      titre: 'Apparues et disparues',
      colonnes: [{ titre: 'Quoi' }, nombres('Apparues'), nombres('Disparues')],
      rangees: precedente
        ? rangees.map(({ cle, libelle, entrees, sorties }) => ({
            cle,
            cellules: [
              libelle,
              nbEntier(`changements.${cle}.entrees`, entrees),
              nbEntier(`changements.${cle}.sorties`, sorties),
            ],
          }))
        : [],
    },
    listes: precedente
      ? [
          {
            titre: 'Options apparues ou disparues, métiers entrés ou sortis',
            colonnes: [{ titre: 'Nom' }, { titre: 'Code' }, { titre: 'Changement' }],
            rangees: [
              ...apparues.map((o) => ({
                cle: o.code_obg,
                cellules: [nomDOption(o), lienOption(o.code_obg), 'option apparue'],
              })),
              ...disparues.map((o) => ({
                cle: o.code_obg,
                cellules: [o.intitule, lienOption(o.code_obg), 'option disparue'],
              })),
              ...mouvements.map((m) => ({
                cle: `${m.liste}-${m.metier}`,
                cellules: [
                  m.intitule,
                  m.metier,
                  m.sens === 'entree' ? `entré en ${m.liste}` : `sorti des ${m.liste}`,
                ],
              })),
            ],
          },
        ]
      : [],
    tables: [...TABLES_DE_L_OFFRE, 'besoins', 'metiers'],
  };
}
