import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEMANDES_MAX,
  NOM_MAX,
  NOTE_MAX,
  OPTIONS_MAX,
} from '../../../src/domain/dossier/bornes.ts';
import {
  decoderDossier,
  ecrireFichier,
  encoderDossier,
  type Lu,
  lireFichierDeDossier,
} from '../../../src/domain/dossier/codec.ts';
import type { MesDonnees } from '../../../src/domain/dossier/lieu.ts';
import {
  type Demande,
  type Dossier,
  PREALABLES,
  SANS_REPONSE,
} from '../../../src/domain/dossier/panier.ts';
import { MIENNES_VIDES } from '../../../src/domain/dossier/tenu.ts';
import { phrasesDesEcarts } from '../../../src/phrases/dossier/garde.ts';

const sansBigint = (_: string, x: unknown) => (typeof x === 'bigint' ? Number(x) : x);

const trois = fc.constantFrom(true, false, null);
const code = fc.integer({ min: 1000, max: 9999 }).map(String);
const eleves = fc.nat({ max: 999 });

const tu = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.option(fc.nat(50)))
  .map(([auMoins, plus]) => ({ auMoins, auPlus: plus === null ? null : auMoins + plus }));

const ligne = fc.record(
  {
    ...{ code, pe: eleves, alt: eleves },
    tus: fc.oneof(fc.record({ pe: tu }), fc.record({ alt: tu }), fc.record({ pe: tu, alt: tu })),
  },
  { requiredKeys: ['code', 'pe', 'alt'] },
);

const selector = ({ code: sien }: { code: string }) => sien;

const demande = fc.record({
  code,
  type: fc.constantFrom('Programmation', 'Dédoublement'),
  mode: fc.constantFrom('PE', 'PE-ALT', 'ALT'),
  groupement: fc.constantFrom('seule', '1/3', '2/3', 'toutes'),
  attendus: fc.option(eleves),
  note: fc.string({ unit: 'grapheme', maxLength: 60 }),
  reponses: fc.record({
    fermetureImposee: trois,
    avisCges: trois,
  }),
});

const lieu = fc.oneof(
  fc.constant(null),
  fc.record({ genre: fc.constant('implantation'), fase: fc.stringMatching(/^[1-9]\d{5}$/) }),
  fc.record({
    genre: fc.constant('mes-donnees'),
    donnees: fc.record({
      nom: fc.string({ unit: 'grapheme' }),
      commune: fc.string(),
      caractere: fc.constantFrom('confessionnel', 'non confessionnel', null),
      internat: trois,
      cefa: trois,
      options: fc.uniqueArray(ligne, { selector }),
      besoins: fc.option(fc.record({ tc: fc.uniqueArray(code), fc: fc.uniqueArray(code) })),
    }),
  }),
);

const dossiers = fc.record({
  lieu,
  demandes: fc.uniqueArray(demande, { maxLength: 30, selector }),
  pieces: fc.subarray(['concertation', 'locaux', 'equipement', 'enseignants']),
  prealables: fc.dictionary(fc.constantFrom(...PREALABLES), fc.boolean(), {
    noNullPrototype: true,
  }),
  edition: fc.constant('demo-2026-1'),
}) as fc.Arbitrary<Dossier>;

