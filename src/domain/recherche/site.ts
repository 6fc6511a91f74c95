import { creerRecherche, type OptionCherchee } from './options.ts';

export const GENRES_DU_SITE = [
  'page',
  'zone',
  'option',
  'commune',
  'implantation',
  'terme',
] as const;
export type GenreDuSite = (typeof GENRES_DU_SITE)[number];

/** Ce que l’on peut trouver : un genre, une clé qui se cherche, un titre, une précision, d’autres
 * mots, et un chemin du site. */
export type Entree = readonly [
  genre: GenreDuSite,
  cle: string,
  titre: string,
  precision: string,
  mots: readonly string[],
  chemin: string,
];

export interface Trouvaille {
  readonly genre: GenreDuSite;
  readonly cle: string;
  readonly titre: string;
  readonly precision: string;
  readonly chemin: string;
}

const PAR_GENRE = 4;
const EN_TOUT = 9;

const cherchee = ([, cle, intitule, groupe, metiers]: Entree): OptionCherchee => ({
  code: cle,
  intitule,
  groupe,
  secteur: '',
  metiers,
  anciens: [],
});

/**
 * La recherche du site : des options, des lieux, des termes et des pages, à quelques fautes de
 * frappe près, du meilleur au moins bon et sans qu’un genre noie les autres.
 * @param entrees leurs clés sont uniques
 */
export function creerRechercheDuSite(
  entrees: readonly Entree[],
): (requete: string) => readonly Trouvaille[] {
  const chercher = creerRecherche(entrees.map(cherchee));
  const parCle = new Map(entrees.map((entree) => [entree[1], entree]));
  return (requete) => {
    const vus = new Map<GenreDuSite, number>();
    return (chercher(requete)?.codes ?? [])
      .flatMap((code): Trouvaille[] => {
        const entree = parCle.get(code);
        if (!entree) return [];
        const [genre, cle, titre, precision, , chemin] = entree;
        const nombre = (vus.get(genre) ?? 0) + 1;
        vus.set(genre, nombre);
        return nombre > PAR_GENRE ? [] : [{ genre, cle, titre, precision, chemin }];
      })
      .slice(0, EN_TOUT);
  };
}
