import { estAbsent, lireTu } from '../../domain/effectif-tu.ts';
import { deuxComptes, deuxLectures, lireEntier, nettoyer } from '../../domain/fichier-recu.ts';
import type { Tu } from '../../domain/tu.ts';
import { citer } from './citer.ts';
import { type Lue, poserQuestion, refuser } from './genre.ts';
import { direJour } from './jours.ts';
import type { ReponsesDImport } from './reponses.ts';

const EFFECTIF_ABSENT =
  'effectif que la source ne donne pas : ce n’est pas forcément zéro élève. --tus garder le tient ' +
  'pour un élève au moins, --tus zero pour aucun.';

/** Un nombre ou des bornes, pas un refus. */
export const estLu = (lu: number | Tu | Lue): lu is number | Tu =>
  typeof lu === 'number' || 'auPlus' in lu;

/** De deux nombres dans une cellule, celui que la réponse désigne, ou la question. */
function lireDeux(
  brut: string,
  [premier, second]: readonly [number, number],
  { deux }: ReponsesDImport,
): number | Lue {
  const somme = premier + second;
  if (deux !== null) return { premier, second, somme }[deux];
  const lectures = `${premier} (--deux premier), ${second} (--deux second) ou ${somme} (--deux somme)`;
  const question = `« ${nettoyer(brut)} » élèves tient deux nombres, et se lit ${lectures}`;
  return poserQuestion('DEUX-NOMBRES', nettoyer(brut), question);
}

/**
 * Le nombre d’élèves, ou les bornes que la source en donne ; d’un nombre à deux lectures, celle que
 * la réponse désigne, ou la question.
 */
export function lireEleves(brut: string, reponses: ReponsesDImport): number | Tu | Lue {
  const { milliers, tus } = reponses;
  const tu = lireTu(brut);
  if (tu) return tu;
  const deux = deuxComptes(brut);
  if (deux) return lireDeux(brut, deux, reponses);
  const double = deuxLectures(brut);
  if (double && milliers === null) {
    const option = double.signe === '.' ? 'point' : 'virgule';
    const { mille, un } = double;
    const question = `« ${nettoyer(brut)} » élèves se lit ${mille} (--milliers ${option}) ou ${un} (--milliers aucun)`;
    return poserQuestion('MILLIERS', nettoyer(brut), question);
  }
  const lus = double?.signe === milliers ? double?.mille : double?.un;
  if (/[.,]/.test(double ? (lus ?? '') : '')) {
    return refuser('ELEVES', nettoyer(brut), 'ce n’est pas un nombre entier.');
  }
  const eleves = lireEntier(lus ?? brut);
  if (/^\d+$/.test(eleves)) {
    const jour = direJour(Number(eleves));
    return jour === null ? Number(eleves) : refuser('EXCEL', eleves, jour);
  }
  if (estAbsent(eleves) && tus === 'zero') return 0;
  if (estAbsent(eleves) && tus === 'garder') return { auMoins: 1, auPlus: null };
  return estAbsent(eleves)
    ? refuser('EFFECTIF-TU', eleves, EFFECTIF_ABSENT)
    : refuser('ELEVES', eleves, 'attendu : un nombre d’élèves, zéro compris.');
}

/** Un effectif gardé tel que la source le tait, ou celui de deux qu’on a choisi. */
export function direTu(brut: string, lu: number | Tu): string[] {
  if (typeof lu === 'number' && deuxComptes(brut)) return [`élèves « ${citer(brut)} » lus ${lu}`];
  if (typeof lu === 'number' && !estAbsent(brut)) return [];
  return [
    `élèves « ${citer(brut) || '(vide)'} » ${lu === 0 ? 'lus zéro' : 'gardés comme la source les tait'}`,
  ];
}
