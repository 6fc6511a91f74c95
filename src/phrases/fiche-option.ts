import type { Effectif } from '../domain/effectif.ts';
import type { NormeDOption, SiteDOption } from '../query/fiche-option.ts';
import type { OptionDeZone } from '../query/options-par-zone.ts';
import type { ZoneCourte } from '../query/territoire.ts';
import { lesAnciensCodes, sousAncienCode } from './anciens.ts';
import { compterEleves } from './effectif.ts';
import { enumerer } from './enumerer.ts';
import { constatOption } from './fiches.ts';
import { compte } from './nombres.ts';
import { deLaZone } from './zones/noms.ts';

interface AnneeComptee extends Effectif {
  readonly annee: string;
  readonly occurrences: number;
}

type LigneDeZone = Pick<
  OptionDeZone,
  'zone' | 'occurrences' | 'sous_ancien_code' | 'anciens' | 'tc' | 'fc' | 'inconnue'
>;

interface Lignee {
  /** Les années du code lui-même, et celles de la lignée, anciens codes compris. */
  readonly propre: readonly AnneeComptee[];
  readonly entiere: readonly AnneeComptee[];
  /** Les anciens codes qui ont eu des élèves. */
  readonly anciens: readonly string[];
  /** « dont 4 sous l’ancien code 2410 », la dernière année. */
  readonly dont?: string | null;
}

const codes = (anciens: readonly string[]): string =>
  `${anciens.length > 1 ? 'celles' : 'celle'} qu’elle remplace, ${enumerer(anciens)}`;

/** Où en est une option, d’un bout à l’autre de sa lignée. Sans préfixe. */
export function constatLignee(lignee: Lignee, annees: readonly string[]): string {
  const { propre, entiere, anciens, dont } = lignee;
  const derniere = annees.at(-1) ?? '';
  if (anciens.length === 0) return constatOption(propre, annees);
  if (propre.length > 0) {
    const suite = dont ? ` (${dont})` : '';
    return constatOption(entiere, annees).replace(/\.$/, `, anciens codes compris${suite}.`);
  }
  const apres = entiere.find(({ annee }) => annee === derniere);
  if (!apres) return `ni cette option ni ${codes(anciens)}, n’est organisée en ${derniere}.`;
  const verbe = apres.occurrences > 1 ? 'organisent' : 'organise';
  return (
    `cette option n’a pas encore d’élèves ; ${compte(apres.occurrences, 'implantation')} ` +
    `${verbe} ${codes(anciens)}, pour ${compterEleves(apres)} en ${derniere}.`
  );
}

/**
 * Où en est une option quand l’offre n’est pas connue partout : ce qui est sûr, et d’où.
 * @param connues le nombre de zones dont l’offre est connue la dernière année, sur `zones`
 */
export function constatIncomplet(
  entiere: readonly AnneeComptee[],
  derniere: string,
  { connues, zones }: { readonly connues: number; readonly zones: number },
): string {
  const apres = entiere.find(({ annee }) => annee === derniere);
  const toutes = connues === zones;
  const ou = toutes
    ? ''
    : ` dans les ${compte(connues, 'zone')} (sur ${zones}) dont l’offre est connue`;
  if (!apres) {
    return toutes
      ? `cette option n’est pas organisée en ${derniere}.`
      : `aucune implantation ne l’organise en ${derniere}${ou}.`;
  }
  const verbe = apres.occurrences > 1 ? 'organisent' : 'organise';
  return (
    `${compte(apres.occurrences, 'implantation')} ${verbe} cette option en ${derniere}${ou}, ` +
    `pour ${compterEleves(apres)}.`
  );
}

export interface PassageDeCode {
  readonly ancien: string;
  readonly depuis: string | null;
}

/**
 * Pourquoi les codes d’une lignée ne font qu’une série.
 * @param nouveau celui qui remplace les autres
 */
export function constatSerie(
  vus: readonly string[],
  nouveau: string,
  passages: readonly PassageDeCode[],
): string {
  const remplaces = vus.filter((code) => code !== nouveau);
  const cites = passages.filter(
    ({ ancien }) => remplaces.length === 0 || remplaces.includes(ancien),
  );
  const parDate = [...Map.groupBy(cites, ({ depuis }) => depuis)].map(
    ([depuis, siens]) =>
      `${enumerer(siens.map(({ ancien }) => ancien))}${depuis ? ` depuis ${depuis}` : ''}`,
  );
  const suite = `${nouveau} remplace ${enumerer(parDate)}`;
  if (remplaces.length === 0) return `Aucun élève n’est compté sous un ancien code : ${suite}.`;
  return vus.includes(nouveau)
    ? `Une seule série pour ${enumerer(vus)} : ${suite}.`
    : `Élèves comptés sous l’ancien code : ${suite}.`;
}

