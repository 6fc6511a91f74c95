import type { CleTri } from './tri.ts';

export interface DefinitionColonne {
  readonly titre: string;
  /** Ce que la colonne contient, quand le titre ne suffit pas. */
  readonly sens?: string;
}

/** Les colonnes que le tableau sait montrer ; chacune se trie. */
export const COLONNES = {
  code: { titre: 'Code' },
  intitule: { titre: 'Option' },
  zone: { titre: 'Zone' },
  secteur: { titre: 'Secteur' },
  groupe: { titre: 'Groupe' },
  filiere: { titre: 'Organisation', sens: 'Plein exercice, alternance, années et forme' },
  annees: { titre: 'Années' },
  forme: { titre: 'Forme' },
  profil: { titre: 'Profil' },
  reserve: { titre: 'Réserve', sens: 'R : option réservée ; R² : strictement réservée' },
  statut: { titre: 'Statut' },
  occurrences: { titre: 'Occurrences', sens: 'Implantations, et leur caractère' },
  confessionnel: { titre: 'Confess.', sens: 'Occurrences de caractère confessionnel' },
  'non-confessionnel': { titre: 'Non conf.', sens: 'Occurrences de caractère non confessionnel' },
  eleves: { titre: 'Élèves', sens: 'Toutes les années, et la première' },
  'premiere-annee': { titre: '1re année', sens: 'Élèves de la première année de l’option' },
  moyenne: { titre: 'Moyenne', sens: 'Élèves par occurrence' },
  tendance: { titre: 'Cinq ans', sens: 'Élèves des cinq dernières années scolaires' },
  ecart: { titre: 'Évolution', sens: 'Élèves gagnés ou perdus en cinq ans, et en pourcentage' },
  besoin: { titre: 'Besoin', sens: 'TC, FC ou les deux' },
  tc: { titre: 'TC', sens: 'Thématique commune de la zone' },
  fc: { titre: 'FC', sens: 'Fonction critique, quantitative ou structurelle' },
  norme: { titre: 'Norme de création', sens: 'La norme, son motif, et le maintien' },
  maintien: { titre: 'Maintien', sens: 'Occurrences sous leur norme de maintien' },
} as const satisfies Partial<Record<CleTri, DefinitionColonne>>;

export type CleColonne = keyof typeof COLONNES;

export const CLES_COLONNE = Object.keys(COLONNES) as readonly CleColonne[];

export const definition = (cle: CleColonne): DefinitionColonne => COLONNES[cle];

/** La colonne sans laquelle une ligne n’a pas de nom. */
export const OBLIGATOIRE: CleColonne = 'intitule';

/** Les colonnes d’une page neuve, dans leur ordre. */
export const PAR_DEFAUT: readonly CleColonne[] = [
  'code',
  'intitule',
  'zone',
  'filiere',
  'occurrences',
  'eleves',
  'besoin',
  'norme',
];

const memes = (a: readonly CleColonne[], b: readonly CleColonne[]): boolean =>
  a.length === b.length && a.every((cle, i) => cle === b[i]);

/** Un choix de colonnes : l’intitulé y est toujours, et le choix d’origine s’écrit vide. */
export function normaliserColonnes(choix: readonly CleColonne[]): readonly CleColonne[] {
  const uniques = [...new Set(choix)];
  if (uniques.length === 0) return [];
  const completes = uniques.includes(OBLIGATOIRE) ? uniques : [OBLIGATOIRE, ...uniques];
  return memes(completes, PAR_DEFAUT) ? [] : completes;
}

/** Les colonnes à montrer. */
export const colonnesMontrees = (choix: readonly CleColonne[]): readonly CleColonne[] =>
  choix.length === 0 ? PAR_DEFAUT : choix;

/** Montre ou cache une colonne ; une nouvelle colonne se range à la fin. */
export function basculerColonne(choix: readonly CleColonne[], cle: CleColonne) {
  const montrees = colonnesMontrees(choix);
  const suite = montrees.includes(cle)
    ? montrees.filter((autre) => autre !== cle)
    : [...montrees, cle];
  return normaliserColonnes(suite);
}

/** Déplace une colonne d’un rang, vers le début (-1) ou la fin (1). */
export function deplacerColonne(choix: readonly CleColonne[], cle: CleColonne, pas: -1 | 1) {
  const montrees = [...colonnesMontrees(choix)];
  const de = montrees.indexOf(cle);
  const vers = de + pas;
  if (de < 0 || vers < 0 || vers >= montrees.length) return normaliserColonnes(montrees);
  montrees.splice(vers, 0, ...montrees.splice(de, 1));
  return normaliserColonnes(montrees);
}
