import type { Rejet } from '../../src/domain/tables/edition.ts';
import { neutraliser } from '../dire.ts';
import type { Rangee } from '../read/base.ts';

/** Ce qu’un fichier est devenu : chaque ligne reçue y est comptée une fois. */
export interface Compte {
  readonly fichier: string;
  readonly recues: number;
  readonly entrees: number;
  readonly reunies: number;
  readonly rejets: readonly Rejet[];
  readonly corrections: readonly string[];
  readonly remarques: readonly string[];
}

export interface Importee {
  readonly rangees: readonly Rangee[];
  readonly comptes: readonly Compte[];
}

const MONTRES = 20;

const lister = (titre: string, lignes: readonly string[]): string[] => {
  if (lignes.length === 0) return [];
  const reste = lignes.length - MONTRES;
  return [
    titre,
    ...lignes.slice(0, MONTRES).map((ligne) => `  ${neutraliser(ligne)}`),
    ...(reste > 0 ? [`  … et ${reste} autres.`] : []),
  ];
};

/** Le compte d’un fichier, à lire : entrées, réunies, écartées, et pourquoi. */
export function direCompte(compte: Compte): string {
  const { fichier, recues, entrees, reunies, rejets, corrections, remarques } = compte;
  const raisons = rejets.map(
    ({ ligne, code, valeur, raison }) => `ligne ${ligne} [${code}] « ${valeur} » : ${raison}`,
  );
  return [
    `${fichier} : ${recues} lignes reçues = ${entrees} entrées + ${reunies} réunies à une autre + ` +
      `${rejets.length} écartées.`,
    ...remarques,
    ...lister('Écartées :', raisons),
    ...lister('Corrigées :', corrections),
  ].join('\n');
}