describe('le lien et le fichier d’un dossier', () => {
  test('tout dossier revient entier, par le lien comme par le fichier', () => {
    fc.assert(
      fc.property(dossiers, (dossier) => {
        const attendu = { genre: 'dossier', dossier };
        expect(decoderDossier(`#${encoderDossier(dossier)}`)).toEqual(attendu);
        expect(lireFichierDeDossier(ecrireFichier(dossier))).toEqual(attendu);
      }),
    );
  });

  test('trente options tiennent dans une adresse', () => {
    const [premiere] = fc.sample(demande, { numRuns: 1, seed: 1 });
    const demandes = Array.from({ length: 30 }, (_, i) => ({
      ...(premiere as Dossier['demandes'][number]),
      code: String(2100 + i),
      note: '',
    }));
    const dossier: Dossier = {
      lieu: null,
      demandes,
      pieces: [],
      prealables: {},
      edition: 'demo-2026-1',
    };
    expect(encoderDossier(dossier).length).toBeLessThan(1200);
  });

  test('un caractère changé, perdu ou ajouté se voit toujours', () => {
    fc.assert(
      fc.property(dossiers, fc.nat(), fc.constantFrom('', 'A', 'zz'), (dossier, n, par) => {
        const lien = encoderDossier(dossier);
        const debut = lien.lastIndexOf('.') + 1;
        const place = debut + (n % (lien.length - debut));
        const abime = lien.slice(0, place) + par + lien.slice(place + 1);
        fc.pre(abime !== lien);
        expect(decoderDossier(`#${abime}`).genre).toBe('illisible');
      }),
    );
  });

  test.each([
    ['', 'absent'],
    ['#contenu', 'absent'],
    ['#dossier=', 'illisible'],
    ['#dossier=1', 'illisible'],
    ['#dossier=1.abc.def', 'illisible'],
    ['#dossier=9.abc.def', 'illisible'],
    ['#dossier=%3Cscript%3E', 'illisible'],
    ['#xtor=EPR-12', 'absent'],
    ['#utm_source=lettre&utm_medium=courriel', 'absent'],
    ['#:~:text=norme', 'absent'],
    ['#dossier-implantation', 'absent'],
    ['#panier', 'absent'],
    ['#1=1', 'absent'],
    ['#dossier', 'illisible'],
    ['#dossie=1.abc.def', 'illisible'],
    ['#Dossier%3D1.abc', 'illisible'],
    ['#dossier:1.abc.def', 'illisible'],
    ['#utm_source=x&dossier=1.abc.def', 'illisible'],
  ])('« %s » : %s', (hash, genre) => {
    expect(decoderDossier(hash).genre).toBe(genre);
  });

  test('un lien d’avant, qui répondait demande par demande : dit une fois, l’année se redemande', () => {
    const demandes = [
      [2115, 0, 0, 0, -1, '', 86],
      [2213, 0, 2, 0, -1, '', 162 + 6],
      [8123, 0, 0, 0, -1, '', 0],
    ];
    const contenu = ['demo-2026-1', '900214', demandes, []];
    const fichier = JSON.stringify({ format: 'oad-ouvert/dossier', version: 1, contenu });
    const lu = lireFichierDeDossier(fichier);
    expect(lu).toMatchObject({
      dossier: { prealables: { CEFA: true, DQ: true, RDQ: false } },
      ecarts: { corriges: ['2115'] },
    });
  });

  test('une version plus récente le dit', () => {
    expect(decoderDossier('#dossier=2.a.b')).toMatchObject({
      message: expect.stringContaining('plus récente'),
    });
  });

  test.each(['', 'null', '[]', '{}', '{"format":"autre"}', '<html>'])(
    'le fichier « %s » n’est pas un dossier',
    (texte) => {
      expect(lireFichierDeDossier(texte)).toMatchObject({
        genre: 'illisible',
        message: expect.stringContaining('n’est pas un dossier'),
      });
    },
  );
});

const VIDE: Dossier = {
  lieu: null,
  demandes: [],
  pieces: [],
  prealables: {},
  edition: 'demo-2026-1',
};
const MIENNES: MesDonnees = { ...MIENNES_VIDES, nom: 'École du test' };
const exemple = (sien: string, note = ''): Demande => ({
  code: sien,
  type: 'Programmation',
  mode: 'PE',
  groupement: 'seule',
  attendus: 12,
  note,
  reponses: SANS_REPONSE,
});
const suite = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => String(1000 + (i % 9000)));

const ouvert = (lu: Lu) => {
  if (lu.genre !== 'dossier') throw new Error(lu.genre);
  return { ...lu, phrases: phrasesDesEcarts(lu.ecarts).map((p) => p.replaceAll('\u00a0', ' ')) };
};
const lireLeLien = (dossier: Dossier) => ouvert(decoderDossier(`#${encoderDossier(dossier)}`));
const lireLeFichier = (dossier: Dossier) => ouvert(lireFichierDeDossier(ecrireFichier(dossier)));

/** Rien de ce qui a été lu ne passe ce qu’une page sait montrer. */
function verifierLesBornes({ lieu: choisi, demandes, pieces, edition }: Dossier): void {
  expect(demandes.length).toBeLessThanOrEqual(DEMANDES_MAX);
  expect(new Set(demandes.map(selector)).size).toBe(demandes.length);
  expect(pieces.length).toBeLessThanOrEqual(4);
  expect(edition.length).toBeLessThanOrEqual(NOM_MAX);
  for (const { code: sien, note, attendus } of demandes) {
    expect(sien).toMatch(/^[1-9]\d{3}$/);
    expect(note.length).toBeLessThanOrEqual(NOTE_MAX);
    expect(attendus ?? 0).toBeLessThanOrEqual(999);
  }
  if (choisi?.genre === 'implantation') expect(choisi.fase).toMatch(/^\d{1,6}$/);
  if (choisi?.genre !== 'mes-donnees') return;
  const { nom, commune, options, besoins } = choisi.donnees;
  for (const texte of [nom, commune]) expect(texte.length).toBeLessThanOrEqual(NOM_MAX);
  for (const liste of [options.map(selector), besoins?.tc ?? [], besoins?.fc ?? []]) {
    expect(liste.length).toBeLessThanOrEqual(OPTIONS_MAX);
    expect(new Set(liste).size).toBe(liste.length);
  }
}

