import { afterAll, describe, expect, test } from 'vitest';
import { bref } from '../../src/charts/zones/bref.ts';
import { comparaisons } from '../../src/charts/zones/comparaison.ts';
import { SECTIONS } from '../../src/charts/zones/index.ts';
import { zonesConnues } from '../../src/domain/connaissance.ts';
import { candidatDe } from '../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { CRITERES } from '../../src/domain/dossier/faits.ts';
import { ecrireDossier, relireDossier } from '../../src/domain/dossier/fichier.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import { direCouverture } from '../../src/phrases/connaissance.ts';
import { phrasesDe } from '../../src/phrases/dossier/faits.ts';
import { constatBesoin, constatNorme, constatZones } from '../../src/phrases/fiche-option.ts';
import { enTexte } from '../../src/phrases/phrase.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireIndicateurs } from '../../src/query/indicateurs.ts';
import { pagesDesOptions } from '../../src/query/pages-options.ts';
import { lireDossierZones } from '../../src/query/zones/dossier.ts';
import { absencesDe } from './absences.ts';
import { problemesDe } from './dossier.ts';
import {
  AUTRE,
  aLiege,
  editionPartielle,
  METIER,
  PARTIELLES,
  type Partielle,
} from './editions-partielles.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

afterAll(oublierPubliees);

const publiees = new Map<Partielle, ReturnType<typeof publierEtLire>>();

/** Une édition n’est construite qu’une fois, quel que soit le nombre de tests qui la lisent. */
async function publier(partielle: Partielle) {
  const dossier = editionPartielle(partielle);
  const publiee = publiees.get(partielle) ?? publierEtLire(['data', dossier.chemin]);
  publiees.set(partielle, publiee);
  try {
    return await publiee;
  } finally {
    dossier.effacer();
  }
}

const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');

const sansAbsence = (texte: string, ou: string): void => expect(absencesDe(texte), ou).toEqual([]);

describe.each(Object.entries(PARTIELLES))('l’édition « %s »', (_, partielle) => {
  test('aucune phrase ne dit une absence que les données ne savent pas', async () => {
    const { moteur, manifeste } = await publier(partielle);
    const annee = manifeste.edition.annee_scolaire;
    const zones = await lireDossierZones(moteur, manifeste);
    const connues = new Set(
      zonesConnues(manifeste, ['inscriptions'], annee, zones.zones).map(({ zone }) => zone),
    );
    for (const { zone, nom } of zones.zones.filter((z) => !connues.has(z.zone))) {
      sansAbsence(enTexte(bref(zones, zone, false).chapeau), nom);
      for (const figure of SECTIONS.flatMap(({ figures }) => figures.map((f) => f(zones, zone)))) {
        sansAbsence(enTexte(figure.constat), `${nom}, ${figure.id}`);
        if (figure.manque) expect(figure.tableau.rangees, figure.id).toEqual([]);
      }
    }
    for (const { cle, constat } of comparaisons(zones)) sansAbsence(enTexte(constat), cle);
    const { lignes } = await lireIndicateurs(moteur, annee);
    const fausses = lignes.filter(({ zone, occurrences, eleves, occurrences_sous_norme: sous }) =>
      connues.has(zone)
        ? occurrences === null
        : [occurrences, eleves, sous].some((compte) => compte !== null),
    );
    expect(fausses).toEqual([]);
    const site = connues.has(4) ? '101' : '401';
    const brutes = await donneesDuDossier(moteur, manifeste);
    const donnees = relireDossier(JSON.parse(JSON.stringify(ecrireDossier(brutes))), brutes);
    const lieu = lieuDe(donnees, { genre: 'implantation', fase: site });
    const option = donnees.options.find(({ code_obg }) => code_obg === '2115');
    if (!lieu || !option) throw new Error(site);
    const contexte = creerContexte(donnees, lieu);
    const { faits, lectures } = candidatDe(contexte, option);
    expect(lectures.equilibre.lecture).toBe('inconnu');
    expect(lectures.repartition.lecture).toBe('inconnu');
    for (const critere of CRITERES.filter((c) => c === 'equilibre' || c === 'repartition')) {
      for (const phrase of phrasesDe(critere, contexte, option, faits))
        sansAbsence(phrase, critere);
    }
    expect(direCouverture(manifeste, annee, 10)).not.toBeNull();
  });
});

