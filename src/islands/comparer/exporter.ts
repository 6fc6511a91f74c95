import { type ColonnesDeContexte, csvDuTableau, ecrireTableau } from '../../charts/csv.ts';
import { enSvg } from '../../charts/fichier.ts';
import type { Tableau } from '../../charts/figure.ts';
import { enXml } from '../../charts/noeud.ts';
import { type Choisie, cartoucheDe, comparerZones } from '../../charts/zones/comparee.ts';
import type { Variante } from '../../domain/csv.ts';
import { enregistrer, type Sortie, sortirDe } from '../fichiers/sortir.ts';
import { enPng } from '../png.ts';
import { type CadreCompare, LARGEUR_DE_FIGURE } from './props.ts';

const csvDe = (
  tableau: Tableau,
  contexte: ColonnesDeContexte,
  nom: string,
  variante: Variante = 'standard',
): Sortie => ({
  contenu: new Blob([csvDuTableau(tableau, contexte, variante)], { type: 'text/csv' }),
  nom,
});

export const enregistrerCsv = (...csv: Parameters<typeof csvDe>): void =>
  enregistrer(csvDe(...csv));

/** Le classeur de la comparaison : ses indicateurs, et leurs parcours. */
export const enregistrerClasseur = (
  lien: Element,
  tableau: Tableau,
  parcours: Tableau,
  contexte: ColonnesDeContexte,
): Promise<void> =>
  sortirDe(
    lien,
    async (_avancer, arret) => {
      const { classeurXlsx } = await import('../fichiers/confier.ts');
      const feuilles = [
        { nom: 'indicateurs', ...ecrireTableau(tableau, contexte) },
        { nom: 'parcours', ...ecrireTableau(parcours, contexte) },
      ];
      return { contenu: await classeurXlsx(feuilles, arret), nom: 'comparer-tout.xlsx' };
    },
    'Le CSV reste disponible.',
  );

async function composer(
  { themes, contexte, edition, prefixe }: CadreCompare,
  choisies: readonly Choisie[],
  cle: string,
  type: string,
): Promise<Sortie> {
  const theme = themes.find(({ series }) => series.some((serie) => serie.cle === cle));
  const serie = theme?.series.find((s) => s.cle === cle);
  if (!theme || !serie) throw new Error(`« ${cle} » n’est pas un indicateur.`);
  const comparee = comparerZones(serie, choisies, LARGEUR_DE_FIGURE, theme.series);
  const nom = `comparer-${cle}`;
  if (type === 'csv') return csvDe(comparee.tableau, contexte, `${nom}.csv`);
  const cartouche = cartoucheDe(comparee, prefixe, [theme.source, edition]);
  const svg = enSvg(enXml(comparee.svg), cartouche);
  const contenu = type === 'png' ? await enPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
  return { contenu, nom: `${nom}.${type}` };
}

/**
 * Enregistre une figure telle qu’elle est montrée ; ce qui l’empêche se dit sous son lien.
 * @param cle l’indicateur
 * @param type `svg`, `png` ou `csv`
 */
export const enregistrerFigure = (
  lien: Element,
  comparaison: CadreCompare,
  choisies: readonly Choisie[],
  cle: string,
  type: string,
): Promise<void> =>
  sortirDe(
    lien,
    () => composer(comparaison, choisies, cle, type),
    type === 'png' ? 'Le SVG reste disponible.' : undefined,
  );