describe('ce qu’un lien fabriqué, ou un stockage trafiqué, ne peut pas faire', () => {
  test('n’importe quel texte après « # » se lit sans lever, et dans les bornes', () => {
    const hash = fc.oneof(
      fc.array(fc.nat({ max: 0xffff }), { maxLength: 300 }).map((n) => String.fromCharCode(...n)),
      fc.string({ maxLength: 300 }).map((texte) => `#dossier=1.${texte}`),
    );
    fc.assert(
      fc.property(hash, (texte) => {
        const lu = decoderDossier(texte);
        if (lu.genre === 'dossier') verifierLesBornes(lu.dossier);
      }),
    );
  });

  test('n’importe quel contenu bien signé se lit dans les bornes, ou se refuse', () => {
    const x = fc.anything({ maxDepth: 4 });
    const ligne = fc.oneof(x, fc.tuple(fc.integer({ min: 990, max: 1100 }), x, x, x, x, x, x));
    const miennes = fc.tuple(x, x, x, x, x, fc.array(ligne), fc.oneof(x, fc.tuple(x, x)));
    const contenu = fc.oneof(x, fc.tuple(x, fc.oneof(x, miennes), fc.array(ligne), x));
    fc.assert(
      fc.property(contenu, (c) => {
        const lu = lireFichierDeDossier(
          JSON.stringify({ format: 'oad-ouvert/dossier', version: 1, contenu: c }, sansBigint),
        );
        if (lu.genre === 'dossier') verifierLesBornes(lu.dossier);
      }),
    );
  });

  test('ce qui a été lu se récrit et se relit sans rien laisser de plus', () => {
    const { dossier } = lireLeFichier({
      ...VIDE,
      lieu: {
        genre: 'mes-donnees',
        donnees: { ...MIENNES, options: suite(10_000).map((c) => ({ code: c, pe: 1, alt: 2 })) },
      },
      demandes: suite(500).map((c) => exemple(c, 'é'.repeat(3000))),
    });
    verifierLesBornes(dossier);
    expect(lireLeLien(dossier)).toMatchObject({ dossier, phrases: [] });
    expect(lireFichierDeDossier(ecrireFichier(dossier))).toEqual({ genre: 'dossier', dossier });
  });

  test('ce qui a été laissé se dit, une phrase par sorte', () => {
    const codes = ['2115', '2115', '2213', '12', '2213'];
    const { dossier, phrases } = lireLeLien({
      ...VIDE,
      lieu: {
        genre: 'mes-donnees',
        donnees: {
          ...MIENNES,
          options: [
            { code: '2105', pe: 10_000, alt: -3 },
            ...suite(1003).map((c) => ({ code: c, pe: 0, alt: 0 })),
          ],
        },
      },
      demandes: [...codes.map((c) => exemple(c)), exemple('8123', 'x'.repeat(1_000_000))],
    });
    expect(dossier.demandes.map(selector)).toEqual(['2115', '2213', '8123']);
    expect(phrases).toEqual([
      'Écrit deux fois, gardé une : 2115 et 2213.',
      'Sans code d’option, laissé : 1 ligne.',
      'De trop pour vos données, laissé : 4 codes.',
      'Texte trop long, coupé : 8123.',
      'Nombre ou choix impossible, remis à vide : 2105.',
    ]);
  });

  test('un lien démesuré, ou profond, se refuse d’une phrase', () => {
    const long = `#dossier=1.abc.${'A'.repeat(3_000_000)}`;
    expect(decoderDossier(long)).toMatchObject({ message: expect.stringContaining('trop long') });
    expect(decoderDossier(`#xtor=${'A'.repeat(3_000_000)}`).genre).toBe('absent');
    const profond = '['.repeat(200_000) + ']'.repeat(200_000);
    const fichier = `{"format":"oad-ouvert/dossier","version":1,"contenu":${profond}}`;
    expect(lireFichierDeDossier(fichier).genre).toBe('illisible');
    expect(lireFichierDeDossier(' '.repeat(5_000_000)).genre).toBe('illisible');
  });

  test('un lien récrit par une messagerie, ou suivi d’une marque, s’ouvre encore', () => {
    const dossier = { ...VIDE, demandes: [exemple('2115')] };
    const lien = encoderDossier(dossier);
    for (const recrit of [
      lien.replace('=', '%3D'),
      `${lien}&utm_source=lettre`,
      `xtor=EPR-12&${lien}`,
      `${lien})`,
      `${lien}.`,
      lien.replace('dossier', 'Dossier'),
    ]) {
      expect(decoderDossier(`#${recrit}`), recrit).toEqual({ genre: 'dossier', dossier });
    }
  });
});
