import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { cli, lancer, photographier, type Sortie } from './lancer.ts';

let dossier: Dossier;
const ici = (...noms: string[]) => join(dossier.chemin, ...noms);
const site = (options: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  lancer(['pipelines/site.ts', ...options], { OAD_PUBLIC: ici('public'), ...env });

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

const TITRE = 'Édition d’essai de Zinneke';

/** Un dossier d’une seule table : une autre édition des données livrées. */
function poserEdition(): string {
  const livree = readFileSync('data/edition.csv', 'utf8');
  dossier.ecrire('donnees/edition.csv', livree.replace('Édition de démonstration', TITRE));
  return ici('donnees');
}

function exigerClaire({ code, stdout, stderr }: Sortie, attendu: number): void {
  expect(code).toBe(attendu);
  expect(`${stdout}${stderr}`).not.toMatch(/\n {4}at |node:internal|Error:/);
}

describe('aucune faute n’est une pile d’appels', () => {
  test.each([
    ['--data sur un fichier', () => ['check', '--data', ici('f.txt')], 2, 'est un fichier'],
    ['--data sur rien', () => ['check', '--data', ici('x')], 2, 'n’existe pas'],
    ['--data vide', () => ['build', '--data', '', '--out', ici('o')], 2, '--data est vide'],
    ['--data sans table', () => ['check', '--data', ici('vide')], 2, 'aucune table'],
    ['un dossier nommé edition.csv', () => ['check', '--data', ici('d')], 1, 'pas un fichier'],
    ['une table au lien rompu', () => ['check', '--data', ici('l')], 1, 'lien rompu'],
    ['une option inconnue', () => ['check', '--dta', 'x'], 2, 'Vouliez-vous --data ?'],
    ['une commande qui n’existe pas', () => ['constructor'], 2, 'n’existe pas'],
    ['une option sans valeur', () => ['build', '--out'], 2, '--out attend une valeur'],
    ['une valeur de trop', () => ['check', '--json=oui'], 2, 'ne prend pas de valeur'],
    ['une option d’une autre commande', () => ['check', '--out', 'x'], 2, 'ne sert à rien'],
    ['import sans sortie', () => ['import', 'fc', ici('f.txt'), '--out', ''], 2, '--out'],
    [
      'import sur un fichier',
      () => ['import', 'fc', ici('f.txt'), '--out', ici('f.txt')],
      2,
      'est un fichier',
    ],
    ['import dans public', () => ['import', 'fc', ici('f.txt'), '--out', 'public/x'], 2, 'publié'],
    [
      'import avec un dossier absent',
      () => ['import', 'fc', ici('f.txt'), '--data', ici('x'), '--out', ici('o')],
      2,
      'n’existe pas',
    ],
    ['demo sans répertoire', () => ['demo', '--data', ici('vide')], 1, 'n’existe pas'],
    [
      'demo d’un répertoire trop petit',
      () => ['demo', '--data', ici('mini')],
      2,
      'ne suffisent pas',
    ],
  ])('%s', async (_nom, options, code, message) => {
    dossier.ecrire('f.txt', 'rien');
    dossier.ecrire('d/edition.csv/x', 'rien');
    mkdirSync(ici('vide'));
    mkdirSync(ici('l'));
    symlinkSync(ici('nulle'), ici('l', 'edition.csv'));
    cpSync(MINI, ici('mini'), { recursive: true });
    rmSync(ici('mini', 'offre'), { recursive: true });
    rmSync(ici('mini', 'besoins'), { recursive: true });
    const avant = photographier(dossier.chemin);
    const rendu = await cli(...options());
    exigerClaire(rendu, code);
    expect(`${rendu.stdout}${rendu.stderr}`).toContain(message);
    expect(photographier(dossier.chemin)).toEqual(avant);
  });

  test('un lien qui tourne en rond dans les données n’arrête rien', async () => {
    poserEdition();
    symlinkSync(ici('donnees'), ici('donnees', 'offre'));
    symlinkSync('..', ici('donnees', 'encore'));
    exigerClaire(await cli('check', '--data', ici('donnees')), 0);
  });

  test('le lecteur du rapport peut partir avant la fin', async () => {
    const tuyau = `"${process.execPath}" pipelines/cli.ts check --json | true; exit "\${PIPESTATUS[0]}"`;
    exigerClaire(await lancer(['-c', tuyau], {}, 'bash'), 0);
  });
});

describe('aucune cellule ne commande le terminal', () => {
  const POISON = '\u001b]0;x\u0007\u001b[2Ja\u009b31mb\u202ec\u007f\rd';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont eux que l’on cherche.
  const COMMANDES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

  test('ni dans le rapport, ni en JSON, ni à l’import, ni dans un nom', async () => {
    dossier.ecrire('a/besoins/metiers.csv', `metier,intitule\n${POISON},a\nD001,${POISON}\n`);
    dossier.ecrire(`a/offre/${POISON}.csv`, 'a\n');
    const entete = readFileSync('test/fixtures/import/registre.csv', 'utf8').split('\n')[0];
    const colonnes = entete?.split(/[;,]/).length ?? 0;
    const ligne = Array(colonnes)
      .fill(POISON.replace('\r', ''))
      .join(entete?.includes(';') ? ';' : ',');
    dossier.ecrire('recu.csv', `${entete}\n${ligne}\n`);
    const rendus = await Promise.all([
      cli('check', '--data', ici('a')),
      cli('check', '--data', ici('a'), '--json'),
      cli('import', 'odwb-signaletique', ici('recu.csv'), '--out', ici('b')),
      cli('check', '--data', `${POISON}\nfausse ligne`),
      cli(POISON),
    ]);
    for (const { stdout, stderr } of rendus) {
      const texte = `${stdout}${stderr}`;
      expect(texte).not.toMatch(COMMANDES);
    }
    const [rapport, json, importe, nomFaux, commande] = rendus.map((r) => `${r.stdout}${r.stderr}`);
    for (const dit of [rapport, json, nomFaux, commande]) expect(dit).toContain('\\u001b');
    expect(importe).toContain('Écartées');
    const { problemes } = JSON.parse(rendus[1]?.stdout ?? '');
    expect(JSON.stringify(problemes)).toContain(JSON.stringify(POISON.slice(0, 8)).slice(1, -1));
  });
});

describe('demo ne remplace que des tables de démonstration', () => {
  test.each([
    [
      'dont sources.csv dit qu’elles sont officielles',
      () =>
        dossier.remplacer(
          'sources.csv',
          'population,Tirage au sort documenté de l’édition de démonstration,OAD ouvert,demonstration',
          'population,Comptage,FWB,officiel',
        ),
    ],
    ['sans sources.csv', () => rmSync(ici('sources.csv'))],
    [
      'aux numéros FASE réels',
      () =>
        dossier.ecrire(
          'offre/inscriptions.csv',
          'annee_scolaire,fase_implantation,code_obg,annee_etude,mode,eleves\n2023-2024,31,2115,4,PE,12\n',
        ),
    ],
  ])('refusée pour des tables %s', async (_nom, changer) => {
    cpSync('data', dossier.chemin, { recursive: true });
    changer();
    const avant = photographier(dossier.chemin);
    const { code, stderr } = await cli('demo', '--data', dossier.chemin);
    expect(code).toBe(2);
    expect(stderr).toContain('qui ne sont pas de démonstration');
    expect(photographier(dossier.chemin)).toEqual(avant);
  });

  test('une copie des données livrées se retire au sort, aux mêmes octets', async () => {
    cpSync('data', dossier.chemin, { recursive: true });
    const avant = photographier(dossier.chemin);
    exigerClaire(await cli('demo', '--data', dossier.chemin), 0);
    expect(photographier(dossier.chemin)).toEqual(avant);
  });
});

/** Astro ne sert rien sous Vitest, et dans certains terminaux part en arrière-plan. */
const DE_DEV = { VITEST: undefined, NODE_ENV: undefined, ASTRO_DEV_BACKGROUND: '1' };

describe('les scripts du site', () => {
  test('tous passent par une commande qui lit --data', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const nom of ['build', 'dev', 'start'])
      expect(scripts[nom]).toBe(`node pipelines/site.ts ${nom}`);
  });

  test.each([
    ['une option inconnue', ['build', '--dta', 'x'], 'Vouliez-vous --data ?'],
    ['une option d’une autre commande', ['build', '--host'], 'ne sert à rien'],
    ['un mot de trop', ['dev', '../mes-donnees'], '--data, après --'],
    ['un dossier absent', ['build', '--data', 'nulle/part'], 'n’existe pas'],
    ['un port impossible', ['start', '--port', 'x'], '--port attend un nombre'],
  ])('refusent %s', async (_nom, options, message) => {
    const rendu = await site(options);
    exigerClaire(rendu, 2);
    expect(rendu.stderr).toContain(message);
  });

  test('refusent les options que npm a gardées pour lui', async () => {
    const rendu = await site(['build'], { npm_config_data: '../x', npm_lifecycle_event: 'build' });
    exigerClaire(rendu, 2);
    expect(rendu.stderr).toContain('npm run build -- --data');
    const autre = await lancer(['pipelines/cli.ts', 'check'], { npm_config_strict: 'true' });
    expect(autre.code).toBe(2);
  });

  test('--strict arrête avant de construire', async () => {
    poserEdition();
    dossier.ecrire('donnees/offre/inscription.csv', 'a,b\n');
    const rendu = await site(['build', '--strict', '--data', ici('donnees')], {
      OAD_DIST: ici('d'),
    });
    exigerClaire(rendu, 1);
    expect(rendu.stderr).toContain('OAD-FICHIER-INCONNU');
    expect(photographier(dossier.chemin)).not.toHaveProperty([
      ici('public', 'data', 'manifest.json'),
    ]);
  });

  test.each([
    ['les données', () => ici('donnees')],
    ['dans les données', () => ici('donnees', 'site')],
    ['autour des données', () => dossier.chemin],
    ['un dossier plein d’autre chose', () => ici('www')],
    ['par un lien', () => ici('lien')],
    ['ce qui est publié', () => ici('public', 'site')],
    ['un fichier', () => ici('www', 'index.html')],
    ['un site d’ici où l’on a mis autre chose', () => ici('melange')],
  ])('OAD_DIST : %s, ni eux ni Astro ne le vident', async (_nom, dist) => {
    poserEdition();
    dossier.ecrire('www/index.html', 'un autre site');
    dossier.ecrire('public/icone.svg', 'icone');
    symlinkSync(ici('www'), ici('lien'));
    dossier.ecrire('melange/.oad-site', '{"fichiers":["index.html"]}');
    dossier.ecrire('melange/index.html', 'construit');
    dossier.ecrire('melange/.well-known/notes.txt', 'à garder');
    const avant = photographier(dossier.chemin);
    const env = { OAD_DIST: dist(), OAD_DATA: ici('donnees') };
    exigerClaire(await site(['build'], env), 2);
    const seul = await lancer(['node_modules/astro/bin/astro.mjs', 'build'], {
      OAD_PUBLIC: ici('public'),
      ...env,
    });
    expect(seul.code).not.toBe(0);
    expect(photographier(dossier.chemin)).toEqual(avant);
  });

  test('dev --data sert les pages de ces données, et --port passe', {
    timeout: 300_000,
  }, async () => {
    poserEdition();
    cpSync('public', ici('public'), { recursive: true, filter: (nom) => nom !== 'public/data' });
    const enfant = spawn(
      process.execPath,
      ['pipelines/site.ts', 'dev', '--data', ici('donnees'), '--port', '0'],
      { env: { ...process.env, ...DE_DEV, OAD_PUBLIC: ici('public') } },
    );
    try {
      let recu = '';
      enfant.stderr.on('data', (morceau) => {
        recu += morceau;
      });
      const adresse = await new Promise<string>((trouver, rater) => {
        enfant.stdout.on('data', (morceau) => {
          recu += morceau;
          const trouvee = /http:\/\/[\w.]+:\d+\//.exec(recu)?.[0];
          if (trouvee) trouver(trouvee);
        });
        enfant.once('exit', () => rater(new Error(recu)));
      });
      const page = await fetch(new URL('a-propos/', adresse));
      expect(await page.text()).toContain(TITRE);
    } finally {
      enfant.kill();
    }
  });
});
