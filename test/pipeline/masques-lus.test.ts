import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvDuTableau } from '../../src/charts/csv.ts';
import { bref } from '../../src/charts/zones/bref.ts';
import { comparaisons } from '../../src/charts/zones/comparaison.ts';
import { SECTIONS } from '../../src/charts/zones/index.ts';
import { enTexte } from '../../src/phrases/phrase.ts';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { HISTOIRE_DES_OPTIONS } from '../../src/query/fiche-option.ts';
import { HISTOIRE_DES_IMPLANTATIONS } from '../../src/query/fiches.ts';
import type { Moteur, Requete } from '../../src/query/moteur.ts';
import { type DossierZones, lireDossierZones } from '../../src/query/zones/dossier.ts';
import { reelle } from './edition-reelle.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

const ANNEE = '2023-2024';
const LIEGE = 4;
const BRUXELLES = 1;
let moteur: Moteur;
let zones: DossierZones;

/** 1003 n’a que deux élèves, tous masqués ; 1001 en a trois en 4e, que 1002 aide à cacher. */
const CELLULES = [
  { fase: '1001', code: '2115', annee: 4, eleves: 3 },
  { fase: '1001', code: '2115', annee: 5, eleves: 12 },
  { fase: '1002', code: '2115', annee: 4, eleves: 9 },
  { fase: '1002', code: '2115', annee: 5, eleves: 20 },
  { fase: '1002', code: '8109', annee: 5, eleves: 20 },
  { fase: '1002', code: '8109', annee: 5, eleves: 20, scolaire: '2022-2023' },
  { fase: '1003', code: '2115', annee: 4, eleves: 2 },
  { fase: '1003', code: '2115', annee: 5, eleves: 1, scolaire: '2022-2023' },
];

beforeAll(async () => {
  const dossier = reelle(CELLULES);
  const publiee = await publierEtLire([dossier.chemin]);
  dossier.effacer();
  moteur = publiee.moteur;
  zones = await lireDossierZones(moteur, publiee.manifeste);
});

afterAll(oublierPubliees);

const figures = (zone: number) => SECTIONS.flatMap((s) => s.figures.map((f) => f(zones, zone)));
const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');

describe('une implantation dont tout est masqué', () => {
  test('reste une occurrence, sur la carte, dans les fiches et dans les pages de zone', async () => {
    const carte = await moteur.lire<{ fase: string }>(offreDeLAnnee(ANNEE));
    expect(carte.find(({ fase }) => fase === '1003')).toMatchObject({ pe: 0, masquesPe: 1 });
    const ici = await moteur.lire<{ fase: string }>(HISTOIRE_DES_IMPLANTATIONS);
    expect(ici.filter(({ fase }) => fase === '1003')).toMatchObject([
      { annee: '2022-2023', eleves: 0, masques: 1 },
      { annee: ANNEE, eleves: 0, masques: 1 },
    ]);
    const options = zones.options.filter((o) => o.zone === BRUXELLES && o.occurrences > 0);
    expect(options).toMatchObject([{ code_obg: '2115', occurrences: 1, eleves: 0, masques: 1 }]);
    expect(zones.reseaux.filter((r) => r.zone === BRUXELLES)).toMatchObject([{ implantations: 1 }]);
    const parcours = zones.parcours.find((p) => p.zone === BRUXELLES && p.annee_scolaire === ANNEE);
    expect(parcours).toMatchObject({ implantations: 1, options: 1, occurrences: 1 });
    expect(zones.occurrences.filter((o) => o.zone === BRUXELLES)).toMatchObject([
      { eleves: 0, masques: 1, eleves_avant: 0, masques_avant: 1 },
    ]);
  });

  test('n’est jamais comptée zéro élève, ni dite absente, dans une figure', () => {
    for (const { id, tableau, constat, absence, dessin } of figures(BRUXELLES)) {
      const dits = `${id} : ${enTexte(constat)} ${dessin ? '' : absence}`;
      if (!/^(formes|voies|alternance|uniques|proches|changements|franchies)/.test(id)) {
        expect(dits).not.toMatch(/Aucun élève|Aucune option n’est|Aucun groupe/);
      }
      for (const { cellules } of tableau.rangees) {
        for (const cellule of cellules) {
          if (cellule && typeof cellule === 'object' && 'masques' in cellule && cellule.masques) {
            expect(cellule.texte).toMatch(/masqué|au moins/);
          }
        }
      }
    }
    const [secteurs] = figures(BRUXELLES).filter(({ id }) => id === 'secteurs');
    const rangee = secteurs?.tableau.rangees.find(({ cle }) => cle === '2');
    expect(rangee?.cellules.map((c) => (typeof c === 'object' ? c?.texte : c)).slice(3, 5)).toEqual(
      ['masqué', 'masqué'],
    );
    expect(secteurs?.tableau && csvDuTableau(secteurs.tableau, [])).toContain(',masqué,masqué,');
  });

  test('reste un site du dossier', async () => {
    const { lireManifeste } = await import('../../src/query/engine.node.ts');
    // L’édition mini n’a pas toutes les tables de règles.
    const tolerant: Moteur = { lire: <T>(r: Requete) => moteur.lire<T>(r).catch((): T[] => []) };
    const { occurrences, ouvertures } = await donneesDuDossier(tolerant, await lireManifeste());
    expect(occurrences.find(({ site }) => site === '1003')).toMatchObject({
      pe: 0,
      masques: { pe: 1, alt: 0 },
    });
    expect(ouvertures.find(({ site }) => site === '1001')?.premiere).toBe(null);
  });
});

describe('une somme où quelque chose est masqué', () => {
  test('est le total publié là où il l’est, un minimum ailleurs', async () => {
    const ici = zones.options.find((o) => o.zone === LIEGE && o.code_obg === '2115');
    expect(ici).toMatchObject({ occurrences: 2, eleves: 44, masques: 0 });
    const histoire = await moteur.lire(HISTOIRE_DES_OPTIONS);
    expect(histoire).toContainEqual(
      expect.objectContaining({
        code: '2115',
        annee: ANNEE,
        occurrences: 3,
        eleves: 32,
        masques: 3,
      }),
    );
    const taille = bref(zones, LIEGE, false).cartons.find(({ cle }) => cle === 'taille');
    expect(taille?.ici?.texte).toBe('au moins 17,3');
    const comparee = comparaisons(zones).find(({ cle }) => cle === 'taille');
    expect(comparee?.zones.map(({ nombre }) => nombre?.texte)).toEqual(['masqué', 'au moins 17,3']);
  });

  test('le dit sous la figure', () => {
    const [tailles] = figures(LIEGE).filter(({ id }) => id === 'tailles');
    expect(lisible(tailles?.note ?? '')).toContain('2 effectifs masqués (trop peu d’élèves)');
    expect(lisible(enTexte(tailles?.constat ?? []))).toContain('La taille de 2 occurrences sur 3');
  });
});
