import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { avertissements } from '../../../src/domain/dossier/avertissements.ts';
import { campagneAu } from '../../../src/domain/dossier/campagne.ts';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import {
  type Demande,
  type Dossier,
  dossierVide,
  hypotheseDe,
  SANS_REPONSE,
} from '../../../src/domain/dossier/panier.ts';
import { type DemandeInstruite, feuillesDuDossier } from '../../../src/export/dossier.ts';
import { enXlsx } from '../../../src/export/xlsx.ts';
import { contexte, uneOption } from './exemples.ts';

const lieu = contexte({ options: [uneOption({ reserve: 'R' })] });

const enPE: Demande = {
  code: '2115',
  type: 'Programmation',
  mode: 'PE',
  groupement: 'seule',
  attendus: 10,
  note: 'Locaux prêts dès septembre.\nÉquipement : « neuf ».',
  reponses: SANS_REPONSE,
};

const instruites = [enPE, { ...enPE, mode: 'ALT' as const, attendus: 14, note: '' }].map(
  (demande) => {
    const candidat = candidatDe(lieu, uneOption({ reserve: 'R' }), hypotheseDe(demande));
    const quand = { prealables: {}, communique: '2027-03-15', ouverture: 2028 };
    return { demande, candidat, avertissements: avertissements(lieu, candidat, demande, quand) };
  },
);

const campagne = campagneAu(lieu.donnees.regles.calendrier, '2025-2026', '2026-11-22');

const classeur = (lu = lieu, siennes: readonly DemandeInstruite[] = instruites) => {
  const demandes = siennes.map(({ demande }) => demande);
  const dossier: Dossier = { ...dossierVide('essai-1'), demandes, pieces: ['locaux'] };
  return feuillesDuDossier(lu, dossier, siennes, campagne, '22 novembre 2026');
};

test('le classeur se relit avec les mêmes feuilles, les mêmes colonnes, les mêmes lignes', async () => {
  const feuilles = classeur();
  const lues = await readXlsxFile(Buffer.from(await enXlsx(feuilles)));
  expect(lues.map(({ sheet }) => sheet)).toEqual([
    'Demandes GOSS',
    'Argumentaire',
    'Normes et attendus',
    'Ce que l’école confirme',
    'Sources',
  ]);
  feuilles.forEach(({ colonnes, rangees }, i) => {
    const [entete, ...reste] = lues[i]?.data ?? [];
    const titres = colonnes.map(({ nom }) => nom);
    expect(entete).toEqual(titres);
    expect(reste).toEqual(rangees.map((rangee) => titres.map((titre) => rangee[titre])));
  });
});

test('GOSS : ses colonnes dans l’ordre du formulaire, chaque structure une fois avant les options', () => {
  const titre = 'Installateur électricien/Installatrice électricienne';
  const option = ['option de base groupée', 'DQ', '4 P', '2115', 'R Réservée', titre];
  const [goss] = classeur(lieu, [...instruites, ...instruites.slice(0, 1)]);
  expect(goss?.colonnes.map(({ nom }) => nom)).toEqual([
    'Implantation',
    'Type',
    'Structure',
    'Degré spécifique',
    'Année d’études',
    'Code OBG',
    'Type programmation',
    'Intitulé',
  ]);
  expect(goss?.rangees.map((rangee) => Object.values(rangee).slice(2))).toEqual([
    ['degré spécifique', 'DQ', null, null, null, null],
    ['degré spécifique', 'RDQ', null, null, null, null],
    ['année d’études', 'DQ', '4 P', null, null, null],
    ['année d’études', 'RDQ', '4 P', null, null, null],
    option,
  ]);
  expect(goss?.rangees.map(({ Implantation, Type }) => [Implantation, Type])).toEqual(
    Array(5).fill(['1 - Site 1', 'Programmation']),
  );
});

test('chaque demande porte son échéance', () => {
  const dedoublement = { ...enPE, type: 'Dédoublement', mode: 'PE-ALT' } as const;
  const [instruite] = instruites;
  if (!instruite) throw new Error('sans demande');
  const [, , normes] = classeur(lieu, [instruite, { ...instruite, demande: dedoublement }]);
  const dites = normes?.rangees.map(({ Échéance }) => String(Échéance).replaceAll('\u00a0', ' '));
  expect(dites).toEqual([
    'À introduire pour le 15 mars 2027, ouverture à la rentrée 2028 ou 2029.',
    'À introduire pour le 15 mars 2027, ouverture dès la rentrée 2027.',
  ]);
});

test('tout fait exporté d’une édition fictive commence par le dire', () => {
  const [, argumentaire] = classeur();
  expect(argumentaire?.rangees).toHaveLength(10);
  for (const { Faits } of argumentaire?.rangees ?? []) {
    expect(Faits).toMatch(/^Dans cette édition fictive, \p{Ll}/u);
  }
});

const normesDe = (lu: typeof lieu, champs: Partial<Demande> = {}) => {
  const demande = { ...enPE, ...champs };
  const option = lu.options.get(demande.code) ?? uneOption();
  const candidat = candidatDe(lu, option, hypotheseDe(demande));
  const instruite = { demande, candidat, avertissements: [] };
  const [, , normes] = classeur(lu, [instruite]);
  return normes?.rangees[0];
};
const comparer = (...args: Parameters<typeof normesDe>) =>
  String(normesDe(...args)?.Comparaison).replace(/[\u00A0\u202F]/g, ' ');

const FICTIVE = 'La norme dépend des listes TC et FC, fictives dans cette édition.';

