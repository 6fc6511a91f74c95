import { describe, expect, test } from 'vitest';
import { avertissements } from '../../../src/domain/dossier/avertissements.ts';
import { campagneAu } from '../../../src/domain/dossier/campagne.ts';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import {
  ajouter,
  type Demande,
  deplacer,
  dossierVide,
  hypotheseDe,
  modifier,
  type Prealables,
  type ReponsesDuPanier,
  retirer,
  SANS_REPONSE,
} from '../../../src/domain/dossier/panier.ts';
import {
  avertissementsDesPrealables,
  prealablesDuDossier,
} from '../../../src/domain/dossier/prealables.ts';
import {
  lignesDuDossier,
  structureDe,
  structuresDemandees,
} from '../../../src/domain/dossier/structures.ts';
import type { Donnees, OptionDuDossier } from '../../../src/domain/dossier/types.ts';
import { contexte, donnees, uneOccurrence, uneOption, unSite } from './exemples.ts';

const demande = (champs: Partial<Demande> = {}): Demande => ({
  code: '2115',
  type: 'Programmation',
  mode: 'PE',
  groupement: 'seule',
  attendus: null,
  note: '',
  reponses: SANS_REPONSE,
  ...champs,
});

const QUAND = { prealables: {}, communique: '2027-03-15', ouverture: 2028 };

/** Les avertissements d’une demande, dans leur ordre, sous la forme « genre:gravité ». */
function genres(
  option: OptionDuDossier,
  d: Demande,
  champs: Partial<Donnees> = {},
  prealables: Prealables = {},
): string[] {
  const lieu = contexte({ options: [option], ...champs });
  const candidat = candidatDe(lieu, option, hypotheseDe(d));
  return [
    ...avertissementsDesPrealables(lieu, [d], prealables),
    ...avertissements(lieu, candidat, d, { ...QUAND, prealables }),
  ].map((a) => `${a.genre}:${a.gravite}`);
}

/** L’école organise déjà le degré, l’année et la forme. */
const EN_PLACE: Partial<Donnees> = {
  options: [uneOption(), uneOption({ code_obg: '2190' })],
  occurrences: [uneOccurrence('1', '2190')],
};

