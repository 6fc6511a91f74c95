import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Bilan } from './_fuzz.ts';

const MUTATIONS = 10_000;

async function lancer(premiere: number, derniere: number): Promise<Bilan> {
  const options = [String(premiere), String(derniere)];
  const enfant = fork(new URL('_fuzz.ts', import.meta.url), options, { stdio: 'inherit' });
  const mort = once(enfant, 'exit').then(([code, signal]) => {
    throw new Error(`Le processus est tombé (${signal ?? `code ${code}`}).`);
  });
  mort.catch(() => {});
  const [bilan] = (await Promise.race([once(enfant, 'message'), mort])) as [Bilan];
  return bilan;
}

/**
 * Abîme 10 000 fois les CSV livrés, par tranches : chaque fois un rapport, ou des données aux mêmes
 * totaux. `--n N` en fait moins, `--depuis N` en fait d’autres. Finit en faute s’il y a une chute ou un total changé en silence.
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const lire = (nom: string, defaut: number): number =>
    options.includes(nom) ? Number(options[options.indexOf(nom) + 1]) : defaut;
  const [n, depuis] = [lire('--n', MUTATIONS), lire('--depuis', 0)];
  const borne = (part: number): number => depuis + Math.floor((n * part) / parts);
  const debut = performance.now();
  const parts = Math.min(availableParallelism(), 4);
  const bilans = await Promise.all(
    Array.from({ length: parts }, (_, i) => lancer(borne(i), borne(i + 1))),
  );
  const somme = (champ: 'signalees' | 'equivalentes') =>
    bilans.reduce((total, bilan) => total + bilan[champ], 0);
  const fautes = bilans.flatMap((bilan) => bilan.fautes);
  const secondes = Math.round((performance.now() - debut) / 1000);
  console.log(
    `${n} mutations en ${secondes} s : ${somme('signalees')} signalées, ` +
      `${somme('equivalentes')} équivalentes, ${fautes.length} fautes.`,
  );
  for (const faute of fautes.slice(0, 50)) console.log(faute);
  if (fautes.length > 0) process.exitCode = 1;
}
