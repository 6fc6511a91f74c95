import type { OptionDeZone } from '../../../src/query/options-par-zone.ts';
import type { DossierZones } from '../../../src/query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../../src/query/zones/occurrences.ts';
import type { Parcours } from '../../../src/query/zones/parcours.ts';

export const ZONE = 4;
const AUTRE = 6;
const LONG =
  'Horticulteur spécialisé/Horticultrice spécialisée en aménagement de parcs, de jardins et de toitures';

const commune = {
  nis: '62063',
  commune: 'Liège',
  zone: ZONE,
  codes_postaux: '4000',
  population_2020: 197000,
  densite_2001: null,
  densite_2001_sure: null,
  source: 'x',
};
const parcours = (annee_scolaire: string, zone: number, eleves: number): Parcours => ({
  annee_scolaire,
  zone,
  eleves,
  eleves_3_7: eleves / 2,
  qualifiant: eleves / 5,
  implantations: 2,
  options: 3,
  occurrences: 4,
  eleves_options: eleves / 5,
  options_organisables: 2,
  occurrences_organisables: 3,
  eleves_organisables: eleves / 10,
  masques_organisables: 0,
  masques: 0,
  masques_3_7: 0,
  masques_qualifiant: 0,
  masques_options: 0,
});
const option = (zone: number, code_obg: string, reste: Partial<OptionDeZone>): OptionDeZone => ({
  zone,
  code_obg,
  intitule: `Option ${code_obg}`,
  secteur: Number(code_obg[0]),
  groupe: Number(code_obg.slice(0, 2)),
  organisable: true,
  remplacee: false,
  confessionnel: 0,
  sous_ancien_code: 0,
  anciens: null,
  occurrences: 1,
  eleves: 10,
  occurrences_avant: 1,
  tc: false,
  fc: false,
  tc_fc: false,
  norme_creation: 12,
  norme_creation_alt: 8,
  masques: 0,
  ...reste,
});
const occurrence = (
  code_obg: string,
  fase: string,
  reste: Partial<OccurrenceDeZone>,
): OccurrenceDeZone => ({
  zone: ZONE,
  code_obg,
  fase_implantation: fase,
  eleves: 10,
  eleves_avant: 10,
  lat: 50.63,
  lon: 5.57,
  statut: 'atteinte',
  norme: 6,
  comptes: 7,
  sous_norme: false,
  norme_avant: 6,
  comptes_avant: 7,
  sous_norme_avant: false,
  masques: 0,
  masques_avant: 0,
  ...reste,
});

const OPTIONS: readonly OptionDeZone[] = [
  option(ZONE, '2101', { occurrences: 2, eleves: 24, tc: true, fc: true }),
  option(ZONE, '2102', { eleves: 6, occurrences_avant: 0, fc: true }),
  option(ZONE, '3101', { eleves: 3 }),
  option(ZONE, '3102', { occurrences: 0, eleves: 0, tc: true, fc: true }),
  option(ZONE, '3103', { occurrences: 0, eleves: 0, tc: true }),
  option(AUTRE, '3101', {}),
];
/** Aucune n’en remplace une autre. */
const sansAnciens = (options: readonly OptionDeZone[]) => ({
  options,
  reunies: options,
  lignees: [...new Set(options.map(({ code_obg }) => code_obg))].map((code_obg) => ({
    code_obg,
    membre: code_obg,
  })),
});

