import { expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { dossierParTest } from './dossier-par-test.ts';

const dossier = dossierParTest();
const recus = dossierParTest();

const ENTIERE = 'annee;region;metier\n2025;Wallonie;Coiffeur\n2025;Wallonie;Couvreur\n';
const INCONNU = '2025;Wallonie;Dresseur de licornes\n';

async function recevoir(texte: string, options: { partiel?: string; rejetsMax?: string } = {}) {
  recus.ecrire('fc.csv', texte);
  const fichiers = [`${recus.chemin}/fc.csv`];
  return importer('fc', fichiers, { sortie: dossier.chemin, ...options });
}

const couverture = () => dossier.lire('couverture.csv').trim().split('\n').slice(1);
const AUJOURDHUI = new Intl.DateTimeFormat('fr-BE', {
  dateStyle: 'long',
  timeZone: 'UTC',
}).format();

test('une liste entière ne dit rien de sa couverture', async () => {
  const { ecrit } = await recevoir(ENTIERE);
  expect(ecrit).toBe(true);
  expect(() => dossier.lire('couverture.csv')).toThrow();
});

test('un titre que rien ne rapproche : la liste est partielle dans les zones de sa région', async () => {
  const { ecrit, rapport } = await recevoir(ENTIERE + INCONNU, { rejetsMax: '50%' });
  expect(ecrit).toBe(true);
  expect(rapport).toContain('dit cette liste partielle');
  const lignes = couverture();
  expect(lignes.map((ligne) => ligne.split(',').slice(0, 4).join())).toEqual(
    [2, 3, 4, 5, 6, 7, 8, 9, 10].map((zone) => `fonctions_critiques,${zone},,partiel`),
  );
  expect(lignes[0]).toContain(`lue le ${AUJOURDHUI} : des titres`);
});

test('la liste qu’on dit partielle l’est, et l’entière qui la suit ne l’est plus', async () => {
  await recevoir(ENTIERE, { partiel: 'extrait de presse' });
  expect(couverture()[0]).toContain(`lue le ${AUJOURDHUI} : extrait de presse`);
  await recevoir(ENTIERE);
  expect(couverture()).toEqual([]);
});

test('ce qui est écrit à la main dans couverture.csv reste', async () => {
  const main = 'fonctions_critiques,4,,connu,vérifiée';
  dossier.ecrire('couverture.csv', `table,zone,annee_scolaire,etat,raison\n${main}\n`);
  await recevoir(ENTIERE, { partiel: 'extrait' });
  expect(couverture()).toHaveLength(9);
  expect(couverture()).toContain(main);
  await recevoir(ENTIERE);
  expect(couverture()).toEqual([main]);
});

test('--partiel ne se dit que d’une liste', async () => {
  recus.ecrire('registre.csv', 'a;b\n');
  await expect(
    importer('inscriptions', [`${recus.chemin}/registre.csv`], {
      sortie: dossier.chemin,
      partiel: 'non',
    }),
  ).rejects.toThrow(/--partiel ne se dit que d’une liste/);
});
