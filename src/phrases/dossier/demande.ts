import type { Candidat } from '../../domain/dossier/candidats.ts';
import type { Demande } from '../../domain/dossier/panier.ts';
import { compte } from '../nombres.ts';
import { typographie } from '../typographie.ts';

/** « 12 », ou « 10 ou 12 » quand une liste qu’on n’a pas en décide. */
const normeDite = ({ valeur, autreValeur }: { valeur: number; autreValeur?: number }): string =>
  autreValeur === undefined ? String(valeur) : `${autreValeur} ou ${valeur}`;

function faceALaNorme(attendus: number, valeur: number): string {
  const ecart = attendus - valeur;
  if (ecart < 0) return `il en manque ${-ecart}`;
  return ecart === 0 ? 'tout juste atteinte' : `${ecart} de marge`;
}

/** Les élèves attendus face à la norme : « 14 attendus pour une norme de 12 : 2 de marge ». */
export function phraseDesAttendus({ faits }: Candidat, { type, attendus }: Demande): string {
  const { norme } = faits.besoin;
  if (type === 'Dédoublement') {
    return 'Dédoublement : la circulaire n’y met pas de norme de création, mais trois conditions.';
  }
  if (norme.genre === 'sans_norme') return 'Sans norme de création.';
  if (norme.genre === 'non_prevu') return 'Norme non prévue par le texte.';
  const { valeur, autreValeur } = norme;
  const dite = normeDite(norme);
  if (attendus === null) {
    return typographie(
      `Norme : ${autreValeur === undefined ? '' : `${autreValeur} ou `}${compte(valeur, 'élève')}.`,
    );
  }
  const suite = faceALaNorme(attendus, valeur);
  const autre = autreValeur === undefined ? suite : faceALaNorme(attendus, autreValeur);
  const face = autre === suite ? suite : `${autre}, ou ${suite}, selon une liste qu’on n’a pas`;
  return typographie(`${attendus} attendus pour une norme de ${dite} : ${face}.`);
}

/** La norme d’un candidat, en une cellule de tableau. */
export function normeCourte({ faits, situation }: Candidat): string {
  if (situation === 'a_dedoubler') return 'dédoublement';
  const { norme } = faits.besoin;
  if (norme.genre === 'valeur') return normeDite(norme);
  return norme.genre === 'sans_norme' ? 'sans norme' : 'non prévu';
}
