import { NON_CONNU } from '../domain/besoin.ts';
import { type Dimension, FILTRES, TITRES_DE_DIMENSION } from '../domain/explorer/dimensions.ts';
import { estEvolution, MESURES_DEFINIES } from '../domain/explorer/mesures.ts';
import { anneesDe, type Question } from '../domain/explorer/question.ts';
import type { Entete, LigneDeReponse, Reponse, Valeur } from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import { libelle } from '../domain/filtre/libelles.ts';
import { enNombre } from '../domain/nombres.ts';
import { effectifCourt, MASQUE, NON_CONNUE } from './effectif.ts';
import { enumererEnBref } from './enumerer.ts';
import { avecSigne, compte, decimal, entier, part } from './nombres.ts';
import { noteDesRuptures, periodesComparables } from './tendance.ts';
import { enMinuscule, typographie } from './typographie.ts';

const ORDINAL = (annee: string): string => `${annee}e`;

const MOTS: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  caractere: { confessionnel: 'Confessionnel', 'non confessionnel': 'Non confessionnel' },
  mode: { PE: 'Plein exercice', ALT: 'Alternance' },
  maintien: {
    sous: 'Sous la norme de maintien',
    atteinte: 'Norme de maintien atteinte',
    sans: 'Sans norme fixée, ou masquée',
  },
};

/** Le nom d’une valeur d’une dimension, en toutes lettres. */
export function direValeur(dimension: Dimension, { cle, nom }: Entete, noms: Noms): string {
  if (cle === NON_CONNU && dimension !== 'besoin') return 'Non connu';
  if (dimension === 'option') return `${cle} ${nom}`;
  if (dimension === 'annee-etude') return ORDINAL(cle);
  if (dimension === 'zone' || dimension === 'secteur' || dimension === 'groupe') {
    return libelle(dimension, cle, noms);
  }
  const connue = dimension === 'besoin' || dimension === 'filiere' || dimension === 'forme';
  if (connue || dimension === 'annees') return libelle(dimension, cle, noms);
  return MOTS[dimension]?.[cle] ?? nom;
}

function nombreEcrit(valeur: number, { mesure, part: en }: Question): string {
  if (en !== 'non') return part(valeur);
  switch (MESURES_DEFINIES[mesure].ecriture) {
    case 'decimal':
      return decimal(valeur);
    case 'part':
      return part(valeur);
    case 'ecart':
      return avecSigne(valeur, entier);
    case 'ecart-relatif':
      return avecSigne(valeur, part);
    default:
      return entier(valeur);
  }
}

/** Une somme à laquelle manquent des effectifs masqués, ou des zones : elle se dit « au moins ». */
export function estMinimum({ masques, etat }: Valeur, { mesure }: Question): boolean {
  const { rapport, masquable } = MESURES_DEFINIES[mesure];
  if (rapport || estEvolution(mesure)) return false;
  return etat === 'partiel' || (masquable && masques > 0);
}

/** Un nombre de la réponse, ou pourquoi il n’y en a pas. */
export function ecrireValeur(lue: Valeur, question: Question): string {
  const { valeur, masques, etat } = lue;
  if (etat === 'inconnu') return NON_CONNUE;
  if (valeur === null) return masques > 0 ? MASQUE : '–';
  if (masques > 0 && question.mesure === 'eleves' && question.part === 'non') {
    const ecrit = effectifCourt({ ...lue, eleves: valeur - (lue.tus_au_moins ?? 0) });
    return etat === 'partiel' && lue.tus !== undefined ? `au moins ${entier(valeur)}` : ecrit;
  }
  if (valeur === 0 && masques > 0 && estMinimum(lue, question)) return MASQUE;
  if (estMinimum(lue, question)) return `au moins ${nombreEcrit(valeur, question)}`;
  // Un rapport de ce qui se connaît n’est ni un minimum, ni celui du tout.
  const ou = etat === 'partiel' ? ' (zones connues)' : '';
  return `${nombreEcrit(valeur, question)}${ou}`;
}

