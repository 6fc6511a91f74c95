import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decoderDossier,
  ecrireFichier,
  encoderDossier,
  lireFichierDeDossier,
} from '../../../src/domain/dossier/codec.ts';
import type { Dossier } from '../../../src/domain/dossier/panier.ts';

const trois = fc.constantFrom(true, false, null);
const code = fc.integer({ min: 1000, max: 9999 }).map(String);
const eleves = fc.nat({ max: 999 });

const demande = fc.record({
  code,
  type: fc.constantFrom('Programmation', 'Dédoublement'),
  mode: fc.constantFrom('PE', 'PE-ALT', 'ALT'),
  groupement: fc.constantFrom('seule', '1/3', '2/3', 'toutes'),
  attendus: fc.option(eleves),
  note: fc.string({ unit: 'grapheme', maxLength: 60 }),
  reponses: fc.record({
    accordCefa: trois,
    fermetureImposee: trois,
    avisCges: trois,
    degre: trois,
    annee: trois,
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
      options: fc.array(fc.record({ code, pe: eleves, alt: eleves })),
      besoins: fc.option(fc.record({ tc: fc.array(code), fc: fc.array(code) })),
    }),
  }),
);

const dossiers = fc.record({
  lieu,
  demandes: fc.array(demande, { maxLength: 30 }),
  pieces: fc.subarray(['concertation', 'locaux', 'equipement', 'enseignants']),
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
    const dossier: Dossier = { lieu: null, demandes, pieces: [], edition: 'demo-2026-1' };
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
  ])('« %s » : %s', (hash, genre) => {
    expect(decoderDossier(hash).genre).toBe(genre);
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
