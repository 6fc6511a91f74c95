import type { LigneIndicateur } from '../../../src/domain/filtre/ligne.ts';

const VIDE: LigneIndicateur = {
  zone: 1,
  code_obg: '1000',
  intitule: '',
  secteur: 1,
  groupe: 11,
  filiere: 'PE-ALT',
  forme: 'P',
  annees: '4-5-6',
  reserve: null,
  statut: 'organisable',
  sous_reserve: false,
  profils: [],
  occurrences: 0,
  occurrences_confessionnel: 0,
  occurrences_non_confessionnel: 0,
  occurrences_sous_norme: 0,
  eleves: 0,
  eleves_premiere_annee: 0,
  tc: false,
  fc: false,
  tc_fc: false,
  norme_creation: 12,
  norme_creation_regle: '4e',
  norme_creation_motif: 'ni TC ni FC : norme générale',
  norme_creation_alt: 8,
  norme_creation_alt_regle: '4e-alt',
  norme_creation_alt_motif: 'option hors TC : norme générale',
};

export const ligne = (valeurs: Partial<LigneIndicateur>): LigneIndicateur => ({
  ...VIDE,
  ...valeurs,
});

const FLEURISTE = { code_obg: '1207', intitule: 'Fleuriste', groupe: 12 };
const ELECTRICIEN = {
  code_obg: '2115',
  intitule: 'Électricien/Électricienne',
  secteur: 2,
  groupe: 21,
  profils: ['SFMQ'],
};
const EBENISTE = {
  code_obg: '3001',
  intitule: 'ébéniste',
  secteur: 3,
  groupe: 30,
  filiere: 'art45' as const,
  forme: null,
  annees: null,
  eleves_premiere_annee: null,
  norme_creation: null,
  norme_creation_regle: null,
  norme_creation_motif: null,
  norme_creation_alt: null,
};

/** Trois options dans deux zones ; les attentes des tests ont été comptées à la main. */
export const LIGNES: readonly LigneIndicateur[] = [
  ligne({ ...FLEURISTE, zone: 1, tc: true }),
  ligne({
    ...FLEURISTE,
    zone: 4,
    occurrences: 2,
    occurrences_confessionnel: 2,
    eleves: 30,
    eleves_premiere_annee: 12,
  }),
  ligne({
    ...ELECTRICIEN,
    zone: 1,
    occurrences: 3,
    occurrences_confessionnel: 1,
    occurrences_non_confessionnel: 2,
    occurrences_sous_norme: 1,
    eleves: 90,
    eleves_premiere_annee: 35,
    tc: true,
    fc: true,
    tc_fc: true,
    norme_creation: 10,
    norme_creation_motif: '10 au lieu de 12 : option TC et FC',
  }),
  ligne({ ...ELECTRICIEN, zone: 4, fc: true }),
  ligne({
    ...EBENISTE,
    zone: 1,
    occurrences: 1,
    occurrences_non_confessionnel: 1,
    eleves: 5,
    tc: true,
  }),
  ligne({ ...EBENISTE, zone: 4 }),
];
