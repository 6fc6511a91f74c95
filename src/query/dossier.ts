import { anneeDesListes, premiereAnnee } from '../domain/annees.ts';
import type {
  CentreDuDossier,
  CommuneDuDossier,
  Donnees,
  Occurrence,
  OptionDuDossier,
  Ouverture,
  SiteDuDossier,
  SourceDuDossier,
} from '../domain/dossier/types.ts';
import { additionner, type Effectif } from '../domain/effectif.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import { natureDe } from './edition.ts';
import { effectif, PRESENTE } from './masques.ts';
import { type Moteur, type Requete, requete } from './moteur.ts';
import {
  ACCES_7E_DEPUIS,
  CONDITIONS,
  lireEnVigueur,
  PERIMETRE,
  REGLES_DE_CREATION,
} from './regles.ts';

const SITES = requete(`
  SELECT i.fase_implantation AS id, i.nom, i.etablissement,
    i.fase_etablissement AS "faseEtablissement", i.adresse, i.code_postal AS "codePostal",
    i.commune, i.zone, i.reseau, i.caractere, i.fase_cefa AS cefa, i.internat,
    coalesce(i.lat, c.lat) AS lat, coalesce(i.lon, c.lon) AS lon,
    CASE WHEN i.lat IS NULL THEN 'commune' ELSE i.precision END AS precision
  FROM implantations i JOIN communes c ON c.commune = i.commune
  ORDER BY i.fase_implantation`);

const OPTIONS = requete(`
  SELECT o.code_obg, o.intitule, o.secteur, o.groupe, o.regime, o.degre, o.forme, o.annees,
    o.type_7e, o.filiere, o.reserve, o.sans_norme, o.acces_7e, o.statut, o.sous_reserve,
    coalesce((SELECT string_agg(m.metier, ' ' ORDER BY m.metier) FROM options_metiers m
      WHERE m.code_obg = o.code_obg), '') AS metiers
  FROM options o ORDER BY o.code_obg`);

