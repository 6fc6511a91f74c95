import type { Nombre } from '../../phrases/phrase.ts';

export type Classe = 1 | 2 | 3 | 4 | 5;

const CLASSES: readonly Classe[] = [1, 2, 3, 4, 5];

/** Cinq classes d’égale étendue, de la plus petite valeur à la plus grande. */
export function classerZones(
  zones: readonly { readonly zone: number; readonly nombre: Nombre | null }[],
): Record<number, { classe: Classe; texte: string }> {
  const valeurs = zones.flatMap(({ nombre }) => (nombre ? [nombre.valeur] : []));
  const minimum = Math.min(...valeurs);
  const etendue = Math.max(...valeurs) - minimum || 1;
  return Object.fromEntries(
    zones.flatMap(({ zone, nombre }) => {
      if (!nombre) return [];
      const rang = Math.floor((CLASSES.length * (nombre.valeur - minimum)) / etendue);
      const classe = CLASSES[Math.min(rang, CLASSES.length - 1)] ?? 1;
      return [[zone, { classe, texte: nombre.texte }]];
    }),
  );
}
