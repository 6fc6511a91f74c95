import { csvDuTableau, ecrireTableau } from '../../charts/csv.ts';
import { enSvg } from '../../charts/fichier.ts';
import { enXml } from '../../charts/noeud.ts';
import {
  cartoucheDe,
  choisirZones,
  comparerZones,
  toutComparer,
} from '../../charts/zones/comparee.ts';
import { toutesLesEvolutions } from '../../charts/zones/evolution-comparee.ts';
import { evolutions } from '../../charts/zones/evolutions.ts';
import { estSue } from '../../charts/zones/serie.ts';
import { themes } from '../../charts/zones/themes.ts';
import { demandeesPar } from '../../domain/connaissance.ts';
import { estFictive } from '../../domain/fictions.ts';
import type { FeuilleXlsx } from '../../export/xlsx.ts';
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
    evolutions: evolutions(dossier),
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

type Tables = Pick<CadreCompare, 'zones' | 'themes' | 'evolutions'>;

function tableauxCompares({ zones, themes: publies, evolutions: lues }: Tables) {
  const toutes = choisirZones(zones);
  const series = publies.flatMap((theme) => theme.series);
  return {
    tout: toutComparer(series, toutes, LARGEUR_DE_FIGURE),
    parcours: toutesLesEvolutions(lues, toutes),
  };
}

/** Le classeur des dix zones : les indicateurs, et leurs parcours. */
export async function classeurCompare(): Promise<readonly FeuilleXlsx[]> {
  const publiee = await comparaisonPubliee();
  const { tout, parcours } = tableauxCompares(publiee);
  return [
    { nom: 'indicateurs', ...ecrireTableau(tout, publiee.contexte) },
    { nom: 'parcours', ...ecrireTableau(parcours, publiee.contexte) },
  ];
}

/** Les fichiers des dix zones : un SVG et un CSV par indicateur, et `tout`. */
export async function fichiersComparer(): Promise<{ nom: string; svg?: string; csv: string }[]> {
  const {
    themes: publies,
    prefixe,
    edition,
    contexte: lignes,
    ...reste
  } = await comparaisonPubliee();
  const toutes = choisirZones(reste.zones);
  const { tout, parcours } = tableauxCompares({ ...reste, themes: publies });
  return [
    ...(tout.rangees.length > 0
      ? [
          { nom: 'tout', csv: csvDuTableau(tout, lignes) },
          { nom: 'tout-excel', csv: csvDuTableau(tout, lignes, 'excel') },
          { nom: 'evolutions', csv: csvDuTableau(parcours, lignes) },
        ]
      : []),
    ...publies.flatMap(({ series: duTheme, source }) =>
      duTheme.map((serie) => {
        const comparee = comparerZones(serie, toutes, LARGEUR_DE_FIGURE, duTheme);
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
