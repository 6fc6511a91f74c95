import { readFileSync } from 'node:fs';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const entete = (table: string): string =>
  readFileSync(`data/${table}`, 'utf8').split('\n', 1)[0] ?? '';

const LIEUX: Readonly<Record<number, string>> = {
  1: '1070,Anderlecht',
  4: '4000,Liège',
  6: '5000,Namur',
};

/** Une commune dans chacune des autres zones. */
const AUTRES_LIEUX: Readonly<Record<number, string>> = {
  2: '1320,Beauvechain',
  3: '4540,Amay',
  5: '4880,Aubel',
  7: '6700,Arlon',
  8: '7800,Ath',
  9: '7160,Chapelle-lez-Herlaimont',
  10: '6000,Charleroi',
};

/** Deux écoles réelles dans chacune de ces zones : 101 et 102 en zone 1, 401 et 402 en zone 4… */
const sitesDe = (lieux: Readonly<Record<number, string>>): string[] =>
  Object.entries(lieux).flatMap(([zone, lieu]) =>
    ['WBE,non confessionnel', 'libre confessionnel,confessionnel'].map((reseau, i) => {
      const fase = Number(zone) * 100 + i + 1;
      return `${fase},${fase},École ${fase},Site ${fase},rue,${lieu},${zone},${reseau},,,,,inconnue,officiel`;
    }),
  );

export interface Partielle {
  /** Des écoles dans les dix zones, et pas dans trois seulement. */
  readonly partout?: boolean;
  readonly annee?: string;
  readonly campagne?: string;
  /** Lignes d’inscriptions : année scolaire, FASE, option, année d’étude, mode, élèves. */
  readonly inscriptions?: readonly string[];
  /** Lignes : année scolaire, zone, option, occurrences, élèves. */
  readonly totaux?: readonly string[];
  /** Lignes : année, région, métier, nature. */
  readonly fc?: readonly string[];
  /** Lignes : année, zone, métier. */
  readonly tc?: readonly string[];
  readonly population?: readonly string[];
  /** Lignes : table, zone, année scolaire, état, raison. */
  readonly couverture?: readonly string[];
}

/** Le métier qui fait de 2115 une option TC ou FC, et un autre qui ne lui est pas lié. */
export const METIER = 'D012';
export const AUTRE = 'D010';

/** Une édition de vraies écoles, sans rien d’autre que ce qu’on lui donne. */
export function editionPartielle(partielle: Partielle): Dossier {
  const dossier = ouvrirDossier();
  const sources = ['implantations'];
  const ecrire = (table: string, chemin: string, lignes: readonly string[] | undefined) => {
    if (!lignes) return;
    dossier.ecrire(chemin, `${[entete(chemin), ...lignes].join('\n')}\n`);
    sources.push(table);
  };
  dossier.ecrire(
    'offre/implantations.csv',
    `${[entete('offre/implantations.csv'), ...sitesDe(partielle.partout ? { ...LIEUX, ...AUTRES_LIEUX } : LIEUX)].join('\n')}\n`,
  );
  ecrire('inscriptions', 'offre/inscriptions.csv', partielle.inscriptions);
  if (partielle.totaux) {
    const lignes = ['annee_scolaire,zone,code_obg,occurrences,eleves', ...partielle.totaux];
    dossier.ecrire('offre/totaux_zones.csv', `${lignes.join('\n')}\n`);
    sources.push('totaux_zones');
  }
  ecrire('population', 'offre/population.csv', partielle.population);
  ecrire('fonctions_critiques', 'besoins/fonctions_critiques.csv', partielle.fc);
  ecrire('thematiques_communes', 'besoins/thematiques_communes.csv', partielle.tc);
  if (partielle.couverture) {
    const lignes = ['table,zone,annee_scolaire,etat,raison', ...partielle.couverture];
    dossier.ecrire('couverture.csv', `${lignes.join('\n')}\n`);
  }
  dossier.ecrire(
    'sources.csv',
    `${[entete('sources.csv'), ...sources.map((t) => `${t},Essai,Essai,officiel,,,,,`)].join('\n')}\n`,
  );
  dossier.ecrire(
    'edition.csv',
    `${entete('edition.csv')}\nessai-1,Essai,${partielle.campagne ?? '2025-2026'},${partielle.annee ?? '2023-2024'},Essai,essai@example.org,5\n`,
  );
  return dossier;
}

/** 2115 au-dessus de sa norme, à Liège, chaque année donnée. */
export const aLiege = (annees: readonly string[], eleves = 30): string[] =>
  annees.flatMap((annee) => [4, 5, 6].map((etude) => `${annee},401,2115,${etude},PE,${eleves}`));

const FC = ['Bruxelles-Capitale', 'Wallonie'].map(
  (region) => `2024,${region},${METIER},quantitative`,
);

