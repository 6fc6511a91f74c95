import { NON_CONNU } from '../besoin.ts';
import { type CleFacette, NON_PRECISE } from './facettes.ts';

/** Le nom de chaque zone, secteur et groupe, par numéro. */
export type Noms = Readonly<
  Record<'zone' | 'secteur' | 'groupe', Readonly<Record<string, string>>>
>;

const PRECIS: Readonly<Partial<Record<CleFacette, Readonly<Record<string, string>>>>> = {
  besoin: {
    'tc-fc': 'TC et FC',
    tc: 'TC – thématique commune',
    fc: 'FC – fonction critique',
    aucun: 'Ni TC ni FC',
    [NON_CONNU]: 'TC ou FC non connue',
  },
  filiere: {
    PE: 'Plein exercice seul',
    ALT: 'Alternance seule',
    'PE-ALT': 'Plein exercice, alternance ou les deux',
    art45: 'Article 45',
  },
  organisee: { oui: 'Organisée', non: 'Non organisée', [NON_CONNU]: 'Offre non connue' },
  forme: {
    P: 'Professionnelle (P)',
    TQ: 'Technique de qualification (TQ)',
    AQ: 'Artistique de qualification (AQ)',
  },
  profil: { EXP: 'Expérimental' },
  statut: {
    organisable: 'Organisable',
    transformee: 'Transformée',
    creee: 'Créée',
    non_programmable: 'Non programmable',
    extinction: 'En extinction',
  },
  caractere: {
    confessionnel: 'Confessionnel',
    'non-confessionnel': 'Non confessionnel',
    'les-deux': 'Les deux à la fois',
    [NON_CONNU]: 'Caractère non connu',
  },
  maintien: {
    sous: 'Une occurrence au moins sous sa norme',
    atteinte: 'Une occurrence au moins à sa norme ou plus',
    sans: 'Une occurrence au moins sans norme fixée, ou masquée',
    [NON_CONNU]: 'Non connue',
  },
  tendance: {
    hausse: 'En hausse : 10 % ou plus',
    stable: 'Stable',
    baisse: 'En baisse : 10 % ou plus',
    nouvelle: 'Apparue',
    disparue: 'Disparue',
  },
};

const COURTS: Readonly<Record<string, string>> = { 'tc-fc': 'TC-FC', tc: 'TC', fc: 'FC' };

/** « 4-5-6 » tel qu’on le dit : « 4e-5e-6e ». */
export const anneesEcrites = (annees: string): string => annees.replace(/\d/g, '$&e');

/** Le nom d’une valeur de facette, en toutes lettres. */
export function libelle(cle: CleFacette, valeur: string, noms: Noms): string {
  if (valeur === NON_PRECISE) return 'Non précisé par les textes';
  if (cle === 'zone') return noms.zone[valeur] ?? valeur;
  if (cle === 'secteur' || cle === 'groupe') return `${valeur} ${noms[cle][valeur] ?? ''}`.trim();
  if (cle === 'annees') return anneesEcrites(valeur);
  return PRECIS[cle]?.[valeur] ?? valeur;
}

/** Le même, assez court pour une étiquette à côté du titre de sa facette. */
export const libelleCourt = (cle: CleFacette, valeur: string, noms: Noms): string =>
  (cle === 'besoin' ? COURTS[valeur] : undefined) ?? libelle(cle, valeur, noms);
