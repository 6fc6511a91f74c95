import {
  type Couverte,
  etatDe,
  type Lacune,
  lacunesDe,
  TABLES_COUVERTES,
  type TableCouverte,
  tireeDesInscriptions,
} from '../domain/connaissance.ts';
import { enumerer } from './enumerer.ts';
import { compte } from './nombres.ts';
import { majuscule, typographie } from './typographie.ts';

const QUOI: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'les élèves par option et implantation',
  'inscriptions.annee_etude': 'les années d’étude des élèves',
  'inscriptions.mode': 'les modes (plein exercice ou alternance) des élèves',
  totaux_zones: 'les totaux par option et zone',
  population: 'les élèves du secondaire ordinaire',
  thematiques_communes: 'la liste des thématiques communes (TC)',
  fonctions_critiques: 'la liste des fonctions critiques (FC)',
};

const COURT: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'offre et élèves par option',
  'inscriptions.annee_etude': 'années d’étude des élèves',
  'inscriptions.mode': 'plein exercice ou alternance',
  totaux_zones: 'totaux par option et zone',
  population: 'élèves du secondaire',
  thematiques_communes: 'TC',
  fonctions_critiques: 'FC',
};

const QUI: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'l’Administration les montre dans l’OAD officiel, à qui s’y connecte',
  'inscriptions.annee_etude': 'chaque école les connaît, et l’Administration les compte',
  'inscriptions.mode': 'chaque école les connaît, et l’Administration les compte',
  totaux_zones: 'l’Administration les montre dans l’OAD officiel, à qui s’y connecte',
  population: 'l’Administration les compte chaque 15 janvier',
  thematiques_communes: 'l’IBEFE de la zone la tient',
  fonctions_critiques: 'le service de l’emploi de la région (Forem ou Actiris) la publie',
};

interface Lieu {
  readonly zone?: number;
  /** « la zone de Liège » ; sans lui, toute l’édition. */
  readonly nom?: string;
}

const TOTAUX =
  ' Seuls les totaux de la zone y sont : ni implantation, ni distance, ni norme de maintien ne s’en déduisent.';

/** Là où les inscriptions manquent, ce qui s’en tire manque avec elles : c’est d’elles qu’on parle. */
function dites(
  couverte: Couverte,
  tables: readonly TableCouverte[],
  anneeScolaire: string,
  zone?: number,
): ReadonlyMap<TableCouverte, readonly Lacune[]> {
  const siennes = lacunesDe(couverte, 'inscriptions', anneeScolaire, zone);
  const sans = new Set(siennes.map((lacune) => lacune.zone));
  const voulues = new Set(tables);
  const trouvees = tables.flatMap((table) =>
    lacunesDe(couverte, table, anneeScolaire, zone).map((lacune): Lacune => {
      const suit = tireeDesInscriptions(table) && sans.has(lacune.zone);
      if (suit) voulues.add('inscriptions');
      return suit ? { ...lacune, table: 'inscriptions' } : lacune;
    }),
  );
  const parTable = Map.groupBy(trouvees, ({ table }) => table);
  return new Map(
    TABLES_COUVERTES.filter((table) => voulues.has(table)).map((table) => {
      const lues = Map.groupBy(parTable.get(table) ?? [], (lacune) => lacune.zone);
      return [table, [...lues.values()].flatMap(([une]) => une ?? [])];
    }),
  );
}

/** La zone, ou toutes, n’a que ses totaux. */
const totauxSeuls = (couverte: Couverte, anneeScolaire: string, lues: readonly Lacune[]): boolean =>
  lues.every(
    ({ table, zone }) =>
      table === 'inscriptions' && etatDe(couverte, 'totaux_zones', zone, anneeScolaire) === 'connu',
  );

/**
 * Ce qui manque pour dire quelque chose, pourquoi, et qui l’a : une phrase pour les tables absentes,
 * une pour chacune de celles dont on sait une partie, ou pourquoi elles manquent.
 * @returns vide quand rien ne manque
 */
