import { type OccurrenceEcrite, relireOccurrence } from '../domain/dossier/fichier.ts';
import {
  type BesoinDOption,
  CITATIONS_DU_DOSSIER,
  type CitationDuDossier,
  type Donnees,
  type Ouverture,
  type SourceDuDossier,
} from '../domain/dossier/types.ts';
import { natureDe } from '../domain/fictions.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import type { LienDeSuccession } from '../domain/succession.ts';
import type { Enonce } from '../domain/tables/programmation.ts';
import { EN_VIGUEUR } from './listes.ts';
import { type Moteur, type Requete, requete } from './moteur.ts';
import {
  ACCES_7E_DEPUIS,
  CONDITIONS,
  ENONCES,
  lireEnVigueur,
  PERIMETRE,
  REGLES_DE_CREATION,
} from './regles.ts';
import { tablesPartagees } from './tables-partagees.ts';

const OCCURRENCES = (annee: string): Requete =>
  requete(
    `SELECT fase_implantation AS site, code_obg AS code, coalesce(eleves_pe, eleves) AS pe,
       eleves_alt AS alt,
       eleves_premiere AS premiere, (eleves_5 + eleves_6 + eleves_7)::INTEGER AS troisieme,
       coalesce(masques_pe, masques) AS masques_pe, coalesce(masques_alt, 0) AS masques_alt,
       coalesce(masques_premiere, 0)::INTEGER AS masques_premiere,
       coalesce(masques_5 + masques_6 + masques_7, 0)::INTEGER AS masques_troisieme,
       tus, tus_au_moins, tus_au_plus
     FROM occurrences WHERE annee_scolaire = ? ORDER BY code, site`,
    annee,
  );

/** Une option apparue sur un site où ni elle ni un code qu’elle remplace n’avait d’élèves. */
const OUVERTURES = requete(`
  WITH debut AS (
    SELECT l.code_obg AS code, o.fase_implantation AS site, min(o.annee_scolaire) AS annee,
      min(o.annee_scolaire) FILTER (o.code_obg = l.code_obg) AS propre
    FROM occurrences o JOIN lignees l ON l.membre = o.code_obg
    GROUP BY l.code_obg, o.fase_implantation
  )
  SELECT d.site, d.code, d.annee,
    CASE WHEN o.masques_premiere = 0 THEN o.eleves_premiere END AS premiere
  FROM debut d JOIN occurrences o ON o.fase_implantation = d.site AND o.code_obg = d.code
    AND o.annee_scolaire = d.annee
  JOIN implantations i ON i.fase_implantation = d.site
  JOIN connaissance k ON k."table" = 'inscriptions' AND k.zone = i.zone AND k.etat = 'connu'
    AND k.annee_scolaire = (SELECT max(annee_scolaire) FROM connaissance WHERE annee_scolaire < d.annee)
  WHERE d.annee = d.propre AND d.annee > (SELECT min(annee_scolaire) FROM occurrences)
    AND (o.eleves_premiere > 0 OR o.masques_premiere > 0)
  ORDER BY d.site, d.code`);

const SUCCESSIONS = requete('SELECT ancien, nouveau FROM successions ORDER BY ancien, nouveau');

const BESOINS = (annee: string): Requete =>
  requete(
    `SELECT zone, code_obg AS code, tc, fc, metiers_tc AS "metiersTc", metiers_fc AS "metiersFc"
     FROM besoins_options WHERE annee_scolaire = ? AND (tc OR fc) ORDER BY zone, code_obg`,
    annee,
  );

const FONCTIONS_CRITIQUES = (annee: string): Requete =>
  requete(
    `SELECT b.zone, b.metier, b.nature_fc AS nature FROM ${EN_VIGUEUR} v
     JOIN besoins b ON b.zone = v.zone AND b.annee = v.annee_fc AND b.fc
     ORDER BY b.zone, b.metier`,
    annee,
  );

const nommer = (table: string, cle: string): Requete =>
  requete(`SELECT ${cle} AS cle, intitule FROM ${table} ORDER BY ${cle}`);
const toutes = (table: string, cle: string): Requete =>
  requete(`SELECT * FROM ${table} ORDER BY ${cle}`);

type BesoinLu = Omit<BesoinDOption, 'metiersTc' | 'metiersFc'> &
  Readonly<Record<'metiersTc' | 'metiersFc', string | null>>;

