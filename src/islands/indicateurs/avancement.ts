import type { Avancement } from './props.ts';

/** Retient ce que le moteur a reçu, et le dit à qui l’attend. */
export function creerAvancement(): Avancement {
  let etat: readonly [recus: number, total: number] = [0, 0];
  const suiveurs = new Set<() => void>();
  return {
    dire: (recus, total) => {
      etat = [recus, total];
      for (const suiveur of suiveurs) suiveur();
    },
    lire: () => etat,
    suivre: (suiveur) => {
      suiveurs.add(suiveur);
      return () => suiveurs.delete(suiveur);
    },
  };
}
