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

const cherchee = ({ cle, titre, precision, mots }: EntreeDuSite): OptionCherchee => ({
  code: cle,
  intitule: titre,
  groupe: precision,
  secteur: '',
  metiers: mots,
  anciens: [],
});

/**
 * La recherche du site : des options, des lieux, des termes et des pages, à quelques fautes de
 * frappe près, du meilleur au moins bon et sans qu’un genre noie les autres.
 * @param entrees leurs clés sont uniques
 */
export function creerRechercheDuSite(
  entrees: readonly EntreeDuSite[],
): (requete: string) => readonly Trouvaille[] {
  const chercher = creerRecherche(entrees.map(cherchee));
  const parCle = new Map(entrees.map((entree) => [entree.cle, entree]));
  return (requete) => {
    const vus = new Map<GenreDuSite, number>();
    return (chercher(requete)?.codes ?? [])
      .flatMap((code): Trouvaille[] => {
        const entree = parCle.get(code);
        if (!entree) return [];
        const { genre, cle, titre, precision, chemin } = entree;
        const nombre = (vus.get(genre) ?? 0) + 1;
        vus.set(genre, nombre);
        return nombre > PAR_GENRE ? [] : [{ genre, cle, titre, precision, chemin }];
      })
      .slice(0, EN_TOUT);
  };
}
