import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireExemple } from '../../src/query/exemple.ts';
import {
  HISTOIRE_DES_OPTIONS,
  metiersDesOptions,
  sitesDesOptions,
} from '../../src/query/fiche-option.ts';
import { lireIndicateurs } from '../../src/query/indicateurs.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { tablesPartagees } from '../../src/query/tables-partagees.ts';
import { lireDossierZones } from '../../src/query/zones/dossier.ts';
import { type Dossier, MINI } from './dossier.ts';
import { EDITIONS } from './editions-asymetriques.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

afterEach(oublierPubliees);

async function publier(dossier: Dossier) {
  const publiee = await publierEtLire([MINI, dossier.chemin]);
  dossier.effacer();
  return publiee;
}

/** L’édition mini n’a pas toutes les tables des règles : celles qui manquent sont vides. */
const sansRegles = (moteur: Moteur): Moteur => ({
  lire: <T>(demande: Parameters<Moteur['lire']>[0]) =>
    moteur.lire<T>(demande).catch((cause) => {
      if (/Table with name \w+ does not exist/.test(String(cause))) return [];
      throw cause;
    }),
});

type Manifeste = Awaited<ReturnType<typeof publierEtLire>>['manifeste'];
type Rangees = readonly object[];

/** Ce que les pages lisent des marts, par page. */
async function lire(moteur: Moteur, manifeste: Manifeste): Promise<Record<string, Rangees>> {
  const annee = manifeste.edition.annee_scolaire;
  const zones = await lireDossierZones(moteur, manifeste);
  const dossier = await donneesDuDossier(sansRegles(moteur), manifeste);
  const tableau = await lireIndicateurs(moteur, annee);
  const exemple = await lireExemple(moteur);
  return {
    'carte-offre': await moteur.lire(offreDeLAnnee(annee)),
    'dossier-occurrences': dossier.occurrences,
    'dossier-ouvertures': dossier.ouvertures,
    'dossier-besoins': dossier.besoins,
    'exemple-occurrences': exemple?.occurrences ?? [],
    'exemple-besoins': exemple?.besoins ?? [],
    'options-partagees': (await tablesPartagees(sansRegles(moteur))).tables.options,
    'option-histoire': await moteur.lire(HISTOIRE_DES_OPTIONS),
    'option-metiers': await moteur.lire(metiersDesOptions(annee)),
    'option-sites': await moteur.lire(sitesDesOptions(annee)),
    'tableau-lignes': tableau.lignes,
    'tableau-lignees': tableau.lignees,
    'zones-mouvements': zones.mouvements,
    'zones-occurrences': zones.occurrences,
    'zones-options': zones.options,
    'zones-parcours': zones.parcours,
    'zones-reseaux': zones.reseaux,
    'zones-reunies': zones.reunies,
    'zones-voies': zones.voies,
  };
}

const cellule = (valeur: unknown) =>
  valeur !== null && typeof valeur === 'object' ? JSON.stringify(valeur) : valeur;

const enCsv = (rangees: Rangees): string => {
  const plates = rangees.map((rangee) =>
    Object.fromEntries(Object.entries(rangee).map(([nom, valeur]) => [nom, cellule(valeur)])),
  );
  const columns = [...new Set(plates.flatMap((rangee) => Object.keys(rangee)))];
  return `${Papa.unparse(plates, { newline: '\n', columns })}\n`;
};

/** Une réponse voulue se relit dans la revue : `npx vitest run -u test/pipeline/golden-requetes`. */
describe.each(Object.entries(EDITIONS))('l’édition %s', (nom, ouvrir) => {
  test('ce que chaque page lit, cellule par cellule', async () => {
    const { moteur, manifeste } = await publier(ouvrir());
    for (const [page, rangees] of Object.entries(await lire(moteur, manifeste))) {
      await expect(enCsv(rangees)).toMatchFileSnapshot(`golden-sortie/${nom}/pages/${page}.csv`);
    }
  });
});
