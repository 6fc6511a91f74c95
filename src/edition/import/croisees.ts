import { nettoyer } from '../../domain/fichier-recu.ts';
import { motDeTotal } from '../../domain/totaux-recus.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { sansValeur } from './annexes.ts';
import { RANGEES } from './choix.ts';
import { citer } from './citer.ts';
import { reconnaitre, type Voulue } from './colonnes.ts';
import type { OngletRecu } from './feuille.ts';
import type { ReponsesDImport } from './reponses.ts';

/** La colonne que les cellules d’un tableau croisé remplissent. */
const COMPTE = 'eleves';

/** Un tableau croisé : les valeurs d’une colonne (PE et ALT, des années) y sont des titres. */
interface Croisement {
  readonly voulue: Voulue;
  readonly rang: number;
  readonly titres: readonly string[];
  /** La place de chaque colonne d’effectifs. */
  readonly places: readonly number[];
}

const valeurDe = ({ enTitre }: Voulue, titre = ''): string | null =>
  enTitre?.(nettoyer(titre)) ?? null;

/** Le croisement d’une rangée de titres, s’il n’y manque que la colonne croisée et les effectifs. */
function croiser(
  titres: readonly string[],
  rang: number,
  voulues: readonly Voulue[],
  reponses: ReponsesDImport,
): Croisement | null {
  const { colonnes, annee } = reponses;
  const { places: prises } = reconnaitre(titres, voulues, colonnes, annee);
  if (prises.has(COMPTE)) return null;
  const candidates = voulues.flatMap((voulue): Croisement[] => {
    if (!voulue.enTitre || prises.has(voulue.nom)) return [];
    const valeurs = titres.map((titre) => valeurDe(voulue, titre));
    const dites = valeurs.filter((valeur) => valeur !== null);
    if (dites.length < 2 || new Set(dites).size < dites.length) return [];
    const demandee = dites.find((valeur) => valeur === annee);
    const places = valeurs.flatMap((valeur, place) =>
      valeur !== null && (demandee ?? valeur) === valeur ? [place] : [],
    );
    const obligees = voulues.filter(({ nom, facultative }) => !facultative && !prises.has(nom));
    const autres = obligees.filter(({ nom }) => nom !== COMPTE && nom !== voulue.nom);
    return autres.length === 0 ? [{ voulue, rang, titres, places }] : [];
  });
  const [seul, ...autres] = candidates;
  return seul && autres.length === 0 ? seul : null;
}

const enNombre = (texte: string): number =>
  /^\d+$/.test(nettoyer(texte)) ? Number(nettoyer(texte)) : Number.NaN;

/** Une rangée du tableau croisé en donne une par colonne d’effectifs ; un total n’en donne qu’une. */
function etaler({ voulue, titres, places }: Croisement, ligne: LigneCsv): LigneCsv[] {
  const { cellules } = ligne;
  const autres = titres.map((_, place) => (places.includes(place) ? '' : (cellules[place] ?? '')));
  const reste = cellules.slice(titres.length);
  const poser = (titre: string, texte: string, origine?: number): LigneCsv => ({
    ...ligne,
    cellules: [...autres, titre, texte, ...reste],
    ...(origine !== undefined && { origine }),
  });
  const lues = places.map((place) => cellules[place] ?? '');
  if (sansValeur(lues)) return [poser('', '')];
  if (autres.some(motDeTotal)) {
    const somme = lues.reduce((n, texte) => n + (texte.trim() === '' ? 0 : enNombre(texte)), 0);
    return [poser('', Number.isNaN(somme) ? '' : String(somme))];
  }
  return places.map((place) =>
    poser(valeurDe(voulue, titres[place]) ?? '', cellules[place] ?? '', place),
  );
}

/** Une feuille où chaque effectif a sa ligne, et ce qu’il a fallu en faire. */
export interface Decroisee {
  readonly onglet: OngletRecu;
  readonly remarques: readonly string[];
}

/**
 * Redresse un tableau croisé : « PE » et « ALT », des années scolaires ou d’étude en titres de
 * colonnes deviennent une colonne, et leurs cellules des effectifs. Toute autre feuille reste telle.
 */
export function decroiser(
  onglet: OngletRecu,
  voulues: readonly Voulue[],
  reponses: ReponsesDImport,
): Decroisee {
  const essais = onglet.lignes
    .flatMap(({ cellules }, rang) => (sansValeur(cellules) ? [] : [{ cellules, rang }]))
    .slice(0, RANGEES)
    .map(({ cellules, rang }) => croiser(cellules, rang, voulues, reponses));
  const trouve = essais.find((essai) => essai !== null);
  if (!trouve) return { onglet, remarques: [] };
  const { voulue, rang, titres, places } = trouve;
  const entete = titres.map((titre, place) => (places.includes(place) ? '' : titre));
  const redresser = (ligne: LigneCsv, i: number): LigneCsv[] => {
    if (i < rang) return [ligne];
    if (i === rang) return [{ ...ligne, cellules: [...entete, voulue.nom, COMPTE] }];
    return etaler(trouve, ligne);
  };
  const debut = onglet.lignes[rang]?.ligne ?? 0;
  const lots =
    onglet.lots &&
    async function* () {
      for await (const lot of onglet.lots?.() ?? []) {
        yield lot.flatMap((ligne) => (ligne.ligne > debut ? etaler(trouve, ligne) : [ligne]));
      }
    };
  const noms = places.map((place) => `« ${citer(titres[place] ?? '')} »`).join(', ');
  return {
    onglet: { ...onglet, lignes: onglet.lignes.flatMap(redresser), lots },
    remarques: [
      `Tableau croisé, lu en lignes : « ${voulue.noms[0] ?? voulue.nom} » vient des titres ${noms} ; ` +
        'les élèves, de leurs cellules.',
    ],
  };
}
