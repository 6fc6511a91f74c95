import { afterAll, afterEach, expect, test } from 'vitest';
import type { BesoinOption } from '../../src/domain/tables/besoins.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import { direListes } from '../../src/phrases/listes.ts';
import { LISTES, type ListesDAnnee } from '../../src/query/listes.ts';
import { requete } from '../../src/query/moteur.ts';
import { type Dossier, MINI, ouvrirDossier, problemesDe } from './dossier.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

const FC = 'besoins/fonctions_critiques.csv';
const TC = 'besoins/thematiques_communes.csv';
const EDITION = 'edition.csv';
let dossier: Dossier;

afterEach(() => dossier.effacer());
afterAll(oublierPubliees);

/** L’édition mini, dont les listes de 2024 deviennent celles d’une autre année. */
function avecListes(annees: { readonly tc?: number; readonly fc?: number }): Dossier {
  dossier = ouvrirDossier(MINI);
  for (const [fichier, annee] of [
    [TC, annees.tc],
    [FC, annees.fc],
  ] as const) {
    if (annee) dossier.ecrire(fichier, dossier.lire(fichier).replaceAll(/^2024,/gm, `${annee},`));
  }
  return dossier;
}

/** Retire les listes de 2023. */
function sansAvant(...fichiers: readonly string[]): void {
  for (const fichier of fichiers) {
    dossier.ecrire(fichier, dossier.lire(fichier).replace(/^2023.*\n/m, ''));
  }
}

const listes = async () =>
  (await problemesDe(dossier.chemin)).filter(({ code }) => code === 'OAD-LISTE');

async function lire() {
  const { moteur } = await publierEtLire([dossier.chemin]);
  const [besoin] = await moteur.lire<BesoinOption>(
    requete(`SELECT * FROM besoins_options
      WHERE annee_scolaire = '2023-2024' AND zone = 4 AND code_obg = '2115'`),
  );
  const [ligne] = await moteur.lire<Indicateur>(
    requete(`SELECT * FROM indicateurs
      WHERE annee_scolaire = '2023-2024' AND zone = 4 AND code_obg = '2115'`),
  );
  const lues = (await moteur.lire<ListesDAnnee>(LISTES)).filter(
    ({ annee_scolaire }) => annee_scolaire === '2023-2024',
  );
  const noms = { 1: 'Bruxelles', 4: 'Liège' };
  return { besoin, ligne, dites: direListes(lues, '2023-2024', noms) };
}

test('des listes de l’année n’ont rien à dire', async () => {
  avecListes({});
  expect(await listes()).toEqual([]);
  expect((await lire()).dites).toBe('listes du 1er février 2024');
});

test('des listes plus récentes que les effectifs valent, et cela se dit', async () => {
  avecListes({ tc: 2025, fc: 2025 });
  sansAvant(TC, FC);
  const { besoin, ligne, dites } = await lire();
  expect(besoin).toMatchObject({ tc: true, fc: true, tc_fc: true, annee_tc: 2025, annee_fc: 2025 });
  expect(ligne?.norme_creation).toBe(10);
  expect(dites).toBe('liste 2025, effectifs 2023-2024');
});

test('une liste plus récente que la campagne laisse valoir celle de la campagne', async () => {
  avecListes({});
  dossier.ecrire(FC, `${dossier.lire(FC)}2025,Wallonie,D002,structurelle\n`);
  const { besoin } = await lire();
  expect(besoin).toMatchObject({ fc: true, annee_fc: 2024, metiers_fc: 'D001' });
  const [ecart] = await listes();
  expect(ecart?.message).toContain('Celle de 2025 ne vaut qu’à partir de la campagne 2026-2027.');
});

test('la campagne dit quelle liste vaut : 2026, effectifs 2023-2024', async () => {
  avecListes({ tc: 2026, fc: 2026 });
  sansAvant(TC, FC);
  dossier.remplacer(EDITION, '2025-2026', '2027-2028');
  const { besoin, dites } = await lire();
  expect(besoin).toMatchObject({ tc_fc: true, annee_tc: 2026, annee_fc: 2026 });
  expect(dites).toBe('liste 2026, effectifs 2023-2024');
  expect((await listes()).map(({ table, valeur }) => `${table} : ${valeur}`)).toEqual([
    'thematiques_communes : 2026, Bruxelles, Liège',
    'fonctions_critiques : 2026, Bruxelles-Capitale, Wallonie',
  ]);
});

test('une liste d’avant se reconduit, et le contrôle nomme celle qui manque', async () => {
  avecListes({ fc: 2022 });
  sansAvant(FC);
  const { besoin, dites } = await lire();
  expect(besoin).toMatchObject({ tc: true, fc: true, annee_tc: 2024, annee_fc: 2022 });
  expect(dites).toBe('pour les TC, liste 2024 ; pour les FC, liste 2022 ; effectifs 2023-2024');
  const [ecart] = await listes();
  expect(ecart?.message).toContain('celle du 1er février 2024');
});
