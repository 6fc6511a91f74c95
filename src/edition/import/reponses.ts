import { plat } from '../../domain/recherche/texte.ts';
import { ErreurDUsage } from '../probleme.ts';

const MILLIERS = { point: '.', virgule: ',', aucun: '' } as const;

/** Les options d’un import telles qu’on les écrit. */
export interface ReponseDImport {
  readonly milliers?: string | undefined;
  readonly annee?: string | undefined;
  readonly colonne?: readonly string[] | undefined;
  readonly feuille?: readonly string[] | undefined;
  readonly additionner?: readonly string[] | undefined;
  readonly garder?: readonly string[] | undefined;
  readonly masquees?: string | undefined;
  readonly sans?: readonly string[] | undefined;
  readonly tus?: string | undefined;
  readonly deux?: string | undefined;
}

/** Une colonne et ce qu’on en dit : `fase_implantation` et « FASE impl. », « Sexe » et « F ». */
export interface Paire {
  readonly colonne: string;
  readonly valeur: string;
}

/** Ce que la personne a choisi, là où un fichier peut se lire de deux façons. */
export interface ReponsesDImport {
  /** Le signe des milliers ; vide : aucun, c’est une décimale ; `null` : rien n’est choisi. */
  readonly milliers: string | null;
  /**
   * Une année seule est celle de la rentrée (`debut`), ou de la fin, ou dit cette année scolaire ;
   * une année entière vaut aussi pour les lignes qui n’en disent pas.
   */
  readonly annee: string | null;
  readonly colonnes: readonly Paire[];
  readonly feuilles: readonly string[];
  /** Les colonnes non lues dont les lignes s’additionnent. */
  readonly additionnees: readonly string[];
  /** Les colonnes non lues dont une seule valeur se garde. */
  readonly gardees: readonly Paire[];
  /** Lire ce que la feuille masque, ou le laisser ; `null` : rien n’est choisi. */
  readonly masquees: 'lire' | 'laisser' | null;
  /** Un effectif que la source ne donne pas : un élève au moins, ou aucun ; `null` : rien n’est choisi. */
  readonly tus: 'garder' | 'zero' | null;
  /** De deux nombres dans une cellule, celui qui compte ; `null` : rien n’est choisi. */
  readonly deux: 'premier' | 'second' | 'somme' | null;
  /** Les colonnes que le fichier n’a pas : ce qu’elles diraient n’est pas connu. */
  readonly sans: readonly string[];
}

const sansGuillemets = (texte: string): string =>
  texte.replace(/^\s*[«"“]\s*|\s*[»"”]\s*$/g, '').trim();

const paire =
  (option: string, exemple: string) =>
  (texte: string): Paire => {
    const place = texte.indexOf('=');
    const colonne = sansGuillemets(texte.slice(0, Math.max(0, place)));
    const valeur = sansGuillemets(texte.slice(place + 1));
    if (place > 0 && colonne && valeur) return { colonne, valeur };
    throw new ErreurDUsage(
      `--${option} « ${texte} » ne se comprend pas. Écrivez --${option} '${exemple}'.`,
    );
  };

function milliersDe(texte: string | undefined): string | null {
  if (texte === undefined) return null;
  const signe = texte === '.' || texte === ',' ? texte : MILLIERS[texte as keyof typeof MILLIERS];
  if (signe !== undefined) return signe;
  throw new ErreurDUsage(`--milliers « ${texte} » : attendu point, virgule ou aucun.`);
}

function anneeDe(texte: string | undefined): string | null {
  if (texte === undefined) return null;
  const [, debut, fin] = texte.match(/^(20\d\d)-(20\d\d)$/) ?? [];
  const suit = debut !== undefined && Number(fin) === Number(debut) + 1;
  const civile = /^20\d\d$/.test(texte);
  if (texte === 'debut' || texte === 'fin' || suit || civile) return texte;
  if (texte === 'début') return 'debut';
  throw new ErreurDUsage(
    `--annee « ${texte} » : attendu debut (l’année de la rentrée), fin, une année scolaire comme ` +
      '2023-2024 ou, pour une liste, une année comme 2025.',
  );
}

const enumerer = (mots: readonly string[]): string =>
  `${mots.slice(0, -1).join(', ')} ou ${mots.at(-1)}`;

/** Le mot, s’il est un de ceux que l’option attend, accents à part. */
function motDe<const M extends string>(
  option: string,
  texte: string | undefined,
  mots: readonly M[],
): M | null {
  if (texte === undefined) return null;
  const mot = mots.find((connu) => connu === plat(texte));
  if (mot !== undefined) return mot;
  throw new ErreurDUsage(`--${option} « ${texte} » : attendu ${enumerer(mots)}.`);
}

/**
 * Lit les réponses données en options.
 * @throws ErreurDUsage si l’une ne se comprend pas
 */
export const lireReponses = (reponse: ReponseDImport = {}): ReponsesDImport => ({
  milliers: milliersDe(reponse.milliers),
  annee: anneeDe(reponse.annee),
  colonnes: (reponse.colonne ?? []).map(paire('colonne', 'fase_implantation=FASE impl.')),
  feuilles: (reponse.feuille ?? []).map(sansGuillemets),
  additionnees: (reponse.additionner ?? []).map(sansGuillemets),
  masquees: motDe('masquees', reponse.masquees, ['lire', 'laisser']),
  tus: motDe('tus', reponse.tus, ['garder', 'zero']),
  deux: motDe('deux', reponse.deux, ['premier', 'second', 'somme']),
  sans: (reponse.sans ?? []).map(sansGuillemets),
  gardees: (reponse.garder ?? []).map(paire('garder', 'Sexe=Total')),
});
