import { BORNES_DE_PORTEE, type Portee } from '../domain/autour/portee.ts';
import type { Caractere } from '../domain/autour/types.ts';
import { enKm } from './distance.ts';
import { accord, compte, entier } from './nombres.ts';

const LOIN = 20;
const TRES_LOIN = 30;

/** Les classes de distance, de la plus proche à la plus lointaine, telles que la légende les dit. */
export const CLASSES_EN_MOTS: readonly string[] = [
  ...BORNES_DE_PORTEE.map((km, i) => {
    const avant = BORNES_DE_PORTEE[i - 1];
    return avant === undefined ? `jusqu’à ${km} km` : `de ${avant} à ${km} km`;
  }),
  `plus de ${BORNES_DE_PORTEE.at(-1)} km`,
];

export interface Cherchee {
  /** « 2115 Technicien en usinage ». */
  readonly titre: string;
  readonly caractere: Caractere | null;
  /** « Namur » ; vide : les dix zones. */
  readonly zone: string;
  /** L’offre des dix zones est connue : une absence y est vraie. */
  readonly complete: boolean;
}

const deCaractere = (caractere: Caractere | null): string =>
  caractere ? `, de caractère ${caractere}` : '';

/** Ce que la carte montre, en une phrase : d’où l’option est loin, et de combien. */
export function constatDePortee(portees: readonly Portee[], cherchee: Cherchee): string {
  const { titre, caractere, zone, complete } = cherchee;
  const de = deCaractere(caractere);
  const [premiere, ...autres] = portees;
  if (!premiere) {
    const qui = de ? `implantation${de},` : 'implantation';
    return complete
      ? `Aucune ${qui} n’organise ${titre}.`
      : `Dans l’offre connue, aucune ${qui} n’organise ${titre}.`;
  }
  const au = (km: number) => portees.filter(({ metres }) => metres > km * 1000).length;
  const loin = autres.reduce((a, b) => (b.metres > a.metres ? b : a), premiere);
  const ou = zone ? ` de la zone ${zone}` : '';
  const plus = au(LOIN);
  const distance = enKm(loin.metres / 1000, false);
  const lointaine = `La commune la plus éloignée est ${loin.commune.commune}, à ${distance} (${loin.proche.nom}).`;
  if (plus === 0) {
    return `${titre}${de} : aucune des ${compte(portees.length, 'commune')}${ou} n’en est à plus de ${LOIN} km. ${lointaine}`;
  }
  const tres = au(TRES_LOIN);
  const dont = tres > 0 ? `, dont ${entier(tres)} à plus de ${TRES_LOIN} km` : '';
  return (
    `${titre}${de} : ${compte(plus, 'commune')} sur ${portees.length}${ou} en ${accord(plus, 'est', 'sont')} ` +
    `à plus de ${LOIN} km${dont}. ${lointaine}`
  );
}

/**
 * Ce qu’il faut savoir des distances quand l’offre de quelques zones manque ; vide sinon.
 * @param trouvee il y a des distances : ce sont des maximums
 */
export function noteDePortee(sansOffre: number, zones: number, trouvee: boolean): string {
  if (sansOffre === 0) return '';
  const offre = `L’offre de ${compte(sansOffre, 'zone')} sur ${zones} n’est pas entièrement connue`;
  return trouvee
    ? `${offre} : une école plus proche peut l’organiser, et ces distances sont un maximum.`
    : `${offre} : une école peut l’organiser sans que cette édition le sache.`;
}
