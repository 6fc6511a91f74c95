import { beforeAll, expect, inject, test } from 'vitest';
import { lirePage } from './nombres.ts';
import { ouvrirSources } from './sources.ts';

type Valeur = string | number | bigint | boolean | null;
type Rangee = Readonly<Record<string, Valeur>>;

let lire: (sql: string) => Promise<Rangee[]>;
let annee: string;
let codes: string[];
/** Le corps de chaque page, lu une fois. */
let pages: Map<string, ReturnType<typeof corpsDe>>;

beforeAll(async () => {
  const { connexion, manifeste } = await ouvrirSources(inject('construit'));
  lire = async (sql) => (await connexion.runAndReadAll(sql)).getRowObjects() as Rangee[];
  annee = manifeste.edition.annee_scolaire;
  codes = (await lire('FROM options ORDER BY code_obg')).map(({ code_obg }) => String(code_obg));
  pages = new Map(codes.map((code) => [code, corpsDe(code)]));
});

const corpsDe = (code: string) => {
  const main = lirePage(`options/${code}`).querySelector('main');
  if (!main) throw new Error(`La page de ${code} est vide.`);
  // La case « Avec les anciens codes » est cochée : l’autre compte est caché.
  for (const cache of main.querySelectorAll('[data-anciens][hidden]')) cache.remove();
  return main;
};

const corps = (code: string) => pages.get(code) ?? corpsDe(code);

/** Les rangées d’un tableau : l’en-tête de ligne, puis la valeur de chaque `<data>`. */
const tableau = (code: string, classe: string): string[] =>
  [...corps(code).querySelectorAll(`.${classe} tbody tr:not(:has(.groupe))`)].map((tr) =>
    [
      tr.querySelector('th')?.textContent?.trim() ?? '',
      ...[...tr.querySelectorAll('data')].map((data) => data.getAttribute('value')),
    ].join(' '),
  );

const parCode = (rangees: readonly Rangee[]) => {
  const groupes = Map.groupBy(rangees, ({ code }) => String(code));
  return (code: string): string[] => (groupes.get(code) ?? []).map(({ ligne }) => String(ligne));
};

test('zone par zone : implantations, élèves et normes, anciens codes compris', async () => {
  const attendues = parCode(
    await lire(`
      SELECT p.code_obg AS code, concat_ws(' ', z.nom,
        (SELECT count(DISTINCT fase_implantation) FROM offre o JOIN implantations i
           USING (fase_implantation) JOIN lignee l ON l.membre = o.code_obg
           WHERE i.zone = z.zone AND l.code_obg = p.code_obg
           AND annee_scolaire = '${annee}' AND eleves > 0),
        (SELECT coalesce(sum(eleves), 0) FROM offre o JOIN implantations i
           USING (fase_implantation) JOIN lignee l ON l.membre = o.code_obg
           WHERE i.zone = z.zone AND l.code_obg = p.code_obg AND annee_scolaire = '${annee}'),
        pe.valeur, alt.valeur) AS ligne
      FROM options p CROSS JOIN zones z
      LEFT JOIN normes_applicables pe ON pe.code_obg = p.code_obg AND pe.zone = z.zone
        AND pe.mode = 'PE' AND pe.groupement = 'seule'
      LEFT JOIN normes_applicables alt ON alt.code_obg = p.code_obg AND alt.zone = z.zone
        AND alt.mode = 'ALT' AND alt.groupement = 'seule'
      ORDER BY p.code_obg, z.zone`),
  );
  const normees = new Set(
    (
      await lire(`SELECT DISTINCT code_obg FROM options
        WHERE statut IN ('organisable', 'transformee', 'creee')`)
    ).map(({ code_obg }) => String(code_obg)),
  );
  for (const code of codes) {
    const vues = tableau(code, 'option-zones');
    const vide = attendues(code).every((ligne) => / 0 0$/.test(ligne));
    expect(vues, code).toEqual(normees.has(code) || !vide ? attendues(code) : []);
  }
});

