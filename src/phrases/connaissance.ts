import {
  type Couverte,
  lacunesDe,
  TABLES_COUVERTES,
  type TableCouverte,
} from '../domain/connaissance.ts';
import { enumerer } from './enumerer.ts';
import { compte } from './nombres.ts';
import { majuscule, typographie } from './typographie.ts';

const QUOI: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'les élèves par option et implantation',
  population: 'les élèves du secondaire ordinaire',
  thematiques_communes: 'la liste des thématiques communes (TC)',
  fonctions_critiques: 'la liste des fonctions critiques (FC)',
};

const COURT: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'offre et élèves par option',
  population: 'élèves du secondaire',
  thematiques_communes: 'TC',
  fonctions_critiques: 'FC',
};

const QUI: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'l’Administration les montre dans l’OAD officiel, à qui s’y connecte',
  population: 'l’Administration les compte chaque 15 janvier',
  thematiques_communes: 'l’IBEFE de la zone la tient',
  fonctions_critiques: 'le service de l’emploi de la région (Forem ou Actiris) la publie',
};

interface Lieu {
  readonly zone?: number;
  /** « la zone de Liège » ; sans lui, toute l’édition. */
  readonly nom?: string;
}

/**
 * Ce qui manque pour dire quelque chose, pourquoi, et qui l’a : une phrase par table.
 * @returns vide quand rien ne manque
 */
export function direManque(
  couverte: Couverte,
  tables: readonly TableCouverte[],
  anneeScolaire: string,
  { zone, nom }: Lieu = {},
): string {
  const phrases = tables.flatMap((table) => {
    const lues = lacunesDe(couverte, table, anneeScolaire, zone);
    if (lues.length === 0) return [];
    const partiel = lues.every(({ etat }) => etat === 'partiel');
    const pluriel = QUOI[table].startsWith('les ');
    const etat = partiel
      ? `${pluriel ? 'ne sont connus' : 'n’est connue'} qu’en partie`
      : `${pluriel ? 'ne sont' : 'n’est'} pas dans cette édition`;
    const ou = nom ? ` pour ${nom}` : '';
    const raisons = [...new Set(lues.flatMap(({ raison }) => raison ?? []))];
    const pourquoi = raisons.length > 0 ? ` (${enumerer(raisons)})` : '';
    return [`${majuscule(QUOI[table])} ${etat}${ou}, ${anneeScolaire}${pourquoi} : ${QUI[table]}.`];
  });
  return typographie(phrases.length > 0 ? `Non connu. ${phrases.join(' ')}` : '');
}

function direTable(
  couverte: Couverte,
  table: TableCouverte,
  anneeScolaire: string,
  zones: number,
): string[] {
  const lues = lacunesDe(couverte, table, anneeScolaire);
  if (lues.length === 0) return [];
  const partielles = lues.filter(({ etat }) => etat === 'partiel').length;
  const connues = zones - lues.length;
  if (lues.length === zones && partielles === 0) return [`${COURT[table]} : non connus`];
  if (connues === 0 && partielles > 0) {
    const ou = partielles < zones ? ` dans ${compte(partielles, 'zone')} sur ${zones}` : '';
    return [`${COURT[table]} : en partie${ou}`];
  }
  const partie = partielles > 0 ? `, en partie dans ${partielles}` : '';
  return [`${COURT[table]} : ${compte(connues, 'zone')} sur ${zones}${partie}`];
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
