import type {
  ImplantationSituee,
  Lieux,
  OccurrenceDeCarte,
  OffreParSite,
  OptionSituee,
} from '../../../src/domain/autour/types.ts';
import { deplace } from '../../../src/domain/geo/distance.ts';

export const LIEGE = { lat: 50.6451, lon: 5.5734 };

export const option = (code: string, art45 = false): OptionSituee => ({
  code,
  intitule: `Option ${code}`,
  secteur: Number(code[0]),
  groupe: Number(code.slice(0, 2)),
  art45,
  forme: art45 ? null : 'TQ',
  annees: art45 ? null : '4-5-6',
  nouveaux: [],
});

export const OPTIONS = [option('2115'), option('3410'), option('4001', true)];

const site = (
  id: string,
  km: number,
  reste: Partial<ImplantationSituee> = {},
): ImplantationSituee => ({
  id,
  nom: `Site ${id}`,
  etablissement: `École ${id}`,
  faseEtablissement: `9${id}`,
  adresse: 'rue Longue 1',
  codePostal: '4000',
  commune: 'Liège',
  zone: 4,
  reseau: 'WBE',
  caractere: 'non confessionnel',
  internat: null,
  cefa: null,
  nomCefa: null,
  qualifiant: null,
  precision: 'adresse',
  ...deplace(LIEGE, 45, km),
  ...reste,
});

/** Le centre, un site de chaque côté des 10 km, un voisin confessionnel, un site sans offre. */
export const LIEUX: Lieux = {
  options: OPTIONS,
  implantations: [
    site('100', 0),
    site('101', 9.99),
    site('102', 10.01),
    site('103', 3, {
      caractere: 'confessionnel',
      reseau: 'libre confessionnel',
      commune: 'Grâce-Hollogne',
      codePostal: '4460',
    }),
    site('104', 5, { precision: 'commune', zone: 5 }),
  ],
  communes: [
    { slug: 'liege', commune: 'Liège', zone: 4, codesPostaux: ['4000', '4020'], ...LIEGE },
    {
      slug: 'grace-hollogne',
      commune: 'Grâce-Hollogne',
      zone: 4,
      codesPostaux: ['4460'],
      ...deplace(LIEGE, 45, 3),
    },
  ],
  centres: [
    centre('c1', 'CTA', [2], 'adresse', 2),
    centre('c2', 'CDC', [], 'commune', 4),
    centre('c3', 'PFE', [3], 'region', null),
    centre('c4', 'CDC', [2], 'adresse', 40),
  ],
};

function centre(
  id: string,
  type: string,
  secteurs: readonly number[],
  precision: 'adresse' | 'commune' | 'region',
  km: number | null,
) {
  const position = km === null ? { lat: null, lon: null } : deplace(LIEGE, 90, km);
  const reste = { nom: id, domaine: null, adresse: null, commune: null, zone: 4 };
  return { id, type, secteurs, precision, ...reste, ...position };
}

const [electricien, coiffeur, jardinier] = OPTIONS as [OptionSituee, OptionSituee, OptionSituee];

export const occurrence = (option: OptionSituee, pe: number, alt: number) =>
  ({
    option,
    eleves: pe + alt,
    masques: 0,
    organisation: option.art45 ? 'art45' : pe && alt ? 'PE-ALT' : alt ? 'ALT' : 'PE',
    besoin: option.code === '2115' ? 'tc-fc' : 'aucun',
    maintien: pe + alt < 10 ? 'sous-norme' : 'norme-atteinte',
    degres: pe + alt < 8 ? ['D2'] : ['D2', 'D3'],
  }) as const satisfies OccurrenceDeCarte;

export const OFFRE: OffreParSite = new Map([
  ['100', [occurrence(electricien, 10, 0)]],
  ['101', [occurrence(electricien, 8, 4), occurrence(coiffeur, 20, 0)]],
  ['102', [occurrence(electricien, 0, 5)]],
  ['103', [occurrence(coiffeur, 7, 0), occurrence(jardinier, 0, 3)]],
]);
