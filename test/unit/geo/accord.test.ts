import { describe, expect, it } from 'vitest';
import { cercle } from '../../../src/domain/geo/cercle.ts';
import { distanceKm } from '../../../src/domain/geo/distance.ts';
import { dedans } from '../../../src/domain/geo/polygone.ts';
import { dansLeRayon } from '../../../src/domain/geo/rayon.ts';

function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat * 1664525 + 1013904223) % 2 ** 32;
    return etat / 2 ** 32;
  };
}

/** La flèche d’une corde du cercle dessiné (96 côtés), relative au rayon, et un peu de marge. */
const FLECHE = (1 - Math.cos(Math.PI / 96)) * 1.2;

describe('le cercle dessiné et la liste', () => {
  it('s’accordent pour mille centres et rayons au hasard, à l’épaisseur d’une corde près', () => {
    const tirer = hasard(8);
    const sites = Array.from({ length: 120 }, (_, i) => ({
      id: String(i),
      lat: 49.5 + 1.4 * tirer(),
      lon: 2.9 + 3.2 * tirer(),
    }));
    let proches = 0;
    for (let essai = 0; essai < 1000; essai++) {
      const centre = { lat: 49.6 + 1.2 * tirer(), lon: 3 + 3 * tirer() };
      const km = 2 + 28 * tirer();
      const anneau = cercle(centre, km);
      const liste = new Set(dansLeRayon(sites, centre, km).map(({ id }) => id));
      for (const site of sites) {
        if (dedans([site.lon, site.lat], anneau) === liste.has(site.id)) continue;
        const ecart = (km - distanceKm(centre, site)) / km;
        expect(ecart).toBeGreaterThanOrEqual(0);
        expect(ecart).toBeLessThan(FLECHE);
        proches++;
      }
    }
    expect(proches).toBeLessThan(100);
  });
});
