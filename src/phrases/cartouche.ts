import { estFictive } from '../domain/fictions.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import { ligneDeSource } from './sources.ts';
import { enMinuscule, typographie } from './typographie.ts';

const SITE = 'OAD ouvert, site indépendant de l’Administration';

/** Les lignes qui suivent une figure hors de sa page : année, nature, sources, édition. */
export function lignesDeFichier(manifeste: Manifeste, tables: readonly string[]): string[] {
  const { annee, titres, nature } = ligneDeSource(manifeste, tables);
  const { titre, id } = manifeste.edition;
  return [
    `${annee}, au 15 janvier · nature : ${nature} · ${titres}`,
    `${SITE} · ${titre} (${id})`,
  ].map(typographie);
}

/** Un constat qui quitte sa page dit d’abord s’il est fictif. */
export const constatHorsPage = (manifeste: Manifeste, constat: string): string =>
  estFictive(manifeste)
    ? typographie(`Dans cette édition fictive : ${enMinuscule(constat)}`)
    : constat;
