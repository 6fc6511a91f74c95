import { dansLeRayon } from '../../domain/geo/rayon.ts';
import {
  classerCommune,
  type Eloignement,
  type RegleDeDensite,
} from '../../domain/normes/distance.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import type { Base } from '../base.ts';
import { anneesInconnues } from './connaissance.ts';
import { lireSites, type SiteLu } from './lieux.ts';

interface Presence {
  readonly annee: string;
  readonly degre: Degre;
  readonly forme: string;
  readonly fase: string;
}

type Degre = 'D2' | 'D3';
type OptionSituee = Pick<Option, 'annees' | 'forme'>;

/** Un effectif tu est une présence : il n’y entre que comme tel. */
const PRESENCES = `
  SELECT DISTINCT i.annee_scolaire AS annee,
    CASE WHEN i.annee_etude <= 4 THEN 'D2' ELSE 'D3' END AS degre,
    coalesce(o.forme, '') AS forme, i.fase_implantation AS fase
  FROM source.inscriptions i JOIN source.options o ON o.code_obg = i.code_obg
  WHERE coalesce(i.eleves, 1) > 0 AND i.annee_etude IS NOT NULL
  ORDER BY ALL`;

/** Une ligne sans année d’étude ne dit pas son degré : il peut être là, plus près. */
const SANS_DEGRE = `
  SELECT DISTINCT annee_scolaire AS annee FROM source.inscriptions
  WHERE coalesce(eleves, 1) > 0 AND annee_etude IS NULL ORDER BY 1`;

/** Le degré dont une option fait partie : la CPU en trois ans est du 3e. */
const degreDe = ({ annees }: OptionSituee): Degre => (annees?.startsWith('3') ? 'D2' : 'D3');

/** Où est une implantation pour ses normes, une année scolaire. */
export type LireEloignement = (fase: string, option: OptionSituee, annee: string) => Eloignement;

/** Les kilomètres jusqu’au plus proche ; `null` si une position ou l’offre d’une zone manque. */
function kmJusqua(site: SiteLu, autres: readonly SiteLu[], portee: number): number | null {
  const voisins = dansLeRayon(
    autres.filter(
      ({ etablissement, caractere }) =>
        etablissement !== site.etablissement && caractere === site.caractere,
    ),
    site,
    portee,
  );
  if (!site.exacte || voisins.some(({ exacte }) => !exacte)) return null;
  return voisins[0]?.distance ?? Number.POSITIVE_INFINITY;
}

/**
 * Ce que l’édition sait du lieu de chaque implantation : la densité de sa commune, si elle est sûre,
 * et la distance à l’établissement de même caractère le plus proche qui organise le même degré dans
 * la même forme (circulaire 7282, VII.II, note 1).
 */
export async function eloignements(
  base: Base,
  densites: readonly RegleDeDensite[],
): Promise<LireEloignement> {
  const sites = await lireSites(base);
  const parFase = new Map(sites.map((site) => [site.id, site]));
  const presences = Map.groupBy(
    await base.lire<Presence>(PRESENCES),
    ({ annee, degre, forme }) => `${annee} ${degre} ${forme}`,
  );
  const sansDegre = await base.lire<{ annee: string }>(SANS_DEGRE);
  const parZone = await anneesInconnues(base, 'inscriptions');
  const inconnues = new Set([
    ...[...parZone.values()].flatMap((annees) => [...annees]),
    ...sansDegre.map(({ annee }) => annee),
  ]);
  // Un site dont la position n’est que sa commune peut être un peu plus près qu’il ne semble.
  const portee = 2 * Math.max(0, ...densites.map(({ km_longue }) => km_longue));
  const lus = new Map<string, number | null>();
  return (fase, option, annee) => {
    const site = parFase.get(fase);
    if (!site) return { densite: null, km: null };
    const cle = `${annee} ${degreDe(option)} ${option.forme ?? ''}`;
    const sienne = `${cle} ${fase}`;
    let km = lus.get(sienne);
    if (km === undefined) {
      const autres = (presences.get(cle) ?? []).flatMap((p) => parFase.get(p.fase) ?? []);
      km = inconnues.has(annee) || option.forme === null ? null : kmJusqua(site, autres, portee);
      lus.set(sienne, km);
    }
    return { densite: classerCommune(densites, site).densite, km };
  };
}
