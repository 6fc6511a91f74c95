import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { accentDouble, direAccentDouble } from '../read/encodage.ts';
import { direAnnee, exigerAnnee, exigerUneFeuille, reponsesDe } from './annees-dites.ts';
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
import { direLues, type Entete, placeDe, reconnaitre, type Voulue } from './colonnes.ts';
import { decroiser } from './croisees.ts';
import type { Feuille, OngletRecu } from './feuille.ts';
import { sansColonnesMasquees, trierMasquees } from './masquees.ts';
import type { ReponsesDImport } from './reponses.ts';
import { trancher } from './trancher.ts';

/** Une table à lire : son en-tête, ses lignes de données, et ce qu’il a fallu choisir. */
export interface FeuilleChoisie {
  readonly entete: Entete;
  readonly lignes: readonly LigneCsv[];
  readonly onglet: OngletRecu;
  /** Celles de la feuille : son titre peut dire l’année. */
  readonly reponses: ReponsesDImport;
  readonly remarques: readonly string[];
}

const ESSAYEES = 500;

/** Les colonnes à chercher, selon ce qu’on a répondu. */
type Chercher = (reponses: ReponsesDImport) => readonly Voulue[];

/** La première rangée qui a toutes les colonnes ; à défaut, celle qui en a le plus. */
function chercher(onglet: OngletRecu, attendues: Chercher, communes: ReponsesDImport): Trouvee {
  const reponses = reponsesDe(onglet, communes, attendues(communes));
  const voulues = attendues(reponses);
  const essayer = (cellules: readonly string[], rang: number): Trouvee => {
    const entete = reconnaitre(cellules, voulues, reponses.colonnes, reponses.annee);
    return { onglet, entete, rang, voulues, reponses };
  };
  const essais = onglet.lignes
    .slice(0, ESSAYEES)
    .map(({ cellules }, rang) => ({ cellules, rang }))
    .filter(({ cellules }) => !sansValeur(cellules))
    .slice(0, RANGEES)
    .map(({ cellules, rang }) => essayer(cellules, rang));
  const entiere = essais.find(({ entete }) => entete.manquantes.length === 0);
  return entiere ?? (essais.length > 0 ? plusComplete(essais) : essayer([], 0));
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
  attendues: Chercher,
  communes: ReponsesDImport,
): readonly FeuilleChoisie[] {
  const { nom } = feuille;
  const decroisees = feuille.onglets.map((onglet) =>
    decroiser(sansColonnesMasquees(onglet, communes), attendues(communes), communes),
  );
  const croisees = new Map(decroisees.map(({ onglet, remarques }) => [onglet, remarques]));
  const trouvees = decroisees.map(({ onglet }) => chercher(onglet, attendues, communes));
  const lues = feuillesDe(feuille, trouvees, communes);
  exigerUneFeuille(lues, communes, nom);
  return lues.map(({ onglet, entete: trouvee, rang, voulues, reponses }, i) => {
    exigerAccents(onglet, nom);
    exigerTitres(trouvee, reponses, nom);
    const toutes = onglet.lignes.slice(rang + 1);
    const entete = trancher(trouvee, voulues, reponses, toutes, nom);
    exigerAnnee({ onglet, entete }, toutes, reponses, nom);
    const { lignes, remarques } = trierMasquees(onglet, entete, toutes, reponses, nom);
    const numero = onglet.lignes[rang]?.ligne ?? 1;
    const dites = [
      ...(i === 0 ? [...feuille.remarques, ...direFeuilles(feuille, lues)] : []),
      ...(numero > 1 ? [`En-têtes à la ligne ${numero} ; ce qui est au-dessus n’est pas lu.`] : []),
      ...(croisees.get(onglet) ?? []),
      ...direLues(entete),
      ...direAnnee({ onglet, entete }, onglet.lignes.slice(0, rang), reponses),
      ...direFusions(onglet, numero + 1, entete),
      ...remarques,
    ];
    return { entete, lignes, onglet, reponses, remarques: dites };
  });
}
