import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, inject } from 'vitest';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import type { Attendus } from './attendus-zones.ts';

/** Un fichier construit. */
export const lireFichier = (chemin: string): string =>
  readFileSync(join(inject('construit'), chemin), 'utf8');

/** Une page construite. */
export const lirePage = (chemin: string) =>
  parseHTML(readFileSync(join(inject('construit'), chemin, 'index.html'), 'utf8')).document;

/** Les nombres d’une page, par clé ; une clé répétée doit répéter sa valeur. */
export function nombresDe(chemin: string): Map<string, number> {
  const nombres = new Map<string, number>();
  for (const data of lirePage(chemin).querySelectorAll('main data')) {
    const cle = data.getAttribute('data-cle') ?? '';
    const valeur = Number(data.getAttribute('value'));
    expect(cle, data.textContent ?? '').not.toBe('');
    expect(nombres.get(cle) ?? valeur, cle).toBe(valeur);
    nombres.set(cle, valeur);
  }
  return nombres;
}

/** L’écart minimal par option d’une zone, en km, par le chemin le plus bête. */
export function ecarts(
  attendus: Attendus,
  slug: string,
): Map<string, { secteur: number; ecart: number }> {
  const ici = attendus.positions.filter((p) => p.slug === slug);
  const resultat = new Map<string, { secteur: number; ecart: number }>();
  for (const [i, a] of ici.entries()) {
    for (const [j, b] of ici.entries()) {
      if (i === j || a.code_obg !== b.code_obg) continue;
      const ecart = Math.min(
        distanceKm(a, b),
        resultat.get(a.code_obg)?.ecart ?? Number.POSITIVE_INFINITY,
      );
      resultat.set(a.code_obg, { secteur: Number(a.secteur), ecart });
    }
  }
  return resultat;
}