/** Le motif d’une norme, à côté de sa valeur : « au lieu de 12 : option TC et FC ». */
export const motifSansValeur = ({ valeur, motif }: NormeDOption): string =>
  valeur === null ? motif : motif.replace(new RegExp(`^${valeur} (?=au lieu)`), '');

type Ou = readonly { readonly zone: number }[];

const noms = (lignes: Ou, zones: readonly ZoneCourte[]): string =>
  enumerer(zones.filter((z) => lignes.some(({ zone }) => zone === z.zone)).map(({ nom }) => nom));

const dansLesZones = (lignes: Ou, zones: readonly ZoneCourte[]): string =>
  lignes.length === zones.length
    ? 'dans toutes les zones'
    : `dans ${compte(lignes.length, 'zone')} (${noms(lignes, zones)})`;

/** Les zones où seul un ancien code est organisé. */
function constatAnciens(oui: readonly LigneDeZone[], zones: readonly ZoneCourte[]): string {
  const seuls = oui.filter((o) => o.sous_ancien_code === o.occurrences);
  const codes = [...new Set(seuls.flatMap(({ anciens }) => anciens?.split(' ') ?? []))].sort();
  if (codes.length === 0) return '';
  const sous = `sous ${lesAnciensCodes(codes)}`;
  if (seuls.length < oui.length)
    return ` Dans ${compte(seuls.length, 'zone')} (${noms(seuls, zones)}), elle ne l’est que ${sous}.`;
  return ` ${oui.length > 1 ? 'Partout' : 'Elle l’est'} ${sous}.`;
}

/** Dans combien de zones l’option est organisée, lesquelles, et sous quel code. */
export function constatZones(lignes: readonly LigneDeZone[], zones: readonly ZoneCourte[]): string {
  const oui = lignes.filter(({ occurrences }) => occurrences > 0);
  const non = lignes.filter(({ occurrences, inconnue }) => occurrences === 0 && !inconnue);
  const connues = oui.length + non.length;
  if (connues < lignes.length) {
    if (connues === 0) return 'L’offre d’aucune zone n’est connue.';
    const sur =
      connues > 1
        ? `sur les ${connues} dont l’offre est connue`
        : 'la seule dont l’offre est connue';
    if (oui.length === 0) {
      return connues > 1
        ? `Aucune zone ne l’organise, ${sur}.`
        : 'La seule zone dont l’offre est connue ne l’organise pas.';
    }
    const ou =
      connues > 1
        ? `Elle est organisée dans ${compte(oui.length, 'zone')} ${sur} : ${noms(oui, zones)}.`
        : `Elle est organisée dans ${sur} : ${noms(oui, zones)}.`;
    return `${ou}${constatAnciens(oui, zones)}`;
  }
  if (oui.length === 0) return 'Aucune zone ne l’organise.';
  const anciens = constatAnciens(oui, zones);
  if (non.length === 0) return `Les ${zones.length} zones l’organisent.${anciens}`;
  const debut = `Elle est organisée dans ${compte(oui.length, 'zone')} sur ${zones.length}`;
  return oui.length <= non.length
    ? `${debut} : ${noms(oui, zones)}.${anciens}`
    : `${debut} ; ${non.length > 1 ? 'manquent' : 'manque'} ${noms(non, zones)}.${anciens}`;
}

/** Combien d’implantations l’organisent, et sous quel code. */
export function constatSites(sites: readonly SiteDOption[]): string {
  const verbe = sites.length > 1 ? 'organisent' : 'organise';
  const sous_ancien_code = sites.filter((site) => site.sous_ancien_code > 0).length;
  const codes = [...new Set(sites.flatMap(({ anciens }) => anciens?.split(' ') ?? []))].sort();
  const dont = sousAncienCode({
    occurrences: sites.length,
    sous_ancien_code,
    anciens: codes.join(' ') || null,
  });
  return `${compte(sites.length, 'implantation')} l’${verbe}${dont ? `, ${dont}` : ''}.`;
}

export const MODES_EN_CLAIR = { PE: 'en plein exercice', ALT: 'en alternance seule' } as const;

/** La même, quand une liste qu’on n’a pas en décide dans certaines zones. */
function constatNormeIncertaine(
  siennes: readonly NormeDOption[],
  incertaines: readonly NormeDOption[],
  comment: string,
  zones: readonly ZoneCourte[],
): string {
  const sures = siennes.filter((une) => !incertaines.includes(une));
  const groupes = [
    ...Map.groupBy(sures, ({ valeur }) => `${compte(valeur ?? 0, 'élève')} {ou}`),
    ...Map.groupBy(
      incertaines,
      ({ valeur, motif }) => `${compte(valeur ?? 0, 'élève')} {ou}, ${motif}`,
    ),
  ];
  const dits = groupes.map(([dit, lignes]) => dit.replace('{ou}', dansLesZones(lignes, zones)));
  return `Pour l’ouvrir ${comment}, il faut ${dits.join(' ; ')}.`;
}

