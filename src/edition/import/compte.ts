import type { Rejet } from '../../domain/tables/edition.ts';
import { neutraliser } from './citer.ts';
import type { Portee } from './genre.ts';
import type { Suite } from './rangees.ts';

/** Ce qu’un fichier est devenu : chaque ligne reçue y est comptée une fois. */
export interface Compte {
  readonly fichier: string;
  readonly recues: number;
  readonly entrees: number;
  readonly reunies: number;
  readonly rejets: readonly Rejet[];
  /** Où et quand des lignes de données manquent, et sous quel code elles ont été refusées. */
  readonly perdues: readonly Perdue[];
  readonly corrections: readonly string[];
  readonly remarques: readonly string[];
  /** Ce que ses lignes renseignent : des années, des lieux. */
  readonly portees: readonly string[];
  readonly colonnes?: ColonnesLues;
}

/** Les colonnes d’un fichier : quel titre a été lu comme quoi, et celles qui ne servent pas. */
export interface ColonnesLues {
  readonly lues: Readonly<Record<string, string>>;
  readonly laissees: readonly string[];
}

export interface Perdue extends Portee {
  readonly code: string;
}

/** Les lignes qu’une même raison écarte, et la première. */
export interface Raison {
  readonly code: string;
  readonly nombre: number;
  readonly exemple: Pick<Rejet, 'ligne' | 'colonne' | 'valeur' | 'raison'>;
}

/** Les raisons d’un fichier, de la plus fréquente à la plus rare. */
export const raisonsDe = ({ rejets }: Pick<Compte, 'rejets'>): readonly Raison[] =>
  [...Map.groupBy(rejets, ({ code }) => code)]
    .flatMap(([code, [premier, ...autres]]): Raison[] => {
      if (!premier) return [];
      const { ligne, colonne, valeur, raison } = premier;
      return [{ code, nombre: autres.length + 1, exemple: { ligne, colonne, valeur, raison } }];
    })
    .sort((a, b) => b.nombre - a.nombre || a.code.localeCompare(b.code));

export interface Importee<R extends Suite = Suite> {
  readonly rangees: R;
  readonly comptes: readonly Compte[];
  /** Ce qui se lit de deux façons, et l’option qui choisit : rien ne s’écrit avant la réponse. */
  readonly questions: readonly string[];
}

/** Ces lignes ne sont pas des données, ou pas de celles que l’on cherche : rien n’y est perdu. */
const SANS_PERTE: ReadonlySet<string> = new Set([
  ...['TOTAL', 'TOTAL-FAUX', 'NOTE', 'HORS-CHAMP', 'HORS-CHOIX'],
]);

const estRefus = ({ code }: { readonly code: string }): boolean => !SANS_PERTE.has(code);

/** Les lignes de données qui ont été refusées. */
export const refusees = ({ rejets }: Pick<Compte, 'rejets'>): readonly Rejet[] =>
  rejets.filter(estRefus);

/** Sans cette ligne, une absence ne se prouve plus : une seconde fois la même, elle, est déjà entrée. */
export const estPerte = (refus: { readonly code: string }): boolean =>
  estRefus(refus) && refus.code !== 'DOUBLON';

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

const enColonne = ({ colonne }: Pick<Rejet, 'colonne'>): string =>
  colonne ? `, colonne ${colonne}` : '';

/** Où, dans le fichier : `ligne 12, colonne F « Élèves »`. */
export const enEndroit = ({ ligne, colonne }: Pick<Rejet, 'ligne' | 'colonne'>): string =>
  `ligne ${ligne}${enColonne({ colonne })}`;

const direRaison = ({ code, nombre: n, exemple }: Raison): string =>
  `${nombre.format(n)} [${code}], par exemple ${enEndroit(exemple)}, « ${exemple.valeur} » : ${exemple.raison}`;

/** `1 ligne reçue`, `2 lignes reçues`. */
export const denombrer = (n: number, mots: string): string =>
  `${n} ${n < 2 ? mots : mots.replace(/(?= |$)/g, 's')}`;

/** Le compte d’un fichier, à lire : entrées, réunies, écartées, et pourquoi. */
export function direCompte(compte: Compte): string {
  const { fichier, recues, entrees, reunies, rejets, corrections, remarques } = compte;
  const sortes = Map.groupBy(rejets, ({ code }) => code);
  const raisons = [...sortes].flatMap(([sorte, membres]) =>
    premieres(
      membres.map(
        (rejet) =>
          `ligne ${rejet.ligne} [${rejet.code}] « ${rejet.valeur} »${enColonne(rejet)} : ${rejet.raison}`,
      ),
      ` [${sorte}]`,
    ),
  );
  return [
    `${fichier} : ${denombrer(recues, 'ligne reçue')} = ${denombrer(entrees, 'entrée')} + ` +
      `${denombrer(reunies, 'réunie')} à une autre + ${denombrer(rejets.length, 'écartée')}.`,
    ...lister('En bref :', raisonsDe(compte).map(direRaison)),
    ...remarques,
    ...lister('Écartées :', raisons),
    ...lister('Corrigées :', premieres(corrections)),
  ].join('\n');
}