export function direManque(
  couverte: Couverte,
  tables: readonly TableCouverte[],
  anneeScolaire: string,
  { zone, nom }: Lieu = {},
): string {
  const ou = nom ? ` pour ${nom}` : '';
  const manquent = [...dites(couverte, tables, anneeScolaire, zone)].filter(
    ([, lues]) => lues.length > 0,
  );
  const absentes = manquent.filter(
    ([, lues]) =>
      lues.every(({ etat, raison }) => etat === 'inconnu' && !raison) &&
      !totauxSeuls(couverte, anneeScolaire, lues),
  );
  const ensemble = absentes.length > 1 ? absentes : [];
  const phrases = manquent.flatMap((manquante) => {
    const [table, lues] = manquante;
    if (ensemble.includes(manquante)) return [];
    const partiel = lues.every(({ etat }) => etat === 'partiel');
    const pluriel = QUOI[table].startsWith('les ');
    const etat = partiel
      ? `${pluriel ? 'ne sont connus' : 'n’est connue'} qu’en partie`
      : `${pluriel ? 'ne sont' : 'n’est'} pas dans cette édition`;
    const raisons = [...new Set(lues.flatMap(({ raison }) => raison ?? []))];
    const pourquoi = raisons.length > 0 ? ` (${enumerer(raisons)})` : '';
    const mais = totauxSeuls(couverte, anneeScolaire, lues) ? TOTAUX : '';
    return [
      `${majuscule(QUOI[table])} ${etat}${ou}, ${anneeScolaire}${pourquoi} : ${QUI[table]}.${mais}`,
    ];
  });
  if (ensemble.length > 0) {
    const liste = ensemble.map(([table]) => `${QUOI[table]} – ${QUI[table]}`);
    phrases.unshift(
      `Ne sont pas dans cette édition${ou}, ${anneeScolaire} : ${liste.join(' ; ')}.`,
    );
  }
  return typographie(phrases.length > 0 ? `Non connu. ${phrases.join(' ')}` : '');
}

function direTable(
  couverte: Couverte,
  table: TableCouverte,
  anneeScolaire: string,
  zones: number,
): string[] {
  const parTable = dites(couverte, [table], anneeScolaire);
  const lues = parTable.get(table) ?? [];
  if (lues.length === 0) return [];
  // Là où les inscriptions manquent, elles l’ont déjà dit.
  const sur =
    table === 'inscriptions' ? zones : zones - (parTable.get('inscriptions')?.length ?? 0);
  const seuls = lues.filter((lacune) => totauxSeuls(couverte, anneeScolaire, [lacune])).length;
  const partielles = lues.filter(({ etat }) => etat === 'partiel').length;
  const connues = sur - lues.length;
  const suites = [
    ...(partielles > 0 ? [`en partie dans ${partielles}`] : []),
    ...(seuls > 0 ? [`totaux seulement dans ${seuls}`] : []),
  ];
  if (connues === 0 && suites.length === 0) return [`${COURT[table]} : non connus`];
  if (connues === 0 && partielles === lues.length) {
    const ou = partielles < zones ? ` dans ${compte(partielles, 'zone')} sur ${zones}` : '';
    return [`${COURT[table]} : en partie${ou}`];
  }
  return [`${COURT[table]} : ${[`${compte(connues, 'zone')} sur ${sur}`, ...suites].join(', ')}`];
}

/** Ce que l’édition connaît l’année qu’elle montre ; `null` quand elle connaît tout. */
export function direCouverture(
  couverte: Couverte,
  anneeScolaire: string,
  zones: number,
): string | null {
  const dites = TABLES_COUVERTES.flatMap((t) => direTable(couverte, t, anneeScolaire, zones));
  return dites.length === 0 ? null : typographie(`${majuscule(dites.join(' ; '))}.`);
}

/** Ce que des totaux de zone ne distinguent pas ; vide là où les implantations sont connues. */
export const noteDesTotaux = (couverte: Couverte, anneeScolaire: string, zone: number): string => {
  const lues = lacunesDe(couverte, 'inscriptions', anneeScolaire, zone);
  return lues.length > 0 && totauxSeuls(couverte, anneeScolaire, lues)
    ? typographie(
        'De la zone, seuls les totaux sont connus : d’une option et de ses anciens codes réunis, les occurrences sont un minimum.',
      )
    : '';
};

/** Sur combien de zones porte une moyenne, quand ce n’est pas sur toutes. */
export const noteDesZones = (connues: number, zones: number): string =>
  connues === zones || connues === 0
    ? ''
    : typographie(
        `Moyenne FWB : sur ${compte(connues, 'zone connue', 'zones connues')} de ${zones}.`,
      );

/** Où l’offre n’est pas connue : rien à nommer quand c’est partout. */
export function ouManque(
  couverte: Couverte,
  anneeScolaire: string,
  zones: readonly { readonly zone: number; readonly nom: string }[],
): Lieu {
  const sans = new Set(lacunesDe(couverte, 'inscriptions', anneeScolaire).map(({ zone }) => zone));
  if (sans.size === 0 || sans.size === zones.length) return {};
  const noms = zones.filter(({ zone }) => sans.has(zone)).map(({ nom }) => nom);
  return { nom: noms.length > 3 ? `${noms.length} zones sur ${zones.length}` : enumerer(noms) };
}
