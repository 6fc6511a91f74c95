import { describe, expect, test } from 'vitest';
import { campagneAu } from '../../../src/domain/dossier/campagne.ts';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import type { Critere } from '../../../src/domain/dossier/faits.ts';
import type { ChoixDuLieu, MesDonnees } from '../../../src/domain/dossier/lieu.ts';
import type { Donnees } from '../../../src/domain/dossier/types.ts';
import { TABLES_MART, TABLES_SOURCE } from '../../../src/domain/tables/index.ts';
import { echeanceCourte, phrasesDeLaCampagne } from '../../../src/phrases/dossier/campagne.ts';
import { phrasesDe } from '../../../src/phrases/dossier/faits.ts';
import { faitsHorsPage } from '../../../src/phrases/dossier/horsPage.ts';
import { designer, direLieu } from '../../../src/phrases/dossier/lieu.ts';
import { titreDeTable } from '../../../src/phrases/dossier/sources.ts';
import { TABLES_DU_DOSSIER } from '../../../src/query/dossier.ts';
import { contexte, donnees, uneOccurrence, uneOption, unSite } from '../dossier/exemples.ts';

const ordinaire = (texte: string) => texte.replaceAll('\u2060', '').replace(/[\u00A0\u202F]/g, ' ');

const decrire = (champs: Partial<MesDonnees> = {}): ChoixDuLieu => ({
  genre: 'mes-donnees',
  donnees: {
    nom: '',
    commune: 'Liège',
    caractere: 'confessionnel',
    internat: null,
    cefa: null,
    options: [{ code: '2101', pe: 12, alt: 0 }],
    besoins: null,
    ...champs,
  },
});

const D2 = uneOption({ code_obg: '2101', intitule: 'Électricité', annees: '3', degre: 'D2' });
const OPTIONS = [uneOption(), D2, uneOption({ code_obg: '2213', groupe: 22 })];

function lire(critere: Critere, champs: Partial<Donnees> = {}, choix?: ChoixDuLieu): string {
  const lu = contexte({ options: OPTIONS, ...champs }, choix);
  const { faits } = candidatDe(lu, uneOption());
  return ordinaire(phrasesDe(critere, lu, uneOption(), faits).join(' '));
}

function emporter(critere: Critere, champs: Partial<Donnees> = {}, choix?: ChoixDuLieu): string {
  const lu = contexte({ options: OPTIONS, ...champs }, choix);
  return ordinaire(faitsHorsPage(critere, lu, candidatDe(lu, uneOption())));
}

describe('la cohérence, en phrases', () => {
  const avec = (...codes: string[]) => ({ occurrences: codes.map((c) => uneOccurrence('1', c)) });

  test.each([
    [
      ['2101'],
      'L’école organise une autre option du secteur 2 Industrie, du groupe 21 Électricité : 2101 Électricité. 2101 Électricité peut mener à cette option.',
    ],
    [
      ['2213'],
      'L’école organise une autre option du secteur 2 Industrie, hors du groupe 21 Électricité.',
    ],
    [
      ['2101', '2213'],
      'L’école organise 2 autres options du secteur 2 Industrie, dont 1 du groupe 21 Électricité : 2101 Électricité. 2101 Électricité peut mener à cette option.',
    ],
  ])('%s', (codes, attendu) => {
    expect(lire('coherence', avec(...codes))).toContain(attendu);
  });
});

describe('les ouvertures comparables, en phrases', () => {
  const avec = (...premieres: (number | null)[]) => ({
    ouvertures: premieres.map((premiere, i) => ({
      code: '2115',
      site: String(i + 2),
      annee: '2021-2022',
      premiere,
    })),
  });

  test.each([
    [[], 'Aucune ouverture comparable dans les données.'],
    [[null, null], '2 ouvertures de la même option, toutes zones, à l’effectif masqué.'],
    [
      [6],
      'Une ouverture de la même option, toutes zones : 6 élèves en première année à son premier 15 janvier, sous la norme demandée ici.',
    ],
    [
      [12],
      'Une ouverture de la même option, toutes zones : 12 élèves en première année à son premier 15 janvier, à la norme demandée ici.',
    ],
    [
      [6, 13, null],
      '2 ouvertures de la même option, toutes zones : 6 et 13 élèves en première année à leur premier 15 janvier ; 1 sur 2 à la norme demandée ici ; 1 autre à l’effectif masqué.',
    ],
    [
      [6, 9, 13],
      '3 ouvertures de la même option, toutes zones : de 6 à 13 élèves en première année à leur premier 15 janvier, la moitié à 9 ou plus ; 1 sur 3 à la norme demandée ici.',
    ],
    [
      [7, 7],
      '2 ouvertures de la même option, toutes zones : 7 élèves en première année à leur premier 15 janvier ; 0 sur 2 à la norme demandée ici.',
    ],
  ])('%j', (premieres, attendu) => {
    const phrases = lire('besoin', avec(...premieres));
    expect(phrases).toContain(attendu);
    expect(phrases).not.toMatch(/\d, \d/);
  });
});

