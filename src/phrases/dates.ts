import { type JourDuMois, jourEnLettres, nomDuMois } from '../domain/calendrier/jour.ts';

export { type JourDuMois, jourEnLettres };

/** Une date ISO entière ou partielle : « 25 août 2025 », « mars 2025 », « 2025 ». */
export function dateEnLettres(iso: string): string {
  const [annee, numero, jour] = iso.split('-').map(Number);
  if (!numero) return String(annee);
  if (!jour) return `${nomDuMois(numero)} ${annee}`;
  return `${jourEnLettres({ jour, mois: numero })} ${annee}`;
}
