import { CLES_BESOIN, type CleBesoin, cleDuBesoin } from '../../domain/besoin.ts';
import { additionner } from '../../domain/effectif.ts';
import { motDuMasque, nbEleves } from '../../phrases/effectif.ts';
import { entier, part, rapport } from '../../phrases/nombres.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseContraste } from '../../phrases/zones/besoin.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, lienOption, nombres, type Tableau } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { BESOIN } from './besoins.ts';
import {
  BESOIN_EN_MOTS,
  deZone,
  nomDOption,
  optionsOrganisees,
  organisables,
  parFrequentation,
  partDe,
  signeDe,
} from './calculs.ts';
import { PREMIERES } from './frequentees.ts';

/** Une option peu fréquentée : moins d’élèves que cela dans toute la zone. */
const PEU = 10;

const liste = (titre: string, options: readonly OptionDeZone[]): Tableau => ({
  titre,
  colonnes: [{ titre: 'Option' }, { titre: 'Code' }, nombres('Élèves'), nombres('Occurrences')],
  rangees: options.map((o) => ({
    cle: o.code_obg,
    cellules: [
      nomDOption(o),
      lienOption(o.code_obg),
      nbEleves(`option.${o.code_obg}.eleves`, o),
      nbEntier(`option.${o.code_obg}.occurrences`, o.occurrences),
    ],
  })),
});

/** Le besoin des quinze options les plus fréquentées, face à celui des autres. */
export function figureContraste(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(organisables(deZone(dossier.reunies, zone))).sort(parFrequentation);
  const ensembles = [
    { cle: 'premieres', titre: 'Les plus fréquentées', options: ici.slice(0, PREMIERES) },
    { cle: 'autres', titre: 'Les autres', options: ici.slice(PREMIERES) },
  ] as const;
  const compter = (options: readonly OptionDeZone[], besoin: CleBesoin): number =>
    options.filter((o) => cleDuBesoin(o) === besoin).length;
  const [premieres, autres] = ensembles;
  const constat = phraseContraste(
    ici.length === 0
      ? null
      : {
          premieres: premieres.options.length,
          autres: autres.options.length,
          tcFcPremieres: compter(premieres.options, 'tc-fc'),
          tcFcAutres: compter(autres.options, 'tc-fc'),
          sansBesoin: compter(premieres.options, 'aucun'),
        },
  );
  const peuFrequentees = autres.options.filter((o) => o.eleves < PEU && signeDe(o) === 'tc-fc');
  return {
    id: 'contraste',
    titre: 'Fréquentation et besoin',
    constat,
    dessin:
      ici.length === 0
        ? null
        : barresDeZone(
            constat,
            ensembles.flatMap(({ titre, options }) =>
              CLES_BESOIN.map((besoin) => {
                const n = compter(options, besoin);
                const valeur = rapport(n, options.length) ?? 0;
                return {
                  cle: besoin,
                  libelle: BESOIN_EN_MOTS[besoin],
                  signe: besoin === 'aucun' ? null : besoin,
                  facette: `${titre} (${options.length})`,
                  valeur,
                  etiquette: options.length === 0 ? '–' : `${entier(n)} · ${part(valeur)}`,
                  seconde: besoin === 'aucun',
                };
              }),
            ),
            { facettes: ensembles.map(({ titre, options }) => `${titre} (${options.length})`) },
          ),
    absence: 'Aucune option organisable n’est organisée dans la zone.',
    population: 'organisablesReunies',
    tableau: {
      titre: 'Besoin des options organisables que la zone organise',
      colonnes: [
        { titre: 'Besoin' },
        ...ensembles.flatMap(({ titre }) => [nombres(titre), nombres(`${titre}, part`)]),
      ],
      rangees: CLES_BESOIN.map((besoin) => ({
        cle: besoin,
        cellules: [
          BESOIN_EN_MOTS[besoin],
          ...ensembles.flatMap(({ cle, options }) => {
            const n = compter(options, besoin);
            return [
              nbEntier(`contraste.${cle}.${besoin}`, n),
              partDe(`contraste.${cle}.${besoin}.part`, n, options.length),
            ];
          }),
        ],
      })),
    },
    listes: [
      liste(
        'Très fréquentées, sans TC ni FC',
        premieres.options.filter((o) => signeDe(o) === null),
      ),
      liste(
        `Liées à une TC et à une FC, avec moins de ${PEU} élèves${peuFrequentees.some(({ masques }) => masques > 0) ? `, ou un effectif ${motDuMasque(additionner(peuFrequentees))}` : ''}`,
        peuFrequentees,
      ),
    ],
    tables: ['indicateurs_lignees', 'lignees', ...BESOIN],
  };
}
