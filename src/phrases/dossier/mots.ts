import type { Situation } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Critere } from '../../domain/dossier/faits.ts';
import type { LectureDeCritere } from '../../domain/dossier/lectures.ts';
import type { Piece, Prealable, TypeDeDemande } from '../../domain/dossier/panier.ts';
import type { OptionDuDossier } from '../../domain/dossier/types.ts';
import { enNombre } from '../../domain/nombres.ts';
import type { Groupement, Mode } from '../../domain/normes/types.ts';
import { enumererEnBref } from '../enumerer.ts';

export const CRITERES_EN_MOTS: Readonly<Record<Critere, string>> = {
  coherence: 'Cohérence de l’offre de l’école',
  equilibre: 'Équilibre par caractère',
  repartition: 'Répartition géographique',
  accessibilite: 'Accessibilité et internat',
  besoin: 'Besoin socio-économique',
};

/** Pour les en-têtes étroits. */
export const CRITERES_COURTS: Readonly<Record<Critere, string>> = {
  coherence: 'Cohérence',
  equilibre: 'Équilibre',
  repartition: 'Répartition',
  accessibilite: 'Accès',
  besoin: 'Besoin',
};

export const LECTURES_EN_MOTS: Readonly<Record<LectureDeCritere, string>> = {
  favorable: 'favorable',
  neutre: 'neutre',
  defavorable: 'défavorable',
  inconnu: 'non connu',
};

export const SITUATIONS_EN_MOTS: Readonly<Record<Situation, string>> = {
  a_programmer: 'à programmer',
  a_dedoubler: 'organisée en plein exercice : à dédoubler',
  deja_organisee: 'déjà organisée ici',
  exclue: 'ne se demande pas',
};

export const MODES_EN_MOTS: Readonly<Record<Mode, string>> = {
  PE: 'plein exercice',
  'PE-ALT': 'plein exercice et alternance',
  ALT: 'alternance seule',
};

export const GROUPEMENTS_EN_MOTS: Readonly<Record<Groupement, string>> = {
  seule: 'cours non groupés',
  '1/3': 'un tiers des cours groupés',
  '2/3': 'deux tiers des cours groupés',
  toutes: 'tous les cours groupés',
};

const autorisee = (structure: string): string => `${structure} dans vos structures autorisées`;

export const PREALABLES_EN_MOTS: Readonly<Record<Prealable, string>> = {
  CEFA: 'Siège ou coopérante d’un CEFA, avec son accord',
  DQ: autorisee('Degré qualifiant (DQ)'),
  'DQ 4 P': autorisee('DQ 4 P'),
  'DQ 4 TQ': autorisee('DQ 4 TQ'),
  'DQ 4 AQ': autorisee('DQ 4 AQ'),
  RDQ: autorisee('Degré qualifiant en alternance (RDQ)'),
  'RDQ 4 P': autorisee('RDQ 4 P'),
  'RDQ 4 TQ': autorisee('RDQ 4 TQ'),
  'RDQ 4 AQ': autorisee('RDQ 4 AQ'),
};

export const PIECES_EN_MOTS: Readonly<Record<Piece, string>> = {
  concertation: 'l’avis de l’organe local de concertation sociale est pris',
  locaux: 'les locaux sont disponibles',
  equipement: 'l’équipement est adéquat',
  enseignants: 'les enseignants sont habilités',
};

/** « , sous l’ancien code 2410 », ou rien. */
export const sousLAncien = (codes: readonly string[]): string =>
  codes.length === 0
    ? ''
    : `, sous ${codes.length > 1 ? 'les anciens codes' : 'l’ancien code'} ${codes.join(', ')}`;

/** Ce que les comptes laissent de côté quand les anciens codes n’y sont pas. */
export function anciensNonComptes(
  { anciens, lignees }: Pick<Contexte, 'anciens' | 'lignees'>,
  { code_obg }: Pick<OptionDuDossier, 'code_obg'>,
): readonly string[] {
  const remplaces = (lignees.get(code_obg) ?? []).filter((code) => code !== code_obg);
  if (anciens || remplaces.length === 0) return [];
  return remplaces.length > 1
    ? [`Les anciens codes ${enumererEnBref(remplaces)} ne sont pas comptés ici.`]
    : [`L’ancien code ${remplaces[0]} n’est pas compté ici.`];
}

const POURCENT = new Intl.NumberFormat('fr-BE', { style: 'percent', maximumFractionDigits: 0 });

/** « 6,2 km », au dixième. */
export const km = (distance: number): string => `${enNombre(distance, 1)}\u00a0km`;

/** Un nombre au dixième. */
export const dixieme = (n: number): string => enNombre(n, 1);

export const pourcent = (part: number): string => POURCENT.format(part);

export const TYPE_DE_DEMANDE = 'Type';

/** Ce que l’école peut demander ici d’une option qu’elle organise ailleurs en plein exercice. */
export const TYPES_ICI: Readonly<Record<TypeDeDemande, string>> = {
  Programmation: 'Programmation sur cette implantation',
  Dédoublement: 'Dédoublement : en alternance, ici',
};
