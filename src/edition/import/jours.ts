/** Du 1er janvier 2000 à la fin de 2049, les jours tels qu’un tableur les compte. */
const JOURS = [36526, 54788] as const;
const UN_JOUR = 86_400_000;
const ORIGINE = Date.UTC(1899, 11, 30);

const jour = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeZone: 'UTC' });

/** Pourquoi un effectif n’en est pas un, s’il est le numéro qu’un tableur donne à un jour. */
export function direJour(effectif: number): string | null {
  if (effectif < JOURS[0] || effectif > JOURS[1]) return null;
  const date = jour.format(ORIGINE + effectif * UN_JOUR);
  return `c’est le numéro qu’un tableur donne au ${date} : une date y a pris la place d’un effectif. Ressaisissez.`;
}
