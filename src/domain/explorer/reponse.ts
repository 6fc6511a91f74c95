import { type Couverte, etatDe, type TableCouverte } from '../connaissance.ts';
import { bornesDe, type Effectif } from '../effectif.ts';
import { estEvolution, MESURES_DEFINIES } from './mesures.ts';
import { anneesDe, type Question } from './question.ts';

type Tus = Pick<Effectif, 'tus' | 'tus_au_moins' | 'tus_au_plus'>;

/** Une rangée que rend le SQL d’une question. */
export interface RangeeLue extends Tus {
  readonly ligne: string;
  readonly nom_ligne: string;
  readonly colonne: string;
  readonly nom_colonne: string;
  readonly haut: number;
  readonly bas: number;
  /** Les effectifs masqués que le numérateur ne compte pas. */
  readonly masques: number;
  /** Les élèves publiés, au début pour une évolution : ce qui fait une petite ligne. */
  readonly eleves: number;
}

/** Un nombre de la réponse ; sans valeur, `connu` et `masques` disent pourquoi. */
export interface Valeur extends Tus {
  /** Ce qui en est sûr. */
  readonly valeur: number | null;
  readonly masques: number;
  /** `partiel` : le compte est un minimum ; `inconnu` : il n’y en a pas. */
  readonly etat: 'connu' | 'partiel' | 'inconnu';
}

/** Ce qu’une figure ou un fichier peut montrer : masquée en entier, une valeur n’est pas zéro. */
export const valeurSure = ({ valeur, masques }: Valeur): number | null =>
  valeur === 0 && masques > 0 ? null : valeur;

export interface Entete {
  readonly cle: string;
  readonly nom: string;
}

export interface LigneDeReponse extends Entete {
  readonly valeurs: readonly Valeur[];
  readonly total: Valeur;
  /** Les élèves comparés, au début et à la fin d’une évolution ; vide s’ils ne se connaissent pas. */
  readonly bouts?: readonly [debut: number, fin: number];
}

export interface Reponse {
  readonly question: Question;
  readonly colonnes: readonly Entete[];
  readonly lignes: readonly LigneDeReponse[];
  /** Les lignes trouvées, montrées ou non. */
  readonly trouvees: number;
  readonly total: Valeur;
}

/** Ce que les rangées d’une question disent à chaque étage. */
export interface RangeesLues {
  readonly cellules: readonly RangeeLue[];
  readonly parLigne: readonly RangeeLue[];
  readonly parColonne: readonly RangeeLue[];
  readonly tout: readonly RangeeLue[];
}

/** Ce que l’édition dit d’elle-même, pour juger de ce qui manque. */
export interface Contexte extends Couverte {
  readonly annees: readonly string[];
  /** Le numéro de chaque zone. */
  readonly zones: readonly string[];
}

const tablesDe = (question: Question): readonly TableCouverte[] => {
  const rangees = [question.lignes, question.colonnes];
  const filtre = (cle: keyof Question['choix']) => (question.choix[cle]?.length ?? 0) > 0;
  const lieBesoin =
    rangees.includes('besoin') || filtre('besoin') || question.mesure === 'part-tc-fc';
  const lieMaintien =
    rangees.includes('maintien') || filtre('maintien') || question.mesure === 'part-sous-norme';
  const lieEtude = rangees.includes('annee-etude') || filtre('annee-etude') || lieMaintien;
  return [
    'inscriptions',
    ...(lieEtude || estEvolution(question.mesure) ? (['inscriptions.annee_etude'] as const) : []),
    ...(rangees.includes('mode') || filtre('mode') || lieMaintien
      ? (['inscriptions.mode'] as const)
      : []),
    ...(lieBesoin ? (['thematiques_communes', 'fonctions_critiques'] as const) : []),
  ];
};

/** Ce que l’édition sait de ces zones, ces années-là, de tout ce que demande la question. */
function connaissanceDe(
  question: Question,
  { annees, zones, ...couverte }: Contexte,
  ligne: string | null,
  colonne: string | null,
): Valeur['etat'] {
  const fixe = (dimension: 'zone' | 'annee-scolaire'): string | null =>
    (question.lignes === dimension ? ligne : null) ??
    (question.colonnes === dimension ? colonne : null);
  const zone = fixe('zone');
  const annee = fixe('annee-scolaire');
  const choisies = question.choix.zone ?? [];
  const deZones =
    zone !== null ? [zone] : zones.filter((z) => choisies.length === 0 || choisies.includes(z));
  const dAnnees = annee !== null ? [annee] : anneesDe(question, annees);
  const etats = deZones.flatMap((z) =>
    dAnnees.flatMap((a) => tablesDe(question).map((t) => etatDe(couverte, t, Number(z), a))),
  );
  if (etats.every((etat) => etat === 'connu')) return 'connu';
  // Un écart dont un bout n’est pas entier ne se borne pas.
  if (estEvolution(question.mesure)) return 'inconnu';
  const seule = deZones.length * dAnnees.length === 1;
  const tues = etats.filter((etat) => etat === 'inconnu').length;
  return (seule && tues > 0) || tues === etats.length ? 'inconnu' : 'partiel';
}

