import { plusProche } from '../../domain/recherche/proche.ts';
import type { Source } from '../../domain/tables/edition.ts';
import { TABLES_SOURCE } from '../../domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../domain/tables/schema.ts';
import { rendrePublique, sansTraces } from '../adresse.ts';
import type { Base } from '../base.ts';
import { type Depots, depotDe } from '../read/depot.ts';
import { type Constat, type Controle, estEntiere } from './controle.ts';

const SANS_SOURCE = new Set(['edition', 'sources', 'acceptes', 'rejets', 'import', 'couverture']);

/** Les tables qui doivent dire d’où elles viennent : celles qui sont là. */
const aSourcer = (depots: Depots): TableSource[] =>
  TABLES_SOURCE.filter(
    (table) =>
      !SANS_SOURCE.has(table.nom) &&
      (!table.facultative || depotDe(table, depots).contient(cheminCsv(table))),
  );

/** Chaque table lue a sa ligne dans le `sources.csv` de son dossier, et chaque ligne sa table. */
export const sourcesDites: Controle = {
  code: 'OAD-SOURCE',
  titre: 'Chaque table dit sa source et sa nature',
  table: 'sources',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.sources',
  chercher: async ({ base, depots, lues }) => {
    const lue = lues.get('sources');
    if (lue?.illisible) return [];
    const lignes = await base.lire<{ nom: string; ligne: number }>(
      'SELECT "table" AS nom, _ligne AS ligne FROM source.sources ORDER BY _ligne',
    );
    const dites = new Set(lignes.map(({ nom }) => nom));
    const noms = TABLES_SOURCE.map(({ nom }) => nom).filter((nom) => !SANS_SOURCE.has(nom));
    const absentes = aSourcer(depots).filter(
      ({ nom }) => !dites.has(nom) && !lue?.ecartees.has(nom),
    );
    return [
      ...absentes.map((table): Constat => {
        const message = `la table « ${table.nom} » n’a pas de ligne. Dites d’où elle vient et de quelle nature.`;
        const fichier = depotDe(table, depots).citer('sources.csv');
        return { fichier, colonne: 'table', valeur: table.nom, message };
      }),
      ...lignes
        .filter(({ nom }) => !noms.includes(nom))
        .map(({ nom, ligne }): Constat => {
          const proche = plusProche(nom, noms);
          const suite = proche ? `Vouliez-vous « ${proche} » ?` : `Attendues : ${noms.join(', ')}.`;
          const message = `« ${nom} » n’est pas une table. ${suite}`;
          return { ligne, colonne: 'table', valeur: nom, message };
        }),
    ];
  },
};

/** Les textes libres d’une source : une clé ou un chemin local peut s’y trouver. */
const TEXTES = ['titre', 'editeur', 'licence', 'note'] as const;

type SourceLue = Pick<Source, 'table' | 'adresse' | (typeof TEXTES)[number]> & { ligne: number };

const lireSourcesLues = (base: Base): Promise<SourceLue[]> =>
  base.lire<SourceLue>(`
    SELECT "table", adresse, ${TEXTES.join(', ')}, _ligne AS ligne FROM source.sources
    ORDER BY _ligne`);

/** Ni clé, ni identifiant, ni chemin de machine dans `sources.csv`, qui se publie. */
export const sourcesSansSecret: Controle = {
  code: 'OAD-SECRET',
  titre: 'Aucune source ne porte une clé d’accès ou un chemin local',
  table: 'sources',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.sources',
  chercher: async ({ base }) =>
    (await lireSourcesLues(base)).flatMap((source): Constat[] => {
      const { ligne } = source;
      const { adresse, retires } = rendrePublique(source.adresse ?? '');
      const garder = adresse ? `sera publiée « ${adresse} »` : 'ne sera pas publiée';
      const adresses =
        retires.length === 0
          ? []
          : [
              {
                ligne,
                colonne: 'adresse',
                valeur: adresse || source.table,
                message: `l’adresse ${garder}, sans ${retires.join(', ')}. Écrivez-la ainsi.`,
              },
            ];
      const textes = TEXTES.flatMap((colonne): Constat[] => {
        const propre = sansTraces(source[colonne] ?? '');
        if (propre === (source[colonne] ?? '')) return [];
        const message = `une clé ou un chemin local y est écrit ; sera publié : « ${propre} ». Retirez-le.`;
        return [{ ligne, colonne, valeur: propre, message }];
      });
      return [...adresses, ...textes];
    }),
};

const enSql = (texte: string | null): string =>
  texte === null || texte === '' ? 'NULL' : `'${texte.replaceAll("'", "''")}'`;

/** Retire de `source.sources` les clés, les identifiants et les chemins locaux : elle se publie. */
export async function taireSecrets(base: Base): Promise<void> {
  for (const source of await lireSourcesLues(base)) {
    const { adresse, table } = source;
    const propres = TEXTES.map((nom) => `${nom} = ${enSql(sansTraces(source[nom] ?? ''))}`);
    await base.run(`UPDATE source.sources SET
      adresse = ${enSql(rendrePublique(adresse ?? '').adresse)}, ${propres.join(', ')}
      WHERE "table" = ${enSql(table)}`);
  }
}

/** Les sommes annoncées par `sources.csv` (`somme_controle`) sont celles des tables. */
export const sommes: Controle = {
  code: 'OAD-SOMME',
  titre: 'Les totaux annoncés sont ceux des tables',
  table: 'sources',
  gravite: 'erreur',
  verifies: 'SELECT count(somme_controle) FROM source.sources',
  chercher: async (contexte) => {
    const { base } = contexte;
    const annonces = await base.lire<{ nom: string; somme: number; ligne: number }>(`
      SELECT "table" AS nom, somme_controle AS somme, _ligne AS ligne FROM source.sources
      WHERE somme_controle IS NOT NULL ORDER BY _ligne`);
    const constats: Constat[] = [];
    for (const { nom, somme, ligne } of annonces) {
      const table = TABLES_SOURCE.find((connue) => connue.nom === nom);
      if (!table || !estEntiere(contexte, nom)) continue;
      const mesure = table.somme ? `coalesce(sum("${table.somme}"), 0)` : 'count(*)';
      const [lue] = await base.lire<{ n: number }>(
        `SELECT (${mesure})::DOUBLE AS n FROM source."${nom}"`,
      );
      const total = lue?.n ?? 0;
      if (total === somme) continue;
      const quoi = table.somme ? `la somme de « ${table.somme} »` : 'le nombre de lignes';
      const message =
        `${quoi} de « ${nom} » est ${total}, pas ${somme} (écart ${total - somme}). ` +
        `Corrigez ${cheminCsv(table)} ou le total annoncé.`;
      constats.push({ ligne, colonne: 'somme_controle', valeur: String(somme), message });
    }
    return constats;
  },
};
