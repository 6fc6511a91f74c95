import type { Ecarts } from '../../domain/dossier/ecarts.ts';
import type { Dossier } from '../../domain/dossier/panier.ts';
import { enumererEnBref } from '../enumerer.ts';
import { compte } from '../nombres.ts';

const JOUR_ET_HEURE = new Intl.DateTimeFormat('fr-BE', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Brussels',
});

/** « 28 novembre à 14:32 », ou rien si ce n’est pas un moment. */
export function quand(le: string | undefined): string | null {
  const moment = new Date(le ?? '');
  return Number.isNaN(moment.getTime()) ? null : JOUR_ET_HEURE.format(moment);
}

function lieuEnMots({ lieu }: Dossier): string {
  if (lieu === null) return 'aucune implantation';
  if (lieu.genre === 'implantation') return `l’implantation ${lieu.fase}`;
  const { nom, commune, options } = lieu.donnees;
  const ou = nom || commune;
  return `vos données${ou ? ` (${ou})` : ''}, ${compte(options.length, 'option')}`;
}

/** Un dossier en quelques mots : de quoi le reconnaître parmi deux. */
export const resumeDuDossier = (dossier: Dossier): string =>
  `${compte(dossier.demandes.length, 'demande')}${
    dossier.demandes.length > 0
      ? ` (${enumererEnBref(dossier.demandes.map(({ code }) => code))})`
      : ''
  }, ${lieuEnMots(dossier)}`;

/** Ce qu’une lecture a laissé de côté, une phrase par sorte. */
export function phrasesDesEcarts(ecarts: Ecarts | undefined): readonly string[] {
  if (!ecarts) return [];
  const { doubles, illisibles, demandesEnTrop, codesEnTrop, coupes, corriges } = ecarts;
  const phrases = [
    doubles.length > 0 && `Écrit deux fois, gardé une : ${enumererEnBref(doubles)}.`,
    illisibles > 0 && `Sans code d’option, laissé : ${compte(illisibles, 'ligne')}.`,
    demandesEnTrop > 0 && `De trop pour un dossier, laissé : ${compte(demandesEnTrop, 'demande')}.`,
    codesEnTrop > 0 && `De trop pour vos données, laissé : ${compte(codesEnTrop, 'code')}.`,
    coupes.length > 0 && `Texte trop long, coupé : ${enumererEnBref(coupes)}.`,
    corriges.length > 0 &&
      `Nombre ou choix impossible, remis à vide : ${enumererEnBref(corriges)}.`,
  ];
  return phrases.filter((phrase) => phrase !== false);
}
