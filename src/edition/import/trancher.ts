import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { anneeDeColonne, anneeDite } from './annees-dites.ts';
import { citer } from './citer.ts';
import { designer, type Entete, type Rivales, type Voulue } from './colonnes.ts';
import type { ReponsesDImport } from './reponses.ts';

const ESSAYEES = 500;
/** Plus long, un texte n’est ni un numéro ni un compte. */
const COURT = 12;

/** Les colonnes sans titre, à droite d’une colonne lue, où l’on lirait la même chose. */
function voisines(
  { cellules: titres }: Entete,
  place: number,
  forme: RegExp,
  lignes: readonly LigneCsv[],
): number[] {
  const suite: number[] = [];
  for (let autre = place + 1; autre < titres.length; autre++) {
    if ((titres[autre] ?? '').trim() !== '') break;
    const pleines = lignes
      .slice(0, ESSAYEES)
      .map(({ cellules }) => (cellules[autre] ?? '').trim())
      .filter((cellule) => cellule !== '');
    const lues = pleines.filter((texte) => texte.length <= COURT && forme.test(texte));
    if (lues.length === 0 || 2 * lues.length < pleines.length) break;
    suite.push(autre);
  }
  return suite;
}

/** Un titre fusionné au-dessus de plusieurs colonnes ne dit pas laquelle se lit. */
function couvertes(
  entete: Entete,
  voulues: readonly Voulue[],
  { colonnes }: ReponsesDImport,
  lignes: readonly LigneCsv[],
): Rivales[] {
  return voulues.flatMap((voulue) => {
    const place = entete.places.get(voulue.nom);
    const dite = colonnes.some(({ colonne }) => colonne === voulue.nom);
    const disputee = entete.rivales.some((rivale) => rivale.voulue.nom === voulue.nom);
    if (place === undefined || dite || disputee || !voulue.forme) return [];
    const suite = voisines(entete, place, voulue.forme, lignes);
    return suite.length > 0 ? [{ voulue, places: [place, ...suite] }] : [];
  });
}

/** Parmi des colonnes qui se disputent un nom, celles qui se liraient, et autrement. */
function departager(
  { voulue: { forme = /\S/ }, places }: Rivales,
  lignes: readonly LigneCsv[],
): readonly number[] {
  const essayees = lignes.slice(0, ESSAYEES);
  const lire = ({ cellules }: LigneCsv, place: number): string => {
    const texte = (cellules[place] ?? '').trim();
    return forme.test(texte) ? texte : '';
  };
  const possibles = places.filter((place) => essayees.some((ligne) => lire(ligne, place) !== ''));
  const contient = (place: number, autre: number): boolean =>
    essayees.every((ligne) => ['', lire(ligne, place)].includes(lire(ligne, autre)));
  const seule =
    lignes.length <= ESSAYEES
      ? possibles.find((place) => possibles.every((autre) => contient(place, autre)))
      : undefined;
  if (seule !== undefined) return [seule];
  return possibles.length > 0 ? possibles : places.slice(0, 1);
}

/** Celle dont le titre dit l’année demandée, si elle est seule à la dire. */
function parAnnee(
  entete: Entete,
  { places }: Rivales,
  lignes: readonly LigneCsv[],
  { annee }: ReponsesDImport,
): readonly number[] {
  const demandee = annee === null ? null : anneeDite(annee);
  if (demandee === null) return [];
  return places.filter((place) => anneeDeColonne(entete, lignes, place) === demandee);
}

/**
 * Règle chaque dispute entre colonnes, ou demande.
 * @throws ErreurDUsage si plusieurs colonnes peuvent être la même
 */
export function trancher(
  entete: Entete,
  voulues: readonly Voulue[],
  reponses: ReponsesDImport,
  lignes: readonly LigneCsv[],
  nom: string,
): Entete {
  const places = new Map(entete.places);
  const demandes: string[] = [];
  const fusionnees = couvertes(entete, voulues, reponses, lignes);
  for (const rivale of [...entete.rivales, ...fusionnees]) {
    const [annuelle, ...annuelles] = parAnnee(entete, rivale, lignes, reponses);
    const [seule, ...autres] =
      annuelle !== undefined && annuelles.length === 0 ? [annuelle] : departager(rivale, lignes);
    if (seule !== undefined && autres.length === 0) places.set(rivale.voulue.nom, seule);
    if (seule === undefined || autres.length === 0) continue;
    const choix = [seule, ...autres].map((place) => {
      const titre = citer(entete.cellules[place] ?? '');
      const exemples = [...new Set(lignes.slice(0, 3).map(({ cellules }) => cellules[place]))];
      const option = `--colonne '${rivale.voulue.nom}=${designer(entete.cellules, place)}'`;
      return `« ${titre || '(sans titre)'} » (colonne ${place + 1} : ${exemples.map((e) => citer(e ?? '')).join(', ')}…) avec ${option}`;
    });
    demandes.push(
      `« ${rivale.voulue.nom} » peut être plusieurs colonnes ; dites laquelle : ${choix.join(' ; ou ')}.`,
    );
  }
  if (demandes.length > 0) throw new ErreurDUsage(`${nom} : ${demandes.join(' ')}`);
  return { ...entete, places };
}
