import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { accentDouble, direAccentDouble } from '../read/encodage.ts';
import { sansValeur } from './annexes.ts';
import {
  citerNoms,
  direFeuilles,
  direFusions,
  direSansColonnes,
  RANGEES,
  type Trouvee,
  titres,
} from './choix.ts';
import { citer } from './citer.ts';
import {
  direLues,
  type Entete,
  placeDe,
  type Rivales,
  reconnaitre,
  type Voulue,
} from './colonnes.ts';
import type { Feuille, OngletRecu } from './feuille.ts';
import { sansColonnesMasquees, trierMasquees } from './masquees.ts';
import type { ReponsesDImport } from './reponses.ts';

/** Une table à lire : son en-tête, ses lignes de données, et ce qu’il a fallu choisir. */
export interface FeuilleChoisie {
  readonly entete: Entete;
  readonly lignes: readonly LigneCsv[];
  readonly onglet: OngletRecu;
  readonly remarques: readonly string[];
}

const ESSAYEES = 500;

/** La première rangée qui a toutes les colonnes ; à défaut, celle qui en a le plus. */
function chercher(
  onglet: OngletRecu,
  voulues: readonly Voulue[],
  reponses: ReponsesDImport,
): Trouvee {
  const essais = onglet.lignes
    .slice(0, ESSAYEES)
    .map(({ cellules }, rang) => ({ cellules, rang }))
    .filter(({ cellules }) => !sansValeur(cellules))
    .slice(0, RANGEES)
    .map(({ cellules, rang }) => ({
      onglet,
      entete: reconnaitre(cellules, voulues, reponses.colonnes),
      rang,
    }));
  const entiere = essais.find(({ entete }) => entete.manquantes.length === 0);
  const vide = { onglet, entete: reconnaitre([], voulues), rang: 0 };
  return (
    entiere ??
    essais.reduce(
      (a, b) => (b.entete.manquantes.length < a.entete.manquantes.length ? b : a),
      essais[0] ?? vide,
    )
  );
}

const plusComplete = (trouvees: readonly Trouvee[]): Trouvee =>
  trouvees.reduce((a, b) => (b.entete.manquantes.length < a.entete.manquantes.length ? b : a));

/** Les feuilles à lire d’un fichier : celle qui a les colonnes, ou celles que l’on a nommées. */
function feuillesDe(
  feuille: Feuille,
  trouvees: readonly Trouvee[],
  reponses: ReponsesDImport,
): readonly Trouvee[] {
  const { feuilles } = reponses;
  const aLire =
    feuilles.length > 0
      ? trouvees.filter(({ onglet }) => onglet.titre === '' || feuilles.includes(onglet.titre))
      : trouvees;
  const cachee = feuilles.find((nom) => feuille.cachees.includes(nom));
  if (cachee) {
    const remede = 'Affichez-la dans le tableur, et enregistrez.';
    throw new ErreurDUsage(
      `${feuille.nom} : la feuille ${citerNoms([cachee])} est cachée. ${remede}`,
    );
  }
  if (aLire.length === 0) {
    const noms = citerNoms(titres(trouvees));
    throw new ErreurDUsage(`${feuille.nom} : aucune feuille de ce nom. Il y a : ${noms}.`);
  }
  const entieres = aLire.filter(({ entete }) => entete.manquantes.length === 0);
  if (entieres.length === 0 && aLire[0])
    exigerTitres(plusComplete(aLire).entete, reponses, feuille.nom);
  if (entieres.length === 0 || (feuilles.length > 0 && entieres.length < aLire.length)) {
    throw new ErreurDUsage(`${feuille.nom} : ${direSansColonnes(feuille, plusComplete(aLire))}`);
  }
  const pleines = entieres.filter(({ onglet, rang }) => onglet.lignes.length > rang + 1);
  if (feuilles.length > 0 || pleines.length < 2) {
    return pleines.length > 0 ? pleines : entieres.slice(0, 1);
  }
  const options = pleines.map(({ onglet }) => `--feuille '${onglet.titre}'`).join(' ou ');
  throw new ErreurDUsage(
    `${feuille.nom} : plusieurs feuilles ont les colonnes : ${citerNoms(titres(pleines))}. ` +
      `Choisissez : ${options} (ou les deux, pour les lire toutes).`,
  );
}

