import { clef } from '../../domain/fichier-recu.ts';
import { plusProche } from '../../domain/recherche/proche.ts';
import { ErreurDUsage } from '../probleme.ts';
import { sansAnnee } from './annees-dites.ts';
import { citer } from './citer.ts';
import type { ColonnesLues } from './compte.ts';
import type { Paire, ReponsesDImport } from './reponses.ts';

/** Une colonne attendue d’un fichier reçu, et les noms qu’elle peut y porter. */
export interface Voulue {
  readonly nom: string;
  readonly noms: readonly string[];
  /** Les noms qui ne servent que si aucun autre n’y est. */
  readonly seconds?: readonly string[];
  readonly facultative?: boolean;
  /** Sa valeur, quand un tableau croisé en fait un titre de colonne ; `null` : ce n’en est pas une. */
  readonly enTitre?: (titre: string) => string | null;
  /** Ce qu’une de ses cellules contient : un intitulé n’est pas pris pour un code. */
  readonly forme?: RegExp;
  /** L’option qui en tient lieu quand le fichier ne l’a pas, et si elle est donnée. */
  readonly aDefaut?: {
    readonly option: string;
    /** Quand l’ajouter. */
    readonly si?: string;
    readonly donnee: (reponses: ReponsesDImport) => boolean;
  };
  /** Un nom qui ne suffit pas, « FASE », si une autre colonne parle du même sujet. */
  readonly vague?: { readonly nom: RegExp; readonly sujet: RegExp };
}

/** Une colonne qu’un fichier peut ne pas avoir, si on le dit. */
export const sansColonne = (nom: string): Voulue['aDefaut'] => ({
  option: `--sans ${nom}`,
  si: 'Si le fichier ne la dit pas et que ce qu’elle dirait doit rester « non connu »',
  donnee: ({ sans }) => sans.includes(nom),
});

/** Les colonnes d’un en-tête où l’une des attendues pourrait être. */
export interface Rivales {
  readonly voulue: Voulue;
  readonly places: readonly number[];
}

export interface Entete {
  readonly cellules: readonly string[];
  /** La place de chaque colonne reconnue. */
  readonly places: ReadonlyMap<string, number>;
  readonly manquantes: readonly Voulue[];
  readonly rivales: readonly Rivales[];
}

/** Les colonnes en trop que l’on nomme ; le registre officiel en a trente. */
const CITEES = 40;

/** La place d’une colonne par son nom, ou par son rang à partir de 1. */
export function placeDe(entete: readonly string[], nom: string): number {
  const memes = entete.flatMap((titre, i) => (clef(titre) === clef(nom) ? [i] : []));
  if (memes.length === 1) return memes[0] ?? -1;
  return /^\d{1,4}$/.test(nom) && Number(nom) <= entete.length ? Number(nom) - 1 : -1;
}

/** Comment une option nomme une colonne : son titre, ou son rang s’il n’est pas seul ou porte une apostrophe. */
export function designer(entete: readonly string[], place: number): string {
  const titre = entete[place] ?? '';
  const seul = titre !== '' && entete.filter((autre) => autre === titre).length === 1;
  return seul && !titre.includes("'") ? citer(titre) : String(place + 1);
}

function candidates(
  { nom, noms, seconds = [], vague }: Voulue,
  clefs: readonly string[],
  autres: ReadonlySet<string>,
): number[] {
  const celles = (titres: readonly string[]): number[] => {
    const propres = new Set(titres.map(clef));
    return clefs.flatMap((c, i) => (c !== '' && propres.has(c) ? [i] : []));
  };
  const premieres = celles([nom, ...noms]);
  const places = premieres.length > 0 ? premieres : celles(seconds);
  if (!vague || !places.some((place) => vague.nom.test(clefs[place] ?? ''))) return places;
  const parlent = clefs.flatMap((c, i) => (vague.sujet.test(c) && !autres.has(c) ? [i] : []));
  return [...new Set([...places, ...parlent])].sort((a, b) => a - b);
}

/**
 * Reconnaît les colonnes d’un en-tête, dans n’importe quel ordre, et celles qui se disputent.
 * @param annee celle qu’on demande : « Élèves 2023-2024 » y est « Élèves »
 */
