import type { CleChoix } from '../../domain/autour/etat.ts';
import { valeurDAdresse } from '../../domain/autour/facettes.ts';
import type { OptionSituee } from '../../domain/autour/types.ts';
import { RESEAUX } from '../../domain/tables/valeurs.ts';

/** Les noms des zones, des secteurs et des groupes, venus de l’édition. */
export interface NomsDeCarte {
  readonly zones: readonly {
    readonly zone: number;
    readonly nom: string;
    readonly slug: string;
    /** Les années scolaires dont l’offre n’y est pas connue. */
    readonly sansOffre?: readonly string[];
    /** Celles où l’année d’étude ou le mode des élèves n’est pas connu, ou rien. */
    readonly sansDetail?: readonly string[];
  }[];
  readonly secteurs: readonly { readonly secteur: number; readonly intitule: string }[];
  readonly groupes: readonly { readonly groupe: number; readonly intitule: string | null }[];
}

export type CleFiltre = Exclude<CleChoix, 'option'>;

type Paires = readonly (readonly [valeur: string, etiquette: string])[];

/** Pour chaque filtre à cases, ses valeurs et leur nom, dans l’ordre où elles se lisent. */
export type Etiquettes = Readonly<Record<CleFiltre, Paires>>;

interface Filtre {
  readonly cle: CleFiltre;
  readonly titre: string;
  /** Replié, et sans les valeurs que rien ne porte. */
  readonly long: boolean;
}

export const FILTRES: readonly Filtre[] = [
  { cle: 'caractere', titre: 'Caractère', long: false },
  { cle: 'filiere', titre: 'Organisation de l’option', long: false },
  { cle: 'centre', titre: 'Centres', long: false },
  { cle: 'secteur', titre: 'Secteur', long: true },
  { cle: 'groupe', titre: 'Groupe', long: true },
  { cle: 'besoin', titre: 'Besoin dans la zone', long: true },
  { cle: 'maintien', titre: 'Norme de maintien', long: true },
  { cle: 'reseau', titre: 'Réseau', long: true },
  { cle: 'qualifiant', titre: 'Section qualifiante, d’après l’édition', long: false },
  { cle: 'zone', titre: 'Zone', long: true },
];

const FIXES = {
  caractere: [
    ['confessionnel', 'Confessionnel'],
    ['non-confessionnel', 'Non confessionnel'],
  ],
  filiere: [
    ['PE', 'Plein exercice seul'],
    ['ALT', 'Alternance seule'],
    ['PE-ALT', 'Plein exercice et alternance'],
    ['art45', 'Article 45'],
  ],
  centre: [
    ['CTA', 'CTA, technologies avancées'],
    ['CDC', 'CDC, compétence (Wallonie)'],
    ['CDR', 'CDR, référence (Bruxelles)'],
    ['PFE', 'PFE, pôle formation-emploi'],
  ],
  qualifiant: [
    ['oui', 'Section qualifiante'],
    ['non', 'Sans section qualifiante'],
    ['non-connu', 'Section qualifiante non connue'],
  ],
  besoin: [
    ['tc-fc', 'TC et FC'],
    ['tc', 'Thématique commune (TC)'],
    ['fc', 'Fonction critique (FC)'],
    ['aucun', 'Ni TC ni FC'],
  ],
  maintien: [
    ['sous-norme', 'Sous la norme de maintien'],
    ['norme-atteinte', 'Norme de maintien atteinte'],
    ['non-controlee', 'Sans norme, ou non contrôlée'],
  ],
} as const satisfies Partial<Etiquettes>;

export const etiquettesDe = ({ zones, secteurs, groupes }: NomsDeCarte): Etiquettes => ({
  ...FIXES,
  reseau: RESEAUX.map((reseau) => [valeurDAdresse(reseau), reseau]),
  zone: zones.map(({ zone, nom }) => [String(zone), nom]),
  secteur: secteurs.map(({ secteur, intitule }) => [String(secteur), `${secteur} ${intitule}`]),
  groupe: groupes.map(({ groupe, intitule }) => [
    String(groupe),
    `${groupe} ${intitule ?? 'Article 45 et urgence'}`,
  ]),
});

/** Le nom d’une valeur de filtre ; pour une option, son code et son intitulé. */
export function nommerValeur(
  etiquettes: Etiquettes,
  options: readonly OptionSituee[],
  cle: CleChoix,
  valeur: string,
): string {
  if (cle !== 'option') return etiquettes[cle].find(([v]) => v === valeur)?.[1] ?? valeur;
  return `${valeur} ${options.find(({ code }) => code === valeur)?.intitule ?? ''}`.trim();
}
