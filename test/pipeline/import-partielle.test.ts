import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { lireIndicateurs } from '../../src/query/indicateurs.ts';
import { dossierParTest } from './dossier-par-test.ts';
import { editionPartielle } from './editions-partielles.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

afterAll(oublierPubliees);

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

describe('une ligne refusée, acceptée par --rejets-max', () => {
  const ENTETE = 'année scolaire;FASE implantation;code OBG;année d’étude;mode;élèves\n';
  const LIEGE =
    '2023-2024;401;2115;4;PE;20\n2023-2024;401;2115;5;PE;18\n2022-2023;401;2115;4;PE;20\n';
  const NAMUR = '2023-2024;601;2115;4;PE;20\n';
  const REFUSEE = '2023-2024;402;6210;5;PE;n.d.\n';
  let edition: ReturnType<typeof editionPartielle>;
  beforeEach(() => {
    edition = editionPartielle({});
  });
  afterEach(() => edition.effacer());

  const importerIci = (genre: string, texte: string) => {
    recus.ecrire('recu.csv', texte);
    const options = { sortie: edition.chemin, rejetsMax: '60%', remplacer: true };
    return importer(genre, [`${recus.chemin}/recu.csv`], options);
  };
  const lieux = () =>
    edition
      .lire('couverture.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((ligne) => ligne.split(',').slice(0, 4).join());

  test('sa zone et son année sont partielles : aucune option n’y est dite non organisée', async () => {
    const { rapport } = await importerIci('inscriptions', ENTETE + LIEGE + NAMUR + REFUSEE);
    expect(lieux()).toEqual(['inscriptions,4,2023-2024,partiel']);
    expect(rapport).toContain('aucune option n’y sera dite « non organisée »');
    const { moteur } = await publierEtLire(['data', edition.chemin]);
    const { lignes } = await lireIndicateurs(moteur, '2023-2024');
    const de = (zone: number, code: string) =>
      lignes.find((ligne) => ligne.zone === zone && ligne.code_obg === code)?.occurrences;
    expect([de(4, '6210'), de(4, '2115'), de(6, '6210')]).toEqual([null, 1, 0]);
  });

  test('sa zone ne se lit pas : toutes le sont, l’année où elle compte', async () => {
    await importerIci('inscriptions', `${ENTETE + LIEGE + NAMUR}2023-2024;999;6210;5;PE;12\n`);
    expect(lieux()).toEqual([
      'inscriptions,4,2023-2024,partiel',
      'inscriptions,6,2023-2024,partiel',
    ]);
  });

  test('ce qu’on écrit à la main répond, et le fichier entier qui suit efface ce qui était partiel', async () => {
    edition.ecrire(
      'couverture.csv',
      'table,zone,annee_scolaire,etat,raison\ninscriptions,6,2023-2024,connu,vérifiée\n',
    );
    await importerIci('inscriptions', `${ENTETE + LIEGE + NAMUR}2023-2024;;6210;5;PE;12\n`);
    expect(lieux()).toEqual(['inscriptions,4,2023-2024,partiel', 'inscriptions,6,2023-2024,connu']);
    await importerIci('inscriptions', ENTETE + LIEGE + NAMUR);
    expect(lieux()).toEqual(['inscriptions,6,2023-2024,connu']);
  });

  test('un total de zone refusé, une liste dont une ligne est illisible', async () => {
    const total = 'année scolaire;zone;code OBG;occurrences;élèves\n';
    await importerIci('oad-tableau', `${total}2023-2024;4;2115;1;20\n2023-2024;4;6210;?;\n`);
    expect(lieux()).toEqual(['totaux_zones,4,2023-2024,partiel']);
    await importerIci('tc', 'métier;année;zone\nCoiffeur;2024;4\nCouvreur;2024;6\nSoudeur;x;6\n');
    expect(lieux()).toContain('thematiques_communes,6,,partiel');
    expect(lieux()).not.toContain('thematiques_communes,4,,partiel');
  });
});
