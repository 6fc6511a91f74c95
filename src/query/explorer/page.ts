import { GALERIE, type QuestionDeGalerie } from '../../domain/explorer/galerie.ts';
import { GALERIE_SQL, type QuestionSql } from '../../domain/explorer/galerie-sql.ts';
import { QUESTION_NEUVE } from '../../domain/explorer/question.ts';
import type { Contexte, Reponse } from '../../domain/explorer/reponse.ts';
import type { Manifeste } from '../../domain/manifeste.ts';
import type { ConnuesExplorer } from '../../domain/url/explorer.ts';
import { type Moteur, requete } from '../moteur.ts';
import { interroger } from './lire.ts';

/** Les tables que demandent les questions. */
export const TABLES_EXPLOREES = [
  'occurrences',
  'offre',
  'indicateurs',
  'indicateurs_lignees',
  'lignees',
  'besoins_options',
  'options',
  'implantations',
  'zones',
  'secteurs',
  'groupes',
] as const;

const VALEURS = requete(`
SELECT 'zone' AS cle, zone::VARCHAR AS valeur, zone AS rang FROM zones
UNION ALL SELECT 'secteur', secteur::VARCHAR, secteur FROM secteurs
UNION ALL SELECT DISTINCT 'groupe', groupe::VARCHAR, groupe FROM options
UNION ALL SELECT 'option', code_obg, 0 FROM options
UNION ALL SELECT DISTINCT 'forme', forme, 0 FROM options WHERE forme IS NOT NULL
UNION ALL SELECT DISTINCT 'filiere', filiere, 0 FROM options WHERE filiere IS NOT NULL
UNION ALL SELECT DISTINCT 'caractere', caractere, 0 FROM occurrences
UNION ALL SELECT DISTINCT 'reseau', reseau, 0 FROM occurrences
UNION ALL SELECT DISTINCT 'mode', mode, 0 FROM offre WHERE mode IS NOT NULL
UNION ALL SELECT DISTINCT 'annee-etude', annee_etude::VARCHAR, annee_etude FROM offre
  WHERE annee_etude IS NOT NULL
ORDER BY 1, 3, 2`);

const FIXES = {
  besoin: ['tc-fc', 'tc', 'fc', 'aucun', 'non-connu'],
  maintien: ['sous', 'atteinte', 'sans'],
} as const;

export interface PageExplorer {
  readonly depart: Reponse;
  readonly contexte: Contexte;
  readonly connues: ConnuesExplorer;
  readonly galerie: readonly (QuestionDeGalerie & { readonly reponse: Reponse })[];
  readonly galerieSql: readonly (QuestionSql & { readonly lignes: readonly LigneSql[] })[];
}

/** Une ligne de la réponse d’une requête, colonne par colonne. */
export type LigneSql = Readonly<Record<string, string | number>>;

/** Ce que la page montre avant toute question : la réponse neuve, et celles de la galerie. */
export async function lirePageExplorer(
  moteur: Moteur,
  { anneesScolaires: annees, lacunes }: Pick<Manifeste, 'anneesScolaires' | 'lacunes'>,
): Promise<PageExplorer> {
  const lues = await moteur.lire<{ cle: string; valeur: string }>(VALEURS);
  const de = (cle: string) => lues.filter((lue) => lue.cle === cle).map(({ valeur }) => valeur);
  const connues: ConnuesExplorer = {
    annees,
    choix: {
      ...FIXES,
      zone: de('zone'),
      secteur: de('secteur'),
      groupe: de('groupe'),
      option: de('option'),
      forme: de('forme'),
      filiere: de('filiere'),
      caractere: de('caractere'),
      reseau: de('reseau'),
      mode: de('mode'),
      'annee-etude': de('annee-etude'),
    },
  };
  const contexte: Contexte = { annees, zones: connues.choix.zone, ...(lacunes && { lacunes }) };
  const galerie = [];
  for (const posee of GALERIE) {
    galerie.push({ ...posee, reponse: await interroger(moteur, posee.question, contexte) });
  }
  const galerieSql = [];
  for (const posee of GALERIE_SQL) {
    galerieSql.push({ ...posee, lignes: await moteur.lire<LigneSql>(requete(posee.sql)) });
  }
  return {
    depart: await interroger(moteur, QUESTION_NEUVE, contexte),
    contexte,
    connues,
    galerie,
    galerieSql,
  };
}
