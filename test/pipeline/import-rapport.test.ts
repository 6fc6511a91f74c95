import { beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { commande } from './commande.ts';
import { problemesDe } from './dossier.ts';
import { dossierParTest } from './dossier-par-test.ts';

const dossier = dossierParTest();
const recus = dossierParTest();

const LISTE = `métier;zone;année
D004;4;2025
Soudeuse;4;2025
Barman <b>;4;2025
Médecin;4;2025
D004;Namurr;2025
`;

const lancer = (genre: string, texte: string, reponse: ReponseDImport = {}, rejetsMax?: string) => {
  recus.ecrire('recu.csv', texte);
  const options = { sortie: dossier.chemin, rejetsMax, ...reponse };
  return importer(genre, [`${recus.chemin}/recu.csv`], options);
};

describe('le rapport d’un import', () => {
  test('trois nombres, puis chaque raison avec son compte et un exemple', async () => {
    const { rapport } = await lancer('tc', LISTE, {}, '100%');
    expect(rapport.split('\n').slice(0, 4)).toEqual([
      'recu.csv : 5 lignes reçues = 2 entrées + 0 réunie à une autre + 3 écartées.',
      'En bref :',
      expect.stringMatching(
        /^ {2}2 \[METIER\], par exemple ligne 4, colonne A « métier », « Barman <b> » : aucun métier/,
      ),
      '  1 [ZONE], par exemple ligne 6, colonne B « zone », « Namurr » : Vouliez-vous Namur ?',
    ]);
  });

  test('à côté des tables, une page dit la même chose, sans rien exécuter', async () => {
    await lancer('tc', LISTE, {}, '100%');
    const page = dossier.lire('rapport.html');
    expect(page).toContain('<b>2</b> entrées');
    expect(page).toContain('<b>3</b> écartées');
    expect(page).toContain('Barman &lt;b&gt;');
    expect(page).toContain('<td>metier</td><td>métier</td>');
    expect(page).toContain('<td>6</td><td>B « zone »</td><td>ZONE</td><td>Namurr</td>');
    expect(page).not.toMatch(/<script|https?:/);
    await lancer('tc', LISTE, {}, '100%');
    expect(dossier.lire('rapport.html'), 'refait, le même').toBe(page);
    const seul = { sortie: dossier.chemin, remplacer: true };
    recus.ecrire('recu.csv', 'code;intitulé\nD004;Soudeur\n');
    await importer('metiers', [`${recus.chemin}/recu.csv`], seul);
    expect(dossier.lire('rapport.html')).toMatch(/Import metiers.*Import tc/);
    expect(await problemesDe('data', dossier.chemin)).not.toContainEqual(
      expect.objectContaining({ code: 'OAD-FICHIER-INCONNU' }),
    );
  });

  test('--json le rend à un programme, écrit ou non', async () => {
    recus.ecrire('recu.csv', LISTE);
    const fichier = `${recus.chemin}/recu.csv`;
    const { code, texte } = await commande(
      ...['import', 'tc', fichier, '--out', dossier.chemin, '--json'],
    );
    expect(code).toBe(1);
    const lu = JSON.parse(texte);
    expect(lu).toMatchObject({ commande: 'import', genre: 'tc', ecrit: false, questions: [] });
    expect(lu.obstacles[0]).toContain('--rejets-max 60%');
    expect(lu.fichiers[0]).toMatchObject({ recues: 5, entrees: 2, reunies: 0, ecartees: 3 });
    expect(lu.fichiers[0].raisons[0]).toMatchObject({ code: 'METIER', nombre: 2 });
    const { rejets } = lu.fichiers[0];
    expect(rejets[2]).toMatchObject({ ligne: 6, colonne: 'B « zone »', valeur: 'Namurr' });
    expect(lu.fichiers[0].colonnes.lues).toEqual({
      metier: 'métier',
      zone: 'zone',
      annee: 'année',
    });
  });
});

describe('une réponse se garde pour le fichier de l’année suivante', () => {
  const effectifs = (annee: string, titre = 'FASE impl.') =>
    `année scolaire;FASE;${titre};OBG;année;mode;élèves\n${annee};99;31;2115;4;PE;1.000\n`;

  beforeEach(() =>
    importer('odwb-signaletique', ['test/fixtures/import/registre.csv'], {
      sortie: dossier.chemin,
      rejetsMax: '100%',
    }),
  );

  test('le premier demande, le second reprend la réponse et le dit', async () => {
    await expect(lancer('inscriptions', effectifs('2022-2023'))).rejects.toThrow('--colonne');
    const colonne = ['fase_implantation=FASE impl.'];
    await lancer('inscriptions', effectifs('2022-2023'), { colonne, milliers: 'point' });
    expect(dossier.lire('import.csv')).toBe(
      'genre,option,valeur\ninscriptions,colonne,fase_implantation=FASE impl.\ninscriptions,milliers,point\n',
    );
    const { rapport, ecrit } = await lancer('inscriptions', effectifs('2023-2024'));
    expect(ecrit).toBe(true);
    expect(rapport).toContain(
      "reprises : --milliers 'point' --colonne 'fase_implantation=FASE impl.'",
    );
    expect(dossier.lire('offre/inscriptions.csv')).toContain('2023-2024,31,2115,4,PE,1000');
  });

  test('une réponse donnée l’emporte, et se garde à sa place', async () => {
    const colonne = ['fase_implantation=FASE impl.'];
    await lancer('inscriptions', effectifs('2022-2023'), { colonne, milliers: 'point' });
    await lancer('inscriptions', effectifs('2023-2024'), { milliers: 'aucun' });
    expect(dossier.lire('import.csv')).toContain('milliers,aucun');
    expect(dossier.lire('import.csv')).not.toContain('milliers,point');
    expect(dossier.lire('offre/inscriptions.csv')).toContain('2023-2024,31,2115,4,PE,1\n');
  });

  test('celle que le fichier ne peut pas suivre ne s’impose pas, celle d’une année ne se garde pas', async () => {
    const colonne = ['fase_implantation=FASE impl.'];
    await lancer('inscriptions', effectifs('2022-2023'), { colonne, milliers: 'point' });
    const autre = 'FASE;OBG;année;mode;élèves\n31;2115;4;PE;12\n';
    const { ecrit } = await lancer('inscriptions', autre, { annee: '2023-2024' });
    expect(ecrit).toBe(true);
    expect(dossier.lire('offre/inscriptions.csv')).toContain('2023-2024,31,2115,4,PE,12');
    expect(dossier.lire('import.csv')).not.toContain('annee');
  });
});
