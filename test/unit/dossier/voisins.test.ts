import { expect, test } from 'vitest';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import { planDesVoisins } from '../../../src/domain/dossier/voisins.ts';
import { contexte, uneOccurrence, uneOption, unSite } from './exemples.ts';

const autour = (...sites: ReturnType<typeof unSite>[]) => {
  const occurrences = sites.map(({ id }) => uneOccurrence(id));
  const lu = contexte({ sites: [unSite('1'), ...sites], occurrences });
  const { voisins } = candidatDe(lu, uneOption()).faits.repartition;
  return { voisins, plan: planDesVoisins(lu.lieu.position, voisins) };
};
const auNord = (id: string, km: number, champs = {}) =>
  unSite(id, { lat: 50.6326 + km / 111.2, ...champs });

test('dans le cercle, tous ; sinon les trois plus proches', () => {
  const proches = autour(auNord('2', 4), auNord('3', 9), auNord('4', 15));
  expect(proches.voisins.map(({ site }) => site)).toEqual(['2', '3']);
  const lointains = autour(...[12, 14, 16, 18].map((km, i) => auNord(`${i + 2}`, km)));
  expect(lointains.voisins.map(({ site }) => site)).toEqual(['2', '3', '4']);
  expect(autour().voisins).toEqual([]);
});

test('le plan : le nord en haut, à l’échelle du cercle, un numéro par site', () => {
  const { plan } = autour(auNord('2', 5), unSite('3', { lon: 5.5797 + 0.1 }));
  const [nord, est] = plan.marques;
  expect([nord?.numeros, est?.numeros]).toEqual(['1', '2']);
  expect(Math.abs((nord?.x ?? 0) - plan.centre)).toBeLessThan(1);
  const ecart = plan.centre - (nord?.y ?? 0);
  expect(ecart / (plan.cote / 2 / 1.12)).toBeCloseTo(5 / 10, 1);
  expect(est?.x).toBeGreaterThan(plan.centre);
  expect(Math.abs((est?.y ?? 0) - plan.centre)).toBeLessThan(1);
});

test('deux sites au même endroit n’ont qu’une marque, qui dit leurs deux numéros', () => {
  const { plan } = autour(auNord('2', 5), auNord('3', 5, { caractere: 'non confessionnel' }));
  expect(plan.marques).toMatchObject([
    { numeros: '1, 2', caracteres: ['confessionnel', 'non confessionnel'] },
  ]);
});

test('un voisin hors du cercle reste sur le plan', () => {
  const { plan } = autour(auNord('2', 28));
  expect(plan.marques[0]?.y).toBeGreaterThan(0);
});