const deLOption = async (partielle: Partielle, code = '2115') => {
  const { moteur, manifeste } = await publier(partielle);
  const { zones } = await lireDossierZones(moteur, manifeste);
  const pages = await pagesDesOptions(moteur, manifeste.edition.annee_scolaire);
  const page = pages.find(({ fiche }) => fiche.code_obg === code);
  if (!page) throw new Error(code);
  const norme = constatNorme(page.normes, 'PE', zones) ?? '';
  return {
    norme: lisible(norme),
    besoin: lisible(constatBesoin(page.parZone, zones)),
    zones: lisible(constatZones(page.parZone, zones)),
    page,
  };
};

describe('ce qu’une liste absente change', () => {
  test('rien de connu : la norme donne ses deux valeurs, et pourquoi', async () => {
    const { norme, besoin, zones } = await deLOption(PARTIELLES['registre seul']);
    expect(norme).toBe(
      'Pour l’ouvrir en plein exercice, il faut 12 élèves dans toutes les zones, ou 10 si l’option est TC-FC : listes TC de la zone et FC de la région non fournies.',
    );
    expect(besoin).toBe(
      'On ne sait pas si elle est TC ou FC : les listes ne sont pas dans cette édition.',
    );
    expect(zones).toBe('L’offre d’aucune zone n’est connue.');
  });

  test('FC connues : une option FC attend sa TC, une autre a sa norme', async () => {
    const fc = await deLOption(PARTIELLES['registre et FC']);
    expect(fc.norme).toMatch(
      /12 élèves dans toutes les zones, ou 10 si l’option est TC-FC : liste TC de la zone non fournie\.$/,
    );
    expect(fc.besoin).toBe('Elle est FC dans toutes les zones.');
    const sans = await deLOption({
      fc: [`2024,Wallonie,${AUTRE},quantitative`, `2024,Bruxelles-Capitale,${AUTRE},quantitative`],
    });
    expect(sans.norme).toBe(
      'Pour l’ouvrir en plein exercice, il faut 12 élèves dans toutes les zones.',
    );
  });

  test('TC de trois zones : TC-FC dans l’une, FC sans TC dans deux, non connu ailleurs', async () => {
    const { page } = await deLOption(PARTIELLES['FC, et TC de trois zones']);
    const parZone = Object.fromEntries(page.parZone.map(({ zone, tc, fc }) => [zone, [tc, fc]]));
    expect(parZone).toMatchObject({
      4: [true, true],
      1: [false, true],
      6: [false, true],
      2: [null, true],
    });
    const normes = page.normes.filter((n) => n.mode === 'PE' && n.groupement === 'seule');
    const de = (zone: number) => normes.find((n) => n.zone === zone);
    expect(de(4)).toMatchObject({ valeur: 10, autre_valeur: null });
    expect(de(1)).toMatchObject({ valeur: 12, autre_valeur: null });
    expect(de(2)).toMatchObject({ valeur: 12, autre_valeur: 10 });
  });

  test('sans FC à Bruxelles : sa TC y reste sûre, sa FC non connue', async () => {
    const { besoin } = await deLOption(PARTIELLES['sans FC à Bruxelles']);
    expect(besoin).toMatch(/^Elle est TC-FC dans 9 zones .* ; TC dans 1 zone \(Bruxelles\)\.$/);
  });
});

