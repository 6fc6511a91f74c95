import type { Position } from '../geo/distance.ts';
import { ajouterTus, type Tu } from '../tu.ts';
import { NOM_MAX } from './bornes.ts';
import type { Masques, NonDits } from './presence.ts';
import type { Caractere, Donnees, OptionDuDossier, Precision, SiteDuDossier } from './types.ts';

/** Une option que l’école organise ; `ici` : sur l’implantation du dossier. */
export interface Organisee {
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  readonly troisieme: number;
  readonly masques?: Masques | undefined;
  readonly nonDits?: NonDits | undefined;
  /** Les anciens codes sous lesquels elle court, quand ce n’est pas sous le sien. */
  readonly sous?: readonly string[] | undefined;
  readonly ici: boolean;
}

/** D’où part un dossier : une implantation de l’édition, ou celle que l’utilisateur décrit. */
export interface Lieu {
  /** Numéro FASE ; `null` pour une implantation décrite. */
  readonly fase: string | null;
  readonly nom: string;
  readonly etablissement: string | null;
  readonly commune: string;
  readonly zone: number;
  readonly caractere: Caractere;
  readonly position: Position;
  readonly precision: Precision;
  readonly internat: boolean | null;
  /** L’école est siège ou coopérante d’un CEFA ; `null` : non connu. */
  readonly cefa: boolean | null;
  /** Les implantations de la même école dans l’édition, celle-ci comprise. */
  readonly sites: readonly string[];
  readonly offre: readonly Organisee[];
  /** TC et FC cochées par l’utilisateur, par code ; `null` : celles de l’édition. */
  readonly besoins: BesoinsCoches | null;
}

export interface BesoinsCoches {
  readonly tc: readonly string[];
  readonly fc: readonly string[];
}

/** Les élèves d’une option, saisis par l’utilisateur. */
export interface LigneMienne {
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  /** Ce que son fichier tait, en plus de ces nombres : « <5 », « confidentiel ». */
  readonly tus?: TusMiens;
}

/** Par mode, ce qu’un fichier dit d’un effectif qu’il tait. */
export interface TusMiens {
  readonly pe?: Tu | undefined;
  readonly alt?: Tu | undefined;
}

/** « Mes données » : ce que l’utilisateur dit de son implantation. Rien ne quitte le navigateur. */
export interface MesDonnees {
  readonly nom: string;
  readonly commune: string;
  /** `null` : pas encore dit. */
  readonly caractere: Caractere | null;
  readonly internat: boolean | null;
  readonly cefa: boolean | null;
  readonly options: readonly LigneMienne[];
  readonly besoins: BesoinsCoches | null;
  /** L’implantation de l’édition dont elles décrivent les options, si c’en est une. */
  readonly fase?: string;
}

export type ChoixDuLieu =
  | { readonly genre: 'implantation'; readonly fase: string }
  | { readonly genre: 'mes-donnees'; readonly donnees: MesDonnees };

const AU_3E_DEGRE = /[567]/;

/** Sans années saisies, une option du 3e degré qui a des élèves est tenue pour organisée jusqu’au bout. */
const auTroisieme = (option: OptionDuDossier | undefined): boolean =>
  AU_3E_DEGRE.test(option?.annees ?? '');

/** L’option a des élèves, comptés ou tus par le fichier. */
export const estPeuplee = ({ pe, alt, tus }: LigneMienne): boolean =>
  pe + alt > 0 || tus?.pe !== undefined || tus?.alt !== undefined;

/** La ligne, et le nombre tapé pour un mode : il remplace aussi ce que le fichier en taisait. */
export function avecEffectif(ligne: LigneMienne, mode: 'pe' | 'alt', nombre: number): LigneMienne {
  const { tus, ...dite } = ligne;
  const autre = mode === 'pe' ? 'alt' : 'pe';
  const reste = tus?.[autre];
  return { ...dite, [mode]: nombre, ...(reste && { tus: { [autre]: reste } }) };
}

