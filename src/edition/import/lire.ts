import { choisir, type FeuilleChoisie } from './choisir.ts';
import { citer, nomDeFichier, nomLibre } from './citer.ts';
import { colonnesLues, exigerAttendues } from './colonnes.ts';
import type { Compte, Importee } from './compte.ts';
import { Depouillement } from './depouiller.ts';
import { Entrees } from './entrees.ts';
import type { Feuille } from './feuille.ts';
import { type Connues, type Genre, porteeDe } from './genre.ts';
import type { Rangees } from './rangees.ts';
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
    const choisies = choisir({ ...feuille, nom }, (siennes) => voulues(genre, siennes), reponses);
    for (const choisie of choisies) {
      const suite = choisies.length > 1 ? ` [${citer(choisie.onglet.titre)}]` : '';
      const pris = nommees.map(({ fichier }) => fichier);
      nommees.push({ ...choisie, fichier: nomLibre(`${nom}${suite}`, pris) });
    }
  }
  return nommees;
}

interface Lecture {
  readonly table: Nommee;
  readonly lu: Depouillement;
}

function ouvrir(
  genre: Genre,
  feuilles: readonly Feuille[],
  connues: Connues,
  reponses: ReponsesDImport,
): { readonly lectures: readonly Lecture[]; readonly finir: () => Importee<Rangees> } {
  exigerAttendues(reponses, genre.colonnes);
  const entrees = new Entrees(genre.table);
  const lectures = nommer(feuilles, genre, reponses).map((table) => {
    const lecteur = {
      genre,
      lire: genre.lecteur(connues, table.reponses),
      situer: genre.situer?.(connues, table.reponses),
    };
    return { table, lu: new Depouillement(lecteur, table.fichier, entrees, table) };
  });
  return { lectures, finir: () => conclure(genre, entrees, lectures, reponses) };
}

function conclure(
  genre: Genre,
  entrees: Entrees,
  lectures: readonly Lecture[],
  reponses: ReponsesDImport,
): Importee<Rangees> {
  for (const { lu } of lectures) lu.exigerColonnes();
  const portees = entrees.portees((rangee) => porteeDe(genre, rangee));
  return {
    questions: [
      ...lectures.flatMap(({ lu }) => lu.questions()),
      ...(genre.recouper?.(entrees.rangees, reponses) ?? []),
    ],
    rangees: entrees.rangees,
    comptes: lectures.map(({ table: { fichier, remarques, entete }, lu }): Compte => {
      const { recues, entrees: entres, reunies, rejets } = lu;
      return {
        ...{ fichier, recues, entrees: entres, reunies, rejets },
        perdues: lu.perdues(),
        corrections: lu.corrections(),
        remarques: [...remarques, ...lu.suppositions()],
        colonnes: colonnesLues(entete),
        portees: [...(portees.get(fichier) ?? [])].sort(),
      };
    }),
  };
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
): Importee<Rangees> {
  const { lectures, finir } = ouvrir(genre, feuilles, connues, reponses);
  for (const { table, lu } of lectures) for (const ligne of table.lignes) lu.lire(ligne);
  return finir();
}

/** Les mêmes fichiers, dont les longs se lisent par lots : leurs lignes ne sont jamais ensemble. */
export async function lireAuFil(
  genre: Genre,
  feuilles: readonly Feuille[],
  connues: Connues,
  reponses: ReponsesDImport,
): Promise<Importee<Rangees>> {
  const { lectures, finir } = ouvrir(genre, feuilles, connues, reponses);
  for (const { table, lu } of lectures) {
    const { lots } = table.onglet;
    if (lots === undefined) for (const ligne of table.lignes) lu.lire(ligne);
    const premiere = table.lignes[0]?.ligne ?? 0;
    for await (const lot of lots?.() ?? []) {
      for (const ligne of lot) if (ligne.ligne >= premiere) lu.lire(ligne);
    }
  }
  return finir();
}