describe('ce que des inscriptions partielles disent', () => {
  test('une zone connue : ses comptes y sont vrais, les moyennes ne portent que sur elle', async () => {
    const { moteur, manifeste } = await publier(PARTIELLES['élèves d’une zone']);
    const zones = await lireDossierZones(moteur, manifeste);
    const occurrences = comparaisons(zones).find(({ cle }) => cle === 'occurrences');
    expect(occurrences?.fwb?.valeur).toBe(1);
    expect(occurrences?.zones.filter(({ nombre }) => nombre).map(({ zone }) => zone)).toEqual([4]);
    const tailles = SECTIONS.flatMap(({ figures }) => figures.map((f) => f(zones, 4))).find(
      ({ id }) => id === 'tailles',
    );
    expect(lisible(tailles?.note ?? '')).toContain('Moyenne FWB : sur 1 zone connue de 10.');
  });

  test('aucun M2 à travers une année inconnue', async () => {
    const { moteur } = await publier(PARTIELLES['une année manque']);
    const statuts = await moteur.lire<{ code: string; annee: string; statut: string }>({
      sql: `SELECT code_obg AS code, annee_scolaire AS annee, statut FROM statuts ORDER BY 1, 2`,
      parametres: [],
    });
    expect(statuts.map(({ code, annee, statut }) => `${code} ${annee} ${statut}`)).toEqual([
      '2105 2021-2022 M1',
      '2105 2023-2024 M1',
      // Cinq élèves, une norme de 4 ou de 6 : qui d’autre l’organise n’est pas connu partout.
      '2115 2021-2022 selon_lieu',
      '2115 2023-2024 selon_lieu',
    ]);
  });
});

describe('la couverture dite', () => {
  test('une liste partielle dit oui ou non connu, jamais non', async () => {
    const { page } = await deLOption(
      {
        fc: PARTIELLES['registre et FC'].fc,
        couverture: ['fonctions_critiques,,,partiel,une partie de la liste seulement'],
      },
      '6210',
    );
    expect(new Set(page.parZone.map(({ fc }) => fc))).toEqual(new Set([null]));
  });

  test('connue sans aucune ligne : zéro y est vrai', async () => {
    const { page } = await deLOption({ couverture: ['inscriptions,4,2023-2024,connu,'] });
    expect(page.parZone.filter(({ inconnue }) => !inconnue).map(({ zone }) => zone)).toEqual([4]);
  });

  test('contraire aux lignes, ou hors de l’édition : refusée', async () => {
    const dossier = editionPartielle({
      inscriptions: aLiege(['2023-2024']),
      couverture: ['inscriptions,4,,inconnu,', 'population,,2010-2011,inconnu,'],
    });
    const fautes = (await problemesDe('data', dossier.chemin)).filter(
      ({ gravite }) => gravite === 'erreur',
    );
    expect(fautes.map(({ code, colonne }) => `${code} ${colonne}`)).toEqual([
      'OAD-COUVERTURE etat',
      'OAD-COUVERTURE annee_scolaire',
    ]);
    dossier.effacer();
  });

  test('ce qui manque est annoncé, sauf ce qui est expliqué', async () => {
    const dits = async (couverture?: readonly string[]) => {
      const dossier = editionPartielle({
        tc: [`2024,4,${METIER}`],
        ...(couverture && { couverture }),
      });
      const problemes = await problemesDe('data', dossier.chemin);
      dossier.effacer();
      return problemes
        .filter(({ code }) => code === 'OAD-COUVERTURE')
        .map(({ table, valeur }) => `${table} : ${valeur}`);
    };
    expect(await dits()).toEqual([
      'inscriptions : 2023-2024, inconnu, toutes les zones',
      'population : 2023-2024, inconnu, toutes les zones',
      'thematiques_communes : 2023-2024, inconnu, zones 1, 2, 3, 5, 6, 7, 8, 9, 10',
      'fonctions_critiques : 2023-2024, inconnu, toutes les zones',
      'options_metiers : options_metiers',
    ]);
    expect(
      await dits(['inscriptions,,,inconnu,non publiées', 'population,,,inconnu,non demandée']),
    ).toHaveLength(3);
  });
});