const enMots = (filtre: (typeof FILTRES)[number], valeurs: readonly string[], noms: Noms): string =>
  enumererEnBref(
    valeurs.map((cle) => direValeur(filtre, { cle, nom: '' }, noms).trim()),
    5,
  );

/** Les filtres d’une question, un par un. */
export const filtresDits = (question: Question, noms: Noms): readonly string[] =>
  FILTRES.flatMap((filtre) => {
    const valeurs = question.choix[filtre] ?? [];
    return valeurs.length === 0
      ? []
      : [`${TITRES_DE_DIMENSION[filtre]} : ${enMots(filtre, valeurs, noms)}`];
  });

/** La question en une phrase : ce qui se compte, par quoi, quand, et sur quoi. */
export function direQuestion(question: Question, annees: readonly string[], noms: Noms): string {
  const { mesure, lignes, colonnes } = question;
  const par = [lignes, ...(colonnes ? [colonnes] : [])]
    .map((d) => `par ${enMinuscule(TITRES_DE_DIMENSION[d])}`)
    .join(' et ');
  const [debut = '', ...suite] = anneesDe(question, annees);
  const fin = suite.at(-1);
  const quand = fin === undefined ? `en ${debut}` : `de ${debut} à ${fin}`;
  const filtres = filtresDits(question, noms).map((filtre) => ` ; ${enMinuscule(filtre)}`);
  const reunies = [lignes, colonnes].includes('option') && question.anciens;
  return typographie(
    `${MESURES_DEFINIES[mesure].titre} ${par}, ${quand}${filtres.join('')}` +
      `${reunies ? ' ; chaque option avec ses anciens codes' : ''}.`,
  );
}

/** Ses années scolaires se comparent-elles telles quelles ? Oui, année d’étude par année d’étude. */
const coupe = ({ choix, lignes, colonnes }: Question): boolean =>
  ![lignes, colonnes].includes('annee-etude') && !choix['annee-etude']?.length;

/** La période de chaque année scolaire : une autre période ne se compare pas. */
export const periodesDeQuestion = (
  question: Question,
  annees: readonly Pick<Entete, 'cle'>[],
): readonly number[] =>
  coupe(question) ? periodesComparables(annees.map(({ cle }) => cle)) : annees.map(() => 0);

/** Les deux bouts de la plus longue période : la place de chacun parmi les années. */
function boutsComparables(
  question: Question,
  annees: readonly Pick<Entete, 'cle'>[],
): readonly [debut: number, fin: number] {
  const periodes = periodesDeQuestion(question, annees);
  const longueur = (p: number) => periodes.filter((autre) => autre === p).length;
  const [longue = 0] = [...new Set(periodes)].sort((a, b) => longueur(b) - longueur(a) || b - a);
  if (longueur(longue) < 2) return [0, annees.length - 1];
  return [periodes.indexOf(longue), periodes.lastIndexOf(longue)];
}

/** Ce qui empêche de comparer les années d’une réponse ; vide si rien ne l’empêche. */
export function noteDeReponse({ question, colonnes, lignes }: Reponse): string {
  const annees =
    question.colonnes === 'annee-scolaire'
      ? colonnes
      : question.lignes === 'annee-scolaire'
        ? lignes
        : [];
  return coupe(question) ? typographie(noteDesRuptures(annees.map(({ cle }) => cle))) : '';
}

/** Plusieurs parcours ne se lisent plus dans une phrase. */
const SUIVIES = 3;