describe('les avertissements', () => {
  test.each([
    ['rien à redire', uneOption(), demande({ attendus: 12 }), []],
    ['attendus à estimer', uneOption(), demande(), ['attendus:information']],
    ['sous la norme', uneOption(), demande({ attendus: 11 }), ['sous-norme:attention']],
    [
      'sous réserve du Parlement',
      uneOption({ sous_reserve: true }),
      demande({ attendus: 12 }),
      ['sous-reserve:attention'],
    ],
    [
      'non programmable',
      uneOption({ statut: 'non_programmable' }),
      demande({ attendus: 12 }),
      ['np:bloque', 'norme-muette:attention'],
    ],
    [
      'en extinction',
      uneOption({ statut: 'extinction' }),
      demande(),
      ['non_programmable:bloque', 'norme-muette:attention'],
    ],
    [
      'un mode qui n’existe pas',
      uneOption({ filiere: 'PE' }),
      demande({ mode: 'ALT', attendus: 12 }),
      [
        'cefa:attention',
        'degre-d-abord:attention',
        'annee-d-abord:attention',
        'mode:bloque',
        'norme-muette:attention',
      ],
    ],
    [
      'l’alternance sans CEFA connu',
      uneOption(),
      demande({ mode: 'PE-ALT', attendus: 12 }),
      ['cefa:attention'],
    ],
  ])('%s', (_, option, d, attendus) => {
    expect(genres(option, d, EN_PLACE)).toEqual(attendus);
  });

  test('le degré, l’année et le 3e degré de l’an d’après, quand l’école n’a rien', () => {
    expect(genres(uneOption(), demande({ attendus: 12 }))).toEqual([
      'degre-d-abord:attention',
      'annee-d-abord:attention',
      'troisieme-degre:attention',
    ]);
  });

  test('le 3e degré : la norme de 5e, l’année qui suit l’ouverture', () => {
    const lieu = contexte();
    const candidat = candidatDe(lieu, uneOption());
    const avis = avertissements(lieu, candidat, demande(), QUAND);
    const texte = avis.find(({ genre }) => genre === 'troisieme-degre')?.texte;
    expect(texte).toContain('au 1er octobre 2029, il faudra, en élèves, 8 à plus de 20 km');
    expect(texte).toContain('12 sinon');
  });

  test.each([
    [
      'rurale, sûre',
      { densite: 'R', densiteSure: true },
      '8 à plus de 20 km ; 9 à plus de 8 km ; 12 sinon (Liège : commune rurale au recensement',
    ],
    [
      'à une borne',
      { densite: 'S', densiteSure: false },
      'en commune ordinaire à plus de 12 km ; 12 sinon (densité de Liège à vérifier',
    ],
  ] as const)('7282, VII.III.2 : densité %s', (_cas, densite, attendu) => {
    const [commune] = donnees().communes;
    const lieu = contexte({ communes: commune ? [{ ...commune, ...densite }] : [] });
    const avis = avertissements(lieu, candidatDe(lieu, uneOption()), demande(), QUAND);
    expect(avis.find(({ genre }) => genre === 'troisieme-degre')?.texte).toContain(attendu);
  });

  test('l’utilisateur connaît ses structures mieux que ses élèves ne les disent', () => {
    const lieu = contexte();
    const structures = (prealables: Prealables) =>
      structuresDemandees(lieu, uneOption(), demande(), prealables).map((l) => l.structure);
    expect(structures({ DQ: true, 'DQ 4 P': true })).toEqual(['option de base groupée']);
    expect(structures({ RDQ: true, 'DQ 4 TQ': true })).toHaveLength(3);
  });

  test('ce que plusieurs demandes supposent de l’école se demande une fois', () => {
    const options = [uneOption(), uneOption({ code_obg: '2190' }), uneOption({ code_obg: '2191' })];
    const demandes = [
      demande(),
      demande({ code: '2190', mode: 'PE-ALT' }),
      demande({ code: '2191', mode: 'ALT' }),
    ];
    const lieu = contexte({ options });
    expect(prealablesDuDossier(lieu, demandes)).toEqual(['CEFA', 'DQ', 'DQ 4 P', 'RDQ', 'RDQ 4 P']);
    const lignes = lignesDuDossier(lieu, demandes, { 'DQ 4 P': true });
    expect(lignes.map(({ libelle }) => libelle)).toEqual([
      'DQ',
      'RDQ',
      'RDQ 4 P',
      '2115',
      '2190',
      '2191',
    ]);
    const genresDits = avertissementsDesPrealables(lieu, demandes, { CEFA: true });
    expect(genresDits.map(({ genre }) => genre)).toEqual([
      'degre-d-abord',
      'degre-d-abord',
      'annee-d-abord',
      'annee-d-abord',
    ]);
  });

  test.each([
    [{}, 'a_completer', 'attention'],
    [{ CEFA: true, fermetureImposee: false }, 'possible', null],
    [{ CEFA: false, fermetureImposee: false }, 'impossible', 'bloque'],
    [{ CEFA: true, fermetureImposee: true }, 'impossible', 'bloque'],
  ])('dédoublement, réponses %o : %s', (dites, _, gravite) => {
    const { CEFA, ...reponses } = dites as Partial<ReponsesDuPanier> & { CEFA?: boolean };
    const d = demande({
      type: 'Dédoublement',
      mode: 'PE-ALT',
      reponses: { ...SANS_REPONSE, ...reponses },
    });
    const occurrences = [uneOccurrence('1')];
    const avis = genres(uneOption(), d, { occurrences }, CEFA === undefined ? {} : { CEFA });
    expect(avis.find((a) => a.startsWith('dedoublement:')) ?? null).toBe(
      gravite && `dedoublement:${gravite}`,
    );
    expect(avis).toContain('dedoublement-calendrier:information');
    expect(avis).toContain('dedoublement-avis:information');
  });

  test('circulaire 9146, § 4 : l’horloge du dédoublement, et à qui il est transmis', () => {
    const lieu = contexte({ occurrences: [uneOccurrence('1')] });
    const d = demande({
      type: 'Dédoublement',
      mode: 'PE-ALT',
      reponses: { ...SANS_REPONSE, fermetureImposee: false },
    });
    const quand = { ...QUAND, prealables: { CEFA: true } };
    const avis = avertissements(lieu, candidatDe(lieu, uneOption()), d, quand);
    const dit = (genre: string) =>
      avis.find((a) => a.genre === genre)?.texte.replaceAll('\u00a0', ' ');
    expect(dit('dedoublement-calendrier')).toBe(
      'communiqué pour le 15 mars, réputé autorisé le 15 mai, il s’ouvre à la rentrée qui suit : ' +
        'il peut ouvrir dès 2027-2028',
    );
    expect(dit('dedoublement-avis')).toContain('que pour information');
  });

  test('circulaire 9146, § 4 : en alternance ailleurs dans l’école, il n’y a plus à dédoubler', () => {
    const sites = [unSite('1'), unSite('2', { faseEtablissement: 'E1' })];
    const occurrences = [uneOccurrence('1'), uneOccurrence('2', '2115', { pe: 0, alt: 5 })];
    const d = demande({ type: 'Dédoublement', mode: 'PE-ALT' });
    expect(genres(uneOption(), d, { sites, occurrences })).toContain('dedoublement:bloque');
  });
});

