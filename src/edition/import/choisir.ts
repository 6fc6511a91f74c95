import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { accentDouble, direAccentDouble } from '../read/encodage.ts';
import { citer } from './citer.ts';
import {
  direLues,
  direManquantes,
  type Entete,
  type Rivales,
  reconnaitre,
  type Voulue,
} from './colonnes.ts';
import type { Feuille, Onglet } from './feuille.ts';
import type { Reponses } from './reponses.ts';

/** Une table à lire : son en-tête, ses lignes de données, et ce qu’il a fallu choisir. */
export interface Choisie {
  readonly entete: Entete;
  readonly lignes: readonly LigneCsv[];
  readonly onglet: Onglet;
  readonly remarques: readonly string[];
}

/** Où l’en-tête se cherche : parmi les premières rangées qui ne sont pas vides. */
const RANGEES = 20;
const ESSAYEES = 500;

interface Trouvee {
  readonly onglet: Onglet;
  readonly entete: Entete;
  readonly rang: number;
}

/** La première rangée qui a toutes les colonnes ; à défaut, celle qui en a le plus. */
function chercher(onglet: Onglet, voulues: readonly Voulue[], reponses: Reponses): Trouvee {
  const essais = onglet.lignes.slice(0, RANGEES).map(({ cellules }, rang) => ({
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

const nommer = (noms: readonly string[]): string =>
  noms.map((nom) => `« ${citer(nom)} »`).join(', ');

const titres = (trouvees: readonly Trouvee[]): string[] =>
  trouvees.map(({ onglet }) => onglet.titre);

function direSansColonnes(feuille: Feuille, trouvees: readonly Trouvee[]): string {
  const [meilleure] = [...trouvees].sort(
    (a, b) => a.entete.manquantes.length - b.entete.manquantes.length,
  );
  if (!meilleure) return 'aucune feuille à lire.';
  const { entete, onglet, rang } = meilleure;
  const ligne = onglet.lignes[rang];
  const lus = (ligne?.cellules ?? []).filter((cellule) => cellule.trim() !== '').slice(0, 8);
  const ou = onglet.titre ? ` de la feuille ${nommer([onglet.titre])}` : '';
  const lu = ligne ? ` Ligne ${ligne.ligne}${ou}, lu : ${nommer(lus)}.` : '';
  const cachees =
    feuille.cachees.length > 0
      ? ` Cachées, pas lues : ${nommer(feuille.cachees)} ; affichez celle qui convient.`
      : '';
  const separateur = feuille.remarques.map((remarque) => ` ${remarque}`).join('');
  return `aucune des ${RANGEES} premières lignes n’a toutes les colonnes. ${direManquantes(entete)}${lu}${separateur}${cachees}`;
}

/** Les feuilles à lire d’un fichier : celle qui a les colonnes, ou celles que l’on a nommées. */
function feuillesDe(
  feuille: Feuille,
  trouvees: readonly Trouvee[],
  { feuilles }: Reponses,
): readonly Trouvee[] {
  const aLire =
    feuilles.length > 0
      ? trouvees.filter(({ onglet }) => onglet.titre === '' || feuilles.includes(onglet.titre))
      : trouvees;
  const cachee = feuilles.find((nom) => feuille.cachees.includes(nom));
  if (cachee) {
    const remede = 'Affichez-la dans le tableur, et enregistrez.';
    throw new ErreurDUsage(`${feuille.nom} : la feuille ${nommer([cachee])} est cachée. ${remede}`);
  }
  if (aLire.length === 0) {
    const noms = nommer(titres(trouvees));
    throw new ErreurDUsage(`${feuille.nom} : aucune feuille de ce nom. Il y a : ${noms}.`);
  }
  const entieres = aLire.filter(({ entete }) => entete.manquantes.length === 0);
  if (entieres.length === 0 || (feuilles.length > 0 && entieres.length < aLire.length)) {
    throw new ErreurDUsage(`${feuille.nom} : ${direSansColonnes(feuille, aLire)}`);
  }
  const pleines = entieres.filter(({ onglet, rang }) => onglet.lignes.length > rang + 1);
  if (feuilles.length > 0 || pleines.length < 2) {
    return pleines.length > 0 ? pleines : entieres.slice(0, 1);
  }
  const options = pleines.map(({ onglet }) => `--feuille '${onglet.titre}'`).join(' ou ');
  throw new ErreurDUsage(
    `${feuille.nom} : plusieurs feuilles ont les colonnes : ${nommer(titres(pleines))}. ` +
      `Choisissez : ${options} (ou les deux, pour les lire toutes).`,
  );
}

/** Parmi des colonnes qui se disputent un nom, celles qui se liraient, et autrement. */
function departager(
  { voulue: { forme }, places }: Rivales,
  lignes: readonly LigneCsv[],
): readonly number[] {
  const essayees = lignes.slice(0, ESSAYEES);
  const lire = (place: number) => essayees.map(({ cellules }) => (cellules[place] ?? '').trim());
  const possibles = places.filter(
    (place) => !forme || lire(place).some((cellule) => forme.test(cellule)),
  );
  const [premiere = -1, ...autres] = possibles;
  const tout = (place: number) => JSON.stringify(lire(place));
  if (lignes.length <= ESSAYEES && autres.every((p) => tout(p) === tout(premiere))) {
    return [premiere].filter((place) => place >= 0);
  }
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

function direFeuilles(feuille: Feuille, lues: readonly Trouvee[]): string[] {
  if (feuille.onglets.every(({ titre }) => titre === '')) return [];
  const noms = titres(lues);
  const autres = feuille.onglets.map(({ titre }) => titre).filter((titre) => !noms.includes(titre));
  return [
    noms.length > 1
      ? `Classeur Excel : les feuilles ${nommer(noms)} sont lues.`
      : `Classeur Excel : la feuille ${nommer(noms)} est lue.`,
    ...(autres.length > 0 ? [`Pas lues : ${nommer(autres)}.`] : []),
    ...(feuille.cachees.length > 0 ? [`Cachées, pas lues : ${nommer(feuille.cachees)}.`] : []),
  ];
}

function exigerAccents({ titre, lignes }: Onglet, nom: string): void {
  if (titre === '') return;
  for (const { ligne, cellules } of lignes) {
    const accent = accentDouble(cellules.join('\n'));
    if (accent === null) continue;
    const ou = `${nom} : feuille « ${citer(titre)} », ligne ${ligne}`;
    throw new ErreurDUsage(direAccentDouble(ou, accent));
  }
}

function direFusions({ fusionnees }: Onglet, premiere: number, entete: Entete): string[] {
  const donnees = [...fusionnees].filter(([ligne]) => ligne >= premiere);
  if (donnees.length === 0) return [];
  const places = [...new Set(donnees.flatMap(([, colonnes]) => colonnes))].sort((a, b) => a - b);
  const noms = nommer(places.map((place) => entete.cellules[place] ?? String(place + 1)));
  const lignes = `${donnees.length} ligne${donnees.length > 1 ? 's' : ''}`;
  return [`Cellules fusionnées (${noms}) : leur valeur vaut pour chaque ligne, ${lignes} en tout.`];
}

/**
 * Choisit ce qui se lit d’un fichier : la feuille qui a les colonnes, la ligne d’en-têtes, et la
 * colonne de chaque nom.
 * @throws ErreurDUsage si rien ne convient, ou si plusieurs choix sont possibles : il faut demander
 */
export function choisir(
  feuille: Feuille,
  voulues: readonly Voulue[],
  reponses: Reponses,
): readonly Choisie[] {
  const trouvees = feuille.onglets.map((onglet) => chercher(onglet, voulues, reponses));
  const lues = feuillesDe(feuille, trouvees, reponses);
  return lues.map(({ onglet, entete: trouvee, rang }, i) => {
    exigerAccents(onglet, feuille.nom);
    const lignes = onglet.lignes.slice(rang + 1);
    const entete = trancher(trouvee, lignes, feuille.nom);
    const numero = onglet.lignes[rang]?.ligne ?? 1;
    const remarques = [
      ...(i === 0 ? [...feuille.remarques, ...direFeuilles(feuille, lues)] : []),
      ...(numero > 1 ? [`En-têtes à la ligne ${numero} ; ce qui est au-dessus n’est pas lu.`] : []),
      ...direLues(entete),
      ...direFusions(onglet, numero + 1, entete),
    ];
    return { entete, lignes, onglet, remarques };
  });
}
