import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lireJournal } from '../../src/domain/journal.ts';
import { filAtom } from '../../src/pages/_fil.ts';

test('un journal Keep a Changelog : versions, dates, rubriques, points repliés', () => {
  const texte = [
    '# Journal',
    'Préambule.',
    '## [Non publié]',
    '## [1.0.0] – 2026-11-22',
    '### Ajouté',
    '- un point',
    '  sur deux lignes',
    '- `npm test`',
    '### Retiré',
  ].join('\n');
  const rubriques = [{ titre: 'Ajouté', points: ['un point sur deux lignes', 'npm test'] }];
  expect(lireJournal(texte)).toEqual([{ nom: '1.0.0', date: '2026-11-22', rubriques }]);
});

test('le journal du projet se lit', () => {
  const [premiere] = lireJournal(readFileSync('CHANGELOG.md', 'utf8'));
  expect(premiere?.rubriques[0]?.points.length).toBeGreaterThan(2);
});

test('un fil Atom échappe tout, date sa tête par sa dernière entrée, garde ses identifiants', () => {
  const entrees = [
    { cle: 'a', titre: '<script>', texte: 'x & "y"\u0000', date: '2026-02-01' },
    { cle: 'b', titre: 'B', texte: '', date: '2026-03-01' },
  ];
  const liens = { page: '/nouveautes/', fil: '/nouveautes.xml' };
  const fil = filAtom('Fil', 'Moi', liens, entrees);
  expect(fil).toContain('<title>&lt;script&gt;</title>');
  expect(fil).toContain('x &amp; &quot;y&quot;</content>');
  expect(fil).toContain('<updated>2026-03-01T00:00:00Z</updated>\n<author>');
  expect(fil).toBe(filAtom('Fil', 'Moi', liens, entrees));
});
