import type { Avertissements, LignesEcartees, Masquage } from '../../src/domain/manifeste.ts';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { Base } from '../../src/edition/base.ts';
import type { Probleme } from '../../src/edition/probleme.ts';
import type { Constats } from './manifeste.ts';

const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** Les nombres qui ne comptent pas des élèves : fichiers, dates, rangs, renvois à un texte. */
const SANS_COMPTE = [
  /[^\s,;«»]+\.(csv|txt|tsv|xlsx?|ods)\b/giu,
  /\b20\d\d([-/]\d\d)?([-/]\d\d)?([-/]20\d\d)?\b/gu,
  new RegExp(`\\b\\d{1,2}(er)?\\s(?=${MOIS})`, 'giu'),
  /(?<!\p{L})(circulaires?|articles?|art\.|arrêtés?|§|zones?|FASE|n°)\s*\d[\d.]*/giu,
  /\b\d(re|er|e|es)\b/gu,
];

/** Un texte écrit à la main, si aucun de ses nombres ne peut être un effectif. */
export const sansEffectif = (texte: string | null): string | null =>
  texte !== null &&
  /\d/.test(SANS_COMPTE.reduce((reste, nombre) => reste.replace(nombre, ' '), texte))
    ? null
    : texte;

const PARLE_D_ELEVES = /élève|effectif|inscri/iu;

interface Source {
  readonly nom: string;
  readonly reelle: boolean;
  readonly note: string | null;
}

/** Une source dont la table compte des élèves réels n’en dit pas le total, et aucune note ne le dit. */
async function tairLesSources(base: Base): Promise<void> {
  const lues = await base.lire<Source>(
    `SELECT "table" AS nom, nature <> 'demonstration' AS reelle, note FROM source.sources ORDER BY 1`,
  );
  const comptees = TABLES_SOURCE.filter(({ somme }) => somme).map(({ nom }) => nom);
  const tues = lues.filter(({ nom, reelle }) => reelle && comptees.includes(nom));
  if (tues.length === 0) return;
  const bavardes = lues.filter(
    (source) =>
      sansEffectif(source.note) !== source.note &&
      (tues.includes(source) || PARLE_D_ELEVES.test(source.note ?? '')),
  );
  const vider = async (colonne: string, sources: readonly Source[]) => {
    const noms = sources.map(({ nom }) => `'${nom.replaceAll("'", "''")}'`).join(', ');
    await base.run(
      `UPDATE source.sources SET ${colonne} = NULL WHERE "table" IN (${noms || "''"})`,
    );
  };
  await vider('somme_controle', tues);
  await vider('note', bavardes);
}

/** Une raison de couverture qui citerait un effectif ne se publie pas. */
async function tairLesRaisons(base: Base): Promise<void> {
  const lues = await base.lire<{ raison: string }>(
    'SELECT DISTINCT raison FROM main.connaissance WHERE raison IS NOT NULL ORDER BY 1',
  );
  for (const { raison } of lues.filter((l) => sansEffectif(l.raison) === null)) {
    const texte = raison.replaceAll("'", "''");
    await base.run(`UPDATE main.connaissance SET raison = NULL WHERE raison = '${texte}'`);
  }
}

function reunir(problemes: readonly Probleme[], reelle: boolean): Avertissements[] {
  const sortes = problemes.map(({ code, titre = '', table = null, accepte = null }) => ({
    code,
    titre,
    table,
    accepte: accepte !== null,
    raison: reelle ? sansEffectif(accepte) : accepte,
  }));
  return [...Map.groupBy(sortes, (sorte) => JSON.stringify(sorte)).values()].flatMap((memes) =>
    memes.slice(0, 1).map((sorte) => ({ ...sorte, nombre: memes.length })),
  );
}

/** Un nom de fichier choisi à la main peut citer un effectif : il n’en reste que sa sorte. */
const tairLeNom = (fichier: string): string =>
  sansEffectif(fichier) ?? `fichier${/\.\w{1,5}\b/.exec(fichier)?.[0] ?? ''}`;

/** Les lignes écartées, par genre, fichier et raison. */
async function ecartees(base: Base, reelle: boolean): Promise<LignesEcartees[]> {
  const lues = await base.lire<LignesEcartees>(`
    SELECT genre, fichier, code, count(*)::INTEGER AS nombre FROM source.rejets
    GROUP BY ALL ORDER BY genre, fichier, code`);
  if (!reelle) return lues;
  const dites = lues.map((l) => ({ ...l, fichier: tairLeNom(l.fichier) }));
  const sortes = Map.groupBy(dites, ({ nombre: _, ...sorte }) => JSON.stringify(sorte));
  return [...sortes.values()].flatMap((memes) => {
    const nombre = memes.reduce((n, une) => n + une.nombre, 0);
    return memes.slice(0, 1).map((une) => ({ ...une, nombre }));
  });
}

/**
 * Réduit à des codes et à des nombres ce que la construction a constaté : un message, une valeur ou
 * un total y rendrait un effectif que les tables taisent. Le détail reste à l’éditeur, dans le
 * rapport de la commande et dans `rejets.csv`.
 */
export async function publiable(
  base: Base,
  problemes: readonly Probleme[],
  masquage: Masquage | null,
): Promise<Pick<Constats, 'avertissements' | 'rejets'>> {
  await tairLesSources(base);
  await tairLesRaisons(base);
  return {
    avertissements: reunir(problemes, masquage !== null),
    rejets: await ecartees(base, masquage !== null),
  };
}