test('l’histoire est une seule série, anciens codes compris', async () => {
  const totaux = parCode(
    await lire(`
      WITH lignee AS (SELECT code_obg, coalesce(
          (SELECT min(nouveau) FROM successions WHERE ancien = code_obg), code_obg) AS tete
        FROM options)
      SELECT l.code_obg AS code, concat_ws(' ', o.annee_scolaire,
        count(DISTINCT o.fase_implantation), sum(o.eleves)) AS ligne
      FROM lignee l JOIN lignee autre USING (tete) JOIN offre o ON o.code_obg = autre.code_obg
      WHERE o.eleves > 0 GROUP BY l.code_obg, o.annee_scolaire ORDER BY 1, o.annee_scolaire`),
  );
  for (const code of codes) {
    const vues = tableau(code, 'histoire').map((ligne) => ligne.split(' ').slice(0, 3).join(' '));
    expect(
      vues.filter((ligne) => !ligne.endsWith(' 0 0')),
      code,
    ).toEqual(totaux(code));
  }
});

test('« où la suivre » : chaque implantation et ses élèves, et elles seules', async () => {
  const sites = parCode(
    await lire(`
      SELECT l.code_obg AS code, concat_ws(' ', i.nom, sum(eleves)) AS ligne
      FROM offre o JOIN implantations i USING (fase_implantation)
      JOIN lignee l ON l.membre = o.code_obg
      WHERE annee_scolaire = '${annee}' AND eleves > 0
      GROUP BY l.code_obg, fase_implantation, i.nom, i.zone ORDER BY 1, 2`),
  );
  for (const code of codes) {
    expect(tableau(code, 'sites-option').sort(), code).toEqual(sites(code).sort());
  }
});

test('les métiers disent les zones où ils sont TC, et TC et FC', async () => {
  const zones = (tient: string) => `coalesce(string_agg(z.nom, '|' ORDER BY z.zone)
    FILTER (${tient}), 'nulle part')`;
  const attendus = parCode(
    await lire(`
      SELECT l.code_obg AS code,
        concat_ws(' ; ', m.intitule, ${zones('b.tc')}, ${zones('b.tc AND b.fc')}) AS ligne
      FROM options_metiers l JOIN metiers m USING (metier) CROSS JOIN zones z
      LEFT JOIN besoins b ON b.metier = l.metier AND b.zone = z.zone
        AND b.annee = ${Number(annee.slice(0, 4)) + 1}
      GROUP BY l.code_obg, l.metier, m.intitule ORDER BY 1, m.intitule, l.metier`),
  );
  const toutes = (await lire('SELECT nom FROM zones ORDER BY zone')).map(({ nom }) => nom);
  for (const code of codes) {
    const rangees = corps(code).querySelectorAll('.option-metiers tbody tr');
    const vues = [...rangees].map((tr) => {
      const lues = [...tr.querySelectorAll('th, td')].map((cellule) =>
        (cellule.textContent ?? '').trim().replace('les dix zones', toutes.join('|')),
      );
      return [lues[0], lues[1], lues[3]].join(' ; ').replaceAll(/, | et /g, '|');
    });
    expect(vues, code).toEqual(attendus(code).map((ligne) => ligne.replaceAll(/, | et /g, '|')));
  }
});

