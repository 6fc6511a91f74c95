import type { LieuxNommes, TrouverLieux } from './lieux.ts';
import { creerRecherche, type OptionCherchee, type RechercheDOptions } from './options.ts';

export const GENRES_DU_SITE = [
  'tableau',
  'carte',
  'page',
  'zone',
  'option',
  'commune',
  'implantation',
  'terme',
  'formation',
] as const;
export type GenreDuSite = (typeof GENRES_DU_SITE)[number];

/** Ce que l’on trouve : son genre, sa clé, qui se cherche aussi, et son chemin dans le site. */
export interface Trouvaille {
  readonly genre: GenreDuSite;
  readonly cle: string;
  readonly titre: string;
  readonly precision: string;
  readonly chemin: string;
}

export interface EntreeDuSite extends Trouvaille {
  /** D’autres mots qui la font trouver. */
  readonly mots: readonly string[];
}

const PAR_GENRE = 4;
const EN_TOUT = 9;

/** Une entrée telle que la recherche d’options la lit : elle ne connaît qu’un genre de fiche. */
const cherchee = ({ cle, titre, precision, mots }: EntreeDuSite): OptionCherchee => ({
  code: cle,
  intitule: titre,
  groupe: precision,
  secteur: '',
  metiers: mots,
  synonymes: [],
  anciens: [],
});

/** Les réponses montrées, et combien il y en a en tout. */
export interface ReponsesDuSite {
  readonly trouvailles: readonly Trouvaille[];
  readonly total: number;
}

/** Les rangs à montrer : d’abord quelques-uns de chaque genre, puis ce qui suit, si la place reste. */
function choisir(trouvees: readonly EntreeDuSite[]): readonly EntreeDuSite[] {
  const vus = new Map<GenreDuSite, number>();
  const premieres = trouvees.filter(({ genre }) => {
    const nombre = (vus.get(genre) ?? 0) + 1;
    vus.set(genre, nombre);
    return nombre <= PAR_GENRE;
  });
  const choisies = new Set(premieres.slice(0, EN_TOUT));
  for (const entree of trouvees) if (choisies.size < EN_TOUT) choisies.add(entree);
  return trouvees.filter((entree) => choisies.has(entree));
}

/** Ce qu’on cherche, là où on le cherche. */
type Situee = LieuxNommes & { readonly codes: readonly string[] };

const enumeres = (noms: readonly string[]): string => [...new Set(noms)].join(', ');

/** Les options qu’on cherche, dans la zone du lieu. */
function auTableau({ zones, reste }: Situee, nomDe: (zone: number) => string): Trouvaille {
  const noms = enumeres(zones.map(nomDe));
  const demande = `q=${encodeURIComponent(reste)}&zone=${zones.join()}`;
  return {
    genre: 'tableau',
    cle: `tableau ${zones.join()} ${reste}`,
    titre: `« ${reste} », ${zones.length > 1 ? 'zones' : 'zone'} ${noms}`,
    precision: 'les options trouvées, dans cette zone',
    chemin: `/indicateurs/?${demande}`,
  };
}

/** Au-delà, la carte n’aurait plus rien de choisi. */
const OPTIONS_MAX = 12;

/** Qui les organise, autour de la commune ou de l’implantation nommée. */
function surLaCarte({ lieux, reste, codes }: Situee): readonly Trouvaille[] {
  const lieu = lieux.find(({ genre }) => genre !== 'zone');
  if (!lieu || codes.length > OPTIONS_MAX) return [];
  return [
    {
      genre: 'carte',
      cle: `carte ${lieu.cle} ${reste}`,
      titre: `« ${reste} », autour : ${lieu.nom}`,
      precision: 'qui les organise, et à quelle distance',
      chemin: `/carte/?${lieu.genre}=${lieu.cle}&option=${codes.join()}`,
    },
  ];
}

/**
 * La recherche du site : des options, des lieux, des termes et des pages, à quelques fautes de
 * frappe près, du meilleur au moins bon et sans qu’un genre noie les autres. « coiffure Ottignies »
 * cherche « coiffure » là, comme au tableau et à la carte.
 * @param entrees leurs clés sont uniques ; celle d’une option est son code
 * @param recherche celle du tableau, de la carte et du dossier
 */
export function creerRechercheDuSite(
  entrees: readonly EntreeDuSite[],
  recherche: RechercheDOptions,
  trouverLieux: TrouverLieux,
): (requete: string) => ReponsesDuSite {
  const parCode = new Map(recherche.options.map((option) => [option.code, option]));
  const chercher = creerRecherche(entrees.map((e) => parCode.get(e.cle) ?? cherchee(e)));
  const parCle = new Map(entrees.map((entree) => [entree.cle, entree]));
  const nomDe = (zone: number): string => parCle.get(`zone ${zone}`)?.titre ?? String(zone);
  const entreesDe = (requete: string): readonly EntreeDuSite[] =>
    (chercher(requete)?.codes ?? []).flatMap((cle) => parCle.get(cle) ?? []);
  const situer = (requete: string): Situee | null => {
    const nommes = trouverLieux(requete);
    const codes = nommes?.reste ? (recherche.chercher(nommes.reste)?.codes ?? []) : [];
    return nommes && !nommes.ambigu && codes.length > 0 ? { ...nommes, codes } : null;
  };
  return (requete) => {
    const situee = situer(requete);
    if (!situee) {
      const trouvees = entreesDe(requete);
      return { trouvailles: choisir(trouvees), total: trouvees.length };
    }
    const lieux = situee.lieux.flatMap(({ nom }) => entreesDe(nom).slice(0, 1));
    const trouvees = [...new Set([...entreesDe(situee.reste), ...lieux])];
    const la = [auTableau(situee, nomDe), ...surLaCarte(situee)];
    return { trouvailles: [...la, ...choisir(trouvees)], total: la.length + trouvees.length };
  };
}
