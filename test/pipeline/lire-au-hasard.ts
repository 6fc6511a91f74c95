import fc from 'fast-check';
import { refusees } from '../../src/edition/import/compte.ts';
import { lireFeuille } from '../../src/edition/import/feuille.ts';
import type { Connues } from '../../src/edition/import/genre.ts';
import { genreDe } from '../../src/edition/import/index.ts';
import { lireFeuilles } from '../../src/edition/import/lire.ts';
import { lireReponses } from '../../src/edition/import/reponses.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { FichierRefuse } from '../../src/edition/read/bornes.ts';
import { CODES, cleDe, FASES, fichier, type Ligne, type Tire } from './tableurs-au-hasard.ts';

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
async function lire(octets: Uint8Array): Promise<Lu> {
  const rien = { lignes: new Map<string, number>(), refusees: 0 };
  try {
    const feuille = await lireFeuille('essai', octets);
    const lu = lireFeuilles(genreDe('inscriptions'), [feuille], CONNUES, lireReponses());
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

/** Ce que des fichiers tirés au sort sont devenus. */
export interface Epreuve {
  demandes: number;
  entieres: number;
  /** Une valeur fausse en silence, ou une question sans raison, et le fichier qui la donne. */
  readonly fautes: string[];
}

/** Ce qu’un fichier a de faux une fois lu ; `null` : rien. */
async function juger({ octets, table, ambigu }: Tire, bilan: Epreuve): Promise<string | null> {
  const attendue = connue(table);
  const lu = await lire(octets);
  if (lu.question !== null) {
    bilan.demandes++;
    return ambigu ? null : `question sans raison : ${lu.question}`;
  }
  for (const [cle, eleves] of lu.lignes) {
    if (attendue.get(cle) !== eleves) return `${cle} lu ${eleves}, pour ${attendue.get(cle)}`;
  }
  const perdues = attendue.size - lu.lignes.size;
  if (perdues > (ambigu ? lu.refusees : 0)) return `${perdues} lignes perdues en silence`;
  if (perdues === 0) bilan.entieres++;
  return null;
}

/**
 * Tire des fichiers au sort et les importe : chacun donne la table connue, ou s’arrête et demande.
 * @param graine la même donne les mêmes fichiers
 */
export async function eprouver(combien: number, graine?: number): Promise<Epreuve> {
  const bilan: Epreuve = { demandes: 0, entieres: 0, fautes: [] };
  const propriete = fc.asyncProperty(fichier, async (tire) => {
    const faute = await juger(tire, bilan);
    if (faute) throw new Error(faute);
  });
  const rendu = await fc.check(propriete, {
    numRuns: combien,
    ...(graine !== undefined && { seed: graine }),
  });
  if (rendu.failed) {
    const [tire] = rendu.counterexample ?? [];
    const debut = tire ? Buffer.from(tire.octets).toString('latin1').slice(0, 600) : '';
    bilan.fautes.push(`graine ${rendu.seed} : ${rendu.errorInstance}\n${debut}`);
  }
  return bilan;
}