/** Un titre donné en option doit être dans l’en-tête, fût-ce celui d’une colonne facultative. */
function exigerTitres({ cellules }: Entete, { colonnes }: ReponsesDImport, nom: string): void {
  const perdue = colonnes.find(({ valeur }) => placeDe(cellules, valeur) < 0);
  if (!perdue) return;
  const noms = citerNoms(cellules.filter((titre) => titre.trim() !== ''));
  const { colonne, valeur } = perdue;
  throw new ErreurDUsage(
    `${nom} : --colonne '${colonne}=${citer(valeur)}' ne désigne pas une seule colonne. Il y a : ${noms}.`,
  );
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

/** Règle chaque dispute, ou demande. */
function trancher(entete: Entete, lignes: readonly LigneCsv[], nom: string): Entete {
  const places = new Map(entete.places);
  const demandes: string[] = [];
  for (const rivale of entete.rivales) {
    const [seule, ...autres] = departager(rivale, lignes);
    if (seule !== undefined && autres.length === 0) places.set(rivale.voulue.nom, seule);
    if (seule === undefined || autres.length === 0) continue;
    const choix = [seule, ...autres].map((place) => {
      const titre = citer(entete.cellules[place] ?? '');
      const unique = entete.cellules.filter((c) => c === entete.cellules[place]).length === 1;
      const exemples = [...new Set(lignes.slice(0, 3).map(({ cellules }) => cellules[place]))];
      const option = `--colonne '${rivale.voulue.nom}=${unique ? titre : place + 1}'`;
      return `« ${titre} » (colonne ${place + 1} : ${exemples.map((e) => citer(e ?? '')).join(', ')}…) avec ${option}`;
    });
    demandes.push(
      `« ${rivale.voulue.nom} » peut être plusieurs colonnes ; dites laquelle : ${choix.join(' ; ou ')}.`,
    );
  }
  if (demandes.length > 0) throw new ErreurDUsage(`${nom} : ${demandes.join(' ')}`);
  return { ...entete, places };
}

function exigerAccents({ titre, lignes }: OngletRecu, nom: string): void {
  if (titre === '') return;
  for (const { ligne, cellules } of lignes) {
    const accent = accentDouble(cellules.join('\n'));
    if (accent === null) continue;
    const ou = `${nom} : feuille « ${citer(titre)} », ligne ${ligne}`;
    throw new ErreurDUsage(direAccentDouble(ou, accent));
  }
}

/**
 * Choisit ce qui se lit d’un fichier : la feuille qui a les colonnes, la ligne d’en-têtes, et la
 * colonne de chaque nom.
 * @throws ErreurDUsage si rien ne convient, ou si plusieurs choix sont possibles : il faut demander
 */
export function choisir(
  feuille: Feuille,
  voulues: readonly Voulue[],
  reponses: ReponsesDImport,
): readonly FeuilleChoisie[] {
  const onglets = feuille.onglets.map((onglet) => sansColonnesMasquees(onglet, reponses));
  const trouvees = onglets.map((onglet) => chercher(onglet, voulues, reponses));
  const lues = feuillesDe(feuille, trouvees, reponses);
  return lues.map(({ onglet, entete: trouvee, rang }, i) => {
    exigerAccents(onglet, feuille.nom);
    exigerTitres(trouvee, reponses, feuille.nom);
    const toutes = onglet.lignes.slice(rang + 1);
    const entete = trancher(trouvee, toutes, feuille.nom);
    const triees = trierMasquees(onglet, entete, toutes, reponses, feuille.nom);
    const { lignes } = triees;
    const numero = onglet.lignes[rang]?.ligne ?? 1;
    const remarques = [
      ...(i === 0 ? [...feuille.remarques, ...direFeuilles(feuille, lues)] : []),
      ...(numero > 1 ? [`En-têtes à la ligne ${numero} ; ce qui est au-dessus n’est pas lu.`] : []),
      ...direLues(entete),
      ...direFusions(onglet, numero + 1, entete),
      ...triees.remarques,
    ];
    return { entete, lignes, onglet, remarques };
  });
}
