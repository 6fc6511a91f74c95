import { entier } from '../../phrases/nombres.ts';
import { enTexte, nbEntier, type Phrase } from '../../phrases/phrase.ts';
import { phraseFrequentees, phraseMoins } from '../../phrases/zones/offre.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OptionDeZone } from '../../query/zones/options.ts';
import { barres } from '../barres.ts';
import { type Figure, lienOption, nombres, type Tableau } from '../figure.ts';
import { besoinDe, besoinEnMots, deZone, organisees, parFrequentation, somme } from './calculs.ts';

export const PREMIERES = 15;
const DERNIERES = 10;
/** En élèves. */
const ECHELLE_DES_PETITES = 10;
const ABSENCE = 'Aucune option n’est organisée dans la zone.';
const NOTE = '◆ liée à une TC et à une FC ; ● à une TC ; ▲ à une FC.';

const tableauDe = (id: string, titre: string, options: readonly OptionDeZone[]): Tableau => ({
  titre,
  colonnes: [
    { titre: 'Option' },
    { titre: 'Code' },
    { titre: 'Besoin' },
    nombres('Élèves'),
    nombres('Occurrences'),
  ],
  rangees: options.map((o) => ({
    cle: o.code_obg,
    cellules: [
      o.intitule,
      lienOption(o.code_obg),
      besoinEnMots(o),
      nbEntier(`${id}.${o.code_obg}.eleves`, o.eleves),
      nbEntier(`${id}.${o.code_obg}.occurrences`, o.occurrences),
    ],
  })),
});

const dessinDe = (
  options: readonly OptionDeZone[],
  constat: Phrase,
  auMoins = 0,
): Figure['dessin'] =>
  options.length === 0
    ? null
    : (largeur) =>
        barres(
          options.map((o) => ({
            cle: o.code_obg,
            libelle: o.intitule,
            signe: besoinDe(o),
            valeur: o.eleves,
            etiquette: entier(o.eleves),
          })),
          { largeur, constat: enTexte(constat), auMoins },
        );

/** Les quinze options qui comptent le plus d’élèves. */
export function figureFrequentees(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone)).sort(parFrequentation);
  const premieres = ici.slice(0, PREMIERES);
  const [premiere] = premieres;
  const constat = phraseFrequentees(
    premiere
      ? {
          nombre: premieres.length,
          part: somme(premieres, (o) => o.eleves) / somme(ici, (o) => o.eleves),
          premiere: {
            code: premiere.code_obg,
            intitule: premiere.intitule,
            eleves: premiere.eleves,
          },
        }
      : null,
  );
  return {
    id: 'frequentees',
    titre: 'Les options les plus fréquentées',
    constat,
    dessin: dessinDe(premieres, constat),
    absence: ABSENCE,
    note: NOTE,
    tableau: tableauDe('frequentees', 'Les options les plus fréquentées', premieres),
    tables: ['offre', 'options', 'besoins', 'options_metiers'],
  };
}

/** Les dix options organisées qui comptent le moins d’élèves. */
export function figureMoins(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone)).sort(parFrequentation);
  const dernieres = ici.slice(-DERNIERES).reverse();
  const constat = phraseMoins(
    dernieres.length,
    dernieres[0]?.eleves ?? 0,
    dernieres.at(-1)?.eleves ?? 0,
  );
  return {
    id: 'moins',
    titre: 'Les options les moins fréquentées',
    constat,
    dessin: dessinDe(dernieres, constat, ECHELLE_DES_PETITES),
    absence: ABSENCE,
    note: NOTE,
    tableau: tableauDe('moins', 'Les options les moins fréquentées', dernieres),
    tables: ['offre', 'options', 'besoins', 'options_metiers'],
  };
}