/** Ce qu’une ligne tait, comme une occurrence de l’édition le dirait ; rien si elle dit tout. */
function masquesDe({ tus }: LigneMienne, au3e: boolean): { readonly masques?: Masques } {
  const tout = ajouterTus(tus?.pe, tus?.alt);
  if (!tout) return {};
  const [pe, alt] = [tus?.pe ? 1 : 0, tus?.alt ? 1 : 0];
  const bornes = { tus: pe + alt, tus_au_moins: tout.auMoins, tus_au_plus: tout.auPlus };
  return { masques: { pe, alt, premiere: 0, troisieme: au3e ? pe + alt : 0, ...bornes } };
}

/** Les implantations de la même école. */
const sitesDe = ({ sites }: Donnees, { faseEtablissement }: SiteDuDossier): readonly string[] =>
  sites.filter((un) => un.faseEtablissement === faseEtablissement).map(({ id }) => id);

/** L’implantation de l’édition que « Mes données » décrivent, tant qu’elles en gardent l’identité. */
const siteDecrit = ({ sites }: Donnees, decrit: MesDonnees): SiteDuDossier | undefined =>
  sites.find(
    ({ id, commune, caractere }) =>
      id === decrit.fase && commune === decrit.commune && caractere === decrit.caractere,
  );

/** « Mes données » qui partent d’une implantation de l’édition : son identité, les options à dire. */
export const miennesDe = (
  { id, nom, commune, caractere, internat, cefa }: SiteDuDossier,
  avant: MesDonnees,
): MesDonnees => ({
  ...avant,
  fase: id,
  nom: `${id} – ${nom}`.slice(0, NOM_MAX),
  commune,
  caractere,
  internat,
  cefa: cefa === null ? null : true,
});

function lieuDecrit(donnees: Donnees, decrit: MesDonnees): Lieu | null {
  const commune = donnees.communes.find((c) => c.commune === decrit.commune);
  if (!commune || !decrit.caractere) return null;
  const options = new Map(donnees.options.map((option) => [option.code_obg, option]));
  const site = siteDecrit(donnees, decrit);
  return {
    fase: null,
    nom: decrit.nom || `Implantation à ${commune.commune}`,
    etablissement: site?.etablissement ?? null,
    commune: commune.commune,
    zone: commune.zone,
    caractere: decrit.caractere,
    position: { lat: (site ?? commune).lat, lon: (site ?? commune).lon },
    precision: site?.precision ?? 'commune',
    internat: decrit.internat,
    cefa: decrit.cefa,
    sites: site ? sitesDe(donnees, site) : [],
    offre: decrit.options.filter(estPeuplee).map((ligne) => {
      const { code, pe, alt } = ligne;
      const au3e = auTroisieme(options.get(code));
      const troisieme = au3e ? pe + alt : 0;
      return { code, pe, alt, troisieme, ...masquesDe(ligne, au3e), ici: true };
    }),
    besoins: decrit.besoins,
  };
}

/** Le lieu d’un dossier ; `null` si l’édition ne connaît pas l’implantation ou la commune. */
export function lieuDe(donnees: Donnees, choix: ChoixDuLieu): Lieu | null {
  if (choix.genre === 'mes-donnees') return lieuDecrit(donnees, choix.donnees);
  const site = donnees.sites.find(({ id }) => id === choix.fase);
  if (!site) return null;
  const sites = sitesDe(donnees, site);
  return {
    fase: site.id,
    nom: site.nom,
    etablissement: site.etablissement,
    commune: site.commune,
    zone: site.zone,
    caractere: site.caractere,
    position: { lat: site.lat, lon: site.lon },
    precision: site.precision,
    internat: site.internat,
    cefa: site.cefa === null ? null : true,
    sites,
    offre: donnees.occurrences
      .filter(({ site: id }) => sites.includes(id))
      .map(({ site: id, code, pe, alt, troisieme, masques, nonDits }) => ({
        code,
        pe,
        alt,
        troisieme,
        masques,
        ...(nonDits && { nonDits }),
        ici: id === site.id,
      })),
    besoins: null,
  };
}
