import { enColonnes } from '../domain/colonnes.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import { edition } from '../domain/tables/edition.ts';
import { TABLES_SOURCE } from '../domain/tables/index.ts';
import type { TableSource } from '../domain/tables/schema.ts';
import { type Moteur, requete } from './moteur.ts';
import { publierJson } from './publication.ts';

type Rangee = Readonly<Record<string, unknown>>;

/** Ce qui vient des fichiers du visiteur, jamais de l’édition publique : des chiffres et des écoles. */
const RECUES: ReadonlySet<string> = new Set([
  ...['inscriptions', 'totaux_zones', 'population', 'fonctions_critiques', 'thematiques_communes'],
  ...['acceptes', 'rejets', 'import', 'couverture'],
]);

const clesDe = (table: TableSource): string[] => Object.keys(table.colonnes);

/** Une table de l’édition publique sert de base si elle se publie entière, et n’est pas inventée. */
function sert(table: TableSource, { tables }: Manifeste): boolean {
  const publiee = tables.find(({ nom }) => nom === table.nom);
  if (!publiee || RECUES.has(table.nom)) return false;
  if (table.nom === 'implantations' && publiee.nature === 'demonstration') return false;
  const noms = new Set(publiee.colonnes.map(({ nom }) => nom));
  return Object.keys(table.colonnes).every((nom) => noms.has(nom));
}

/** Ce que `sources` dit d’une table dont rien n’est repris. */
const laissee = (source: Rangee): Rangee => ({
  ...source,
  ...{ titre: `${String(source.table)} (table vide dans cette édition)`, nature: 'transcription' },
  ...{ editeur: 'sans éditeur', adresse: null, licence: null, note: null, somme_controle: null },
});

/**
 * Ce que l’édition publique apporte à celle d’un visiteur : le répertoire, les règles, les zones, et
 * les écoles quand elles sont réelles. Les chiffres viennent de ses fichiers.
 */
export async function baseDeLEdition(moteur: Moteur, manifeste: Manifeste) {
  const posee: Rangee = { ...manifeste.edition };
  const tables: Record<string, unknown> = { edition: enColonnes([posee], clesDe(edition)) };
  const gardees = TABLES_SOURCE.filter((table) => sert(table, manifeste));
  const reprises = new Set(gardees.map(({ nom }) => nom));
  for (const table of gardees) {
    const noms = clesDe(table);
    const colonnes = noms.map((nom) => `"${nom}"`).join(', ');
    const lues = await moteur.lire<Rangee>(
      requete(`SELECT ${colonnes} FROM "${table.nom}" ORDER BY ALL`),
    );
    const rangees =
      table.nom === 'sources'
        ? lues.map((source) => (reprises.has(String(source.table)) ? source : laissee(source)))
        : lues;
    tables[table.nom] = enColonnes(rangees, noms);
  }
  return publierJson('base-edition', tables);
}
