import { anneeScolaireDe } from '../../domain/annees.ts';
import type { Campagne } from '../../domain/dossier/campagne.ts';
import type { TypeDeDemande } from '../../domain/dossier/panier.ts';
import { dateEnLettres } from '../dates.ts';
import { typographie } from '../typographie.ts';

/** Une demande ouvre à l’une de deux rentrées ; un dédoublement, dès celle d’avant. */
const rentreesDe = ({ ouverture }: Campagne): string =>
  `à la rentrée ${ouverture} ou ${ouverture + 1}`;

/**
 * La prochaine date limite, les années qu’elle vise, et la date manquée.
 * @param annee année scolaire dont l’édition publie les règles
 * @param dans combien de jours il reste, là où l’on peut le dire : pas sur du papier
 */
export function phrasesDeLaCampagne(
  campagne: Campagne,
  annee: string,
  dans?: string,
): readonly string[] {
  const { limite, passee, prochaine, ouverture } = campagne;
  const annees = `${anneeScolaireDe(ouverture)} ou ${anneeScolaireDe(ouverture + 1)}`;
  return [
    `La prochaine date limite est le ${dateEnLettres(prochaine)}${dans ? `, dans ${dans}` : ''}, pour une ouverture ${rentreesDe(campagne)} (année scolaire ${annees}).`,
    'Après cette date, une demande n’est pas prise en compte.',
    ...(passee
      ? [
          `Les demandes pour ${annee} étaient attendues le ${dateEnLettres(limite)} : cette date est passée.`,
        ]
      : []),
  ].map(typographie);
}

/** Le calendrier d’un dédoublement, quand le dossier en a un. */
export const phraseDuDedoublement = ({ ouverture }: Campagne): string =>
  `Un dédoublement suit son propre calendrier : il peut ouvrir dès la rentrée ${ouverture - 1}.`;

/** L’échéance d’une seule demande. */
export function echeanceCourte(campagne: Campagne, type: TypeDeDemande): string {
  const quand =
    type === 'Dédoublement' ? `dès la rentrée ${campagne.ouverture - 1}` : rentreesDe(campagne);
  return `À introduire pour le ${dateEnLettres(campagne.prochaine)}, ouverture ${quand}.`;
}
