import { accorder, type Question } from '../../domain/explorer/question.ts';
import {
  type Contexte,
  type RangeeLue,
  type Reponse,
  repondre,
} from '../../domain/explorer/reponse.ts';
import type { Moteur } from '../moteur.ts';
import { questionEnSql } from './sql.ts';

/**
 * Pose une question à un moteur et en lit la réponse. Les totaux se comptent eux aussi : une
 * implantation ou un élève n’y est qu’une fois, quel que soit le rangement.
 */
export async function interroger(
  moteur: Moteur,
  demandee: Question,
  contexte: Contexte,
): Promise<Reponse> {
  const question = accorder(demandee);
  const lire = (lignes: boolean, colonnes: boolean) =>
    moteur.lire<RangeeLue>(questionEnSql(question, contexte.annees, { lignes, colonnes }));
  const croise = question.colonnes !== null;
  const parLigne = await lire(true, false);
  return repondre(
    question,
    {
      parLigne,
      cellules: croise ? await lire(true, true) : [],
      parColonne: croise ? await lire(false, true) : [],
      tout: await lire(false, false),
    },
    contexte,
  );
}