describe('ce que GOSS demande', () => {
  test.each([
    [uneOption(), 'PE', 'DQ', '4 P'],
    [uneOption(), 'ALT', 'RDQ', '4 P'],
    [uneOption({ forme: 'TQ' }), 'PE-ALT', 'DQ', '4 TQ'],
    [uneOption({ annees: '3' }), 'PE', null, '3 P'],
    [uneOption({ annees: '7' }), 'PE', null, '7 P'],
    [uneOption({ annees: null, forme: null, regime: 'art45' }), 'ALT', null, null],
  ] as const)('%#', (option, mode, degre, annee) => {
    expect(structureDe(option, mode)).toEqual({ degre, annee });
  });

  test('le dédoublement se demande dans le degré de l’alternance', () => {
    const lieu = contexte({ occurrences: [uneOccurrence('1')] });
    const lignes = structuresDemandees(lieu, uneOption(), demande({ type: 'Dédoublement' }), {});
    expect(lignes).toEqual([
      { structure: 'degré spécifique', libelle: 'RDQ', type: 'Programmation' },
      { structure: 'année d’études', libelle: 'RDQ 4 P', type: 'Programmation' },
      { structure: 'option de base groupée', libelle: '2115', type: 'Dédoublement' },
    ]);
  });
});

describe('le panier', () => {
  const deux = ['2115', '2213'].reduce(
    (d, code) => ajouter(d, demande({ code })),
    dossierVide('essai-1'),
  );
  const codes = (d: typeof deux) => d.demandes.map(({ code }) => code);

  test('une option ne se demande qu’une fois', () => {
    expect(codes(ajouter(deux, demande({ code: '2115', note: 'autre' })))).toEqual([
      '2115',
      '2213',
    ]);
  });

  test('déplacer s’arrête aux bords', () => {
    expect(codes(deplacer(deux, '2213', -1))).toEqual(['2213', '2115']);
    expect(codes(deplacer(deux, '2115', -1))).toEqual(['2115', '2213']);
    expect(codes(deplacer(deux, '9999', 1))).toEqual(['2115', '2213']);
  });

  test('modifier ne touche que la sienne ; retirer l’ôte', () => {
    expect(modifier(deux, '2213', { attendus: 9 }).demandes.map((d) => d.attendus)).toEqual([
      null,
      9,
    ]);
    expect(codes(retirer(deux, '2115'))).toEqual(['2213']);
  });
});

test.each([
  ['2024-03-15', false, '2024-03-15', 0, 2025],
  ['2024-03-16', true, '2025-03-15', 364, 2026],
  ['2026-11-22', true, '2027-03-15', 113, 2028],
])('le %s, la date limite est passée : %s', (jour, passee, prochaine, joursRestants, ouverture) => {
  const { calendrier } = donnees().regles;
  expect(campagneAu(calendrier, '2025-2026', jour)).toEqual({
    limite: '2024-03-15',
    passee,
    prochaine,
    joursRestants,
    ouverture,
  });
});

test('la situation d’une option sur l’implantation', () => {
  const sites = [unSite('1'), unSite('2', { faseEtablissement: 'E1' })];
  const situation = (option: OptionDuDossier, occurrence = uneOccurrence('1')) =>
    candidatDe(contexte({ sites, options: [option], occurrences: [occurrence] }), option).situation;
  expect(situation(uneOption())).toBe('a_dedoubler');
  expect(situation(uneOption(), uneOccurrence('1', '2115', { alt: 4 }))).toBe('deja_organisee');
  expect(situation(uneOption({ filiere: 'PE' }))).toBe('deja_organisee');
  expect(situation(uneOption({ annees: '7' }))).toBe('deja_organisee');
  expect(situation(uneOption(), uneOccurrence('2'))).toBe('a_programmer');
  expect(situation(uneOption({ statut: 'extinction' }), uneOccurrence('2'))).toBe('exclue');
});

test('circulaire 9146, § 4 et § 7.2 : le dédoublement est à l’échelle de l’école', () => {
  const sites = [unSite('1'), unSite('2', { faseEtablissement: 'E1' }), unSite('3')];
  const depuis = (...occurrences: readonly ReturnType<typeof uneOccurrence>[]) =>
    candidatDe(contexte({ sites, occurrences }), uneOption());
  const voisine = depuis(uneOccurrence('2'));
  expect([voisine.situation, voisine.dedoublable]).toEqual(['a_programmer', true]);
  expect(depuis(uneOccurrence('3')).dedoublable).toBe(false);
  expect(depuis(uneOccurrence('2', '2115', { alt: 3 })).dedoublable).toBe(false);
  const deuxSites = depuis(uneOccurrence('1'), uneOccurrence('2', '2115', { pe: 0, alt: 3 }));
  expect([deuxSites.situation, deuxSites.dedoublable]).toEqual(['deja_organisee', false]);
  const lieu = contexte({ sites, occurrences: [uneOccurrence('2')] });
  const enAlternance = avertissements(lieu, voisine, demande({ mode: 'ALT' }), QUAND);
  expect(enAlternance.map(({ genre }) => genre)).toContain('dedoublement-possible');
  const lignes = structuresDemandees(lieu, uneOption(), demande({ type: 'Dédoublement' }), {});
  expect(lignes.at(-1)).toMatchObject({ libelle: '2115', type: 'Dédoublement' });
});