/** Ce qu’une rangée vaut : rien de lu où tout est connu est un vrai zéro, ou un rapport sans objet. */
function valeurDe(question: Question, lue: RangeeLue | undefined, etat: Valeur['etat']): Valeur {
  const { rapport, masquable } = MESURES_DEFINIES[question.mesure];
  const masques = lue?.masques ?? 0;
  if (etat === 'inconnu') return { valeur: null, masques, etat };
  if (!lue) return { valeur: rapport ? null : 0, masques, etat };
  const incertain = masquable && masques > 0 && (rapport || estEvolution(question.mesure));
  if (incertain) return { valeur: null, masques, etat };
  if (!rapport) {
    return { valeur: lue.haut + (lue.tus_au_moins ?? 0), masques, etat, ...bornesDe(lue) };
  }
  return { valeur: lue.bas === 0 ? null : lue.haut / lue.bas, masques, etat };
}

function boutsDe(
  { mesure }: Question,
  lue: RangeeLue | undefined,
  { etat, masques }: Valeur,
): LigneDeReponse['bouts'] {
  if (!lue || !estEvolution(mesure) || etat !== 'connu' || masques > 0) return undefined;
  return [lue.eleves, lue.eleves + lue.haut];
}

const NOMS_CROISSANTS = new Intl.Collator('fr', { numeric: true });

function trier(lignes: readonly LigneDeReponse[], question: Question): LigneDeReponse[] {
  const parNom = (a: Entete, b: Entete) => NOMS_CROISSANTS.compare(a.cle, b.cle);
  const range = question.lignes === 'annee-scolaire' || question.tri === 'nom';
  if (range) return [...lignes].sort(parNom);
  const sens = question.tri === 'grand' ? -1 : 1;
  const rang = ({ valeurs, total }: LigneDeReponse) =>
    (question.colonnes === 'annee-scolaire' ? (valeurs.at(-1) ?? total) : total).valeur;
  return [...lignes].sort((a, b) => {
    const [x, y] = [rang(a), rang(b)];
    if (x === null || y === null) return x === y ? parNom(a, b) : x === null ? 1 : -1;
    return sens * (x - y) || parNom(a, b);
  });
}

const entetes = (lues: readonly Entete[]): Entete[] =>
  [...new Map(lues.map((lue) => [lue.cle, lue])).values()].sort((a, b) =>
    NOMS_CROISSANTS.compare(a.cle, b.cle),
  );

/** Une valeur en part d’un total, si tous deux se connaissent en entier. */
function enPart(valeur: Valeur, total: Valeur | undefined): Valeur {
  if (total && (total.etat !== 'connu' || valeur.etat !== 'connu')) {
    return { valeur: null, masques: 0, etat: 'inconnu' };
  }
  const divisible = total?.valeur && valeur.masques + total.masques === 0;
  return {
    ...valeur,
    valeur: divisible && valeur.valeur !== null ? valeur.valeur / (total?.valeur ?? 1) : null,
  };
}

/**
 * La réponse d’une question : les lignes triées et les premières gardées, chaque nombre avec ce
 * qu’il vaut. Les zones que l’édition ne connaît pas y ont leur ligne.
 */
export function repondre(question: Question, lues: RangeesLues, contexte: Contexte): Reponse {
  const croise = question.colonnes !== null;
  const ajoutees = (dimension: Question['colonnes']): readonly Entete[] => {
    const choisies = question.choix.zone ?? [];
    return dimension === 'zone'
      ? contexte.zones
          .filter((cle) => choisies.length === 0 || choisies.includes(cle))
          .map((cle) => ({ cle, nom: cle }))
      : [];
  };
  const colonnes = croise
    ? entetes([
        ...lues.cellules.map((l) => ({ cle: l.colonne, nom: l.nom_colonne })),
        ...ajoutees(question.colonnes),
      ])
    : [];
  const par = (l: RangeeLue) => `${l.ligne}\u0000${l.colonne}`;
  const cellules = new Map(lues.cellules.map((lue) => [par(lue), lue]));
  const deLigne = new Map(lues.parLigne.map((lue) => [lue.ligne, lue]));
  const deColonne = new Map(lues.parColonne.map((lue) => [lue.colonne, lue]));
  const valoir = (lue: RangeeLue | undefined, ligne: string | null, colonne: string | null) =>
    valeurDe(question, lue, connaissanceDe(question, contexte, ligne, colonne));
  const totaux = colonnes.map(({ cle }) => valoir(deColonne.get(cle), null, cle));
  const total = valoir(lues.tout[0], null, null);
  const connues = entetes([
    ...lues.parLigne.map((l) => ({ cle: l.ligne, nom: l.nom_ligne })),
    ...ajoutees(question.lignes),
  ]).filter(({ cle }) => (deLigne.get(cle)?.eleves ?? 0) >= question.auMoins);
  const lignes = connues.map(({ cle, nom }): LigneDeReponse => {
    const sienne = valoir(deLigne.get(cle), cle, null);
    const siennes = colonnes.map((c) => valoir(cellules.get(`${cle}\u0000${c.cle}`), cle, c.cle));
    const bouts = boutsDe(question, deLigne.get(cle), sienne);
    return { cle, nom, valeurs: siennes, total: sienne, ...(bouts && { bouts }) };
  });
  const triees = trier(lignes, question);
  const gardees = question.premieres > 0 ? triees.slice(0, question.premieres) : triees;
  const base = { question, colonnes, trouvees: triees.length, total };
  if (question.part === 'non') return { ...base, lignes: gardees };
  const de = (ligne: Valeur, i: number) =>
    ({ ligne, colonne: totaux[i], tout: total, non: undefined })[question.part];
  return {
    ...base,
    total: enPart(total, total),
    lignes: gardees.map((l) => ({
      ...l,
      valeurs: l.valeurs.map((v, i) => enPart(v, de(l.total, i))),
      total: enPart(l.total, question.part === 'ligne' ? l.total : total),
    })),
  };
}
