import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { commande } from './commande.ts';
import { problemesDe } from './dossier.ts';
import { dossierParTest } from './dossier-par-test.ts';

const dossier = dossierParTest();
const recus = dossierParTest();

const CODES = ['2115', '8123', '3423'];
const FASES = ['31', '32', '33', '35'];

/** Des effectifs d’une année : quatre implantations, trois options, cinq années d’étude. */
const effectifs = (annee: string, n = 60, eleves = 12) => {
  const lignes = FASES.flatMap((fase) =>
    CODES.flatMap((code) =>
      [3, 4, 5, 6, 7].map((etude) => `${annee};${fase};${code};${etude};PE;${eleves}`),
    ),
  );
  return `${['année scolaire;FASE;OBG;année;mode;élèves', ...lignes.slice(0, n)].join('\n')}\n`;
};

const recevoir = (nom: string, texte: string) => {
  recus.ecrire(nom, texte);
  return join(recus.chemin, nom);
};

const lancer = (genre: string, nom: string, texte: string, reste = {}) =>
  importer(genre, [recevoir(nom, texte)], { sortie: dossier.chemin, ...reste });

const registre = () =>
  importer('odwb-signaletique', ['test/fixtures/import/registre.csv'], {
    sortie: dossier.chemin,
    rejetsMax: '100%',
  });

const compter = (fichier: string, debut: string) =>
  dossier
    .lire(fichier)
    .split('\n')
    .filter((ligne) => ligne.startsWith(debut)).length;

/** Tous les fichiers du dossier, et leur contenu. */
const etat = () =>
  readdirSync(dossier.chemin, { recursive: true, encoding: 'utf8' })
    .filter((nom) => statSync(join(dossier.chemin, nom)).isFile())
    .sort()
    .map((nom) => [nom, readFileSync(join(dossier.chemin, nom), 'utf8')]);

