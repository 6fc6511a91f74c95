import { VIDES } from './mots.ts';
import { creerRecherche, type OptionCherchee, type RechercheDOptions } from './options.ts';
import { enMots, plat } from './texte.ts';

export const GENRES_DU_SITE = [
  'tableau',
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

/** « zone 4 » */
const NUMERO = /^zone (\d+)$/;

/**
 * « informatique Liège » : ce qu’on cherche, et la zone du lieu que la question nomme.
 * @returns une fonction qui rend `null` si la question ne nomme aucun lieu, ou rien d’autre
 */
function creerCoupure(entrees: readonly EntreeDuSite[]) {
  const zones = new Map<string, EntreeDuSite>();
  for (const entree of entrees) if (entree.genre === 'zone') zones.set(entree.chemin, entree);
  const lieux = new Map<string, EntreeDuSite>();
  for (const entree of entrees) {
    const zone = zones.get(entree.chemin);
    if (!zone) continue;
    lieux.set(plat(entree.titre), zone);
    if (entree.genre === 'commune') {
      for (const code of entree.mots.flatMap((mots) => enMots(mots))) lieux.set(code, zone);
    }
  }
  return (requete: string) => {
    const mots = enMots(requete);
    for (let longueur = Math.min(4, mots.length - 1); longueur > 0; longueur--) {
      for (let debut = mots.length - longueur; debut >= 0; debut--) {
        const zone = lieux.get(mots.slice(debut, debut + longueur).join(' '));
        const reste = mots.toSpliced(debut, longueur).filter((mot) => !VIDES.has(mot));
        if (zone && reste.length > 0) return { zone, reste: reste.join(' ') };
      }
    }
    return null;
  };
}

/** Les options qu’on cherche, là où on les cherche. */
function auTableau({ zone, reste }: { zone: EntreeDuSite; reste: string }): Trouvaille {
  const numero = NUMERO.exec(zone.cle)?.[1] ?? '';
  const demande = new URLSearchParams({ q: reste, zone: numero });
  return {
    genre: 'tableau',
    cle: `tableau ${numero} ${reste}`,
    titre: `« ${reste} », zone ${zone.titre}`,
    precision: 'les options trouvées, dans cette zone',
    chemin: `/indicateurs/?${demande}`,
  };
}

/**
 * La recherche du site : des options, des lieux, des termes et des pages, à quelques fautes de
 * frappe près, du meilleur au moins bon et sans qu’un genre noie les autres.
 * @param entrees leurs clés sont uniques ; celle d’une option est son code
 * @param recherche celle du tableau, de la carte et du dossier
 */
export function creerRechercheDuSite(
  entrees: readonly EntreeDuSite[],
  { options, chercher: chercherUneOption }: RechercheDOptions,
): (requete: string) => ReponsesDuSite {
  const parCode = new Map(options.map((option) => [option.code, option]));
  const chercher = creerRecherche(entrees.map((e) => parCode.get(e.cle) ?? cherchee(e)));
  const couper = creerCoupure(entrees);
  const parCle = new Map(entrees.map((entree) => [entree.cle, entree]));
  return (requete) => {
    const coupe = couper(requete);
    const situee = coupe && (chercherUneOption(coupe.reste)?.codes.length ?? 0) > 0 ? [coupe] : [];
    const trouvees = (chercher(requete)?.codes ?? []).flatMap((cle) => parCle.get(cle) ?? []);
    return {
      trouvailles: [...situee.map(auTableau), ...choisir(trouvees)],
      total: situee.length + trouvees.length,
    };
  };
}
