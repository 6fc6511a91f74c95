import type { Echeance } from '../domain/tables/calendrier.ts';

const FIN_DE_LIGNE = '\r\n';
const LARGEUR = 73;

const echapper = (texte: string): string => texte.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Coupe une ligne trop longue, sans couper un caractère (RFC 5545, § 3.1). */
function plier(ligne: string): string {
  const lignes: string[] = [''];
  let octets = 0;
  for (const caractere of ligne) {
    const taille = new TextEncoder().encode(caractere).length;
    if (octets + taille > LARGEUR) {
      lignes.push('');
      octets = 1;
    }
    lignes[lignes.length - 1] += caractere;
    octets += taille;
  }
  return lignes.join(`${FIN_DE_LIGNE} `);
}

const date = (annee: number, mois: number, jour: number): string =>
  new Date(Date.UTC(annee, mois - 1, jour)).toISOString().slice(0, 10).replaceAll('-', '');

/**
 * Le calendrier d’une campagne, en rendez-vous d’une journée qui reviennent chaque année.
 * @param annee année civile des demandes, la première des rendez-vous
 * @returns le texte d’un fichier iCalendar (RFC 5545)
 */
export function calendrierIcs(echeances: readonly Echeance[], annee: number): string {
  const evenements = echeances.flatMap((e) => [
    'BEGIN:VEVENT',
    `UID:${e.id}@oad-ouvert`,
    `DTSTAMP:${annee}0101T000000Z`,
    `DTSTART;VALUE=DATE:${date(annee + e.decalage_annee, e.mois, e.jour)}`,
    `DTEND;VALUE=DATE:${date(annee + e.decalage_annee, e.mois, e.jour + 1)}`,
    'RRULE:FREQ=YEARLY',
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    `SUMMARY:${echapper(`${e.intitule} (à confirmer)`)}`,
    `DESCRIPTION:${echapper(
      [
        `${e.acteur}.`,
        e.detail,
        'Date habituelle, à confirmer par la circulaire de l’année.',
        `Source : ${e.reference}.`,
      ]
        .filter(Boolean)
        .join(' '),
    )}`,
    'END:VEVENT',
  ]);
  const lignes = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OAD ouvert//Calendrier des demandes//FR',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Programmation du qualifiant',
    ...evenements,
    'END:VCALENDAR',
  ];
  return lignes.map(plier).join(FIN_DE_LIGNE) + FIN_DE_LIGNE;
}
