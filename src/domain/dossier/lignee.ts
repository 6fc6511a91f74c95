import type { Masques } from './presence.ts';

interface Comptee {
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  readonly troisieme: number;
  readonly premiere?: number | null;
  readonly masques?: Masques | undefined;
}

const CLES_MASQUES = ['pe', 'alt', 'premiere', 'troisieme'] as const;

function masquesDe(comptees: readonly Comptee[]): Masques | undefined {
  if (comptees.every(({ masques }) => masques === undefined)) return undefined;
  const sommes = CLES_MASQUES.map((cle) => [
    cle,
    comptees.reduce((n, { masques }) => n + (masques?.[cle] ?? 0), 0),
  ]);
  return Object.fromEntries(sommes) as Masques;
}

/**
 * Ce qu’un site organise d’une option, sous son code et sous ceux qu’elle remplace : une seule
 * occurrence, chaque élève compté une fois.
 * @param siennes au moins une, toutes du même site
 */
export function reunirLignee<T extends Comptee>(code: string, siennes: readonly T[]): T {
  const [premiere] = siennes as [T];
  if (siennes.length === 1 && premiere.code === code) return premiere;
  const somme = (lire: (comptee: T) => number) => siennes.reduce((n, c) => n + lire(c), 0);
  const dites = siennes.flatMap((c) => c.premiere ?? []);
  return {
    ...premiere,
    code,
    pe: somme(({ pe }) => pe),
    alt: somme(({ alt }) => alt),
    troisieme: somme(({ troisieme }) => troisieme),
    ...('premiere' in premiere && {
      premiere: dites.length > 0 ? dites.reduce((a, b) => a + b) : null,
    }),
    masques: masquesDe(siennes),
    ...(siennes.every((c) => c.code !== code) && { sous: siennes.map((c) => c.code) }),
  };
}
