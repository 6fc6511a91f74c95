import { additionner, estMasque } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { enTexte, nbEntier, type Phrase } from '../../phrases/phrase.ts';
import { PHRASE_MASQUEE } from '../../phrases/zones/eleves.ts';
import { phraseFrequentees, phraseMoins } from '../../phrases/zones/offre.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OptionDeZone } from '../../query/zones/options.ts';
import { barres } from '../barres.ts';
import { type Figure, lienOption, nombres, type Tableau } from '../figure.ts';
import { besoinDe, besoinEnMots, deZone, noter, organisees, parFrequentation } from './calculs.ts';

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
      nbEleves(`${id}.${o.code_obg}.eleves`, o),
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
            etiquette: effectifCourt(o),
          })),
          { largeur, constat: enTexte(constat), auMoins },
        );

/** Les quinze options qui comptent le plus d’élèves. */
export function figureFrequentees(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone)).sort(parFrequentation);
  const premieres = ici.slice(0, PREMIERES);
  const [premiere] = premieres;
  const part = rapport(additionner(premieres).eleves, additionner(ici).eleves);
  const constat =
    premiere && part === null
      ? PHRASE_MASQUEE
      : phraseFrequentees(
          premiere
            ? {
                nombre: premieres.length,
                part: part ?? 0,
                premiere: {
                  intitule: premiere.intitule,
                  eleves: nbEleves(`frequentees.${premiere.code_obg}.eleves`, premiere),
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
    ...noter(additionner(ici).masques, NOTE),
    tableau: tableauDe('frequentees', 'Les options les plus fréquentées', premieres),
    tables: ['offre', 'options', 'besoins', 'options_metiers'],
  };
}

/** Les dix options organisées qui comptent le moins d’élèves. */
export function figureMoins(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone)).sort(parFrequentation);
  const dernieres = ici.slice(-DERNIERES).reverse();
  const publiees = dernieres.filter((o) => !estMasque(o));
  const constat = phraseMoins(
    publiees.length,
    publiees[0]?.eleves ?? 0,
    publiees.at(-1)?.eleves ?? 0,
    dernieres.length - publiees.length,
  );
  return {
    id: 'moins',
    titre: 'Les options les moins fréquentées',
    constat,
    dessin: dessinDe(dernieres, constat, ECHELLE_DES_PETITES),
    absence: ABSENCE,
    ...noter(additionner(dernieres).masques, NOTE),
    tableau: tableauDe('moins', 'Les options les moins fréquentées', dernieres),
    tables: ['offre', 'options', 'besoins', 'options_metiers'],
  };
}
