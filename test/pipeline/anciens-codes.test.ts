import { afterEach, describe, expect, test } from 'vitest';
import { figureChangements } from '../../src/charts/zones/changements.ts';
import { figureContraste } from '../../src/charts/zones/contraste.ts';
import { figureFrequentees } from '../../src/charts/zones/frequentees.ts';
import { figureMaintien } from '../../src/charts/zones/maintien.ts';
import { figureOuvertures } from '../../src/charts/zones/ouvertures.ts';
import { figureSecteurs } from '../../src/charts/zones/secteurs.ts';
import { enTexte } from '../../src/phrases/phrase.ts';
import {
  type AnneeDOption,
  HISTOIRE_DES_OPTIONS,
  type SiteDOption,
  sitesDesOptions,
} from '../../src/query/fiche-option.ts';
import { lireDossierZones } from '../../src/query/zones/dossier.ts';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

const ASYMETRIQUE = 'test/fixtures/edition-asymetrique';
const ANNEE = '2023-2024';
const LIEGE = 4;
const INSCRIPTIONS = 'offre/inscriptions.csv';

/** Les pages d’une édition, lues comme le site les lit. */
async function editer(modifier: (dossier: Dossier) => void = () => {}) {
  const dossier = ouvrirDossier(ASYMETRIQUE);
  modifier(dossier);
  const { moteur, manifeste } = await publierEtLire([MINI, dossier.chemin]);
  dossier.effacer();
  return { moteur, dossier: await lireDossierZones(moteur, manifeste) };
}

afterEach(oublierPubliees);

const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');

/** Ce qu’une figure compte sous une clé. */
function valeur({ tableau, listes = [] }: ReturnType<typeof figureOuvertures>, cle: string) {
  const cellules = [tableau, ...listes].flatMap(({ rangees }) =>
    rangees.flatMap((r) => r.cellules),
  );
  const lue = cellules.find((c) => c && typeof c === 'object' && 'cle' in c && c.cle === cle);
  return lue && typeof lue === 'object' && 'valeur' in lue ? lue.valeur : null;
}

/** Les élèves d’un code disparaissent de l’année montrée. */
const sans = (code: string) => (dossier: Dossier) => {
  const lignes = dossier.lire(INSCRIPTIONS).split('\n');
  const gardees = lignes.filter((l) => !(l.startsWith(ANNEE) && l.split(',')[2] === code));
  dossier.ecrire(INSCRIPTIONS, gardees.join('\n'));
};

describe('une option et les codes qu’elle remplace', () => {
  test('dite d’une option, la lignée compte chaque implantation une fois', async () => {
    const { dossier, moteur } = await editer();
    const de = (options: typeof dossier.options, code: string) =>
      options.find((o) => o.zone === LIEGE && o.code_obg === code);
    expect(de(dossier.reunies, '2115')).toMatchObject({
      occurrences: 4,
      confessionnel: 3,
      eleves: 9 + 12 + 10 + 6 + 4 + 7 + 6 + 5,
      sous_ancien_code: 1,
      anciens: '2112 2113',
    });
    expect(de(dossier.options, '2115')).toMatchObject({
      occurrences: 3,
      eleves: 47,
      anciens: null,
    });
    expect(de(dossier.reunies, '2112')).toBeUndefined();
    const sites = await moteur.lire<SiteDOption>(sitesDesOptions(ANNEE));
    expect(
      sites
        .filter(({ code }) => code === '2115')
        .map(({ fase, eleves, sous_ancien_code, anciens }) => [
          fase,
          eleves,
          sous_ancien_code,
          anciens,
        ]),
    ).toEqual([
      ['900001', 31, 0, null],
      ['900002', 10, 0, null],
      ['900004', 7, 1, '2112'],
      ['900005', 11, 0, '2113'],
    ]);
    const histoire = await moteur.lire<AnneeDOption>(HISTOIRE_DES_OPTIONS);
    expect(
      histoire
        .filter(({ code, membre }) => code === '2115' && membre === null)
        .map(({ annee, occurrences, eleves }) => [annee, occurrences, eleves]),
    ).toEqual([
      ['2019-2020', 3, 49],
      ['2022-2023', 2, 33],
      [ANNEE, 4, 59],
    ]);
  });

  test('un total compte chaque code une fois sur chaque implantation : aucun élève deux fois', async () => {
    const { dossier } = await editer();
    const parcours = dossier.parcours.find((p) => p.zone === LIEGE && p.annee_scolaire === ANNEE);
    expect(parcours).toMatchObject({
      implantations: 4,
      options: 6,
      occurrences: 8,
      eleves_options: 87,
      options_organisables: 3,
      occurrences_organisables: 5,
      eleves_organisables: 55,
    });
    const secteurs = figureSecteurs(dossier, LIEGE);
    expect([2, 8].map((s) => valeur(secteurs, `secteurs.${s}.eleves`))).toEqual([67, 20]);
    const frequentees = figureFrequentees(dossier, LIEGE);
    expect(valeur(frequentees, 'frequentees.2115.eleves')).toBe(59);
    expect(valeur(frequentees, 'frequentees.2112.eleves')).toBeNull();
    expect(enTexte(frequentees.constat)).toContain('100');
  });

  test('là où les deux codes se donnent, leur norme de maintien se compare une fois', async () => {
    const { dossier } = await editer();
    const statuts = dossier.occurrences
      .filter((o) => o.zone === LIEGE && o.fase_implantation === '900005')
      .map(({ code_obg, statut, sous_norme }) => [code_obg, statut, sous_norme]);
    expect(statuts).toEqual([
      ['2113', null, null],
      ['2115', 'atteinte', false],
    ]);
    const maintien = figureMaintien(dossier, LIEGE);
    expect([4, 6].map((norme) => valeur(maintien, `maintien.${norme}.soumises`))).toEqual([1, 2]);
  });
});

