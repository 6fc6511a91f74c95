import { BROWSER_RUNTIME, createDuckDB, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import adresseDuModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import {
  type Assemblee,
  assembler,
  type Etape,
  type FichierRecu,
} from '../../edition/assembler.ts';
import { ouvrirBaseWasm } from '../../edition/base-wasm.ts';
import { depotLivre, type TablesLivrees } from '../../edition/read/livree.ts';
import { lireJson } from '../../query/lecture.ts';

/** Les fichiers à composer, et l’adresse de ce que l’édition publique y apporte. */
export interface Demande {
  readonly livree: string;
  readonly recus: readonly FichierRecu[];
}

export type Nouvelle =
  | { readonly etape: Etape }
  | { readonly moteur: readonly [recus: number, total: number] }
  | { readonly assemblee: Assemblee }
  /** Une phrase à montrer : un fichier du site qui manque, une panne. */
  | { readonly faute: string };

const dire = (nouvelle: Nouvelle): void => postMessage(nouvelle);

async function ouvrir() {
  const module = { mainModule: adresseDuModule, mainWorker: '' };
  const bundles = { mvp: module, eh: module };
  const db = await createDuckDB(bundles, new VoidLogger(), BROWSER_RUNTIME);
  await db.instantiate(({ bytesLoaded, bytesTotal }) =>
    dire({ moteur: [bytesLoaded, bytesTotal] }),
  );
  return ouvrirBaseWasm(db);
}

async function composer({ livree, recus }: Demande): Promise<Assemblee> {
  const [base, tables] = await Promise.all([ouvrir(), lireJson<TablesLivrees>(livree)]);
  const direEtape = (etape: Etape): void => dire({ etape });
  return assembler({ base, livree: depotLivre(tables), recus, dire: direEtape });
}

addEventListener('message', async ({ data }: MessageEvent<Demande>) => {
  dire(
    await composer(data).then(
      (assemblee): Nouvelle => ({ assemblee }),
      (cause: Error): Nouvelle => ({ faute: `${cause.name} : ${cause.message}` }),
    ),
  );
});
