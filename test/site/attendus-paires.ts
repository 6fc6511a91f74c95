import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { CleBesoin } from '../../src/domain/besoin.ts';
import { vincentyKm } from '../unit/geo/vincenty.ts';

type Rangee = Readonly<Record<string, string>>;

/** Les rangées d’un CSV, en textes. */
export const rangeesDe = (chemin: string): readonly Rangee[] =>
  Papa.parse<Rangee>(
    readFileSync(chemin, 'utf8')
      .replace(/^\ufeff/, '')
      .trimEnd(),
    {
      header: true,
      skipEmptyLines: true,
    },
  ).data;

const csv = (nom: string) => rangeesDe(`data/${nom}.csv`);

/** Ce que le site dit d’une option dans une zone ; un endroit peut n’en dire qu’une partie. */
export interface Faits {
  readonly organisee: boolean;
  readonly occurrences: number;
  readonly eleves: number;
  /** Les élèves de chaque année scolaire de l’édition, de la première à la dernière. */
  readonly serie: readonly number[];
  readonly besoin: CleBesoin;
  /** La norme de création en plein exercice, sans cours groupé ; `null` : pas de nombre. */
  readonly norme: number | null;
  /** L’implantation la plus proche du départ qui l’organise, lui excepté. */
  readonly proche: string | null;
}

export interface Zone {
  readonly zone: string;
  readonly slug: string;
  /** D’où se mesurent les distances. */
  readonly depart: string;
}

const [edition = {}] = csv('edition');
export const ANNEE = edition.annee_scolaire ?? '';
const LISTES = String(Number(ANNEE.slice(0, 4)) + 1);
const inscriptions = csv('offre/inscriptions').filter(({ eleves }) => Number(eleves) > 0);
export const ANNEES = [...new Set(inscriptions.map((i) => i.annee_scolaire ?? ''))].sort();
const options = new Map(csv('referentiel/options').map((o) => [o.code_obg, o]));
const successions = csv('referentiel/successions');
const regles = new Map(csv('referentiel/normes_creation').map((r) => [r.regle, r]));
const liens = csv('besoins/options_metiers');
const thematiques = csv('besoins/thematiques_communes').filter((t) => t.annee === LISTES);
const critiques = csv('besoins/fonctions_critiques').filter((f) => f.annee === LISTES);
const zones = csv('territoire/zones');
const communes = new Map(csv('territoire/communes').map((c) => [c.commune, c]));
const sites = new Map(
  csv('offre/implantations')
    .filter(({ zone }) => zone !== '')
    .map((site) => [site.fase_implantation ?? '', site]),
);

/** Un code, et tous ceux qu’il remplace. */
export function membresDe(code: string): readonly string[] {
  const anciens = successions.flatMap((s) => (s.nouveau === code ? (s.ancien ?? '') : []));
  return [code, ...anciens.flatMap(membresDe)];
}

/** Un autre code le remplace. */
export const estRemplace = (code: string): boolean =>
  successions.some(({ ancien }) => ancien === code);

const lignesDe = (codes: readonly string[], annee: string) =>
  inscriptions.filter(
    (i) =>
      i.annee_scolaire === annee &&
      codes.includes(i.code_obg ?? '') &&
      sites.has(i.fase_implantation ?? ''),
  );

const zoneDe = (fase = ''): string | undefined => sites.get(fase)?.zone;

function besoinDe(code: string, zone: string): Faits['besoin'] {
  const region = zones.find((z) => z.zone === zone)?.region;
  const siens = liens.flatMap((l) => (l.code_obg === code ? (l.metier ?? '') : []));
  const tc = thematiques.some((t) => t.zone === zone && siens.includes(t.metier ?? ''));
  const fc = critiques.some((f) => f.region === region && siens.includes(f.metier ?? ''));
  if (tc && fc) return 'tc-fc';
  return tc ? 'tc' : fc ? 'fc' : 'aucun';
}

const ORGANISABLES = ['organisable', 'transformee', 'creee'];

