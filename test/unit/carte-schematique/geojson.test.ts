import { describe, expect, it } from 'vitest';
import { carteSchematique } from '../../../src/domain/carte-schematique/carte.ts';
import { communesGeoJson, zonesGeoJson } from '../../../src/domain/carte-schematique/geojson.ts';
import { aireSignee } from '../../../src/domain/geo/polygone.ts';
import { COMMUNES, ZONES } from './territoire.ts';

const carte = carteSchematique(COMMUNES, ZONES);

describe('GeoJSON', () => {
  it('porte une entité par commune, avec sa zone', () => {
    const { type, features } = communesGeoJson(carte);
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ properties }) => properties)).toEqual(
      COMMUNES.map(({ nis, commune, zone }) => ({ nis, commune, zone })),
    );
  });

  it('porte une entité par zone', () => {
    expect(zonesGeoJson(carte).features.map(({ properties }) => properties)).toEqual(ZONES);
  });

  it('ferme ses anneaux et les tourne dans le sens antihoraire (RFC 7946, 3.1.6)', () => {
    for (const { features } of [communesGeoJson(carte), zonesGeoJson(carte)]) {
      for (const anneau of features.flatMap(({ geometry }) => geometry.coordinates.flat())) {
        expect(anneau.at(-1)).toEqual(anneau[0]);
        expect(aireSignee(anneau)).toBeGreaterThan(0);
      }
    }
  });

  it('reste léger', () => {
    expect(JSON.stringify(communesGeoJson(carte)).length).toBeLessThan(120_000);
  });
});