/** Le nombre d’élèves qu’il faut pour ouvrir l’option dans un mode, zone par zone. */
export function constatNorme(
  normes: readonly NormeDOption[],
  mode: keyof typeof MODES_EN_CLAIR,
  zones: readonly ZoneCourte[],
): string | null {
  const siennes = normes.filter((une) => une.mode === mode && une.groupement === 'seule');
  const [premiere] = siennes;
  if (!premiere) return null;
  const comment = MODES_EN_CLAIR[mode];
  if (premiere.genre === 'sans_norme') return `Elle n’a pas de norme de création ${comment}.`;
  const incertaines = siennes.filter((une) => typeof une.autre_valeur === 'number');
  if (incertaines.length > 0) return constatNormeIncertaine(siennes, incertaines, comment, zones);
  const parValeur = [...Map.groupBy(siennes, ({ valeur }) => valeur)].sort(
    ([a], [b]) => (a ?? 0) - (b ?? 0),
  );
  if (parValeur.some(([valeur]) => valeur === null)) {
    return `Sa norme de création ${comment} n’est pas prévue : ${premiere.motif}.`;
  }
  const [[basse, faciles] = [0, []], haute] = parValeur;
  const il = `Pour l’ouvrir ${comment}, il faut ${compte(basse ?? 0, 'élève')} `;
  if (!haute) return `${il}${dansLesZones(faciles, zones)}.`;
  const [valeur, autres] = haute;
  const reste = autres.length > 1 ? `les ${autres.length} autres` : noms(autres, zones);
  return `${il}${dansLesZones(faciles, zones)} et ${valeur} dans ${reste}.`;
}

/** Où l’option est TC, FC, ou les deux. */
export function constatBesoin(
  lignes: readonly LigneDeZone[],
  zones: readonly ZoneCourte[],
): string {
  const cas: readonly (readonly [string, readonly LigneDeZone[]])[] = [
    ['TC-FC', lignes.filter(({ tc, fc }) => tc && fc)],
    ['TC sans être FC', lignes.filter(({ tc, fc }) => tc && fc === false)],
    ['FC sans être TC', lignes.filter(({ tc, fc }) => fc && tc === false)],
    ['TC', lignes.filter(({ tc, fc }) => tc && fc === null)],
    ['FC', lignes.filter(({ tc, fc }) => fc && tc === null)],
  ];
  const dits = cas.filter(([, siennes]) => siennes.length > 0);
  const aucune = lignes.filter(({ tc, fc }) => tc === false && fc === false);
  const muettes = lignes.filter(({ tc, fc }) => (tc === null || fc === null) && !tc && !fc);
  const reste =
    muettes.length > 0 ? ` On ne sait pas ce qu’elle est ${dansLesZones(muettes, zones)}.` : '';
  if (muettes.length === lignes.length) {
    return 'On ne sait pas si elle est TC ou FC : les listes ne sont pas dans cette édition.';
  }
  if (dits.length === 0) {
    return muettes.length > 0
      ? `Elle n’est ni TC ni FC ${dansLesZones(aucune, zones)}.${reste}`
      : 'Elle n’est ni TC ni FC, dans aucune zone.';
  }
  return `Elle est ${dits
    .map(([quoi, siennes]) => `${quoi} ${dansLesZones(siennes, zones)}`)
    .join(' ; ')}.${reste}`;
}

/** Ce qu’il en est dans une zone : qui l’organise, et ce qu’il faut d’élèves pour l’ouvrir. */
export function constatDeMaZone(
  ligne: OptionDeZone,
  normes: readonly NormeDOption[],
  zones: readonly ZoneCourte[],
): string {
  const nom = zones.find(({ zone }) => zone === ligne.zone)?.nom ?? '';
  const ou = `Dans la zone ${deLaZone(nom)}`;
  const { occurrences } = ligne;
  const verbe = occurrences > 1 ? 'organisent' : 'organise';
  const offre = ligne.inconnue
    ? `${ou}, l’offre n’est pas connue.`
    : occurrences === 0
      ? `${ou}, aucune implantation ne l’organise.`
      : `${ou}, ${compte(occurrences, 'implantation')} l’${verbe}, pour ${compterEleves(ligne)}.`;
  const siennes = normes.filter(({ zone }) => zone === ligne.zone);
  const dites = (['PE', 'ALT'] as const).flatMap(
    (mode) => constatNorme(siennes, mode, zones) ?? [],
  );
  // La zone est déjà nommée.
  return [offre, ...dites].join(' ').replace(/ dans 1\s?zone \([^)]*\)/g, '');
}
