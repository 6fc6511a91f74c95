import { type BesoinTrivalent, CLES_BESOIN, type CleBesoin, NON_CONNU } from '../besoin.ts';
import { normeDeCreation } from '../normes/creation.ts';
import { type ClasseDeCommune, classerCommune, type Densite } from '../normes/distance.ts';
import { type NormeDeMaintien, normeDeMaintien } from '../normes/maintien.ts';
import { groupementsPossibles, modesPossibles } from '../normes/modes.ts';
import { normeDOuverture } from '../normes/ouverture.ts';
import type { Groupement, Mode, Norme, NormeSelonLieu } from '../normes/types.ts';
import { type Avis, ecrire, LecteurDAdresse } from './etat.ts';
import type { OptionCalculee, TablesDuCalcul } from './tables.ts';

export const MODES: readonly Mode[] = ['PE', 'PE-ALT', 'ALT'];
export const GROUPEMENTS: readonly Groupement[] = ['seule', '1/3', '2/3', 'toutes'];

const KM_MAX = 200;
const EDITIONS_DE_MAINTIEN = 2;

/** Ce que l’on demande au calculateur ; une chaîne vide ou `null` : pas dit. */
export interface EtatNormes {
  readonly option: string;
  readonly zone: number | null;
  /** Sans zone, c’est le visiteur qui dit si l’option est TC ou FC. */
  readonly besoin: CleBesoin;
  readonly mode: Mode;
  readonly groupement: Groupement;
  readonly avisCges: boolean;
  /** Elle donne la densité, si sa classe est sûre ; vide : c’est le visiteur qui la dit. */
  readonly commune: string;
  readonly densite: Densite | null;
  readonly km: number | null;
}

export const ETAT_VIDE: EtatNormes = {
  option: '',
  zone: null,
  besoin: NON_CONNU,
  mode: 'PE',
  groupement: 'seule',
  avisCges: false,
  commune: '',
  densite: null,
  km: null,
};

export interface ReponseNormes extends BesoinTrivalent {
  readonly option: OptionCalculee;
  /** La commune choisie et sa classe ; `null` : aucune n’est choisie. */
  readonly classe: ClasseDeCommune | null;
  readonly creation: Norme;
  /** La norme préférentielle demande TC et FC à la fois. */
  readonly tcEtFc: boolean;
  /** Norme du degré que l’école n’organiserait pas encore dans cette forme. */
  readonly degre: { readonly annee: 3 | 5; readonly norme: NormeSelonLieu } | null;
  /** Une réponse par édition, les deux dernières : la plus récente ne vient que de la presse. */
  readonly maintien: readonly NormeDeMaintien[];
}

/** TC et FC d’une option : ceux de la zone si elle est dite, sinon ceux que le visiteur dit. */
export function besoinDeLEtat(
  { besoins }: Pick<TablesDuCalcul, 'besoins'>,
  { option, zone, besoin }: EtatNormes,
): BesoinTrivalent {
  if (zone === null) {
    const dit = besoin !== NON_CONNU;
    return { tc: dit ? besoin.startsWith('tc') : null, fc: dit ? besoin.endsWith('fc') : null };
  }
  const de = (code: string) => besoins.find((un) => un.code_obg === code && un.zone === zone);
  const sien = de(option) ?? de('');
  return { tc: sien?.tc ?? null, fc: sien?.fc ?? null };
}

/** Garde un mode et un groupement que l’option permet. */
export function normaliser(etat: EtatNormes, options: readonly OptionCalculee[]): EtatNormes {
  const option = options.find(({ code_obg }) => code_obg === etat.option);
  const lieu = etat.commune === '' ? {} : { densite: null };
  if (!option) return { ...etat, ...lieu, option: '', mode: 'PE', groupement: 'seule' };
  const modes = modesPossibles(option);
  const groupements = groupementsPossibles(option);
  return {
    ...etat,
    ...lieu,
    mode: modes.includes(etat.mode) ? etat.mode : (modes[0] ?? 'PE'),
    groupement: groupements.includes(etat.groupement) ? etat.groupement : 'seule',
    besoin: etat.zone === null ? etat.besoin : NON_CONNU,
  };
}

const FORMES = ['P', 'TQ', 'AQ'] as const;

