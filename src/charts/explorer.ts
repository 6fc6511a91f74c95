import { type Dimension, TITRES_DE_DIMENSION } from '../domain/explorer/dimensions.ts';
import { MESURES_DEFINIES } from '../domain/explorer/mesures.ts';
import {
  type LigneDeReponse,
  type Reponse,
  type Valeur,
  valeurSure,
} from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import {
  direQuestion,
  direReponse,
  direValeur,
  ecrireValeur,
  estMinimum,
} from '../phrases/explorer.ts';
import { barresSimples } from './barres-simples.ts';
import type { CelluleDeTableau, Tableau } from './figure.ts';
import { nombres } from './figure.ts';
import type { Noeud } from './noeud.ts';

/** Au-delà, des barres ne se lisent plus d’un coup d’œil. */
const BARRES = 20;

const cellule = (lue: Valeur, { question }: Reponse, cle: string): CelluleDeTableau => {
  const texte = ecrireValeur(lue, question);
  const valeur = valeurSure(lue);
  if (valeur === null) return texte;
  // Un minimum ne s’exporte pas comme un nombre exact.
  const minimum = estMinimum(lue, question) && { masques: Math.max(1, lue.masques) };
  return { cle, valeur, texte, ...minimum };
};

const chemin = (dimension: Dimension, cle: string): string | null => {
  if (dimension === 'option') return `/options/${cle}/`;
  return dimension === 'implantation' ? `/implantations/${cle}/` : null;
};

/** Une somme par ligne a un sens, sauf d’année en année. */
export const aDesTotaux = ({ question, colonnes }: Reponse): boolean =>
  colonnes.length > 0 && question.colonnes !== 'annee-scolaire';

/** Le tableau d’une réponse : une ligne par valeur, ses colonnes s’il y en a, son total. */
export function tableauDeReponse(reponse: Reponse, noms: Noms, annees: readonly string[]): Tableau {
  const { question, colonnes, lignes } = reponse;
  const totaux = aDesTotaux(reponse);
  const mesure = MESURES_DEFINIES[question.mesure].titre;
  const rangee = (ligne: LigneDeReponse) => {
    const texte = direValeur(question.lignes, ligne, noms);
    const vers = chemin(question.lignes, ligne.cle);
    const seule = colonnes.length === 0 || totaux;
    return {
      cle: ligne.cle,
      cellules: [
        vers ? { texte, chemin: vers } : texte,
        ...ligne.valeurs.map((v, i) => cellule(v, reponse, `${ligne.cle}.${colonnes[i]?.cle}`)),
        ...(seule ? [cellule(ligne.total, reponse, `${ligne.cle}.total`)] : []),
      ],
    };
  };
  const dernier = colonnes.length === 0 ? [nombres(mesure)] : totaux ? [nombres('En tout')] : [];
  return {
    titre: direQuestion(question, annees, noms),
    colonnes: [
      { titre: TITRES_DE_DIMENSION[question.lignes] },
      ...colonnes.map((c) => nombres(direValeur(question.colonnes ?? 'zone', c, noms))),
      ...dernier,
    ],
    rangees: lignes.map(rangee),
  };
}

/** Les barres d’une réponse sans colonnes ; `null` si elles ne la montreraient pas bien. */
export function barresDeReponse(reponse: Reponse, noms: Noms, largeur: number): Noeud | null {
  const { question, colonnes, lignes } = reponse;
  const lues = lignes.slice(0, BARRES).map(({ total }) => total.valeur);
  const traces = lues.filter((valeur) => valeur !== null);
  if (colonnes.length > 0 || traces.length < 2 || traces.some((valeur) => valeur < 0)) return null;
  return barresSimples(
    lignes.slice(0, BARRES).map((ligne) => ({
      cle: ligne.cle,
      libelle: direValeur(question.lignes, ligne, noms),
      valeur: ligne.total.valeur ?? 0,
      etiquette: ecrireValeur(ligne.total, question),
    })),
    { largeur, constat: direReponse(reponse, noms), maximum: Math.max(...traces) },
  );
}

/** Une réponse qui suit les années scolaires : les siennes en colonnes, ou seule sur ses lignes. */
export const suitLesAnnees = ({ question, colonnes, lignes }: Reponse): boolean =>
  question.colonnes === 'annee-scolaire'
    ? colonnes.length > 1
    : question.lignes === 'annee-scolaire' && question.colonnes === null && lignes.length > 1;

/** Une réponse qui se range par zone ou par commune, et par rien d’autre : une carte la montre. */
export const seSitue = ({ question, colonnes, lignes, trouvees }: Reponse): boolean =>
  (question.lignes === 'zone' || question.lignes === 'commune') &&
  colonnes.length === 0 &&
  lignes.length === trouvees &&
  lignes.filter(({ total }) => total.valeur !== null).length > 1;
