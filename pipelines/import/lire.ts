import type { Rejet } from '../../src/domain/tables/edition.ts';
import { lireCellule } from '../check/cellule.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import type { Rangee } from '../read/base.ts';
import { CelluleAbimee } from './cellules.ts';
import { reconnaitre } from './colonnes.ts';
import type { Compte, Importee } from './compte.ts';
import type { Feuille } from './feuille.ts';
import type { Connues, Genre, Lue, Recue, Refus } from './genre.ts';

const enCellule = (valeur: Rangee[string]): string => {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return valeur === null || valeur === undefined ? '' : String(valeur);
};

/** Ce que le schéma de la table refuserait dans une rangée lue. */
function refusDuSchema({ table }: Genre, rangee: Rangee): Refus | null {
  for (const [nom, colonne] of Object.entries(table.colonnes)) {
    const valeur = rangee[nom] ?? null;
    const texte = valeur === null && colonne.motVide ? colonne.motVide : enCellule(valeur);
    const lecture = lireCellule(texte, colonne);
    if ('code' in lecture) {
      const raison = `colonne « ${nom} » : ${lecture.message}`;
      return { code: lecture.code, valeur: texte || '(vide)', raison };
    }
  }
  return null;
}

/** Une ligne de total n’entre pas, mais ce qu’elle annonce doit être la somme des lignes entrées. */
function verifierTotal(annonce: string, somme: number): Refus {
  const juste = annonce.replace(/\s/g, '') === String(somme);
  const raison = juste
    ? 'ligne de total : les lignes entrées font bien cette somme.'
    : `ligne de total : les lignes entrées depuis le total précédent font ${somme}.`;
  return { code: juste ? 'TOTAL' : 'TOTAL-FAUX', valeur: annonce, raison };
}

const lireSansTomber = (lire: (recue: Recue) => Lue, recue: Recue): Lue => {
  try {
    return lire(recue);
  } catch (cause) {
    if (!(cause instanceof CelluleAbimee)) throw cause;
    return { refus: { code: 'EXCEL', valeur: cause.valeur, raison: cause.message } };
  }
};

interface Entree {
  rangee: Rangee;
  readonly ligne: number;
  readonly fichier: string;
}

/**
 * Lit des fichiers d’un genre : chaque ligne reçue entre, est réunie à une autre, ou est écartée
 * avec sa raison.
 * @throws ErreurDUsage si une colonne attendue manque
 */
export function lireFeuilles(
  genre: Genre,
  feuilles: readonly Feuille[],
  connues: Connues,
): Importee {
  const entrees = new Map<string, Entree>();
  const lire = genre.lecteur(connues);
  const comptes = feuilles.map(({ nom: fichier, lignes, remarques }): Compte => {
    const [entete, ...reste] = lignes;
    const {
      places,
      manquantes,
      remarques: autres,
    } = reconnaitre(entete?.cellules ?? [], genre.colonnes);
    if (manquantes.length > 0) throw new ErreurDUsage(`${fichier} : ${manquantes.join(' ')}`);
    const rejets: Rejet[] = [];
    const corrections: string[] = [];
    let lues = 0;
    let reunies = 0;
    let somme = 0;
    for (const { ligne, cellules, faute } of reste) {
      const ecarter = (refus: Refus) =>
        rejets.push({
          genre: genre.nom,
          fichier,
          ligne,
          ...refus,
          valeur: refus.valeur || '(vide)',
        });
      if (faute !== undefined) {
        ecarter({ code: 'GUILLEMETS', valeur: cellules[0] ?? '', raison: `${faute}.` });
        continue;
      }
      const cellule = (nom: string) => cellules[places.get(nom) ?? -1] ?? '';
      const annonce = genre.total?.({ ligne, cellule }) ?? null;
      if (annonce !== null) {
        ecarter(verifierTotal(annonce, somme));
        somme = 0;
        continue;
      }
      const lue = lireSansTomber(lire, { ligne, cellule });
      const refus = 'refus' in lue ? lue.refus : refusDuSchema(genre, lue.rangee);
      if (refus !== null || 'refus' in lue) {
        if (refus) ecarter(refus);
        continue;
      }
      const cle = genre.table.cle.map((nom) => lue.rangee[nom]).join('/');
      const premiere = entrees.get(cle);
      const reunie = premiere && genre.reunir?.(premiere.rangee, lue.rangee);
      if (premiere && !reunie) {
        const ou = premiere.fichier === fichier ? '' : ` de ${premiere.fichier}`;
        const raison = `déjà à la ligne ${premiere.ligne}${ou}. Gardez une seule des deux.`;
        ecarter({ code: 'DOUBLON', valeur: cle, raison });
        continue;
      }
      corrections.push(...(lue.corrections ?? []).map((texte) => `ligne ${ligne} : ${texte}`));
      if (premiere && reunie) {
        premiere.rangee = reunie;
        reunies++;
      } else {
        entrees.set(cle, { rangee: lue.rangee, ligne, fichier });
        somme += Number(lue.rangee[genre.table.somme ?? ''] ?? 0);
        lues++;
      }
    }
    const recues = reste.length;
    return {
      fichier,
      recues,
      entrees: lues,
      reunies,
      rejets,
      corrections,
      remarques: [...remarques, ...autres],
    };
  });
  return { rangees: [...entrees.values()].map(({ rangee }) => rangee), comptes };
}
