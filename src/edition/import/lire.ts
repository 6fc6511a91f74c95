import { choisir, type FeuilleChoisie } from './choisir.ts';
import { citer, nomDeFichier, nomLibre } from './citer.ts';
import { colonnesLues, exigerAttendues } from './colonnes.ts';
import type { Compte, Importee } from './compte.ts';
import { Depouillement, type Entree } from './depouiller.ts';
import type { Feuille } from './feuille.ts';
import { type Connues, type Genre, porteeDe } from './genre.ts';
import type { ReponsesDImport } from './reponses.ts';

interface Nommee extends FeuilleChoisie {
  readonly fichier: string;
}

/** Les colonnes à trouver ; celle dont une réponse tient lieu peut manquer. */
const voulues = ({ colonnes }: Genre, reponses: ReponsesDImport) =>
  colonnes.map((colonne) =>
    colonne.aDefaut?.donnee(reponses) ? { ...colonne, facultative: true } : colonne,
  );

/** Les tables à lire, sous des noms de fichiers sans dossier, et chacun différent des autres. */
function nommer(feuilles: readonly Feuille[], genre: Genre, reponses: ReponsesDImport): Nommee[] {
  const nommees: Nommee[] = [];
  for (const feuille of feuilles) {
    const nom = nomDeFichier(feuille.nom);
    const choisies = choisir({ ...feuille, nom }, voulues(genre, reponses), reponses);
    for (const choisie of choisies) {
      const suite = choisies.length > 1 ? ` [${citer(choisie.onglet.titre)}]` : '';
      const pris = nommees.map(({ fichier }) => fichier);
      nommees.push({ ...choisie, fichier: nomLibre(`${nom}${suite}`, pris) });
    }
  }
  return nommees;
}

/**
 * Lit des fichiers d’un genre : chaque ligne reçue entre, est réunie à une autre, ou est écartée
 * avec sa raison.
 * @throws ErreurDUsage si une colonne attendue manque, ou si le fichier a deux lectures
 */
export function lireFeuilles(
  genre: Genre,
  feuilles: readonly Feuille[],
  connues: Connues,
  reponses: ReponsesDImport,
): Importee {
  exigerAttendues(reponses, genre.colonnes);
  const entrees = new Map<string, Entree>();
  const lecteur = {
    genre,
    lire: genre.lecteur(connues, reponses),
    situer: genre.situer?.(connues, reponses),
  };
  const questions: string[] = [];
  const comptes = nommer(feuilles, genre, reponses).map((table): Omit<Compte, 'portees'> => {
    const { fichier, lignes, remarques } = table;
    const lu = new Depouillement(lecteur, fichier, entrees, table, reponses);
    for (const ligne of lignes) lu.lire(ligne);
    questions.push(...lu.questions());
    return {
      fichier,
      recues: lu.recues,
      entrees: lu.entrees,
      reunies: lu.reunies,
      rejets: lu.rejets,
      perdues: lu.perdues(),
      corrections: lu.corrections,
      remarques: [...remarques, ...lu.suppositions()],
      colonnes: colonnesLues(table.entete),
    };
  });
  const rangees = [...entrees.values()];
  const portees = Map.groupBy(rangees, ({ fichier }) => fichier);
  return {
    questions,
    rangees: rangees.map(({ rangee }) => rangee),
    comptes: comptes.map((compte) => {
      const siennes = (portees.get(compte.fichier) ?? []).map((e) => porteeDe(genre, e.rangee));
      return { ...compte, portees: [...new Set(siennes)].sort() };
    }),
  };
}