/** D’une année à l’autre pour la première ligne ou chaque colonne, ou la case extrême du tableau croisé. */
function direCroise({ question, colonnes, lignes }: Reponse, noms: Noms): string {
  const [premiere] = lignes;
  const nommer = (ligne: Entete) => direValeur(question.lignes, ligne, noms);
  const dire = (valeur: Valeur | undefined) => (valeur ? ecrireValeur(valeur, question) : '–');
  if (question.colonnes === 'annee-scolaire' && premiere) {
    const [debut, fin] = boutsComparables(question, colonnes);
    const de = (i: number) => `${dire(premiere.valeurs[i])} en ${colonnes[i]?.cle}`;
    return `${nommer(premiere)} : de ${de(debut)} à ${de(fin)}.`;
  }
  if (question.lignes === 'annee-scolaire') {
    const [debut, fin] = boutsComparables(question, lignes);
    const parcours = colonnes.slice(0, SUIVIES).map((colonne, i) => {
      const de = (rang: number) => `${dire(lignes[rang]?.valeurs[i])} en ${lignes[rang]?.cle}`;
      const nom = direValeur(question.colonnes ?? 'zone', colonne, noms);
      return `${nom} : de ${de(debut)} à ${de(fin)}`;
    });
    return `${parcours.join(' ; ')}.`;
  }
  const cases = lignes.flatMap((ligne) =>
    ligne.valeurs.map((valeur, i) => ({ ligne, valeur, colonne: colonnes[i] })),
  );
  const sens = question.tri === 'petit' ? -1 : 1;
  const [tete] = cases
    .filter(({ valeur }) => valeur.valeur !== null)
    .sort((a, b) => sens * ((b.valeur.valeur ?? 0) - (a.valeur.valeur ?? 0)));
  if (!tete?.colonne || question.colonnes === null) return '';
  const ou = `${nommer(tete.ligne)}, ${direValeur(question.colonnes, tete.colonne, noms)}`;
  return `${sens > 0 ? 'Au plus haut' : 'Au plus bas'}, ${ou} : ${dire(tete.valeur)}.`;
}

/** Ce que la réponse dit d’abord. */
export function direReponse(reponse: Reponse, noms: Noms): string {
  const { question, lignes, trouvees, total } = reponse;
  const [premiere] = lignes;
  if (!premiere) return 'Rien dans l’édition ne répond à cette question.';
  const nommer = (ligne: Entete) => direValeur(question.lignes, ligne, noms);
  const dire = (valeur: Valeur) => ecrireValeur(valeur, question);
  const combien = `${compte(trouvees, 'ligne')}.`;
  if (question.colonnes !== null) {
    return typographie(`${direCroise(reponse, noms)} ${combien}`.trim());
  }
  if (question.lignes === 'annee-scolaire') {
    const [debut, fin] = boutsComparables(question, lignes).map((i) => lignes[i] ?? premiere);
    const de = (ligne: LigneDeReponse = premiere) => `${dire(ligne.total)} en ${ligne.cle}`;
    return typographie(`De ${de(debut)} à ${de(fin)}.`);
  }
  const somme = !MESURES_DEFINIES[question.mesure].rapport && question.part === 'non';
  const sur = somme && !estEvolution(question.mesure) ? ` sur ${dire(total)} en tout` : '';
  const ensemble = sur === '' && question.part === 'non' ? ` ; en tout : ${dire(total)}` : '';
  if (question.tri === 'nom') return typographie(combien);
  const ou = question.tri === 'grand' ? 'Au plus haut' : 'Au plus bas';
  return typographie(
    `${ou}, ${nommer(premiere)} : ${dire(premiere.total)}${sur}${ensemble}. ${combien}`,
  );
}

/** Combien de lignes une requête a rendues. */
export const direReponseSql = (
  [singulier, pluriel]: readonly [string, string],
  lignes: number,
): string =>
  lignes === 0 ? 'Rien dans ce que l’édition connaît.' : `${compte(lignes, singulier, pluriel)}.`;

/** Une ligne d’une requête en mots : ses textes, puis ses nombres suivis du nom de leur colonne. */
export const direLigneSql = (ligne: Readonly<Record<string, string | number>>): string =>
  typographie(
    Object.entries(ligne)
      .map(([nom, valeur]) =>
        typeof valeur === 'string'
          ? valeur
          : `${enNombre(valeur, 1)} ${Math.abs(valeur) < 2 ? nom.replace(/s$/, '') : nom}`,
      )
      .join(' · '),
  );
