import type { CentreTrouve, SitesAutour, SiteTrouve } from '../domain/autour/autour.ts';
import type { OccurrenceDeCarte } from '../domain/autour/types.ts';
import type { ColonneCsv, RangeeCsv } from '../domain/csv.ts';
import { enCsv, type Variante } from '../domain/csv.ts';
import { auMoins, auPlus, estMasque } from '../domain/effectif.ts';
import type { FeuilleXlsx } from './xlsx.ts';

/** Une liste de la carte, et ce qu’il faut en dire quand elle quitte le site. */
export interface VueDeLaCarte {
  readonly resultat: SitesAutour;
  readonly anneeScolaire: string;
  /** La nature des élèves et des besoins, en mots. */
  readonly nature: string;
  /** Ce qui se lit d’abord : point de départ, filtres, adresse, date… */
  readonly entete: readonly (readonly [cle: string, valeur: string])[];
}

const colonnes = (textes: string, nombres = ''): readonly ColonneCsv[] => [
  ...textes.split(' ').map((nom) => ({ nom, type: 'texte' })),
  ...nombres
    .split(' ')
    .filter(Boolean)
    .map((nom) => ({ nom, type: 'decimal' })),
];

const COLONNES_SITES = colonnes(
  'fase_implantation implantation fase_etablissement etablissement adresse code_postal commune ' +
    'zone reseau caractere position code_obg option organisation besoin maintien annee_scolaire ' +
    'nature',
  'distance_km eleves eleves_au_moins eleves_au_plus effectifs_masques',
);
const COLONNES_CENTRES = colonnes('id type nom domaine adresse commune position', 'distance_km');
const COLONNES_ENTETE = colonnes('cle valeur');

const metre = (km: number | null): number | null =>
  km === null ? null : Math.round(km * 1000) / 1000;

const rangeeDe = (
  { resultat: { depart }, anneeScolaire, nature }: VueDeLaCarte,
  { site, distance }: SiteTrouve,
  occurrence: OccurrenceDeCarte | null,
): RangeeCsv => ({
  fase_implantation: site.id,
  implantation: site.nom,
  fase_etablissement: site.faseEtablissement,
  etablissement: site.etablissement,
  adresse: site.adresse,
  code_postal: site.codePostal,
  commune: site.commune,
  zone: String(site.zone),
  reseau: site.reseau,
  caractere: site.caractere,
  position: site.precision,
  distance_km: depart ? metre(distance) : null,
  code_obg: occurrence?.option.code ?? null,
  option: occurrence?.option.intitule ?? null,
  organisation: occurrence?.organisation ?? null,
  eleves: occurrence && !estMasque(occurrence) ? occurrence.eleves : null,
  eleves_au_moins: occurrence?.tus ? auMoins(occurrence) : null,
  eleves_au_plus: occurrence ? auPlus(occurrence) : null,
  effectifs_masques: occurrence?.masques ?? null,
  besoin: occurrence?.besoin ?? null,
  maintien: occurrence?.maintien ?? null,
  annee_scolaire: anneeScolaire,
  nature,
});

/** Une rangée par option d’une implantation ; celle qui n’organise rien en a une, sans option. */
export const rangeesDesSites = (vue: VueDeLaCarte): readonly RangeeCsv[] =>
  vue.resultat.sites.flatMap((trouve) =>
    (trouve.occurrences.length > 0 ? trouve.occurrences : [null]).map((occurrence) =>
      rangeeDe(vue, trouve, occurrence),
    ),
  );

const rangeeDuCentre = ({ centre, distance }: CentreTrouve): RangeeCsv => ({
  id: centre.id,
  type: centre.type,
  nom: centre.nom,
  domaine: centre.domaine,
  adresse: centre.adresse,
  commune: centre.commune,
  position: centre.precision,
  distance_km: metre(distance),
});

/** La liste en CSV. */
export const csvDeLaCarte = (vue: VueDeLaCarte, variante: Variante): string =>
  enCsv(COLONNES_SITES, rangeesDesSites(vue), variante);

/** Le classeur de la liste, qui y joint les centres et ce qu’il faut lire. */
export function feuillesDeLaCarte(vue: VueDeLaCarte): readonly FeuilleXlsx[] {
  return [
    { nom: 'implantations', colonnes: COLONNES_SITES, rangees: rangeesDesSites(vue) },
    {
      nom: 'centres',
      colonnes: COLONNES_CENTRES,
      rangees: vue.resultat.centres.map(rangeeDuCentre),
    },
    {
      nom: 'à lire',
      colonnes: COLONNES_ENTETE,
      rangees: vue.entete.map(([cle, valeur]) => ({ cle, valeur })),
    },
  ];
}
