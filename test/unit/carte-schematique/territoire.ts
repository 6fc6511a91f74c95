import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

function lignes(table: string): Record<string, string>[] {
  const texte = readFileSync(new URL(`../../../data/territoire/${table}`, import.meta.url), 'utf8');
  return Papa.parse<Record<string, string>>(texte, { header: true, skipEmptyLines: true }).data;
}

/** Les communes de l’édition, réduites à ce que la carte demande. */
export const COMMUNES = lignes('communes.csv').map(({ nis, commune, zone, lat, lon }) => ({
  nis: nis ?? '',
  commune: commune ?? '',
  zone: Number(zone),
  lat: Number(lat),
  lon: Number(lon),
}));

export const ZONES = lignes('zones.csv').map(({ zone, nom }) => ({
  zone: Number(zone),
  nom: nom ?? '',
}));