/** Deux zones ont leurs totaux ; 6210 n’a que trois élèves à Namur. */
const TOTAUX = [
  ...['2022-2023,4,2115,3,70', '2023-2024,4,2115,3,61', '2023-2024,4,6210,1,14'],
  ...['2023-2024,6,2115,1,22', '2023-2024,6,6210,1,3', '2023-2024,6,3423,0,0'],
];

/** Les éditions qu’on peut publier sans tout savoir. */
export const PARTIELLES = {
  'registre seul': {},
  'registre et FC': { fc: FC },
  'FC, et TC de trois zones': {
    fc: FC,
    tc: [1, 4, 6].map((zone) => `2024,${zone},${zone === 4 ? METIER : AUTRE}`),
  },
  'élèves d’une zone': { inscriptions: aLiege(['2022-2023', '2023-2024']) },
  'élèves d’une année': { inscriptions: aLiege(['2023-2024']), fc: FC },
  'sans FC à Bruxelles': {
    fc: FC.slice(1),
    tc: Array.from({ length: 10 }, (_, i) => `2024,${i + 1},${METIER}`),
  },
  'sans mode': {
    inscriptions: aLiege(['2022-2023', '2023-2024']).map((ligne) => ligne.replace(',PE,', ',,')),
    fc: FC,
  },
  'sans année d’étude': {
    inscriptions: ['2022-2023', '2023-2024'].map((annee) => `${annee},401,2115,,PE,90`),
    fc: FC,
  },
  'totaux de zone seulement': { totaux: TOTAUX, fc: FC },
  'cellules tues': {
    inscriptions: [...aLiege(['2022-2023', '2023-2024']), '2023-2024,402,6210,5,PE,2'],
    population: ['2023-2024,4,5,P,900'],
    fc: FC,
  },
  'campagne suivante': {
    inscriptions: aLiege(['2023-2024']),
    fc: FC,
    campagne: '2026-2027',
  },
  'une année manque': {
    inscriptions: [
      ...aLiege(['2021-2022', '2023-2024'], 5),
      // Sous la norme, où que soit l’école.
      ...['2021-2022', '2023-2024'].map((annee) => `${annee},401,1404,3,PE,7`),
    ],
    fc: FC,
  },
} as const satisfies Record<string, Partielle>;

const ANNEES = ['2021-2022', '2022-2023', '2023-2024'] as const;

/** 2115 dans une zone, trois années d’étude, telles que la ligne s’écrit. */
const dansLaZone = (
  zone: number,
  annees: readonly string[],
  ecrire: (etude: number) => string,
  code = '2115',
): string[] =>
  annees.flatMap((annee) =>
    [4, 5, 6].map((etude) => `${annee},${zone}01,${code},${ecrire(etude)}`),
  );

/**
 * Presque toutes ces éditions en une : à chaque zone son manque, pour ne bâtir qu’un site.
 * 1 et 10 n’ont que leurs écoles (et 1, à Bruxelles, pas de FC) ; 2 n’a pas les modes, 3 pas les
 * années d’étude, 4 a tout ; à 5 il manque une année, à 7 les deux premières ; 6 n’a que ses
 * totaux ; 8 a de petits effectifs ; 9 est dite partielle. La campagne est la suivante.
 */
export const MOSAIQUE: Partielle = {
  partout: true,
  campagne: '2026-2027',
  inscriptions: [
    ...dansLaZone(2, ANNEES, (etude) => `${etude},,21`),
    ...ANNEES.map((annee) => `${annee},301,2115,,PE,63`),
    ...dansLaZone(4, ANNEES, (etude) => `${etude},PE,30`),
    ...dansLaZone(5, ['2021-2022', '2023-2024'], (etude) => `${etude},PE,5`),
    ...dansLaZone(7, ['2023-2024'], (etude) => `${etude},PE,24`),
    ...dansLaZone(8, ANNEES, (etude) => `${etude},PE,${etude === 6 ? 2 : 25}`),
    ...dansLaZone(9, ANNEES, (etude) => `${etude},PE,27`),
  ],
  totaux: ['2023-2024,6,2115,2,46', '2023-2024,6,6210,1,19', '2022-2023,6,2115,2,44'],
  fc: FC.slice(1),
  tc: [4, 6, 10].map((zone) => `2024,${zone},${METIER}`),
  couverture: ['inscriptions,9,,partiel,une école n’a pas répondu'],
};

/** Les élèves de 2115 que la mosaïque publie, par zone ; `null` : pas connus. */
export const ELEVES_DE_LA_MOSAIQUE: Readonly<Record<number, number | null>> = {
  ...{ 1: null, 2: 63, 3: 63, 4: 90, 5: 15, 6: 46, 7: 72, 8: 52, 9: 81, 10: null },
};
