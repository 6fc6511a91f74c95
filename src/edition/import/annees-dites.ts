import { anneeScolaireDe } from '../../domain/annees.ts';
import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { citer } from './citer.ts';
import type { Entete, Voulue } from './colonnes.ts';
import type { OngletRecu } from './feuille.ts';
import type { ReponsesDImport } from './reponses.ts';

const ANNEE = /(?<!\d)(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)(?!\d)/;
/** L’année d’un effectif, celle d’une liste. */
const COLONNES = ['annee_scolaire', 'annee'];
/** Un titre peut s’écrire sur plusieurs lignes : « Élèves », puis « 2022-2023 ». */
const SOUS_TITRES = 2;

/** L’année scolaire qu’un titre dit : « Élèves 2023-2024 », « 2023/24 » ; `null` : aucune. */
export function anneeDite(titre: string): string | null {
  const [, debut, fin] = ANNEE.exec(titre) ?? [];
  const suit = debut !== undefined && Number(fin) === (Number(debut) + 1) % 100;
  return suit ? anneeScolaireDe(Number(debut)) : null;
}

const CIVILE = /(?<!\d)20\d\d(?!\d)/g;

/** Ce qu’un titre dit de l’année, s’il en dit une autre que celle demandée : « 2021-2022 », « 2021 ». */
function autreQue(titre: string, demandee: string): string | null {
  const dite = anneeDite(titre);
  if (dite !== null) return dite.includes(demandee) ? null : dite;
  const civiles = titre.match(CIVILE) ?? [];
  return civiles.some((annee) => demandee.includes(annee)) ? null : (civiles[0] ?? null);
}

/** L’année demandée, scolaire ou celle d’une liste ; `null` : aucune, ou seulement un sens. */
const demandeeDe = (annee: string | null): string | null =>
  annee === null ? null : (anneeDite(annee) ?? (/^20\d\d$/.test(annee) ? annee : null));

const ditSonAnnee = ({ places }: Entete): boolean => COLONNES.some((nom) => places.has(nom));

/** Un titre sans l’année scolaire demandée : de « Élèves 2023-2024 », « Élèves ». */
export const sansAnnee = (titre: string, annee: string | null): string =>
  annee !== null && anneeDite(titre) === annee ? titre.replace(ANNEE, ' ') : titre;

/** Les réponses d’une feuille d’effectifs : son titre dit l’année, si rien d’autre n’est répondu. */
export function reponsesDe(
  onglet: OngletRecu,
  reponses: ReponsesDImport,
  voulues: readonly Voulue[],
): ReponsesDImport {
  const scolaire = voulues.some(({ nom }) => nom === COLONNES[0]);
  const annee = scolaire && reponses.annee === null ? anneeDite(onglet.titre) : null;
  return annee === null ? reponses : { ...reponses, annee };
}

/** L’année que disent le titre d’une colonne et ce qui est écrit juste dessous. */
export function anneeDeColonne(
  { cellules }: Entete,
  lignes: readonly LigneCsv[],
  place: number,
): string | null {
  const dessous = lignes.slice(0, SOUS_TITRES).map((ligne) => ligne.cellules[place] ?? '');
  return [cellules[place] ?? '', ...dessous].map(anneeDite).find((a) => a !== null) ?? null;
}

interface Lue {
  readonly onglet: OngletRecu;
  readonly entete: Entete;
}

/**
 * L’année qu’un fichier sans colonne d’année dit ailleurs que dans ses lignes, pour le rapport.
 * @param avant les lignes au-dessus de l’en-tête
 */
export function direAnnee(
  { onglet, entete }: Lue,
  avant: readonly LigneCsv[],
  { annee }: ReponsesDImport,
): string[] {
  if (ditSonAnnee(entete)) return [];
  const titre = anneeDite(onglet.titre);
  if (titre !== null && titre === annee)
    return [`Année scolaire ${titre}, par le titre de la feuille.`];
  const dites = new Set(avant.flatMap(({ cellules }) => cellules.map(anneeDite)));
  dites.delete(null);
  const demandee = demandeeDe(annee) ?? '';
  const [autre, ...memes] = [...dites].filter((dite) => !dite?.includes(demandee));
  if (autre === undefined || memes.length + 1 < dites.size) return [];
  return [`Un titre, au-dessus des colonnes, dit ${autre} ; lu ${annee}, comme demandé. Vérifiez.`];
}

/**
 * Refuse de lire sous une année ce qu’un titre dit d’une autre.
 * @throws ErreurDUsage
 */
export function exigerAnnee(
  { onglet, entete }: Lue,
  lignes: readonly LigneCsv[],
  { annee }: ReponsesDImport,
  nom: string,
): void {
  const demandee = demandeeDe(annee);
  if (demandee === null || ditSonAnnee(entete)) return;
  const colonnes = [...entete.places.values()].map((place) => {
    const sous = anneeDeColonne(entete, lignes, place);
    const titre = entete.cellules[place] ?? '';
    return {
      quoi: `la colonne « ${citer(titre) || place + 1} »`,
      dite: autreQue(titre, demandee) ?? (sous?.includes(demandee) ? null : sous),
    };
  });
  const feuille = {
    quoi: `la feuille « ${citer(onglet.titre)} »`,
    dite: autreQue(onglet.titre, demandee),
  };
  const autre = [feuille, ...colonnes].find(({ dite }) => dite !== null);
  if (!autre) return;
  throw new ErreurDUsage(
    `${nom} : ${autre.quoi} dit ${autre.dite}, et vous demandez ${demandee}. ` +
      'Répondez une autre --annee, ou désignez une autre colonne ou une autre feuille.',
  );
}

/**
 * Une seule année ne vaut pas pour plusieurs feuilles qui n’en disent aucune.
 * @throws ErreurDUsage
 */
export function exigerUneFeuille(
  lues: readonly Lue[],
  { annee }: ReponsesDImport,
  nom: string,
): void {
  const sans = lues.filter(
    ({ entete, onglet }) => !ditSonAnnee(entete) && anneeDite(onglet.titre) === null,
  );
  if (lues.length < 2 || sans.length === 0 || demandeeDe(annee) === null) return;
  throw new ErreurDUsage(
    `${nom} : --annee ${annee} vaudrait pour plusieurs feuilles. Importez-les l’une après l’autre, ` +
      'chacune avec son année (--feuille, --annee).',
  );
}