test('une option dit sa place dans la loi : non programmable, remplacée, à surveiller', () => {
  const texte = (code: string) => corps(code).textContent?.replace(/\s+/g, ' ') ?? '';
  expect(texte('8109')).toContain('cette option ne peut pas être demandée');
  expect(texte('2112')).toContain('Elle est remplacée par 2115');
  // Circulaire 9146, § 5.3 (l. 569-571) : la transformation n’exclut pas l’ancien code.
  for (const code of ['2409', '2410', '2634', '8010', '8216']) {
    expect(texte(code), code).toContain('sans exclure l’ancienne');
    expect(texte(code), code).not.toContain('ne peut pas être demandée');
  }
  // § 5.1 et 5.2 : une formation en urgence n’est ni citée, ni répertoriée NP.
  expect(texte('1020')).toContain('ne sont pas citées parmi ce qui se programme');
  expect(texte('1020')).not.toContain('NP');
  expect(texte('1108')).toMatch(/ne peut pas être demandée : option éteinte .*circulaire 7282/);
  // L. 600 et 605 : le type de ces 7es P n’est pas dit.
  for (const code of ['2219', '4133']) {
    expect(texte(code), code).toMatch(/comme pour une 7e PB .* comme pour une 7e PC/);
    expect(texte(code), code).toContain('@cfwb.be');
  }
  expect(texte('8212')).toContain('Un décret de 2025 cite cette 7e année à part');
  expect(texte('2419')).toContain('organisent celle qu’elle remplace, 2409');
});

test('une option transformée est organisée sous son ancien code, et la page dit lequel', async () => {
  const attendues = await lire(`
    SELECT l.code_obg AS code, z.nom, count(DISTINCT o.fase_implantation) AS n,
      string_agg(DISTINCT l.membre, ' et ' ORDER BY l.membre) AS anciens
    FROM lignee l JOIN offre o ON o.code_obg = l.membre JOIN implantations i USING (fase_implantation)
    JOIN zones z USING (zone)
    WHERE o.annee_scolaire = '${annee}' AND o.eleves > 0 AND l.membre <> l.code_obg
      AND NOT EXISTS (FROM offre p WHERE p.annee_scolaire = o.annee_scolaire AND p.eleves > 0
        AND p.fase_implantation = o.fase_implantation AND p.code_obg = l.code_obg)
    GROUP BY ALL ORDER BY ALL`);
  expect(attendues.length).toBeGreaterThan(20);
  for (const { code, nom, n, anciens } of attendues) {
    const rangee = [...corps(String(code)).querySelectorAll('.option-zones tbody tr')].find(
      (tr) => tr.querySelector('th')?.textContent?.trim() === nom,
    );
    const dit = rangee?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(dit, `${code} ${nom}`).not.toContain('non organisée');
    expect(dit, `${code} ${nom}`).toMatch(
      new RegExp(`(dont ${n} )?sous (l’ancien code|les anciens codes) ${anciens}`),
    );
    expect(corps(String(code)).textContent).not.toContain('Aucune zone ne l’organise');
  }
});

test('la tendance compare les mêmes années d’étude, et la série se coupe là où elles changent', async () => {
  const texte = (code: string) =>
    (corps(code).textContent ?? '').replaceAll('\u2060', '').replace(/[\s\u00a0\u202f]+/g, ' ');
  const somme = async (code: string, scolaire: string, etudes: string) => {
    const [lue] = await lire(`SELECT coalesce(sum(eleves), 0)::INT AS n FROM offre o
      JOIN implantations USING (fase_implantation) JOIN lignee l ON l.membre = o.code_obg
      WHERE l.code_obg = '${code}' AND annee_scolaire = '${scolaire}' AND annee_etude IN (${etudes})`);
    return new Intl.NumberFormat('fr-BE').format(Number(lue?.n)).replace(/\s/g, ' ');
  };
  for (const [code, egales, etudes] of [
    ['2420', 'À années égales (5e et 6e), de', '5, 6'],
    ['1202', 'À années égales (3e), de', '3'],
    ['2115', 'De', '3, 4, 5, 6, 7'],
    ['8217', 'De', '7'],
  ] as const) {
    const bouts = [await somme(code, '2019-2020', etudes), await somme(code, '2023-2024', etudes)];
    expect(texte(code)).toMatch(
      new RegExp(
        `${egales.replace(/[()]/g, '\\$&')} 2019-2020 à 2023-2024 : [a-z ]+, ${bouts.join(' → ')} élèves`,
      ),
    );
    expect(corps(code).querySelectorAll('.histoire .coupure').length, code).toBe(
      egales === 'De' ? 0 : 1,
    );
  }
});
