import { CelluleAbimee, nettoyer } from '../../domain/fichier-recu.ts';
import type { Table } from '../../domain/tables/schema.ts';
import type { Rangee } from '../base.ts';
import { type Lecture, lecteurDe } from '../read/cellule.ts';
import { citer } from './citer.ts';
import type { Genre, Lue, Portee, Recue, Refus } from './genre.ts';

const enCellule = (valeur: Rangee[string]): string => {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return valeur === null || valeur === undefined ? '' : String(valeur);
};

interface LecteurDeColonne {
  readonly nom: string;
  readonly motVide: string | undefined;
  readonly lire: (texte: string) => Lecture;
}

const LECTEURS = new WeakMap<Table, readonly LecteurDeColonne[]>();

function lecteursDe(table: Table): readonly LecteurDeColonne[] {
  const connus = LECTEURS.get(table);
  if (connus) return connus;
  const lecteurs = Object.entries(table.colonnes).map(([nom, colonne]) => ({
    nom,
    motVide: colonne.motVide,
    lire: lecteurDe(colonne),
  }));
  LECTEURS.set(table, lecteurs);
  return lecteurs;
}

/** Ce que le schéma de la table refuserait dans une rangée lue. */
function refusDuSchema(
  { table, colonnes }: Genre,
  rangee: Rangee,
): Extract<Jugee, { colonne: unknown }> | null {
  for (const { nom, motVide, lire } of lecteursDe(table)) {
    const valeur = rangee[nom] ?? null;
    const texte = valeur === null && motVide ? motVide : enCellule(valeur);
    const lecture = lire(texte);
    if ('code' in lecture) {
      const recue = colonnes.some((colonne) => colonne.nom === nom);
      const raison = recue ? lecture.message : `colonne « ${nom} » : ${lecture.message}`;
      return { refus: { code: lecture.code, valeur: texte || '(vide)', raison }, colonne: nom };
    }
  }
  return null;
}

const lireSansTomber = (lire: (recue: Recue) => Lue, recue: Recue): Lue => {
  try {
    return lire(recue);
  } catch (cause) {
    if (!(cause instanceof CelluleAbimee)) throw cause;
    return { refus: { code: 'EXCEL', valeur: cause.valeur, raison: cause.message } };
  }
};

/** Un caractère qu’un changement d’encodage a perdu : « Li�ge », « Li?ge ». */
const PERDU = /\uFFFD|\p{L}\?\p{L}/u;

/** Une cellule vide a sa raison : le tableur d’origine la fusionnait peut-être. */
const direVide = ({ code, valeur }: Refus): Partial<Refus> =>
  valeur.trim() !== '' || code === 'EFFECTIF-TU'
    ? {}
    : {
        raison: 'la cellule est vide. Était-elle fusionnée ? Recopiez sa valeur sur chaque ligne.',
      };

/** Au-delà, en caractères, une cellule n’est pas une donnée. */
const LONGUEUR = 600;

/** Un genre, et ce qui lit ses lignes. */
export interface Lecteur {
  readonly genre: Genre;
  readonly lire: (recue: Recue) => Lue;
  readonly situer?: ((recue: Recue) => Portee) | undefined;
}

/** Une ligne lue, et ce que le schéma de la table en dit. */
export type Jugee =
  | { readonly refus: Refus; readonly colonne: string | null }
  | (Extract<Lue, { rangee: unknown }> & { readonly refus?: undefined });

/** La colonne en cause : la dernière lue qui tient cette valeur, à défaut la dernière lue. */
function colonneDe({ lire }: Lecteur, recue: Recue, { valeur }: Refus): string | null {
  const lues: string[] = [];
  const cellule = (nom: string): string => {
    lues.push(nom);
    return recue.cellule(nom);
  };
  lireSansTomber(lire, { ...recue, cellule });
  const tient = (nom: string) => nettoyer(recue.cellule(nom)) === nettoyer(valeur);
  return lues.findLast(tient) ?? lues.at(-1) ?? null;
}

function juger(lecteur: Lecteur, recue: Recue): Jugee {
  const { genre, lire } = lecteur;
  const longue = genre.colonnes.find(({ nom }) => recue.cellule(nom).length > LONGUEUR);
  if (longue) {
    const valeur = recue.cellule(longue.nom);
    const raison = `${valeur.length} caractères ; au plus ${LONGUEUR}.`;
    return { refus: { code: 'LONGUEUR', valeur, raison }, colonne: longue.nom };
  }
  const perdue = genre.colonnes.find(({ nom }) => PERDU.test(recue.cellule(nom)));
  if (perdue) {
    const raison =
      'un caractère s’est perdu. Ressaisissez la cellule, et enregistrez en « CSV UTF-8 ».';
    const refus = { code: 'OAD-CODAGE', valeur: recue.cellule(perdue.nom), raison };
    return { refus, colonne: perdue.nom };
  }
  const lue = lireSansTomber(lire, recue);
  if ('refus' in lue) {
    const refus = { ...lue.refus, ...direVide(lue.refus) };
    return { refus, colonne: colonneDe(lecteur, recue, lue.refus) };
  }
  return refusDuSchema(genre, lue.rangee) ?? lue;
}

/** Juge une ligne. Une colonne facultative ne la refuse jamais : illisible, elle n’est pas reprise. */
export function jugerLigne(lecteur: Lecteur, recue: Recue): Jugee {
  const jugee = juger(lecteur, recue);
  if (!jugee.refus || !/^(EXCEL|LONGUEUR|OAD-.*)$/.test(jugee.refus.code)) return jugee;
  const facultatives = lecteur.genre.colonnes.filter(
    ({ nom, facultative }) => facultative && recue.cellule(nom) !== '',
  );
  for (const { nom } of facultatives) {
    const cellule = (autre: string) => (autre === nom ? '' : recue.cellule(autre));
    const sans = juger(lecteur, { ...recue, cellule });
    if (sans.refus) continue;
    const correction = `« ${citer(recue.cellule(nom))} » (${nom}) non repris : ${jugee.refus.raison}`;
    return { ...sans, corrections: [...(sans.corrections ?? []), correction] };
  }
  return jugee;
}
