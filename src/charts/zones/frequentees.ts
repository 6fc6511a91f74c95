import { additionner } from '../../domain/effectif.ts';
import { effectifCourt, motDuMasque, nbEleves } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { nbEntier, type Phrase } from '../../phrases/phrase.ts';
import { phraseMasquee } from '../../phrases/zones/eleves.ts';
import { phraseFrequentees, phraseMoins } from '../../phrases/zones/offre.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, lienOption, nombres, type Tableau } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { BESOIN } from './besoins.ts';
import {
  besoinEnMots,
  deZone,
  nomDOption,
  noter,
  optionsOrganisees,
  parFrequentation,
  signeDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';

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
      nomDOption(o),
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
    : barresDeZone(
        constat,
        options.map((o) => ({
          cle: o.code_obg,
          libelle: o.intitule,
          signe: signeDe(o),
          valeur: o.eleves,
          etiquette: effectifCourt(o),
        })),
        { auMoins },
      );

/** Les codes que ces options réunissent, chacun une fois. */
function codesDe(
  { options, lignees }: DossierZones,
  zone: number,
  reunies: readonly OptionDeZone[],
): OptionDeZone[] {
  const codes = new Set(reunies.map(({ code_obg }) => code_obg));
  const membres = new Set(lignees.filter((l) => codes.has(l.code_obg)).map((l) => l.membre));
  return deZone(options, zone).filter(({ code_obg }) => membres.has(code_obg));
}

/** Les quinze options qui comptent le plus d’élèves. */
export function figureFrequentees(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(deZone(dossier.reunies, zone)).sort(parFrequentation);
  const premieres = ici.slice(0, PREMIERES);
  const [premiere] = premieres;
  const total = additionner(deZone(dossier.options, zone));
  const part = rapport(additionner(codesDe(dossier, zone, premieres)).eleves, total.eleves);
  const constat =
    premiere && part === null
      ? phraseMasquee(total)
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
    population: 'toutesReunies',
    ...noter(total, NOTE),
    tableau: tableauDe('frequentees', 'Les options les plus fréquentées', premieres),
    tables: [...TABLES_DE_L_OFFRE, ...BESOIN],
  };
}

/** Les dix options organisées qui comptent le moins d’élèves. */
export function figureMoins(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(deZone(dossier.reunies, zone)).sort(parFrequentation);
  const dernieres = ici.slice(-DERNIERES).reverse();
  const publiees = dernieres.filter(({ masques }) => masques === 0);
  const constat = phraseMoins(
    publiees.length,
    publiees[0]?.eleves ?? 0,
    publiees.at(-1)?.eleves ?? 0,
    dernieres.length - publiees.length,
    motDuMasque(additionner(dernieres)),
  );
  return {
    id: 'moins',
    titre: 'Les options les moins fréquentées',
    constat,
    dessin: dessinDe(dernieres, constat, ECHELLE_DES_PETITES),
    absence: ABSENCE,
    population: 'toutesReunies',
    ...noter(additionner(dernieres), NOTE),
    tableau: tableauDe('moins', 'Les options les moins fréquentées', dernieres),
    tables: [...TABLES_DE_L_OFFRE, ...BESOIN],
  };
}
