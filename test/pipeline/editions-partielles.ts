import { readFileSync } from 'node:fs';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const entete = (table: string): string =>
  readFileSync(`data/${table}`, 'utf8').split('\n', 1)[0] ?? '';

const LIEUX: Readonly<Record<number, string>> = {
  1: '1070,Anderlecht',
  4: '4000,Liège',
  6: '5000,Namur',
};

/** Deux écoles réelles dans chacune de ces zones : 101 et 102 en zone 1, 401 et 402 en zone 4… */
const SITES = Object.entries(LIEUX).flatMap(([zone, lieu]) =>
  ['WBE,non confessionnel', 'libre confessionnel,confessionnel'].map((reseau, i) => {
    const fase = Number(zone) * 100 + i + 1;
    return `${fase},${fase},École ${fase},Site ${fase},rue,${lieu},${zone},${reseau},,,,,inconnue,officiel`;
  }),
);

export interface Partielle {
  readonly annee?: string;
  /** Lignes d’inscriptions : année scolaire, FASE, option, année d’étude, mode, élèves. */
  readonly inscriptions?: readonly string[];
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
    `${[entete('offre/implantations.csv'), ...SITES].join('\n')}\n`,
  );
  ecrire('inscriptions', 'offre/inscriptions.csv', partielle.inscriptions);
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
    `${entete('edition.csv')}\nessai-1,Essai,2025-2026,${partielle.annee ?? '2023-2024'},Essai,essai@example.org,5\n`,
  );
  return dossier;
}

/** 2115 au-dessus de sa norme, à Liège, chaque année donnée. */
export const aLiege = (annees: readonly string[], eleves = 30): string[] =>
  annees.flatMap((annee) => [4, 5, 6].map((etude) => `${annee},401,2115,${etude},PE,${eleves}`));

const FC = ['Bruxelles-Capitale', 'Wallonie'].map(
  (region) => `2024,${region},${METIER},quantitative`,
);

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
  'une année manque': {
    inscriptions: [
      ...aLiege(['2021-2022', '2023-2024'], 5),
      // Sous la norme, où que soit l’école.
      ...['2021-2022', '2023-2024'].map((annee) => `${annee},401,2105,3,PE,7`),
    ],
    fc: FC,
  },
} as const satisfies Record<string, Partielle>;
