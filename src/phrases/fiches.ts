import type { ImplantationSituee } from '../domain/autour/types.ts';
import type { Effectif } from '../domain/effectif.ts';
import type { Option } from '../domain/tables/referentiel.ts';
import { compterEleves, motsDuMasque } from './effectif.ts';
import { compte, entier } from './nombres.ts';

interface AnneeComptee extends Effectif {
  readonly annee: string;
  readonly occurrences: number;
}

/** Où en est une option, et ce qu’elle était au début de la série. Sans préfixe. */
export function constatOption(
  histoire: readonly AnneeComptee[],
  annees: readonly string[],
): string {
  const [premiere, derniere] = [annees[0] ?? '', annees.at(-1) ?? ''];
  const avant = histoire.find(({ annee }) => annee === premiere);
  const apres = histoire.find(({ annee }) => annee === derniere);
  if (histoire.length === 0) return `cette option n’est organisée nulle part depuis ${premiere}.`;
  if (!apres) {
    const fin = histoire.at(-1)?.annee ?? '';
    return `cette option n’est plus organisée en ${derniere} ; elle l’était encore en ${fin}.`;
  }
  const verbe = apres.occurrences > 1 ? 'organisent' : 'organise';
  const maintenant =
    `${compte(apres.occurrences, 'implantation')} ${verbe} cette option en ${derniere}, ` +
    `pour ${compterEleves(apres)}`;
  if (!avant) return `${maintenant} ; aucune ne l’organisait en ${premiere}.`;
  const etait =
    avant.occurrences > 1 ? `elles étaient ${entier(avant.occurrences)}` : 'il y en avait 1';
  return `${maintenant} ; ${etait} en ${premiere}.`;
}

const STATUTS_EN_CLAIR: Readonly<Record<Option['statut'], string>> = {
  organisable: 'organisable',
  transformee: 'transformée : le répertoire l’a revue',
  creee: 'créée : nouvelle au répertoire',
  non_programmable: 'non programmable (NP) : elle ne peut plus être demandée',
  extinction: 'en extinction : une autre la remplace, ou elle finit',
};

const EN_URGENCE =
  'formation « en urgence » : la campagne ne la cite pas parmi ce qui se programme';

/** Le statut d’une option, en clair ; une formation en urgence n’est pas répertoriée NP. */
export const statutEnClair = ({
  regime,
  statut,
  sous_reserve,
}: Pick<Option, 'regime' | 'statut' | 'sous_reserve'>): string => {
  const dit = regime === 'urgence' ? EN_URGENCE : STATUTS_EN_CLAIR[statut];
  return dit + (sous_reserve ? ', sous réserve de l’approbation du Parlement' : '');
};

const DEGRES_EN_CLAIR: Readonly<Record<string, string>> = {
  D2: '2e degré',
  DQ: '4e, 5e et 6e années',
  'D2-DQ': '2e degré, ou 4e-5e-6e',
  D3: '3e degré',
};

/** Le degré d’une option, d’après les années où elle court : l’une d’elles va jusqu’à la 7e. */
export const degreEnClair = ({ degre, annees }: Pick<Option, 'degre' | 'annees'>): string =>
  annees === '4-5-6-7'
    ? '4e, 5e, 6e et 7e années'
    : ((degre && DEGRES_EN_CLAIR[degre]) ?? 'non prévu par le texte');

export const FORMES_EN_CLAIR: Readonly<Record<string, string>> = {
  P: 'professionnelle (P)',
  TQ: 'technique de qualification (TQ)',
  AQ: 'artistique de qualification (AQ)',
};

export const FILIERES_EN_CLAIR: Readonly<Record<string, string>> = {
  PE: 'plein exercice',
  ALT: 'alternance',
  'PE-ALT': 'plein exercice ou alternance',
  art45: 'alternance, article 45',
};

export const MAINTIEN_EN_CLAIR: Readonly<Record<string, string>> = {
  creation: 'en création',
  atteinte: 'norme atteinte',
  M1: 'M1, première année sous la norme',
  M2: 'M2, deuxième année sous la norme',
  S1: 'S1, suspendue une première année',
  S2: 'S2, suspendue une deuxième année',
  derogation: 'maintenue après M2',
  fermee: 'fermée',
  indetermine: 'non prévu par le texte',
  selon_lieu: 'selon le lieu',
  masque: 'non dit',
};

interface Implantation {
  readonly options: number;
  /** Celles d’entre elles qu’un autre code remplace. */
  readonly anciens?: number;
  readonly eleves: Effectif;
  readonly sousNorme: number;
  /** Les options dont un effectif masqué décide si elles sont sous leur norme. */
  readonly nonDites?: number;
  /** Celles dont la norme dépend d’une densité ou d’une distance qu’on ne connaît pas. */
  readonly selonLeLieu?: number;
  /** Faux : l’année d’étude ou le mode des élèves n’est pas connu, et aucun statut ne s’en déduit. */
  readonly statutsConnus?: boolean;
}

function direSousNorme(implantation: Implantation): string {
  const { sousNorme, nonDites = 0, selonLeLieu = 0, statutsConnus = true } = implantation;
  if (sousNorme === 0) {
    if (!statutsConnus) return 'si l’une d’elles est sous sa norme de maintien n’est pas connu';
    if (nonDites > 0) {
      return `les effectifs ${motsDuMasque(implantation.eleves)} ne disent pas si l’une d’elles est sous sa norme de maintien`;
    }
    return selonLeLieu > 0
      ? 'densité et distance, mal connues ici, ne disent pas si l’une d’elles est sous sa norme de maintien'
      : 'aucune n’est sous sa norme de maintien';
  }
  const tues = nonDites + selonLeLieu;
  const autres = tues > 0 ? ` (non dit pour ${compte(tues, 'autre')})` : '';
  return `${compte(sousNorme, 'est', 'sont')} sous ${sousNorme > 1 ? 'leur' : 'sa'} norme de maintien${autres}`;
}

/** Ce qu’organise une implantation. Sans préfixe. */
export function constatImplantation(implantation: Implantation, annee: string): string {
  const { options, anciens = 0, eleves } = implantation;
  if (options === 0) return `cette implantation n’organise aucune option qualifiante en ${annee}.`;
  const dont = anciens > 0 ? `, dont ${anciens} sous un ancien code,` : '';
  return (
    `cette implantation organise ${compte(options, 'option')}${dont} pour ${compterEleves(eleves)} ` +
    `en ${annee} ; ${direSousNorme(implantation)}.`
  );
}

/** « rue de l’École 1, 5000 Namur » ; la localité seule quand la rue n’est pas connue. */
export const adresseDe = ({
  adresse,
  codePostal,
  commune,
}: Pick<ImplantationSituee, 'adresse' | 'codePostal' | 'commune'>): string =>
  [adresse, `${codePostal} ${commune}`].filter(Boolean).join(', ');
