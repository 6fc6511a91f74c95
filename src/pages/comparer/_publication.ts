import { csvDuTableau } from '../../charts/csv.ts';
import { enSvg } from '../../charts/fichier.ts';
import { enXml } from '../../charts/noeud.ts';
import {
  cartoucheDe,
  choisirZones,
  comparerZones,
  toutComparer,
} from '../../charts/zones/comparee.ts';
import { estSue } from '../../charts/zones/serie.ts';
import { themes } from '../../charts/zones/themes.ts';
import { demandeesPar } from '../../domain/connaissance.ts';
import { estFictive } from '../../domain/fictions.ts';
import { type CadreCompare, LARGEUR_DE_FIGURE } from '../../islands/comparer/props.ts';
import { lignesDeFichier } from '../../phrases/cartouche.ts';
import { direManque } from '../../phrases/connaissance.ts';
import { typographie } from '../../phrases/typographie.ts';
import { contexte, publication } from '../zones/_publication.ts';

/** Ce que la page de comparaison montre. */
export async function comparaisonPubliee(): Promise<Omit<CadreCompare, 'fichiers'>> {
  const { dossier, manifeste } = await publication();
  const connus = themes(dossier).flatMap((theme) => {
    const series = theme.series.filter(estSue);
    return series.length > 0 ? [{ ...theme, series }] : [];
  });
  const publies = connus.map((theme) => {
    const tables = [...new Set(theme.series.flatMap((serie) => serie.tables))];
    const [source = '', edition = ''] = lignesDeFichier(manifeste, tables);
    const series = theme.series.map((serie) => ({ ...serie, tables: [] }));
    return { ...theme, series, source, edition, tables };
  });
  return {
    zones: dossier.zones.map(({ zone, nom, slug }) => ({ zone, nom, slug })),
    themes: publies.map(({ id, titre, series, source }) => ({ id, titre, series, source })),
    prefixe: typographie(estFictive(manifeste) ? 'Dans cette édition fictive :' : ''),
    annee: dossier.anneeScolaire,
    edition: publies[0]?.edition ?? '',
    contexte: contexte(
      manifeste,
      publies.flatMap(({ tables }) => tables),
      [],
    ),
  };
}

/** Les indicateurs qu’aucune zone ne connaît, et ce qui leur manque ; `null` quand il n’y en a pas. */
export async function comparaisonsMuettes(): Promise<{ titres: string[]; manque: string } | null> {
  const { dossier, manifeste } = await publication();
  const muettes = themes(dossier).flatMap(({ series }) => series.filter((une) => !estSue(une)));
  if (muettes.length === 0) return null;
  const tables = demandeesPar(muettes.flatMap((une) => une.tables));
  const dits = [dossier.anneeScolaire, dossier.precedente ?? ''].map((annee) =>
    direManque(manifeste, tables, annee),
  );
  return {
    titres: muettes.map(({ titre }) => titre),
    manque: dits.find((dit) => dit !== '') ?? 'Non publié.',
  };
}

/** Les fichiers des dix zones : un SVG et un CSV par indicateur, et `tout`. */
export async function fichiersComparer(): Promise<{ nom: string; svg?: string; csv: string }[]> {
  const { zones, themes: publies, prefixe, edition, contexte: lignes } = await comparaisonPubliee();
  const toutes = choisirZones(zones);
  const series = publies.flatMap((theme) => theme.series);
  return [
    ...(series.length > 0
      ? [
          {
            nom: 'tout',
            csv: csvDuTableau(toutComparer(series, toutes, LARGEUR_DE_FIGURE), lignes),
          },
        ]
      : []),
    ...publies.flatMap(({ series: duTheme, source }) =>
      duTheme.map((serie) => {
        const comparee = comparerZones(serie, toutes, LARGEUR_DE_FIGURE);
        const cartouche = cartoucheDe(comparee, prefixe, [source, edition]);
        return {
          nom: serie.cle,
          svg: enSvg(enXml(comparee.svg), cartouche),
          csv: csvDuTableau(comparee.tableau, lignes),
        };
      }),
    ),
  ];
}