const PAR_ANNEE_D_ETUDE = (annee: string): Requete =>
  requete(
    `SELECT fase_implantation AS site, code_obg AS code, annee_etude, mode,
       ${effectif()}
     FROM offre WHERE annee_scolaire = ? AND ${PRESENTE}
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    annee,
  );

const OUVERTURES = requete(`
  WITH presences AS (
    SELECT DISTINCT annee_scolaire, fase_implantation, code_obg FROM offre WHERE ${PRESENTE}
  ), debut AS (
    SELECT fase_implantation, code_obg, min(annee_scolaire) AS annee
    FROM presences GROUP BY 1, 2
  )
  SELECT d.fase_implantation AS site, d.code_obg AS code, d.annee, o.annee_etude,
    ${effectif()}
  FROM debut d
  JOIN offre o ON o.fase_implantation = d.fase_implantation AND o.code_obg = d.code_obg
    AND o.annee_scolaire = d.annee
  WHERE d.annee > (SELECT min(annee_scolaire) FROM offre) AND ${PRESENTE}
    AND NOT EXISTS (
      SELECT 1 FROM successions s JOIN presences p ON p.code_obg = s.ancien
      WHERE s.nouveau = d.code_obg AND p.fase_implantation = d.fase_implantation
        AND p.annee_scolaire < d.annee)
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`);

const EN_4E = requete(`
  SELECT DISTINCT annee_scolaire || '/' || code_obg AS cle FROM offre
  WHERE annee_etude = 4 AND ${PRESENTE} ORDER BY cle`);

const BESOINS = (annee: number): Requete =>
  requete(
    `SELECT b.zone, b.metier, b.tc, b.nature_fc AS "natureFc"
     FROM besoins b WHERE b.annee = ? AND (b.tc OR b.fc) ORDER BY b.zone, b.metier`,
    annee,
  );

const CENTRES = requete(
  'SELECT id, type, nom, secteurs, commune, lat, lon FROM centres ORDER BY id',
);
const COMMUNES = requete(
  `SELECT commune, zone, codes_postaux AS "codesPostaux", lat, lon FROM communes ORDER BY nis`,
);
const nommer = (table: string, cle: string): Requete =>
  requete(`SELECT ${cle} AS cle, intitule FROM ${table} ORDER BY ${cle}`);
const toutes = (table: string, cle: string): Requete =>
  requete(`SELECT * FROM ${table} ORDER BY ${cle}`);

interface Presence extends Effectif {
  readonly site: string;
  readonly code: string;
  readonly annee_etude: number;
  readonly mode: string;
}

type Premiere = (code: string, annee: string) => number | null;

function occurrencesDe(
  lignes: readonly Presence[],
  premiere: Premiere,
  annee: string,
): Occurrence[] {
  const groupes = Map.groupBy(lignes, ({ site, code }) => `${site}/${code}`);
  return [...groupes.values()].map((siennes): Occurrence => {
    const { site, code } = siennes[0] as Presence;
    const debut = premiere(code, annee);
    const somme = (garder: (ligne: Presence) => boolean) => additionner(siennes.filter(garder));
    const pe = somme(({ mode }) => mode === 'PE');
    const alt = somme(({ mode }) => mode === 'ALT');
    const premieres = somme(({ annee_etude }) => annee_etude === debut);
    const troisieme = somme(({ annee_etude }) => annee_etude >= 5);
    return {
      site,
      code,
      pe: pe.eleves,
      alt: alt.eleves,
      premiere: debut === null ? null : premieres.eleves,
      troisieme: troisieme.eleves,
      ...(pe.masques + alt.masques > 0 && {
        masques: {
          pe: pe.masques,
          alt: alt.masques,
          premiere: premieres.masques,
          troisieme: troisieme.masques,
        },
      }),
    };
  });
}

type DebutLu = Omit<Presence, 'mode'> & { readonly annee: string };

function ouverturesDe(lignes: readonly DebutLu[], premiere: Premiere): Ouverture[] {
  const groupes = Map.groupBy(lignes, ({ site, code }) => `${site}/${code}`);
  return [...groupes.values()].flatMap((siennes): Ouverture[] => {
    const { site, code, annee } = siennes[0] as DebutLu;
    const debut = premiere(code, annee);
    const debute = siennes.find(({ annee_etude }) => annee_etude === debut);
    if (!debute) return [];
    return [{ site, code, annee, premiere: debute.masques > 0 ? null : debute.eleves }];
  });
}

const parCle = <T>(lignes: readonly { cle: string | number; intitule: T }[]): Record<string, T> =>
  Object.fromEntries(lignes.map(({ cle, intitule }) => [cle, intitule]));

const liste = (texte: string | null): string[] => (texte ?? '').split(' ').filter(Boolean);

/** Les tables dont un dossier tire ses faits. */
export const TABLES_DU_DOSSIER = [
  'implantations',
  'offre',
  'besoins',
  'options_metiers',
  'options',
  'normes_creation',
  'perimetre',
  'conditions_alternance',
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
  const lire = <T>(r: Requete): Promise<T[]> => moteur.lire<T>(r);
  const options = await lire<Omit<OptionDuDossier, 'metiers'> & { metiers: string }>(OPTIONS);
  const duree = new Map(options.map(({ code_obg, annees }) => [code_obg, annees]));
  const en4e = new Set((await lire<{ cle: string }>(EN_4E)).map(({ cle }) => cle));
  const premiere: Premiere = (code, scolaire) =>
    premiereAnnee(duree.get(code) ?? null, scolaire, en4e.has(`${scolaire}/${code}`));
  const centres = await lire<Omit<CentreDuDossier, 'secteurs'> & { secteurs: string }>(CENTRES);
  type CommuneLue = Omit<CommuneDuDossier, 'codesPostaux'> & { codesPostaux: string };
  const communes = await lire<CommuneLue>(COMMUNES);
  const enVigueur = <T extends { edition: string }>(regles: Requete): Promise<readonly T[]> =>
    lireEnVigueur<T>(moteur, regles, manifeste);
  return {
    edition: id,
    campagne,
    anneeScolaire: annee,
    sites: await lire<SiteDuDossier>(SITES),
    options: options.map((option) => ({ ...option, metiers: liste(option.metiers) })),
    occurrences: occurrencesDe(await lire<Presence>(PAR_ANNEE_D_ETUDE(annee)), premiere, annee),
    ouvertures: ouverturesDe(await lire<DebutLu>(OUVERTURES), premiere),
    besoins: await lire(BESOINS(anneeDesListes(annee))),
    metiers: parCle<string>(await lire(nommer('metiers', 'metier'))),
    centres: centres.map((c) => ({ ...c, secteurs: liste(c.secteurs).map(Number) })),
    communes: communes.map((c) => ({ ...c, codesPostaux: liste(c.codesPostaux) })),
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