describe('une option transformée', () => {
  test('dont seul l’ancien code a des élèves n’est pas une ouverture : la page dit sous lequel', async () => {
    const { dossier } = await editer(sans('2115'));
    const ouvertures = figureOuvertures(dossier, LIEGE);
    const dit = (rang: number) =>
      ouvertures.listes?.[rang]?.rangees.map(({ cellules: [nom] }) => nom);
    expect(dit(0)).not.toContainEqual(expect.stringContaining('Installateur'));
    expect(dit(1)).toEqual([
      'Installateur électricien/Installatrice électricienne (sous les anciens codes 2112 et 2113)',
    ]);
    expect(lisible(enTexte(ouvertures.constat))).toMatch(/1 sous son ancien code|1 autre ne l’est/);
    const [manquantes, tcFc] = ['ouvertures.2.ouvertures', 'ouvertures.2.tc-fc'].map(
      (cle) => valeur(ouvertures, cle) ?? 0,
    );
    const contraste = figureContraste(dossier, LIEGE);
    const organisees = ['premieres', 'autres'].map(
      (groupe) => valeur(contraste, `contraste.${groupe}.tc-fc`) ?? 0,
    );
    expect((tcFc ?? 0) - (manquantes ?? 0)).toBe(organisees.reduce((a, b) => a + b, 0));
  });

  test('qui passe de l’ancien code au nouveau n’apparaît ni ne disparaît', async () => {
    const { dossier } = await editer((d) =>
      d.remplacer(INSCRIPTIONS, `${ANNEE},900004,2112,6,PE,7`, `${ANNEE},900004,2115,6,PE,7`),
    );
    const suivie = dossier.occurrences.filter(({ fase_implantation: f }) => f === '900004');
    expect(suivie).toMatchObject([{ code_obg: '2115', eleves: 7, eleves_avant: 8 }]);
    const changements = figureChangements(dossier, LIEGE);
    expect(valeur(changements, 'changements.occurrences.sorties')).toBe(0);
    expect(changements.listes?.[0]?.rangees.map(({ cle }) => cle)).not.toContain('2115');
  });

  test('partagée entre deux codes compte dans chacun, et une seule fois au total', async () => {
    const { dossier } = await editer((d) => {
      d.ecrire(
        'referentiel/successions.csv',
        `${d.lire('referentiel/successions.csv').trimEnd()}\n2112,8123,2016-2017,essai\n`,
      );
    });
    const lues = dossier.reunies.filter((o) => o.zone === LIEGE && o.anciens?.includes('2112'));
    expect(lues.map(({ code_obg, eleves }) => [code_obg, eleves])).toEqual([
      ['2115', 59],
      ['8123', 7],
    ]);
    const parcours = dossier.parcours.find((p) => p.zone === LIEGE && p.annee_scolaire === ANNEE);
    expect(parcours?.eleves_options).toBe(87);
    expect(enTexte(figureFrequentees(dossier, LIEGE).constat)).toContain('100');
  });
});
