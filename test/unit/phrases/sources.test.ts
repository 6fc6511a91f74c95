import { expect, test } from 'vitest';
import type { Manifeste } from '../../../src/domain/manifeste.ts';
import { editeurEnMots, tablesNommees } from '../../../src/phrases/sources.ts';

test('une table se nomme par son titre français', () => {
  const tables = [
    { nom: 'options_metiers', titre: 'Liens entre options et métiers' },
    { nom: 'offre', titre: 'Offre' },
  ];
  const manifeste = { tables } as unknown as Manifeste;
  expect(tablesNommees(manifeste, ['offre', 'options_metiers', 'autre_table'])).toEqual([
    { nom: 'offre', titre: 'Offre' },
    { nom: 'options_metiers', titre: 'Liens entre options et métiers' },
    { nom: 'autre_table', titre: 'autre table' },
  ]);
});

test('un éditeur propre à chaque ligne se dit sans renvoyer à des lignes absentes', () => {
  expect(editeurEnMots('Fédération Wallonie-Bruxelles')).toBe('Fédération Wallonie-Bruxelles');
  expect(editeurEnMots('Voir chaque ligne')).toBe('plusieurs éditeurs');
});