describe('un fait hors de la page', () => {
  const sites = [unSite('1'), unSite('2', { lat: 50.65 })];
  const occurrences = [uneOccurrence('1', '2101'), uneOccurrence('2')];

  test.each([
    ['coherence', 'l’école organise une autre option'],
    [
      'equilibre',
      'la zone Liège compte 1 occurrence de caractère confessionnel (30 élèves) et 0 occurrence de',
    ],
    ['repartition', 'l’occurrence la plus proche est Site 2 (Liège), à 1,9 km'],
    ['accessibilite', 'la commune de l’implantation est Liège.'],
    ['besoin', 'pas de thématique commune (TC).'],
  ] as const)('%s commence par « Dans cette édition fictive, »', (critere, suite) => {
    const texte = emporter(critere, { sites, occurrences });
    expect(texte.startsWith(`Dans cette édition fictive, ${suite}`), texte).toBe(true);
  });

  test('ce que l’utilisateur dit de son école n’est pas fictif', () => {
    const chez = decrire({ besoins: { tc: ['2115'], fc: [] } });
    expect(emporter('coherence', {}, chez)).toMatch(/^L’école organise une autre option/);
    expect(emporter('accessibilite', {}, chez)).toMatch(/^La commune/);
    expect(emporter('equilibre', {}, chez)).toMatch(/^Dans cette édition fictive, l’option/);
    expect(emporter('besoin', {}, chez)).toMatch(
      /^Thématique commune .*\. Dans cette édition fictive, aucune ouverture comparable/,
    );
  });

  test('une édition réelle ne se dit pas fictive', () => {
    const natures = {
      offre: 'officiel',
      besoins: 'officiel',
      centres: 'transcription',
      regles: 'transcription',
      implantations: 'officiel',
    } as const;
    expect(emporter('repartition', { natures })).toMatch(/^L’option n’est organisée nulle part/);
  });
});

describe('où est l’implantation', () => {
  test('le numéro FASE suit le nom, puis la commune et la zone', () => {
    expect(ordinaire(direLieu(contexte()))).toBe('Site 1 (FASE 1), Liège, zone Liège');
    expect(ordinaire(designer(contexte().lieu))).toBe('Site 1 (FASE 1)');
  });

  test('sans nom ni numéro, la commune n’est dite qu’une fois', () => {
    expect(direLieu(contexte({}, decrire()))).toBe('Implantation à Liège, zone Liège');
  });

  test('un nom qui commence par la commune la dit aussi', () => {
    const sites = [unSite('1', { nom: 'Liège · démonstration 4-001' })];
    expect(ordinaire(direLieu(contexte({ sites })))).toBe(
      'Liège · démonstration 4-001 (FASE 1), zone Liège',
    );
  });

  test('la commune dans un autre mot ne compte pas', () => {
    const communes = [{ ...donnees().communes[0], commune: 'Ath' }] as Donnees['communes'];
    const lu = contexte({ communes }, decrire({ nom: 'Athénée', commune: 'Ath' }));
    expect(direLieu(lu)).toBe('Athénée, Ath, zone Liège');
  });
});

describe('la campagne', () => {
  const { calendrier } = donnees().regles;
  const passee = campagneAu(calendrier, '2025-2026', '2026-11-22');

  test('passée : la prochaine, les années visées, la date manquée', () => {
    expect(phrasesDeLaCampagne(passee, '2025-2026').map(ordinaire)).toEqual([
      'La prochaine date limite est le 15 mars 2027, pour une ouverture à la rentrée 2028 ou 2029 (année scolaire 2028-2029 ou 2029-2030).',
      'Après cette date, une demande n’est pas prise en compte.',
      'Les demandes pour 2025-2026 étaient attendues le 15 mars 2024 : cette date est passée.',
    ]);
  });

  test('en cours : rien n’est passé', () => {
    const enCours = campagneAu(calendrier, '2025-2026', '2024-02-01');
    const [premiere] = phrasesDeLaCampagne(enCours, '2025-2026');
    expect(premiere && ordinaire(premiere)).toMatch(
      /^La prochaine date limite est le 15 mars 2024/,
    );
  });

  test('une demande seule porte son échéance, un dédoublement la sienne', () => {
    expect(ordinaire(echeanceCourte(passee, 'Programmation'))).toBe(
      'À introduire pour le 15 mars 2027, ouverture à la rentrée 2028 ou 2029.',
    );
    expect(ordinaire(echeanceCourte(passee, 'Dédoublement'))).toBe(
      'À introduire pour le 15 mars 2027, ouverture dès la rentrée 2027.',
    );
  });
});

test('chaque table dont un dossier tire ses faits a son titre français', () => {
  const lues = TABLES_DU_DOSSIER.flatMap(
    (nom) => TABLES_MART.find((mart) => mart.nom === nom)?.tables ?? [nom],
  );
  for (const nom of lues) {
    expect(titreDeTable(nom), nom).toBe(TABLES_SOURCE.find((table) => table.nom === nom)?.titre);
  }
});
