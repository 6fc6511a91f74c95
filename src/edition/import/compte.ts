import type { Rejet } from '../../domain/tables/edition.ts';
import type { Rangee } from '../base.ts';
import { neutraliser } from './citer.ts';

/** Ce qu’un fichier est devenu : chaque ligne reçue y est comptée une fois. */
export interface Compte {
  readonly fichier: string;
  readonly recues: number;
  readonly entrees: number;
  readonly reunies: number;
  readonly rejets: readonly Rejet[];
  readonly corrections: readonly string[];
  readonly remarques: readonly string[];
  /** Ce que ses lignes renseignent : des années, des lieux. */
  readonly portees: readonly string[];
}

export interface Importee {
  readonly rangees: readonly Rangee[];
  readonly comptes: readonly Compte[];
  /** Ce qui se lit de deux façons, et l’option qui choisit : rien ne s’écrit avant la réponse. */
  readonly questions: readonly string[];
}

/** Ces lignes ne sont pas des données, ou pas de celles que l’on cherche : rien n’y est perdu. */
const SANS_PERTE: ReadonlySet<string> = new Set([
  ...['TOTAL', 'TOTAL-FAUX', 'NOTE', 'HORS-CHAMP', 'HORS-CHOIX'],
]);

/** Les lignes de données qui ont été refusées. */
export const refusees = ({ rejets }: Pick<Compte, 'rejets'>): readonly Rejet[] =>
  rejets.filter(({ code }) => !SANS_PERTE.has(code));

const MONTRES = 20;

const nombre = new Intl.NumberFormat('fr-BE');

/** Les vingt premières lignes, et le nombre des autres. */
export const premieres = (lignes: readonly string[], quoi = ''): string[] => {
  const reste = lignes.length - MONTRES;
  if (reste <= 0) return [...lignes];
  return [...lignes.slice(0, MONTRES), `… et ${nombre.format(reste)} autres${quoi}.`];
};

const lister = (titre: string, lignes: readonly string[]): string[] =>
  lignes.length === 0 ? [] : [titre, ...lignes.map((ligne) => `  ${neutraliser(ligne)}`)];

/** Le compte d’un fichier, à lire : entrées, réunies, écartées, et pourquoi. */
export function direCompte(compte: Compte): string {
  const { fichier, recues, entrees, reunies, rejets, corrections, remarques } = compte;
  const sortes = Map.groupBy(rejets, ({ code }) => code);
  const raisons = [...sortes].flatMap(([sorte, membres]) =>
    premieres(
      membres.map(
        ({ ligne, code, valeur, raison }) => `ligne ${ligne} [${code}] « ${valeur} » : ${raison}`,
      ),
      ` [${sorte}]`,
    ),
  );
  return [
    `${fichier} : ${recues} lignes reçues = ${entrees} entrées + ${reunies} réunies à une autre + ` +
      `${rejets.length} écartées.`,
    ...remarques,
    ...lister('Écartées :', raisons),
    ...lister('Corrigées :', premieres(corrections)),
  ].join('\n');
}
