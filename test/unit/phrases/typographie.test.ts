import { expect, test } from 'vitest';
import { typographie, typographieHtml } from '../../../src/phrases/typographie.ts';

test.each([
  ['Pourquoi ?', 'Pourquoi\u202f?'],
  ['« commune »', '«\u202fcommune\u202f»'],
  ['Norme : 12 élèves', 'Norme\u00a0: 12\u00a0élèves'],
  ['34 %', '34\u202f%'],
  ['arrêté n° 49, § 6', 'arrêté n°\u00a049, §\u00a06'],
  ['à 10:30', 'à 10:30'],
  ['89 options TC-FC', '89 options TC-\u2060FC'],
  ['(année scolaire 2029-2030)', '(année scolaire 2029-\u20602030)'],
  ['de 2019-2020 à 2023-2024', 'de 2019-\u20602020 à 2023-\u20602024'],
  ['\n 2019-2020 ', '\n 2019-2020 '],
  ['demo-2026-1', 'demo-2026-1'],
])('« %s »', (avant, apres) => {
  expect(typographie(avant)).toBe(apres);
});

test('ni les balises ni les scripts ne changent', () => {
  const html = '<a title="a : b ?" href="?q=a : b">Oui ?</a><script>a ? b : c</script>';
  expect(typographieHtml(html)).toBe(html.replace('Oui ?', 'Oui\u202f?'));
});