function degreDe(tables: TablesDuCalcul, option: OptionCalculee, etat: EtatNormes) {
  const forme = FORMES.find((connue) => connue === option.forme);
  if (!forme || option.annees === '7' || option.regime !== 'art49') return null;
  const annee = option.annees === '3' ? (3 as const) : (5 as const);
  const { densite, km, mode } = etat;
  const degre = { annee, forme, densite, km, mode };
  const norme = normeDOuverture(tables.creation, tables.densites, degre);
  return { annee, norme };
}

/** Les trois normes d’une option dans un cas donné, ou `null` tant qu’aucune option n’est choisie. */
export function calculerNormes(tables: TablesDuCalcul, etat: EtatNormes): ReponseNormes | null {
  const option = tables.options.find(({ code_obg }) => code_obg === etat.option);
  if (!option) return null;
  const { mode, groupement, avisCges, km } = etat;
  const commune = tables.communes.find((une) => une.commune === etat.commune);
  const classe = commune ? classerCommune(tables.densites, commune) : null;
  const densite = classe ? classe.densite : etat.densite;
  const besoin = besoinDeLEtat(tables, etat);
  const creation = normeDeCreation(tables.creation, option, {
    ...besoin,
    mode,
    groupement,
    avisCges: avisCges ? true : undefined,
    nonDit: etat.zone === null,
  });
  const regle = creation.genre === 'valeur' ? creation.regle : null;
  const editions = [...new Set(tables.maintien.map(({ edition }) => edition))];
  return {
    option,
    classe,
    ...besoin,
    creation,
    tcEtFc: tables.creation.some((r) => r.regle === regle && r.condition === 'TC-FC'),
    degre: degreDe(tables, option, { ...etat, densite }),
    maintien: editions
      .sort()
      .reverse()
      .slice(0, EDITIONS_DE_MAINTIEN)
      .map((edition) =>
        normeDeMaintien(tables.maintien, tables.densites, option, {
          mode,
          groupement,
          lieu: { densite, km },
          lieeACpu: option.lieeACpu,
          edition,
        }),
      ),
  };
}

/** Lit l’état d’une adresse ; une valeur inconnue est ignorée avec un avis. */
export function lireEtatNormes(
  search: string,
  { options, communes }: Pick<TablesDuCalcul, 'options' | 'communes'>,
  zones: number,
): { readonly etat: EtatNormes; readonly avis: Avis } {
  const lecteur = new LecteurDAdresse(search);
  const codes = options.map(({ code_obg }) => code_obg);
  const numeros = Array.from({ length: zones }, (_, i) => String(i + 1));
  const zone = lecteur.choix<string>('zone', numeros, '');
  const etat: EtatNormes = {
    option: lecteur.choix<string>('option', codes, ''),
    zone: zone === '' ? null : Number(zone),
    besoin: lecteur.choix<CleBesoin>('besoin', CLES_BESOIN, NON_CONNU),
    mode: lecteur.choix('filiere', MODES, 'PE'),
    groupement: lecteur.choix('groupement', GROUPEMENTS, 'seule'),
    avisCges: lecteur.choix('avis-cges', ['oui', 'non'], 'non') === 'oui',
    commune: lecteur.choix<string>(
      'commune',
      communes.map(({ commune }) => commune),
      '',
    ),
    densite: lecteur.choix<Densite | ''>('densite', ['R', 'S', 'N'], '') || null,
    km: lecteur.nombre('km', KM_MAX),
  };
  return { etat: normaliser(etat, options), avis: lecteur.avis };
}

/** L’adresse qui porte tout l’état, valeurs par défaut omises. */
export const ecrireEtatNormes = (search: string, etat: EtatNormes): string =>
  ecrire(search, {
    option: etat.option,
    zone: etat.zone === null ? '' : String(etat.zone),
    besoin: etat.besoin === NON_CONNU ? '' : etat.besoin,
    filiere: etat.mode === 'PE' ? '' : etat.mode,
    groupement: etat.groupement === 'seule' ? '' : etat.groupement,
    'avis-cges': etat.avisCges ? 'oui' : '',
    commune: etat.commune,
    densite: etat.densite ?? '',
    km: etat.km === null ? '' : String(etat.km),
  });