describe('une année après l’autre', () => {
  beforeEach(registre);

  test('des lignes gardées d’une nature plus faible affaiblissent la table', async () => {
    const natureDe = () =>
      dossier
        .lire('sources.csv')
        .split('\n')
        .find((ligne) => ligne.startsWith('inscriptions,'))
        ?.match(/,(officiel|transcription),/)?.[1];
    await lancer('inscriptions', '2022-2023.csv', effectifs('2022-2023'));
    expect(natureDe()).toBe('officiel');
    const sources = dossier.lire('sources.csv').split('\n');
    dossier.ecrire(
      'sources.csv',
      sources
        .map((l) =>
          l.startsWith('inscriptions,') ? l.replace(',officiel,', ',transcription,') : l,
        )
        .join('\n'),
    );
    await lancer('inscriptions', '2023-2024.csv', effectifs('2023-2024'));
    expect(natureDe()).toBe('transcription');
  });

  test('les années absentes du fichier restent, et l’édition suit', async () => {
    await lancer('inscriptions', '2022-2023.csv', effectifs('2022-2023'));
    const { rapport } = await lancer('inscriptions', '2023-2024.csv', effectifs('2023-2024'));
    expect(rapport).toContain('60 lignes de 2022-2023 gardées.');
    expect(rapport).toContain('60 lignes de 2023-2024 ajoutées.');
    expect(rapport).toContain('« Édition 2023-2024 », campagne 2025-2026');
    expect(dossier.lire('edition.csv')).toContain(
      'import-2023-2024,Édition 2023-2024,2025-2026,2023-2024,',
    );
    expect(compter('offre/inscriptions.csv', '202')).toBe(120);
    const sources = dossier.lire('sources.csv');
    expect(sources).toMatch(
      /2023-2024\.csv \(2023-2024, lu le [\d-]+\) ; 2022-2023\.csv \(2022-2023, lu le [\d-]+\)\.",1440\n/,
    );
    const problemes = await problemesDe('data', dossier.chemin);
    expect(problemes.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
  });

  test('la même année se remplace, et une plus ancienne ne fait pas reculer l’édition', async () => {
    await lancer('inscriptions', 'a.csv', effectifs('2023-2024'));
    await lancer('inscriptions', 'b.csv', effectifs('2022-2023'));
    const { rapport } = await lancer('inscriptions', 'c.csv', effectifs('2023-2024', 60, 20));
    expect(rapport).toContain('60 lignes de 2023-2024 remplacées par 60.');
    expect(compter('offre/inscriptions.csv', '2023-2024')).toBe(60);
    expect(dossier.lire('edition.csv')).toContain('Édition 2023-2024');
    const sources = dossier.lire('sources.csv');
    expect(sources).toMatch(/Importé de .*c\.csv \(2023-2024, .*1920\n/);
    expect(sources).toContain('b.csv (2022-2023');
    expect(sources).not.toContain('a.csv');
  });

  test('une édition écrite à la main reste telle quelle, et l’on dit quoi y changer', async () => {
    await lancer('inscriptions', 'a.csv', effectifs('2022-2023'));
    dossier.remplacer('edition.csv', 'Contact à renseigner', 'oad@exemple.be');
    const avant = dossier.lire('edition.csv');
    const { rapport } = await lancer('inscriptions', 'b.csv', effectifs('2023-2024'));
    expect(dossier.lire('edition.csv')).toBe(avant);
    expect(rapport).toMatch(/edition\.csv est de votre main .* annee_scolaire 2023-2024/);
  });

  test('les rejets d’un fichier partent avec lui, ceux d’un fichier gardé restent', async () => {
    const avec = (annee: string, code: string) => `${effectifs(annee)}${annee};31;${code};4;PE;3\n`;
    await lancer('inscriptions', 'e.csv', avec('2021-2022', '9991'));
    await lancer('inscriptions', 'e.csv', avec('2022-2023', '9992'));
    await lancer('inscriptions', 'f.csv', avec('2023-2024', '9993'));
    await lancer('inscriptions', 'g.csv', avec('2023-2024', '9994'));
    const rejets = dossier.lire('rejets.csv');
    expect(rejets).toMatch(/,e\.csv,.*,9991,/);
    expect(rejets).toMatch(/,e\.csv \(2\),.*,9992,/);
    expect(rejets).not.toContain('9993');
    expect(rejets).toMatch(/,g\.csv,.*,9994,/);
    expect(rejets).toContain('odwb-signaletique,registre.csv');
  });

  test('des lignes de démonstration ne restent pas à côté de lignes officielles', async () => {
    const lignes = FASES.map((fase) => `2022-2023,${fase},2115,4,PE,5`);
    const entete = 'annee_scolaire,fase_implantation,code_obg,annee_etude,mode,eleves';
    dossier.ecrire('offre/inscriptions.csv', `${[entete, ...lignes].join('\n')}\n`);
    const source = 'inscriptions,Tirage,OAD ouvert,demonstration,,,EUPL-1.2,Fictif,20\n';
    dossier.ecrire('sources.csv', dossier.lire('sources.csv') + source);
    const { rapport } = await lancer('inscriptions', 'a.csv', effectifs('2023-2024'));
    expect(rapport).toContain('4 lignes de démonstration retirées');
    expect(compter('offre/inscriptions.csv', '2022')).toBe(0);
    expect(dossier.lire('sources.csv')).not.toMatch(/Tirage|EUPL/);
  });
});

describe('les listes', () => {
  const liste = (zone: string, annee = 2024) =>
    `métier;zone;année\nD004;${zone};${annee}\nD007;${zone};${annee}\n`;

  test('les TC d’une IBEFE laissent celles des neuf autres, et les autres années', async () => {
    await lancer('tc', 'liege.csv', liste('4'));
    await lancer('tc', 'namur.csv', liste('6'));
    const { rapport } = await lancer('tc', 'liege-2025.csv', liste('4', 2025));
    expect(rapport).toContain('2 lignes de 2024 zone 6 gardées.');
    await lancer('tc', 'namur-bis.csv', liste('6').replace('D007', 'D010'));
    expect(dossier.lire('besoins/thematiques_communes.csv').trim().split('\n').slice(1)).toEqual([
      ...['2024,4,D004', '2024,4,D007', '2024,6,D004', '2024,6,D010'],
      ...['2025,4,D004', '2025,4,D007'],
    ]);
    const sources = dossier.lire('sources.csv');
    expect(sources).toContain('liege.csv (2024 zone 4, lu le');
    expect(sources).not.toContain('namur.csv');
    expect(sources).toMatch(/,6\n$/);
  });

  test('les FC d’une région laissent celles de l’autre', async () => {
    const fc = (spe: string) => `métier;année;région;nature\nD004;2024;${spe};quantitative\n`;
    await lancer('fc', 'forem.csv', fc('Forem'));
    await lancer('fc', 'actiris.csv', fc('Actiris'));
    expect(compter('besoins/fonctions_critiques.csv', '2024')).toBe(2);
  });
});

describe('un mauvais import n’efface pas une bonne table', () => {
  beforeEach(async () => {
    await registre();
    await lancer('inscriptions', 'bon.csv', effectifs('2023-2024'));
  });

  const lancerEnLigne = (fichier: string, ...reste: string[]) =>
    commande('import', 'inscriptions', fichier, '--out', dossier.chemin, ...reste);

  test('59 lignes sur 60 refusées : rien n’est écrit, et le mot qui force est dit', async () => {
    const avant = etat();
    const lignes = effectifs('2023-2024').split('\n');
    const mauvais = lignes.map((ligne, i) => (i < 2 ? ligne : ligne.replace(/;3\d;/, ';999;')));
    const fichier = recevoir('mauvais.csv', mauvais.join('\n'));
    const { code, texte } = await lancerEnLigne(fichier);
    expect(code).toBe(1);
    expect(texte).toMatch(/59 lignes de données sur 60 refusées \(98,3 %\) ; au plus 5 %/);
    expect(texte).toContain('--rejets-max 99%');
    expect(texte).toContain('60 lignes de 2023-2024 remplacées par 1.');
    expect(texte).toContain('--remplacer');
    expect(etat()).toEqual(avant);
    expect((await lancerEnLigne(fichier, '--rejets-max', '99%')).code).toBe(1);
    expect(etat()).toEqual(avant);
    expect((await lancerEnLigne(fichier, '--rejets-max', '99%', '--remplacer')).code).toBe(0);
    expect(compter('offre/inscriptions.csv', '202')).toBe(1);
  });

  test('un fichier tronqué ne remplace pas une année entière', async () => {
    const avant = etat();
    const { rapport, ecrit } = await lancer(
      'inscriptions',
      'court.csv',
      effectifs('2023-2024', 20),
    );
    expect(ecrit).toBe(false);
    expect(rapport).toContain('60 lignes de 2023-2024 : il n’en resterait que 20.');
    expect(etat()).toEqual(avant);
  });

  test('une année mal tapée ne devient pas celle que toutes les pages montrent', async () => {
    const avant = etat();
    const texte = effectifs('2023-2024').replace('2023-2024', '2032-2033');
    const { rapport, ecrit } = await lancer('inscriptions', 'a.csv', texte);
    expect(ecrit).toBe(false);
    expect(rapport).toContain('1 ligne de 2032-2033, qui serait la dernière année, pour 59 lignes');
    expect(etat()).toEqual(avant);
  });

  test('une ligne refusée se dit ; deux sur dix arrêtent ; totaux et notes ne comptent pas', async () => {
    const entete = effectifs('2024-2025', 9);
    const fausse = '2024-2025;99;2115;4;PE;3\n';
    const notes = 'Total;;;;;108\nSource : école;;;;;\n;;;;;\n'.repeat(5);
    const peu = { remplacer: true };
    const une = await lancer('inscriptions', 'une.csv', entete + fausse + notes, peu);
    expect(une.ecrit).toBe(true);
    const avant = etat();
    const trop = entete + fausse.repeat(2) + notes;
    const deux = await lancer('inscriptions', 'deux.csv', trop, peu);
    expect(deux.ecrit).toBe(false);
    expect(etat()).toEqual(avant);
  });

  test.each(['-', 'n/a', '', '..', '0-4'])(
    'un effectif tu (« %s ») n’est pas une option fermée : rien n’est écrit',
    async (tu) => {
      const avant = etat();
      const texte = effectifs('2024-2025').replace(/;12\n/, `;${tu}\n`);
      const { rapport, ecrit } = await lancer('inscriptions', 'tu.csv', texte);
      expect(ecrit).toBe(false);
      expect(rapport).toContain('1 ligne sans effectif (tu par la source)');
      expect(etat()).toEqual(avant);
      const force = await lancer('inscriptions', 'tu.csv', texte, { rejetsMax: '2%' });
      expect(force.ecrit).toBe(true);
    },
  );

  test.each(['<5', '1-4', 'moins de 5'])(
    'un effectif que la source borne (« %s ») entre tel quel',
    async (tu) => {
      const texte = effectifs('2024-2025').replace(/;12\n/, `;${tu}\n`);
      const { rapport, ecrit } = await lancer('inscriptions', 'tu.csv', texte);
      expect(ecrit).toBe(true);
      expect(rapport).toContain(`élèves « ${tu} » gardés comme la source les tait (1 ligne)`);
    },
  );

  test('une part qui n’en est pas une : code 2', async () => {
    const fichier = recevoir('a.csv', effectifs('2023-2024'));
    const { code, texte } = await lancerEnLigne(fichier, '--rejets-max', 'beaucoup');
    expect(code).toBe(2);
    expect(texte).toContain('--rejets-max 20%');
  });
});
