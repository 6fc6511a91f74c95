import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { candidatDe, candidats } from '../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import type { Donnees } from '../../src/domain/dossier/types.ts';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import type { Groupement, Mode } from '../../src/domain/normes/types.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { type Moteur, requete } from '../../src/query/moteur.ts';

let donnees: Donnees;
let moteur: Moteur;

beforeAll(async () => {
  moteur = await moteurNode();
  donnees = await donneesDuDossier(moteur, await lireManifeste());
});

const lire = <T>(sql: string, ...parametres: (string | number)[]): Promise<T[]> =>
  moteur.lire<T>(requete(sql, ...parametres));

/** Cent paires d’un site et d’une option, toujours les mêmes. */
function paires(): readonly (readonly [string, string])[] {
  const site = fc.constantFrom(...donnees.sites.map(({ id }) => id));
  const option = fc.constantFrom(...donnees.options.map(({ code_obg }) => code_obg));
  return fc.sample(fc.tuple(site, option), { numRuns: 100, seed: 2026 });
}

function candidat(fase: string, code: string) {
  const lieu = lieuDe(donnees, { genre: 'implantation', fase });
  if (!lieu) throw new Error(fase);
  const contexte = creerContexte(donnees, lieu);
  const option = contexte.options.get(code);
  if (!option) throw new Error(code);
  return { contexte, ...candidatDe(contexte, option) };
}

const ECOLE = `
  SELECT DISTINCT o.code_obg AS code, p.annees, p.groupe, p.secteur
  FROM offre o JOIN implantations i USING (fase_implantation) JOIN options p USING (code_obg)
  WHERE o.annee_scolaire = ? AND o.eleves > 0 AND i.fase_etablissement =
    (SELECT fase_etablissement FROM implantations WHERE fase_implantation = ?)
  ORDER BY code`;

const SITES_DE_L_OPTION = `
  SELECT o.fase_implantation AS fase, any_value(i.lat)::DOUBLE AS lat,
    any_value(i.lon)::DOUBLE AS lon, any_value(i.caractere) AS caractere,
    any_value(i.zone)::INTEGER AS zone, sum(o.eleves)::INTEGER AS eleves,
    coalesce(sum(o.eleves) FILTER (
      o.annee_etude = TRY_CAST(split_part(p.annees, '-', 1) AS INTEGER)), 0)::INTEGER AS premiere
  FROM offre o JOIN implantations i USING (fase_implantation) JOIN options p USING (code_obg)
  WHERE o.annee_scolaire = ?
    AND o.code_obg IN (SELECT membre FROM lignees WHERE code_obg = ?)
  GROUP BY o.fase_implantation HAVING sum(o.eleves) > 0 ORDER BY fase`;

/** La première année scolaire d’une option sur un site, par une fenêtre plutôt qu’un minimum. */
const OUVERTURES = `
  WITH rang AS (
    SELECT annee_scolaire, fase_implantation, code_obg, annee_etude, sum(eleves) AS eleves,
      dense_rank() OVER (PARTITION BY fase_implantation, code_obg ORDER BY annee_scolaire) AS n
    FROM offre WHERE code_obg = ? AND eleves > 0 GROUP BY 1, 2, 3, 4
  )
  SELECT r.eleves::INTEGER AS eleves FROM rang r JOIN options p USING (code_obg)
  WHERE r.n = 1 AND r.annee_scolaire <> '2019-2020' AND r.fase_implantation <> ?
    AND r.annee_etude = CASE
      WHEN p.annees LIKE '4%' AND r.annee_scolaire < '2023' AND NOT EXISTS (
        SELECT 1 FROM offre o WHERE o.code_obg = r.code_obg AND o.annee_etude = 4
          AND o.annee_scolaire = r.annee_scolaire AND o.eleves > 0)
      THEN 5 ELSE TRY_CAST(split_part(p.annees, '-', 1) AS INTEGER) END
    AND NOT EXISTS (
      SELECT 1 FROM successions s JOIN offre o ON o.code_obg = s.ancien AND o.eleves > 0
      WHERE s.nouveau = r.code_obg AND o.fase_implantation = r.fase_implantation
        AND o.annee_scolaire < r.annee_scolaire)
  ORDER BY eleves`;

