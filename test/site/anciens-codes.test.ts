import { beforeAll, expect, inject, test } from 'vitest';
import { lireFichier, lirePage, nombresDe } from './nombres.ts';
import { ouvrirSources } from './sources.ts';

type Rangee = Readonly<Record<string, string>>;

let lire: (sql: string) => Promise<Rangee[]>;
let annee: string;

beforeAll(async () => {
  const { connexion, manifeste } = await ouvrirSources(inject('construit'));
  lire = async (sql) => (await connexion.runAndReadAll(sql)).getRowObjectsJson() as Rangee[];
  annee = manifeste.edition.annee_scolaire;
  await connexion.run(`
    CREATE VIEW suivies AS SELECT DISTINCT i.zone, o.fase_implantation, o.code_obg
      FROM offre o JOIN implantations i USING (fase_implantation)
      WHERE o.annee_scolaire = '${annee}' AND o.eleves > 0;
    CREATE VIEW tcfc AS SELECT b.zone, l.code_obg FROM besoins b JOIN options_metiers l USING (metier)
      JOIN options p USING (code_obg)
      WHERE b.annee = ${Number(annee.slice(0, 4)) + 1}
        AND p.statut IN ('organisable', 'transformee', 'creee')
      GROUP BY ALL HAVING bool_or(b.tc) AND bool_or(b.fc)`);
});

const dit = (texte: string | null | undefined) => (texte ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');

test('une option dont un ancien code a des élèves n’est jamais une ouverture', async () => {
  const attendues = await lire(`
    SELECT z.slug, t.code_obg AS code, count(s.code_obg) AS suivies,
      coalesce(bool_and(s.code_obg <> t.code_obg), false) AS ancienne
    FROM tcfc t JOIN zones z USING (zone) JOIN lignee l ON l.code_obg = t.code_obg
    LEFT JOIN suivies s ON s.zone = t.zone AND s.code_obg = l.membre
    GROUP BY ALL ORDER BY z.slug, t.code_obg`);
  expect(attendues.some(({ slug, code }) => slug === 'liege' && code === '2420')).toBe(true);
  for (const slug of new Set(attendues.map((a) => a.slug ?? ''))) {
    const siennes = attendues.filter((a) => a.slug === slug);
    const codes = (fichier: string) =>
      lireFichier(`zones/${slug}/${fichier}.csv`)
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .flatMap((ligne) => ligne.match(/,(\d{4}),/)?.[1] ?? []);
    const absentes = siennes.filter(({ suivies }) => Number(suivies) === 0);
    const anciennes = siennes.filter((a) => String(a.ancienne) === 'true');
    expect(codes('ouvertures-1'), slug).toEqual(absentes.map(({ code }) => code));
    if (anciennes.length > 0) {
      expect(codes('ouvertures-2'), slug).toEqual(anciennes.map(({ code }) => code));
      expect(lireFichier(`zones/${slug}/ouvertures-2.csv`)).toContain('sous l’ancien code');
      expect(
        dit(lirePage(`zones/${slug}`).querySelector('#ouvertures .constat')?.textContent),
      ).toMatch(/que sous (son|leur) ancien code/);
    }
  }
});

test('sur une page, le besoin ne compte qu’une population : ce qui manque et ce qui est là font le tout', async () => {
  for (const { slug = '' } of await lire('SELECT slug FROM zones')) {
    const n = (cle: string) => nombresDe(`zones/${slug}`).get(cle) ?? Number.NaN;
    expect(n('contraste.premieres.tc-fc') + n('contraste.autres.tc-fc'), slug).toBe(
      n('besoins.tc-fc') - n('ouvertures.total'),
    );
  }
});

test('les totaux nomment ce qu’ils comptent, et donnent les deux populations', async () => {
  const [liege] = await lire(`
    SELECT count(DISTINCT code_obg) AS options, count(DISTINCT code_obg || fase_implantation) AS n,
      sum(eleves) AS eleves
    FROM offre JOIN implantations i USING (fase_implantation) JOIN options p USING (code_obg)
    WHERE i.zone = 4 AND annee_scolaire = '${annee}' AND eleves > 0
      AND p.statut IN ('organisable', 'transformee', 'creee')`);
  const nombres = nombresDe('zones/liege');
  const lu = (cle: string) => nombres.get(`bref.${annee}.${cle}.organisables`);
  expect([lu('options'), lu('occurrences'), lu('eleves-options')]).toEqual(
    [liege?.options, liege?.n, liege?.eleves].map(Number),
  );
  const page = dit(lirePage('zones/liege').querySelector('main')?.textContent);
  expect(page).toContain('options organisées, y compris celles qui s’éteignent');
  expect(page).toContain('options du répertoire organisables');
  for (const chemin of ['comparer', 'zones']) {
    const texte = dit(lirePage(chemin).querySelector('main')?.textContent);
    expect(texte, chemin).toMatch(
      /ompte toutes les options organisées, y compris celles qui s’éteig/,
    );
    expect(texte, chemin).toMatch(/ompte les options du répertoire organisables/);
  }
  expect(lireFichier('comparer/occurrences.csv')).toContain('y compris celles qui s’éteignent');
  expect(lireFichier('comparer/occurrences.svg')).toContain('y compris celles qui');
});

test('une implantation dit quel code remplace celui qu’elle organise, ou les réunit', async () => {
  const organisees = await lire(`
    SELECT s.fase_implantation AS fase, s.code_obg AS ancien, u.nouveau,
      EXISTS (FROM offre n WHERE n.fase_implantation = s.fase_implantation
        AND n.code_obg = u.nouveau AND n.eleves > 0) AS reunie
    FROM suivies s JOIN successions u ON u.ancien = s.code_obg ORDER BY ALL`);
  expect(organisees.length).toBeGreaterThan(50);
  for (const { fase, ancien = '', nouveau, reunie } of organisees) {
    const rangees = [...lirePage(`implantations/${fase}`).querySelectorAll('.histoire-options tr')];
    const sienne = rangees.find((tr) => tr.querySelector('th')?.textContent?.includes(ancien));
    if (String(reunie) === 'true') expect(sienne, `${fase} ${ancien}`).toBeUndefined();
    else {
      expect(dit(sienne?.textContent), `${fase} ${ancien}`).toContain('sous l’ancien code');
      expect(sienne?.querySelector(`a[href$="/options/${nouveau}/"]`), fase).toBeTruthy();
    }
  }
});