/** Les lignes du tableau officiel, lues comme on les lit à la main. */
function normeDe(code: string, besoin: Faits['besoin']): number | null {
  const option = options.get(code) ?? {};
  const { annees = '', type_7e, statut = '', regime } = option;
  if (!ORGANISABLES.includes(statut) || option.sans_norme === 'oui' || regime !== 'art49')
    return null;
  const tc = besoin === 'tc' || besoin === 'tc-fc';
  const valeur = (regle: string, colonne: 'generale' | 'preferentielle') =>
    Number(regles.get(regle)?.[colonne]);
  if (annees === '3') return valeur('9146-3e', 'generale');
  if (annees === '7' && type_7e === 'PB') {
    return valeur('9146-7pb-seule', tc ? 'preferentielle' : 'generale');
  }
  if (annees === '7') return valeur('9146-7tq-seule', 'generale');
  // Le texte ne dit rien d’une option qui court de la 4e à la 7e.
  if (annees === '4-5-6-7') return null;
  return valeur('9146-4e', besoin === 'tc-fc' ? 'preferentielle' : 'generale');
}

const position = (fase: string) => {
  const { lat, lon, commune } = sites.get(fase) ?? {};
  const ou = lat ? { lat, lon } : communes.get(commune ?? '');
  return { lat: Number(ou?.lat), lon: Number(ou?.lon) };
};

const organisent = (codes: readonly string[]): readonly string[] => [
  ...new Set(lignesDe(codes, ANNEE).map((i) => i.fase_implantation ?? '')),
];

function procheDe(codes: readonly string[], depart: string): string | null {
  const situes = organisent(codes)
    .filter((fase) => fase !== depart)
    .map((fase) => ({ fase, km: vincentyKm(position(depart), position(fase)) }))
    .sort((a, b) => a.km - b.km || (a.fase < b.fase ? -1 : 1));
  return situes[0]?.fase ?? null;
}

export const zoneNommee = (slug: string): Zone => {
  const zone = zones.find((z) => z.slug === slug)?.zone ?? '';
  const [depart = ''] = [...sites.keys()].filter((fase) => zoneDe(fase) === zone).sort();
  return { zone, slug, depart };
};

/**
 * Ce qu’une option est dans une zone, compté sur les CSV par le code le plus bête.
 * @param codes elle seule, ou avec ceux qu’elle remplace
 */
export function faitsAttendus(
  code: string,
  { zone, depart }: Zone,
  codes: readonly string[],
): Faits {
  const ici = (annee: string) =>
    lignesDe(codes, annee).filter((i) => zoneDe(i.fase_implantation) === zone);
  const eleves = (annee: string) => ici(annee).reduce((n, i) => n + Number(i.eleves), 0);
  const besoin = besoinDe(code, zone);
  const occurrences = new Set(ici(ANNEE).map((i) => i.fase_implantation)).size;
  return {
    organisee: occurrences > 0,
    occurrences,
    eleves: eleves(ANNEE),
    serie: ANNEES.map(eleves),
    besoin,
    norme: normeDe(code, besoin),
    proche: procheDe(codes, depart),
  };
}

/** Les implantations d’une zone. */
export const sitesDe = (zone: string): readonly string[] =>
  [...sites.keys()].filter((fase) => zoneDe(fase) === zone);

/** Les élèves d’un code dans toute la Fédération, année par année. */
export const serieEntiere = (codes: readonly string[]): readonly number[] =>
  ANNEES.map((annee) => lignesDe(codes, annee).reduce((n, i) => n + Number(i.eleves), 0));

const suiviesDans = (zone: Zone): ReadonlySet<string> =>
  new Set(
    lignesDe([...options.keys()].map(String), ANNEE)
      .filter((i) => zoneDe(i.fase_implantation) === zone.zone)
      .map((i) => i.code_obg ?? ''),
  );

/** Combien de codes ont des élèves dans une zone : un total ne réunit rien. */
export const codesOrganises = (zone: Zone): number => suiviesDans(zone).size;

/** Combien d’options organisables, TC et FC, la zone n’organise pas, sous aucun code ou sous le leur. */
export function ouverturesAttendues(zone: Zone, compte: 'avec' | 'sans'): number {
  const suivies = suiviesDans(zone);
  return [...options.values()].filter(({ code_obg = '', statut = '' }) => {
    const codes = compte === 'avec' ? membresDe(code_obg) : [code_obg];
    return (
      ORGANISABLES.includes(statut) &&
      besoinDe(code_obg, zone.zone) === 'tc-fc' &&
      !codes.some((code) => suivies.has(code))
    );
  }).length;
}
