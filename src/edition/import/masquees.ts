import { ErreurDUsage } from '../probleme.ts';
import type { LigneCsv } from '../read/analyse.ts';
import { sansValeur } from './annexes.ts';
import { citerNoms } from './choix.ts';
import type { Entete } from './colonnes.ts';
import type { OngletRecu } from './feuille.ts';
import type { ReponsesDImport } from './reponses.ts';

/** Une feuille sans ses colonnes masquées, si c’est ce qu’on a choisi. */
export function sansColonnesMasquees(
  onglet: OngletRecu,
  { masquees: choix }: ReponsesDImport,
): OngletRecu {
  const colonnes = onglet.masquees?.colonnes ?? new Set();
  if (choix !== 'laisser' || colonnes.size === 0) return onglet;
  const lignes = onglet.lignes.map((ligne) => ({
    ...ligne,
    cellules: ligne.cellules.map((cellule, i) => (colonnes.has(i + 1) ? '' : cellule)),
  }));
  return { ...onglet, lignes };
}

/**
 * Les lignes à lire d’une feuille qui en masque : un filtre, souvent, que l’on a oublié ou voulu.
 * @throws ErreurDUsage si rien n’est choisi : il faut demander
 */
export function trierMasquees(
  { masquees }: OngletRecu,
  entete: Entete,
  lignes: readonly LigneCsv[],
  { masquees: choix }: ReponsesDImport,
  nom: string,
): { readonly lignes: readonly LigneCsv[]; readonly remarques: readonly string[] } {
  const cachees = lignes.filter(
    ({ ligne, cellules }) => masquees?.lignes.has(ligne) && !sansValeur(cellules),
  );
  const colonnes = [...entete.places.values()].filter((place) => masquees?.colonnes.has(place + 1));
  if (cachees.length === 0 && colonnes.length === 0) return { lignes, remarques: [] };
  const titres = citerNoms(colonnes.map((place) => entete.cellules[place] ?? String(place + 1)));
  const quoi = [
    ...(cachees.length > 0
      ? [
          `${cachees.length} ligne${cachees.length > 1 ? 's' : ''} (dont la ligne ${cachees[0]?.ligne})`,
        ]
      : []),
    ...(titres ? [`la colonne ${titres}`] : []),
  ].join(' et ');
  if (choix === null) {
    throw new ErreurDUsage(
      `${nom} : la feuille masque ${quoi}, par un filtre peut-être. Choisissez : --masquees lire, ou ` +
        '--masquees laisser.',
    );
  }
  const laissees = new Set(choix === 'laisser' ? cachees : []);
  return {
    lignes: lignes.filter((ligne) => !laissees.has(ligne)),
    remarques: [`Masquées, ${choix === 'lire' ? 'lues quand même' : 'laissées'} : ${quoi}.`],
  };
}