describe('pour cent sites et options au hasard, chaque fait est une requête sur les Parquet', () => {
  test('cohérence : secteur, groupe, suite et centres', async () => {
    for (const [fase, code] of paires()) {
      const { faits, option } = candidat(fase, code);
      type Ligne = { code: string; annees: string | null; groupe: number; secteur: number };
      const ecole = await lire<Ligne>(ECOLE, donnees.anneeScolaire, fase);
      const lignee = await lire<{ membre: string }>(
        'SELECT membre FROM lignees WHERE code_obg = ?',
        code,
      );
      const siens = lignee.map(({ membre }) => membre);
      const autres = ecole.filter((ligne) => !siens.includes(ligne.code));
      const { coherence } = faits;
      const codes = (garder: (l: Ligne) => boolean) => autres.filter(garder).map((l) => l.code);
      expect(coherence.offreConnue).toBe(ecole.length > 0);
      expect(coherence.secteur).toEqual(codes((l) => l.secteur === option.secteur));
      expect(coherence.groupe).toEqual(codes((l) => l.groupe === option.groupe));
      const suite: Record<string, string> = { '3': '4-5-6', '4-5-6': '7' };
      const apres = suite[option.annees ?? ''];
      if (apres) {
        const attendues = codes((l) => l.groupe === option.groupe && l.annees === apres);
        expect(coherence.apres).toEqual(expect.arrayContaining(attendues));
      }
      const centres = await lire<{ id: string; lat: number; lon: number }>(
        `SELECT id, lat, lon FROM centres WHERE lat IS NOT NULL
         AND list_contains(string_split(coalesce(secteurs, ''), ' '), ?) ORDER BY id`,
        String(option.secteur),
      );
      const site = donnees.sites.find(({ id }) => id === fase);
      if (!site) throw new Error(fase);
      expect(coherence.centres.map(({ centre }) => centre.id).sort()).toEqual(
        centres.filter((c) => distanceKm(site, c) <= 10).map(({ id }) => id),
      );
    }
  });

  test('équilibre, répartition, accessibilité', async () => {
    for (const [fase, code] of paires()) {
      const { faits, option } = candidat(fase, code);
      const [site] = await lire<{
        lat: number;
        lon: number;
        zone: number;
        caractere: string;
        commune: string;
        internat: boolean | null;
      }>(
        `SELECT lat::DOUBLE AS lat, lon::DOUBLE AS lon, i.zone::INTEGER AS "zone", caractere,
           commune, internat FROM implantations i WHERE fase_implantation = ?`,
        fase,
      );
      if (!site) throw new Error(fase);
      type Ligne = Omit<typeof site, 'commune'> & {
        fase: string;
        eleves: number;
        premiere: number;
      };
      const sites = await lire<Ligne>(SITES_DE_L_OPTION, donnees.anneeScolaire, code);
      const zone = (caractere: string) => {
        const siens = sites.filter((s) => s.zone === site.zone && s.caractere === caractere);
        const eleves = siens.reduce((n, s) => n + s.eleves, 0);
        return { occurrences: siens.length, eleves, masques: 0 };
      };
      expect(faits.equilibre.confessionnel).toEqual(zone('confessionnel'));
      expect(faits.equilibre.nonConfessionnel).toEqual(zone('non confessionnel'));
      const situes = sites
        .filter((s) => s.fase !== fase)
        .map((s) => ({ ...s, km: distanceKm(site, s) }))
        .sort((a, b) => a.km - b.km || (a.fase < b.fase ? -1 : 1));
      const proches = situes.filter(({ km }) => km <= 10);
      const { repartition } = faits;
      const memes = (s: Ligne) => s.caractere === site.caractere;
      expect(repartition.plusProche?.site).toBe(situes[0]?.fase);
      expect(repartition.plusProche?.distance).toBe(situes[0]?.km);
      expect(repartition.plusProcheMemeCaractere?.site).toBe(situes.find(memes)?.fase);
      expect(repartition.proches).toBe(proches.length);
      expect(repartition.prochesMemeCaractere).toBe(proches.filter(memes).length);
      const somme = (cle: 'eleves' | 'premiere') => proches.reduce((n, s) => n + s[cle], 0);
      expect(repartition.tailleMoyenne).toBe(
        proches.length > 0 ? somme('eleves') / proches.length : null,
      );
      expect(repartition.premiereDesProches).toBe(
        proches.length > 0 && option.annees !== null ? somme('premiere') : null,
      );
      expect(faits.accessibilite).toMatchObject({ commune: site.commune, internat: site.internat });
    }
  });

  test('besoin, norme dans chaque mode et chaque groupement, ouvertures comparables', async () => {
    for (const [fase, code] of paires()) {
      const { faits, contexte, option } = candidat(fase, code);
      const { zone } = contexte.lieu;
      const [indicateur] = await lire<{ tc: boolean; fc: boolean }>(
        'SELECT tc, fc FROM indicateurs WHERE annee_scolaire = ? AND zone = ? AND code_obg = ?',
        donnees.anneeScolaire,
        zone,
        code,
      );
      const { tc, fc: critique } = faits.besoin;
      if (indicateur) expect({ tc, fc: critique }).toEqual({ ...indicateur });
      const normes = await lire<{
        mode: Mode;
        groupement: Groupement;
        valeur: number | null;
        motif: string;
      }>(
        `SELECT mode, groupement, valeur, motif FROM normes_applicables
         WHERE zone = ? AND code_obg = ? ORDER BY mode, groupement`,
        zone,
        code,
      );
      for (const { mode, groupement, valeur, motif } of normes) {
        const hypothese = { mode, groupement, attendus: null };
        const { norme } = candidatDe(contexte, option, hypothese).faits.besoin;
        expect(norme.genre === 'valeur' ? norme.valeur : null).toBe(valeur);
        expect(norme.motif).toBe(motif);
      }
      const ouvertures = await lire<{ eleves: number }>(OUVERTURES, code, fase);
      expect(faits.besoin.ouvertures).toMatchObject({
        nombre: ouvertures.length,
        min: ouvertures[0]?.eleves ?? null,
        max: ouvertures.at(-1)?.eleves ?? null,
      });
    }
  });

  test('on peut demander ce qui est organisable et pas encore sur le site', async () => {
    for (const [fase] of paires().slice(0, 20)) {
      const { contexte } = candidat(fase, '2115');
      const demandables = candidats(contexte)
        .filter(({ situation }) => situation === 'a_programmer')
        .map(({ option }) => option.code_obg)
        .sort();
      const attendus = await lire<{ code: string }>(
        `SELECT code_obg AS code FROM options
         WHERE statut IN ('organisable', 'transformee', 'creee') AND regime <> 'urgence'
           AND code_obg NOT IN (
             SELECT l.code_obg FROM offre o JOIN lignees l ON l.membre = o.code_obg
             WHERE o.annee_scolaire = ? AND o.fase_implantation = ? AND o.eleves > 0)
         ORDER BY code_obg`,
        donnees.anneeScolaire,
        fase,
      );
      expect(demandables).toEqual(attendus.map(({ code }) => code));
    }
  });
});
