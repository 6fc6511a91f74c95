import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mener, SansNouvelle } from '../../../src/islands/fichiers/mener.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const jamais = new Promise<never>(() => {});

test('un travail rend ce qu’il rend, ou sa faute, même levée d’emblée', async () => {
  expect(await mener(async () => 3)).toBe(3);
  await expect(mener(() => Promise.reject(new Error('a')))).rejects.toThrow('a');
  const levee = () => {
    throw new Error('b');
  };
  await expect(mener(levee)).rejects.toThrow('b');
  expect(vi.getTimerCount()).toBe(0);
});

test('muet, il est abandonné et son signal se lève', async () => {
  let signal: AbortSignal | undefined;
  const rendu = mener((_avancer, arret) => {
    signal = arret;
    return jamais;
  });
  const attendu = expect(rendu).rejects.toBeInstanceOf(SansNouvelle);
  await vi.advanceTimersByTimeAsync(60_000);
  await attendu;
  expect(signal?.aborted).toBe(true);
});

test('lent mais vivant, il est attendu', async () => {
  const rendu = mener(async (avancer) => {
    for (let i = 0; i < 10; i++) {
      await new Promise((suite) => setTimeout(suite, 50_000));
      avancer();
    }
    return 'fini';
  });
  await vi.advanceTimersByTimeAsync(500_000);
  expect(await rendu).toBe('fini');
  expect(vi.getTimerCount()).toBe(0);
});

test('le visiteur y renonce, avant ou pendant', async () => {
  const arret = new AbortController();
  const rendu = mener(() => jamais, { arret: arret.signal });
  arret.abort(new Error('assez'));
  await expect(rendu).rejects.toThrow('assez');
  await expect(mener(() => jamais, { arret: arret.signal })).rejects.toThrow('assez');
});
