import { DIMENSIONS, FILTRES, type Filtre } from '../explorer/dimensions.ts';
import { MESURES_EXPLOREES } from '../explorer/mesures.ts';
import {
  accorder,
  PARTS,
  PREMIERES,
  QUESTION_NEUVE,
  type Question,
  TRIS_DE_REPONSE,
} from '../explorer/question.ts';
import { Ignorees, lireConnues, morceaux } from './ignorees.ts';

/** Ce que l’édition connaît : de quoi reconnaître une valeur impossible. */
export interface ConnuesExplorer {
  readonly annees: readonly string[];
  readonly choix: Readonly<Record<Filtre, readonly string[]>>;
}

export interface AdresseExplorer {
  readonly question: Question;
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

const AU_PLUS = 1_000_000;

/** Lit la partie `?…` d’une adresse de l’exploration ; une valeur inconnue est ignorée avec un avis. */
export function decodeExplorer(search: string, connues: ConnuesExplorer): AdresseExplorer {
  const parametres = new URLSearchParams(search);
  const ignorees = new Ignorees();
  const lire = <T extends string>(cle: string, possibles: readonly T[]): readonly T[] =>
    lireConnues(cle, morceaux(...parametres.getAll(cle)), possibles, ignorees);
  const lireUne = <T extends string>(cle: string, possibles: readonly T[], defaut: T): T =>
    lire(cle, possibles)[0] ?? defaut;
  const lireAnnee = (cle: string): string => lireUne(cle, connues.annees, '');

  function lireNombre(cle: string, defaut: number): number {
    const texte = parametres.get(cle);
    if (texte === null) return defaut;
    const nombre = Number(texte);
    if (/^\d+$/.test(texte) && nombre <= AU_PLUS) return nombre;
    ignorees.ajouter(cle, texte);
    return defaut;
  }

  const choix: Partial<Record<Filtre, readonly string[]>> = {};
  for (const filtre of FILTRES) {
    const valeurs = lire(filtre, connues.choix[filtre]);
    if (valeurs.length > 0) choix[filtre] = valeurs;
  }
  const [colonnes = null] = lire('colonnes', DIMENSIONS);
  const premieres = lireUne('premieres', PREMIERES.map(String), String(QUESTION_NEUVE.premieres));
  const question: Question = {
    mesure: lireUne('mesure', MESURES_EXPLOREES, QUESTION_NEUVE.mesure),
    lignes: lireUne('lignes', DIMENSIONS, QUESTION_NEUVE.lignes),
    colonnes,
    annee: lireAnnee('annee-scolaire'),
    depuis: lireAnnee('depuis'),
    choix,
    anciens: lireUne('anciens', ['oui', 'non'], 'oui') === 'oui',
    auMoins: lireNombre('au-moins', QUESTION_NEUVE.auMoins),
    premieres: Number(premieres),
    tri: lireUne('tri', TRIS_DE_REPONSE, QUESTION_NEUVE.tri),
    part: lireUne('part', PARTS, QUESTION_NEUVE.part),
  };
  return { question: accorder(question), avis: ignorees.avis };
}

/**
 * Écrit une question dans une adresse, clés dans un ordre fixe, valeurs par défaut omises.
 * @returns la chaîne vide, ou `?…`
 */
export function encodeExplorer(question: Question): string {
  const neuve = QUESTION_NEUVE;
  const sauf = <T>(valeur: T, defaut: T): string => (valeur === defaut ? '' : String(valeur ?? ''));
  const paires: readonly (readonly [string, string])[] = [
    ['mesure', sauf(question.mesure, neuve.mesure)],
    ['lignes', sauf(question.lignes, neuve.lignes)],
    ['colonnes', sauf(question.colonnes, neuve.colonnes)],
    ['depuis', question.depuis],
    ['annee-scolaire', question.annee],
    ...FILTRES.map((filtre): readonly [string, string] => [
      filtre,
      (question.choix[filtre] ?? []).map(encodeURIComponent).join(','),
    ]),
    ['anciens', question.anciens ? '' : 'non'],
    ['au-moins', sauf(question.auMoins, neuve.auMoins)],
    ['premieres', sauf(question.premieres, neuve.premieres)],
    ['tri', sauf(question.tri, neuve.tri)],
    ['part', sauf(question.part, neuve.part)],
  ];
  const ecrites = paires.filter(([, valeur]) => valeur !== '').map((paire) => paire.join('='));
  return ecrites.length === 0 ? '' : `?${ecrites.join('&')}`;
}
