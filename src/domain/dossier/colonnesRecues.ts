import { clef, TITRES_DE_COLONNES } from '../fichier-recu.ts';
import { plusProche } from '../recherche/proche.ts';

export type Champ = 'code' | 'eleves' | 'mode' | 'pe' | 'alt';

/** Les en-têtes qu’on reconnaît, sans casse ni accents. */
const EN_TETES: Readonly<Record<Champ, readonly string[]>> = {
  code: ['code', ...TITRES_DE_COLONNES.code],
  eleves: [...TITRES_DE_COLONNES.eleves, ...TITRES_DE_COLONNES.elevesAussi],
  mode: TITRES_DE_COLONNES.mode,
  pe: ['PE', 'plein exercice', 'élèves PE', 'effectif PE', 'effectifs PE'],
  alt: ['ALT', 'alternance', 'CEFA', 'élèves ALT', 'effectif ALT', 'effectifs ALT'],
};

const CLEFS = Object.fromEntries(
  Object.entries(EN_TETES).map(([champ, noms]) => [champ, noms.map(clef)]),
);

const CHAMPS = Object.keys(EN_TETES) as readonly Champ[];

type Colonnes = Readonly<Partial<Record<Champ, number>>>;

/** La place de chaque colonne reconnue. */
export function colonnesDe(entete: readonly string[]): Colonnes {
  const noms = entete.map(clef);
  const paires = CHAMPS.map((champ) => {
    const place = CLEFS[champ]?.map((nom) => noms.indexOf(nom)).find((p) => p >= 0);
    return [champ, place ?? -1];
  });
  return Object.fromEntries(paires.filter(([, place]) => Number(place) >= 0));
}

type Lignes = readonly (readonly string[])[];

const celluleDe = (ligne: readonly string[], place: number): string => (ligne[place] ?? '').trim();

/** Un titre, puis une colonne de nombres qui n’en a pas : il en couvre plusieurs. */
function couvre(entete: readonly string[], place: number, lignes: Lignes): boolean {
  if ((entete[place + 1] ?? '').trim() !== '') return false;
  const pleines = lignes.map((ligne) => celluleDe(ligne, place + 1)).filter(Boolean);
  const nombres = pleines.filter((texte) => /\d/.test(texte));
  return nombres.length > 0 && 2 * nombres.length >= pleines.length;
}

const FORMES: Readonly<Partial<Record<Champ, RegExp>>> = { code: /\d{4}/, mode: /\S/ };

/** Ce qui empêche de dire quelle colonne se lit : deux qui diffèrent, ou un titre pour plusieurs. */
export function disputes(entete: readonly string[], lignes: Lignes): readonly string[] {
  const noms = entete.map(clef);
  return CHAMPS.flatMap((champ) => {
    const titres = champ === 'eleves' ? TITRES_DE_COLONNES.eleves : EN_TETES[champ];
    const siens = new Set(titres.map(clef));
    const forme = FORMES[champ] ?? /\d/;
    const [premiere, ...autres] = noms.flatMap((nom, i) =>
      siens.has(nom) && lignes.some((ligne) => forme.test(celluleDe(ligne, i))) ? [i] : [],
    );
    if (premiere === undefined) return [];
    const une = citer(entete[premiere] ?? '');
    if (champ !== 'mode' && couvre(entete, premiere, lignes)) {
      return [`Le titre ${une} couvre plusieurs colonnes : donnez un titre à chacune.`];
    }
    const autre = autres.find((place) =>
      lignes.some((ligne) => celluleDe(ligne, place) !== celluleDe(ligne, premiere)),
    );
    if (autre === undefined) return [];
    const deux = citer(entete[autre] ?? '');
    return [
      `Les colonnes ${une} et ${deux} se disputent « ${EN_TETES[champ][0]} » : n’en gardez qu’une.`,
    ];
  });
}

const EXTRAIT_MAX = 40;

/** « valeur », coupée si elle ferait une phrase à elle seule. */
export const citer = (valeur: string): string =>
  `« ${valeur.length > EXTRAIT_MAX ? `${valeur.slice(0, EXTRAIT_MAX)}…` : valeur} »`;

/** Où l’en-tête se cherche : un titre ou des lignes vides peuvent être au-dessus. */
const RANGEES = 20;

const suffit = ({ code, eleves, pe, alt }: Colonnes): boolean =>
  code !== undefined && [eleves, pe, alt].some((place) => place !== undefined);

/** Le rang de la ligne d’en-têtes ; -1 si aucune des premières n’a les colonnes qu’il faut. */
export function rangDeLEntete(rangees: readonly (readonly string[])[]): number {
  let pleines = 0;
  for (const [rang, rangee] of rangees.entries()) {
    if (rangee.every((cellule) => cellule.trim() === '')) continue;
    if (suffit(colonnesDe(rangee))) return rang;
    if (++pleines >= RANGEES) break;
  }
  return -1;
}

/** La colonne qui ressemble le plus à une de celles qui manquent, là où l’en-tête semble être. */
export function proposer(rangees: readonly (readonly string[])[]): string {
  const entete = rangees.find((rangee) => rangee.filter((c) => c.trim() !== '').length > 1) ?? [];
  const titres = entete.filter((titre) => titre.trim() !== '' && titre.length <= EXTRAIT_MAX);
  const presentes = colonnesDe(entete);
  const phrases = (['code', 'eleves'] as const).flatMap((champ) => {
    if (presentes[champ] !== undefined) return [];
    const proche = EN_TETES[champ].map((nom) => plusProche(nom, titres)).find((p) => p !== null);
    return proche ? [` « ${proche} » est-elle « ${EN_TETES[champ][0]} » ? Renommez-la ainsi.`] : [];
  });
  return phrases.join('');
}
