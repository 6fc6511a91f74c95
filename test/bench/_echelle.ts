/** Le plus grand numéro FASE que le schéma admet. */
export const FASE_MAX = 999_999;

const DUREE = 5;
const PREMIERE_RENTREE = 2019;

/** De quoi décaler les années livrées, par paquets de cinq ans, pour avoir plus de lignes. */
export const anneeScolairesDe = (paquets: number): ((annee: string) => string)[] =>
  Array.from({ length: paquets }, (_, i) => (annee: string) => {
    const debut = Number(annee.slice(0, 4)) - DUREE * (paquets - 1 - i);
    if (debut < PREMIERE_RENTREE - 19) throw new Error('Pas assez d’années avant 2000.');
    return `${debut}-${debut + 1}`;
  });