test('les élèves attendus sont à l’école ; seule la norme peut tenir à des listes fictives', () => {
  expect(comparer(lieu)).toBe(`10 attendus pour une norme de 12 : il en manque 2. ${FICTIVE}`);
  expect(comparer(lieu, { attendus: null })).toBe(`Norme : 12 élèves. ${FICTIVE}`);
});

test('sans liste TC ni FC, les deux normes se lisent (circulaire 9146, l. 651 et 657)', () => {
  const { anneeScolaire } = lieu.donnees;
  const lacunes = (['thematiques_communes', 'fonctions_critiques'] as const).map((table) => ({
    ...{ table, zone: 4, annee_scolaire: anneeScolaire, etat: 'inconnu' as const, raison: null },
  }));
  const inconnu = contexte({ lacunes });
  const dit = (attendus: number | null) => comparer(inconnu, { attendus });
  expect(dit(null)).toContain('Norme : 10 ou 12 élèves.');
  expect(dit(11)).toContain('norme de 10 ou 12 : 1 de marge, ou il en manque 1, selon une liste');
});

test('une norme qui ne tient pas aux listes de l’édition n’a rien de fictif', () => {
  const troisieme = contexte({ options: [uneOption({ annees: '3', degre: 'D2' })] });
  expect(comparer(troisieme)).toBe('10 attendus pour une norme de 1 : 9 de marge.');
  const besoins = { tc: ['2115'], fc: ['2115'] };
  const decrit = { nom: '', commune: 'Liège', caractere: 'confessionnel' } as const;
  const reste = { internat: null, cefa: null, options: [], besoins };
  const mienne = contexte({}, { genre: 'mes-donnees', donnees: { ...decrit, ...reste } });
  expect(comparer(mienne)).toBe('10 attendus pour une norme de 10 : tout juste atteinte.');
  const septieme = uneOption({ annees: '7', degre: 'D3', type_7e: 'PB' });
  const cges = { reponses: { ...SANS_REPONSE, avisCges: true } };
  expect(comparer(contexte({ options: [septieme] }), cges)).toBe(
    '10 attendus pour une norme de 8 : 2 de marge.',
  );
  expect(comparer(lieu, { type: 'Dédoublement' })).not.toContain('fictive');
});

test('le groupement se dit comme à l’écran', () => {
  expect(normesDe(lieu)?.Groupement).toBe('cours non groupés');
});

test('ce que l’école confirme est dans le classeur', () => {
  const feuilles = classeur();
  expect(feuilles[3]?.rangees.map((rangee) => Object.values(rangee))).toEqual([
    ['l’avis de l’organe local de concertation sociale est pris', 'non confirmé'],
    ['les locaux sont disponibles', 'confirmé'],
    ['l’équipement est adéquat', 'non confirmé'],
    ['les enseignants sont habilités', 'non confirmé'],
    [expect.stringContaining('siège ou coopérante'), 'à vérifier'],
    [expect.stringContaining('degré spécifique DQ'), 'à vérifier'],
    [expect.stringContaining('degré spécifique RDQ'), 'à vérifier'],
    [expect.stringContaining('année d’études DQ 4 P'), 'à vérifier'],
    [expect.stringContaining('année d’études RDQ 4 P'), 'à vérifier'],
  ]);
});

test('« Mes données » et vos listes sont dans le classeur, et remplacent les listes de l’édition', () => {
  const decrit = { nom: '', commune: 'Liège', caractere: 'confessionnel' } as const;
  const miennes = {
    internat: null,
    cefa: null,
    options: [{ code: '2115', pe: 22, alt: 0 }],
    besoins: { tc: ['2213'], fc: ['2115', '2213'] },
  };
  const tables = ['thematiques_communes', 'fonctions_critiques', 'centres'];
  const sources = tables.map((table) => ({
    ...{ table, titre: 'Un titre', editeur: 'Un éditeur', note: null },
    nature: 'demonstration' as const,
  }));
  const lu = contexte({ sources }, { genre: 'mes-donnees', donnees: { ...decrit, ...miennes } });
  const feuilles = classeur(lu, []);
  const mes = feuilles.find(({ nom }) => nom === 'Mes données');
  expect(mes?.rangees.map(({ Intitulé: _, ...reste }) => Object.values(reste))).toEqual([
    ['2115', 22, 0, null, 'oui'],
    ['2213', null, null, 'oui', 'oui'],
  ]);
  expect(feuilles.at(-1)?.rangees.map(({ Données }) => Données)).toEqual([
    'Édition',
    'Implantation décrite',
    'TC et FC',
    'Centres',
  ]);
  expect(classeur(lieu, []).map(({ nom }) => nom)).not.toContain('Mes données');
});

test('la note d’une demande ne se répète pas à chaque critère', () => {
  const [, argumentaire] = classeur(lieu, instruites.slice(0, 1));
  expect(argumentaire?.rangees.map((rangee) => rangee['Votre note'])).toEqual([
    enPE.note,
    null,
    null,
    null,
    null,
  ]);
});

test('la feuille des sources nomme les tables en français, et leurs vrais éditeurs', () => {
  const source = { titre: 'Pages publiques', nature: 'transcription', note: null } as const;
  const sources = [
    { ...source, table: 'normes_creation', editeur: 'Fédération Wallonie-Bruxelles' },
    { ...source, table: 'centres', editeur: 'Voir chaque ligne' },
  ];
  const feuilles = classeur(contexte({ sources }));
  const lignes = feuilles.at(-1)?.rangees.slice(1);
  expect(lignes?.map((ligne) => [ligne.Données, ligne.Éditeur])).toEqual([
    ['Centres', 'plusieurs éditeurs'],
    ['Règles de création', 'Fédération Wallonie-Bruxelles'],
  ]);
});
