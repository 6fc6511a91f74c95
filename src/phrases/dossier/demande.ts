import type { Candidat } from '../../domain/dossier/candidats.ts';
import type { Demande } from '../../domain/dossier/panier.ts';
import { compte } from '../nombres.ts';
import { typographie } from '../typographie.ts';

/** Les élèves attendus face à la norme : « 14 attendus pour une norme de 12 : 2 de marge ». */
export function phraseDesAttendus({ faits }: Candidat, { type, attendus }: Demande): string {
  const { norme } = faits.besoin;
  if (type === 'Dédoublement') {
    return 'Dédoublement : la circulaire n’y met pas de norme de création, mais trois conditions.';
  }
  if (norme.genre === 'sans_norme') return 'Sans norme de création.';
  if (norme.genre === 'non_prevu') return 'Norme non prévue par le texte.';
  if (attendus === null) return typographie(`Norme : ${compte(norme.valeur, 'élève')}.`);
  const ecart = attendus - norme.valeur;
  const suite =
    ecart < 0
      ? `il en manque ${-ecart}`
      : ecart === 0
        ? 'tout juste atteinte'
        : `${ecart} de marge`;
  return typographie(`${attendus} attendus pour une norme de ${norme.valeur} : ${suite}.`);
}

/** La norme d’un candidat, en une cellule de tableau. */
export function normeCourte({ faits, situation }: Candidat): string {
  if (situation === 'a_dedoubler') return 'dédoublement';
  const { norme } = faits.besoin;
  if (norme.genre === 'valeur') return String(norme.valeur);
  return norme.genre === 'sans_norme' ? 'sans norme' : 'non prévu';
}
