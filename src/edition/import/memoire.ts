import type { ReponseGardee } from '../../domain/tables/edition.ts';
import { placeDe } from './colonnes.ts';
import type { Feuille } from './feuille.ts';
import type { ReponseDImport } from './reponses.ts';

const SEULES = ['milliers', 'annee', 'masquees', 'tus', 'deux'] as const;
const LISTES = ['colonne', 'feuille', 'additionner', 'garder', 'sans'] as const;
type Seule = (typeof SEULES)[number];
type Liste = (typeof LISTES)[number];

/** Une réponse qui nomme une année ne vaut que pour le fichier de cette année. */
const DATEE = /(^|[^\d])(19|20)\d\d([^\d]|$)/;
const ESSAYEES = 500;

/** Ce qu’une réponse règle : une colonne n’a qu’un titre, les autres listes vont ensemble. */
const sujet = (option: Liste, texte: string): string =>
  option === 'colonne' ? `colonne ${texte.split('=', 1)[0]?.trim()}` : option;

/** Le fichier a de quoi suivre la réponse : la colonne qu’elle nomme, ou la feuille. */
function convient(option: Liste, texte: string, feuilles: readonly Feuille[]): boolean {
  if (option === 'sans') return true;
  const onglets = feuilles.flatMap((feuille) => feuille.onglets);
  if (option === 'feuille') return onglets.some(({ titre }) => titre === texte);
  const [avant = '', ...apres] = texte.split('=');
  const titre = (option === 'colonne' ? apres.join('=') : avant).trim();
  return onglets.some(({ lignes }) =>
    lignes.slice(0, ESSAYEES).some(({ cellules }) => placeDe(cellules, titre) >= 0),
  );
}

/**
 * Ajoute aux réponses données celles que le dossier garde, là où rien n’est donné et où le fichier
 * a de quoi les suivre.
 * @returns les réponses, et celles reprises, à dire
 */
export function rappeler(
  gardees: readonly ReponseGardee[],
  genre: string,
  donnee: ReponseDImport,
  feuilles: readonly Feuille[],
): { readonly reponse: ReponseDImport; readonly reprises: readonly string[] } {
  const siennes = gardees.filter((gardee) => gardee.genre === genre);
  const donnees = new Set([
    ...SEULES.filter((option) => donnee[option] !== undefined),
    ...LISTES.flatMap((option) => (donnee[option] ?? []).map((texte) => sujet(option, texte))),
  ]);
  const seules = siennes.filter(
    ({ option }) => SEULES.includes(option as Seule) && !donnees.has(option),
  );
  const listes = siennes.filter(
    ({ option, valeur }) =>
      LISTES.includes(option as Liste) &&
      !donnees.has(sujet(option as Liste, valeur)) &&
      convient(option as Liste, valeur, feuilles),
  );
  const valeurs = (option: Liste): string[] => [
    ...listes.filter((gardee) => gardee.option === option).map(({ valeur }) => valeur),
    ...(donnee[option] ?? []),
  ];
  const reprises = [...seules, ...listes].map(({ option, valeur }) => `--${option} '${valeur}'`);
  return {
    reponse: {
      ...donnee,
      ...Object.fromEntries(seules.map(({ option, valeur }) => [option, valeur])),
      ...Object.fromEntries(LISTES.map((option) => [option, valeurs(option)])),
    },
    reprises:
      reprises.length > 0
        ? [`Réponses gardées dans import.csv, reprises : ${reprises.join(' ')}.`]
        : [],
  };
}

/** Ce que le dossier gardera : les réponses données, sauf celles d’une seule année, et les autres. */
export function retenir(
  gardees: readonly ReponseGardee[],
  genre: string,
  donnee: ReponseDImport,
): readonly ReponseGardee[] {
  const nouvelles = [
    ...SEULES.flatMap((option) => {
      const valeur = donnee[option];
      return valeur === undefined ? [] : [{ genre, option, valeur, sur: option as string }];
    }),
    ...LISTES.flatMap((option) =>
      (donnee[option] ?? []).map((valeur) => ({
        genre,
        option,
        valeur,
        sur: sujet(option, valeur),
      })),
    ),
  ].filter(({ valeur }) => !DATEE.test(valeur));
  const refaits = new Set(nouvelles.map(({ sur }) => sur));
  const restent = gardees.filter(({ genre: autre, option, valeur }) => {
    const sien = LISTES.includes(option as Liste) ? sujet(option as Liste, valeur) : option;
    return autre !== genre || !refaits.has(sien);
  });
  return [...restent, ...nouvelles.map(({ sur: _, ...gardee }) => gardee)];
}