/** Une zone de deux implantations et de trois options, une autre qui sert de repère. */
export const PETIT: DossierZones = {
  anneeScolaire: '2023-2024',
  precedente: '2022-2023',
  zones: [
    { zone: ZONE, slug: 'liege', nom: 'Liège', region: 'Wallonie', spe: 'Forem', source: 'x' },
    { zone: AUTRE, slug: 'namur', nom: 'Namur', region: 'Wallonie', spe: 'Forem', source: 'x' },
  ],
  communes: [{ ...commune, lat: 50.63, lon: 5.57 }],
  groupes: [
    { groupe: 21, intitule: 'Électricité', secteur: 2, secteur_intitule: 'Industrie' },
    { groupe: 31, intitule: 'Bois', secteur: 3, secteur_intitule: 'Construction' },
  ],
  parcours: ['2021-2022', '2022-2023', '2023-2024'].flatMap((annee, i) => [
    parcours(annee, ZONE, 1000 + 100 * i),
    parcours(annee, AUTRE, 2000),
  ]),
  population: [
    { zone: ZONE, annee_etude: 3, forme: 'G', eleves: 300, masques: 0 },
    { zone: ZONE, annee_etude: 4, forme: 'TQ', eleves: 120, masques: 0 },
    { zone: ZONE, annee_etude: 5, forme: 'P', eleves: 80, masques: 0 },
  ],
  reseaux: [
    { zone: ZONE, caractere: 'confessionnel', reseau: 'libre confessionnel', implantations: 1 },
    { zone: ZONE, caractere: 'non confessionnel', reseau: 'WBE', implantations: 1 },
    { zone: AUTRE, caractere: 'non confessionnel', reseau: 'WBE', implantations: 3 },
  ],
  voies: [
    { zone: ZONE, secteur: 2, voie: 'PE', eleves: 24, masques: 0 },
    { zone: ZONE, secteur: 2, voie: 'ALT', eleves: 6, masques: 0 },
    { zone: ZONE, secteur: 3, voie: 'art45', eleves: 3, masques: 0 },
    { zone: AUTRE, secteur: 3, voie: 'PE', eleves: 10, masques: 0 },
  ],
  ...sansAnciens(OPTIONS),
  occurrences: [
    occurrence('2101', '900001', { eleves: 20 }),
    occurrence('2101', '900002', { eleves: 4, lat: 50.65, sous_norme: true, comptes: 4 }),
    occurrence('2102', '900001', { eleves: 6, eleves_avant: 0 }),
    occurrence('3101', '900002', { eleves: 3, norme: 12, sous_norme: true, statut: 'M1' }),
    { ...occurrence('3101', '900003', {}), zone: AUTRE },
  ],
  mouvements: [
    { zone: ZONE, metier: 'soudeur', intitule: 'Soudeur', liste: 'TC', sens: 'entree' },
    { zone: ZONE, metier: 'maçon', intitule: 'Maçon', liste: 'FC', sens: 'sortie' },
  ],
  reserves: ['compté par implantation'],
};

const vide = {
  population: [],
  reseaux: [],
  voies: [],
  occurrences: [],
  mouvements: [],
} as const;
const nulle = (p: Parcours): Parcours => ({
  ...p,
  eleves: 0,
  eleves_3_7: 0,
  qualifiant: 0,
  implantations: 0,
  options: 0,
  occurrences: 0,
  eleves_options: 0,
  options_organisables: 0,
  occurrences_organisables: 0,
  eleves_organisables: 0,
});
const fermer = (o: OptionDeZone): OptionDeZone => ({
  ...o,
  occurrences: 0,
  eleves: 0,
  occurrences_avant: 0,
});
const ici = ({ zone }: { readonly zone: number }): boolean => zone === ZONE;

/** Ce qu’une édition peut avoir de pauvre ou d’excessif. */
export const DEGENERES: Record<string, DossierZones> = {
  'une seule année': {
    ...PETIT,
    precedente: null,
    parcours: PETIT.parcours.filter((p) => p.annee_scolaire === '2023-2024'),
    mouvements: [],
  },
  'aucun élève dans la zone': {
    ...PETIT,
    parcours: PETIT.parcours.map((p) => (ici(p) ? nulle(p) : p)),
    ...sansAnciens(OPTIONS.map((o) => (ici(o) ? fermer(o) : o))),
    population: [],
    reseaux: PETIT.reseaux.filter((r) => !ici(r)),
    voies: PETIT.voies.filter((v) => !ici(v)),
    occurrences: PETIT.occurrences.filter((o) => !ici(o)),
  },
  'tout à zéro': {
    ...PETIT,
    ...vide,
    parcours: PETIT.parcours.map(nulle),
    ...sansAnciens(OPTIONS.map(fermer)),
  },
  'une seule option': {
    ...PETIT,
    ...sansAnciens(OPTIONS.filter((o) => o.code_obg === '2102')),
    occurrences: PETIT.occurrences.filter((o) => o.code_obg === '2102'),
    voies: PETIT.voies.filter((v) => v.voie === 'PE' && ici(v)),
  },
  'sans alternance': { ...PETIT, voies: PETIT.voies.filter((v) => v.voie === 'PE') },
  'titres très longs': {
    ...PETIT,
    ...sansAnciens(OPTIONS.map((o) => ({ ...o, intitule: LONG }))),
    groupes: PETIT.groupes.map((g) => ({ ...g, intitule: LONG, secteur_intitule: LONG })),
  },
};