export function reconnaitre(
  cellules: readonly string[],
  voulues: readonly Voulue[],
  choisies: readonly Paire[] = [],
  annee: string | null = null,
): Entete {
  const clefs = cellules.map((titre) => clef(sansAnnee(titre, annee)));
  const donnees = new Map(choisies.map((c) => [c.colonne, placeDe(cellules, c.valeur)]));
  const places = new Map<string, number>();
  const rivales: Rivales[] = [];
  for (const voulue of voulues) {
    const { nom } = voulue;
    const donnee = donnees.get(nom);
    if (donnee !== undefined) {
      if (donnee >= 0) places.set(nom, donnee);
      continue;
    }
    const autres = new Set(
      voulues.filter((autre) => autre !== voulue).flatMap((v) => [v.nom, ...v.noms].map(clef)),
    );
    const libres = candidates(voulue, clefs, autres).filter(
      (place) => ![...donnees.values()].includes(place),
    );
    const [premiere] = libres;
    if (premiere === undefined) continue;
    places.set(nom, premiere);
    if (libres.length > 1) rivales.push({ voulue, places: libres });
  }
  const manquantes = voulues.filter(({ nom, facultative }) => !facultative && !places.has(nom));
  return { cellules, places, manquantes, rivales };
}

/** Ce qui manque à un en-tête, et la colonne qui ressemble à chacune. */
export function direManquantes({ cellules, places, manquantes }: Entete): string {
  const prises = new Set(places.values());
  const libres = cellules.filter((nom, i) => nom !== '' && !prises.has(i));
  return manquantes
    .map(({ nom, noms, aDefaut }) => {
      const proche = plusProche(noms[0] ?? nom, libres);
      const suite = proche
        ? ` « ${citer(proche)} » est-elle cette colonne ? Ajoutez --colonne '${nom}=${designer(cellules, cellules.indexOf(proche))}'.`
        : '';
      const defaut = aDefaut
        ? ` ${aDefaut.si ?? 'Si elle vaut pour tout le fichier'}, ajoutez ${aDefaut.option}.`
        : '';
      return `La colonne « ${noms[0] ?? nom} » manque.${suite}${defaut}`;
    })
    .join(' ');
}

/** Quelle colonne a été lue comme quoi, et celles qui ne servent pas, pour un programme. */
export function colonnesLues({
  cellules,
  places,
}: Pick<Entete, 'cellules' | 'places'>): ColonnesLues {
  const prises = new Set(places.values());
  return {
    lues: Object.fromEntries(
      [...places].map(([nom, place]) => [nom, citer(cellules[place] ?? '')]),
    ),
    laissees: cellules.filter((nom, i) => nom.trim() !== '' && !prises.has(i)).map(citer),
  };
}

/** Quelle colonne a été lue comme quoi, et celles qui ne servent pas. */
export function direLues({ cellules, places }: Pick<Entete, 'cellules' | 'places'>): string[] {
  const { laissees: ignorees } = colonnesLues({ cellules, places });
  const reste = ignorees.length > CITEES ? `, et ${ignorees.length - CITEES} autres` : '';
  const lues = [...places].map(([nom, place]) => {
    const titre = citer(cellules[place] ?? '');
    return titre === nom ? nom : `${nom} = « ${titre} »`;
  });
  return [
    `Colonnes lues : ${lues.join(', ')}.`,
    ...(ignorees.length > 0
      ? [`Colonnes non reprises : ${ignorees.slice(0, CITEES).join(', ')}${reste}.`]
      : []),
  ];
}

/**
 * Refuse une colonne que le genre n’attend pas, ou dont il ne se passe pas.
 * @throws ErreurDUsage
 */
export function exigerAttendues(
  { colonnes: choisies, sans }: Pick<ReponsesDImport, 'colonnes' | 'sans'>,
  voulues: readonly Voulue[],
): void {
  const admises = voulues.filter((v) => v.aDefaut?.option === `--sans ${v.nom}`);
  for (const nom of sans) {
    if (admises.some((v) => v.nom === nom)) continue;
    const suite = admises.map((v) => v.nom).join(', ') || 'aucune';
    throw new ErreurDUsage(`--sans « ${nom} » : les colonnes dont on se passe sont : ${suite}.`);
  }
  const noms = voulues.map(({ nom }) => nom);
  for (const { colonne } of choisies) {
    if (noms.includes(colonne)) continue;
    throw new ErreurDUsage(
      `--colonne « ${colonne} » n’est pas une colonne attendue : ${noms.join(', ')}.`,
    );
  }
}
