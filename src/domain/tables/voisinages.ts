import { ANNEE_SCOLAIRE, FASE, REF_OBG } from './formes.ts';
import { mart } from './schema.ts';

/** Jusqu’où une implantation est voisine d’une autre, en kilomètres. */
export const PORTEE_DES_VOISINAGES = 30;

const METRES = { type: 'entier', unite: 'm', min: 0 } as const;
const REF_SITE = { ...FASE, reference: 'implantations.fase_implantation' } as const;

export const voisinages = mart({
  nom: 'voisinages',
  titre: 'Voisinages',
  sens:
    `Chaque implantation et celles qui sont à ${PORTEE_DES_VOISINAGES} km au plus, dans les deux sens : ` +
    'une question de distance est une jointure.',
  tables: ['implantations', 'communes'],
  cle: ['fase_implantation', 'voisine'],
  colonnes: {
    fase_implantation: { ...REF_SITE, sens: 'Numéro FASE de l’implantation' },
    voisine: { ...REF_SITE, sens: 'Numéro FASE de sa voisine' },
    metres: {
      ...METRES,
      sens: 'Distance géodésique (WGS84) de l’une à l’autre, au mètre supérieur',
      max: PORTEE_DES_VOISINAGES * 1000,
    },
    exacte: {
      type: 'booleen',
      sens: 'Les deux positions sont des adresses ; non : l’une au moins n’est que sa commune',
    },
  },
});

const auPlus = (qui: string) =>
  ({
    ...METRES,
    sens: `Distance géodésique (WGS84) du point central de la commune à ${qui}, au mètre supérieur`,
    vide: 'aucune, dans ce que l’édition connaît',
  }) as const;

export const portee = mart({
  nom: 'portee',
  titre: 'Portée des options',
  sens:
    'De chaque commune, l’implantation la plus proche qui organise chaque option organisée quelque ' +
    'part, anciens codes compris, la dernière année scolaire.',
  tables: ['communes', 'inscriptions', 'implantations', 'options', 'successions'],
  cle: ['nis', 'code_obg'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    nis: { type: 'texte', sens: 'Code NIS de la commune', reference: 'communes.nis' },
    code_obg: REF_OBG,
    fase_implantation: { ...REF_SITE, sens: 'Numéro FASE de l’implantation la plus proche' },
    metres: { ...METRES, sens: auPlus('l’implantation la plus proche').sens },
    metres_confessionnel: auPlus('la plus proche de caractère confessionnel'),
    metres_non_confessionnel: auPlus('la plus proche de caractère non confessionnel'),
    sure: {
      type: 'booleen',
      sens:
        'L’offre des dix zones est connue cette année-là ; non : une autre implantation peut être ' +
        'plus proche, et ces distances sont un maximum',
    },
  },
});