const parCle = <T>(lignes: readonly { cle: string | number; intitule: T }[]): Record<string, T> =>
  Object.fromEntries(lignes.map(({ cle, intitule }) => [cle, intitule]));

const liste = (texte: string | null): string[] => (texte ?? '').split(' ').filter(Boolean);

const citations = (enonces: readonly Enonce[]): Record<CitationDuDossier, string> =>
  Object.fromEntries(
    CITATIONS_DU_DOSSIER.map((cle) => [
      cle,
      enonces.find(({ enonce }) => enonce === cle)?.reference ?? '',
    ]),
  ) as Record<CitationDuDossier, string>;

/** Les tables dont un dossier tire ses faits. */
export const TABLES_DU_DOSSIER = [
  'implantations',
  'offre',
  'besoins_options',
  'besoins',
  'options_metiers',
  'options',
  'normes_creation',
  'perimetre',
  'conditions_alternance',
  'enonces',
  'calendrier',
  'communes',
  'centres',
];

function sourcesDe({ tables }: Manifeste): SourceDuDossier[] {
  const lues = tables
    .filter(({ nom }) => TABLES_DU_DOSSIER.includes(nom))
    .flatMap((t) => t.sources);
  const parTable = new Map(lues.map((source) => [source.table, source]));
  return [...parTable.values()]
    .map(({ table, titre, editeur, nature, note }) => ({ table, titre, editeur, nature, note }))
    .sort((a, b) => (a.table < b.table ? -1 : 1));
}

/** Tout ce que « Mon dossier » lit de l’édition publiée, en une fois. */
export async function donneesDuDossier(moteur: Moteur, manifeste: Manifeste): Promise<Donnees> {
  const { id, campagne, annee_scolaire: annee } = manifeste.edition;
  const lacunes = manifeste.lacunes.filter(({ annee_scolaire }) => annee_scolaire === annee);
  const lire = <T>(r: Requete): Promise<T[]> => moteur.lire<T>(r);
  const { tables } = await tablesPartagees(moteur);
  const occurrences = await lire<OccurrenceEcrite>(OCCURRENCES(annee));
  const enVigueur = <T extends { edition: string }>(regles: Requete): Promise<readonly T[]> =>
    lireEnVigueur<T>(moteur, regles, manifeste);
  return {
    edition: id,
    campagne,
    anneeScolaire: annee,
    ...(lacunes.length > 0 && { lacunes }),
    ...tables,
    successions: await lire<LienDeSuccession>(SUCCESSIONS),
    occurrences: occurrences.map(relireOccurrence),
    ouvertures: await lire<Ouverture>(OUVERTURES),
    besoins: (await lire<BesoinLu>(BESOINS(annee))).map((b) => ({
      ...b,
      metiersTc: liste(b.metiersTc),
      metiersFc: liste(b.metiersFc),
    })),
    listes: await lire(requete(`SELECT * FROM ${EN_VIGUEUR} ORDER BY zone`, annee)),
    fonctionsCritiques: await lire(FONCTIONS_CRITIQUES(annee)),
    metiers: parCle<string>(await lire(nommer('metiers', 'metier'))),
    zones: parCle<string>(
      await lire(requete('SELECT zone AS cle, nom AS intitule FROM zones ORDER BY 1')),
    ),
    secteurs: parCle<string>(await lire(nommer('secteurs', 'secteur'))),
    groupes: parCle<string | null>(await lire(nommer('groupes', 'groupe'))),
    regles: {
      creation: await enVigueur(REGLES_DE_CREATION),
      perimetre: await enVigueur(PERIMETRE),
      conditions: await enVigueur(CONDITIONS),
      densites: await lire(toutes('densites', 'densite')),
      calendrier: await lire(requete('SELECT id, jour, mois FROM calendrier ORDER BY id')),
      lettres7e: await lire(toutes('acces_7e', 'acces')),
      acces7e: await enVigueur(ACCES_7E_DEPUIS),
      references: citations(await enVigueur<Enonce>(ENONCES)),
    },
    natures: {
      offre: natureDe(manifeste, 'offre'),
      besoins: natureDe(manifeste, 'besoins'),
      centres: natureDe(manifeste, 'centres'),
      regles: natureDe(manifeste, 'normes_creation'),
      implantations: natureDe(manifeste, 'implantations'),
    },
    sources: sourcesDe(manifeste),
  };
}
