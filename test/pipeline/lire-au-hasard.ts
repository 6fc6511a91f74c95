import fc from 'fast-check';
import { refusees } from '../../src/edition/import/compte.ts';
import { lireFeuille } from '../../src/edition/import/feuille.ts';
import type { Connues } from '../../src/edition/import/genre.ts';
import { genreDe } from '../../src/edition/import/index.ts';
import { lireFeuilles } from '../../src/edition/import/lire.ts';
import { lireReponses, type ReponseDImport } from '../../src/edition/import/reponses.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { FichierRefuse } from '../../src/edition/read/bornes.ts';
import { fichier } from './sortes-de-tableurs.ts';
import { CODES, cleDe, FASES, type Ligne, type Tire } from './tableurs-au-hasard.ts';

const CONNUES = {
  communes: [],
  zones: [],
  metiers: [],
  options: CODES.map((code_obg) => ({ code_obg, intitule: 'Électricien' })),
  fases: new Map(FASES.map((fase) => [fase, 4])),
} as unknown as Connues;

interface Lu {
  readonly question: string | null;
  readonly lignes: ReadonlyMap<string, number>;
  readonly refusees: number;
}

/** Ce que l’import ferait d’un fichier : une question, ou des lignes. */
async function lire(octets: Uint8Array, reponse: ReponseDImport = {}): Promise<Lu> {
  const rien = { lignes: new Map<string, number>(), refusees: 0 };
  try {
    const feuille = await lireFeuille('essai', octets);
    const lu = lireFeuilles(genreDe('inscriptions'), [feuille], CONNUES, lireReponses(reponse));
    if (lu.questions.length > 0) return { question: lu.questions.join(' '), ...rien };
    const lignes = lu.rangees.map((r): [string, number] => {
      const cle = [r.annee_scolaire, r.fase_implantation, r.code_obg, r.annee_etude, r.mode];
      return [cle.join('/'), Number(r.eleves)];
    });
    return {
      question: null,
      lignes: new Map(lignes),
      refusees: lu.comptes.flatMap(refusees).length,
    };
  } catch (cause) {
    if (!(cause instanceof ErreurDUsage || cause instanceof FichierRefuse)) throw cause;
    return { question: cause.message, ...rien };
  }
}

const connue = (table: readonly Ligne[]): Map<string, number> =>
  new Map(table.map((l) => [cleDe(l), l.eleves]));

/** Ce que les fichiers d’une sorte sont devenus. */
export interface Sort {
  cas: number;
  /** La table entière, sans rien demander. */
  entieres: number;
  demandes: number;
  /** La table, une fois répondu. */
  repondues: number;
  /** Des lignes refusées, et dites. */
  ecartes: number;
}

/** Ce que des fichiers tirés au sort sont devenus, par sorte. */
export interface Epreuve {
  readonly sorts: ReadonlyMap<string, Sort>;
  /** Une valeur fausse en silence, ou une question sans raison, et le fichier qui la donne. */
  readonly fautes: string[];
}

/** Ce qu’une lecture a de faux ; `null` : rien. */
function comparer({ table }: Tire, lu: Lu, refusables: boolean): string | null {
  const attendue = connue(table);
  for (const [cle, eleves] of lu.lignes) {
    if (attendue.get(cle) !== eleves) return `${cle} lu ${eleves}, pour ${attendue.get(cle)}`;
  }
  const perdues = attendue.size - lu.lignes.size;
  return perdues > (refusables ? lu.refusees : 0) ? `${perdues} lignes perdues en silence` : null;
}

/** Ce qu’un fichier a de faux une fois lu, et une fois répondu ; `null` : rien. */
async function juger(tire: Tire, sort: Sort): Promise<string | null> {
  const { octets, ambigu, reponse } = tire;
  sort.cas++;
  const lu = await lire(octets);
  if (lu.question !== null && !ambigu) return `question sans raison : ${lu.question}`;
  const faute = lu.question === null ? comparer(tire, lu, ambigu) : null;
  if (faute) return faute;
  if (lu.question !== null) sort.demandes++;
  else if (lu.lignes.size === connue(tire.table).size) sort.entieres++;
  else sort.ecartes++;
  if (!ambigu || !reponse) return null;
  const apres = await lire(octets, reponse);
  if (apres.question !== null)
    return `${JSON.stringify(reponse)} ne répond pas : ${apres.question}`;
  const suite = comparer(tire, apres, true);
  if (suite) return `${JSON.stringify(reponse)} : ${suite}`;
  if (apres.lignes.size === connue(tire.table).size) sort.repondues++;
  return null;
}

const neuf = (): Sort => ({ cas: 0, entieres: 0, demandes: 0, repondues: 0, ecartes: 0 });

/**
 * Tire des fichiers au sort et les importe : chacun donne la table connue, ou s’arrête et demande ;
 * la réponse donnée, la table vient.
 * @param graine la même donne les mêmes fichiers
 */
export async function eprouver(combien: number, graine?: number): Promise<Epreuve> {
  const sorts = new Map<string, Sort>();
  const fautes: string[] = [];
  const propriete = fc.asyncProperty(fichier, async (tire) => {
    const sort = sorts.get(tire.sorte) ?? neuf();
    sorts.set(tire.sorte, sort);
    const faute = await juger(tire, sort);
    if (faute) throw new Error(`${tire.sorte} : ${faute}`);
  });
  const rendu = await fc.check(propriete, {
    numRuns: combien,
    ...(graine !== undefined && { seed: graine }),
  });
  if (rendu.failed) {
    const [tire] = rendu.counterexample ?? [];
    const debut = tire ? Buffer.from(tire.octets).toString('latin1').slice(0, 600) : '';
    fautes.push(`graine ${rendu.seed} : ${rendu.errorInstance}\n${debut}`);
  }
  return { sorts, fautes };
}
