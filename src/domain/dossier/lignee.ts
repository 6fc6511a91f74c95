import { additionner, bornesDe } from '../effectif.ts';
import type { Masques, NonDits } from './presence.ts';

interface Comptee {
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  readonly troisieme: number;
  readonly premiere?: number | null;
  readonly masques?: Masques | undefined;
  readonly nonDits?: NonDits | undefined;
}

const CLES_MASQUES = ['pe', 'alt', 'premiere', 'troisieme'] as const;
type Cle = (typeof CLES_MASQUES)[number];
const RIEN = { eleves: 0, masques: 0 };

function masquesDe(comptees: readonly Comptee[]): Masques | undefined {
  if (comptees.every(({ masques }) => masques === undefined)) return undefined;
  const sommes = CLES_MASQUES.map((cle) => [
    cle,
    comptees.reduce((n, { masques }) => n + (masques?.[cle] ?? 0), 0),
  ]);
  const tus = additionner(comptees.map(({ masques = {} }) => ({ ...RIEN, ...masques })));
  return { ...(Object.fromEntries(sommes) as Pick<Masques, Cle>), ...bornesDe(tus) };
}

function nonDitsDe(comptees: readonly Comptee[]): NonDits | undefined {
  const muettes = comptees.flatMap(({ nonDits }) => nonDits ?? []);
  if (muettes.length === 0) return undefined;
  return { mode: muettes.some(({ mode }) => mode), etude: muettes.some(({ etude }) => etude) };
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
  const nonDits = nonDitsDe(siennes);
  return {
    ...premiere,
    code,
    pe: somme(({ pe }) => pe),
    alt: somme(({ alt }) => alt),
    troisieme: somme(({ troisieme }) => troisieme),
    ...('premiere' in premiere && {
      premiere: dites.length > 0 && !nonDits?.etude ? dites.reduce((a, b) => a + b) : null,
    }),
    masques: masquesDe(siennes),
    ...(nonDits && { nonDits }),
    ...(siennes.every((c) => c.code !== code) && { sous: siennes.map((c) => c.code) }),
  };
}
