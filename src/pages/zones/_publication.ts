import { type ColonnesDeContexte, csvDuTableau, ecrireTableau } from '../../charts/csv.ts';
import { enSvg } from '../../charts/fichier.ts';
import type { Figure, Tableau } from '../../charts/figure.ts';
import { bref } from '../../charts/zones/bref.ts';
import { nomDeZone } from '../../charts/zones/calculs.ts';
import { SECTIONS } from '../../charts/zones/index.ts';
import { estFictive } from '../../domain/fictions.ts';
import type { Manifeste } from '../../domain/manifeste.ts';
import type { FeuilleXlsx } from '../../export/xlsx.ts';
import { constatHorsPage, lignesDeFichier } from '../../phrases/cartouche.ts';
import { enTexte } from '../../phrases/phrase.ts';
import { avecPopulation, POPULATIONS } from '../../phrases/population.ts';
import { ligneDeSource } from '../../phrases/sources.ts';
import { typographie } from '../../phrases/typographie.ts';
import { deLaZone } from '../../phrases/zones/noms.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import type { Zone } from '../../query/territoire.ts';
import { type DossierZones, lireDossierZones } from '../../query/zones/dossier.ts';

/** Largeur des figures enregistrées, en pixels. */
const LARGEUR = 760;

let lecture: Promise<{ dossier: DossierZones; manifeste: Manifeste }> | undefined;

/** Le dossier des zones, lu une fois pour les pages et leurs fichiers. */
export function publication(): Promise<{ dossier: DossierZones; manifeste: Manifeste }> {
  lecture ??= (async () => {
    const manifeste = await lireManifeste();
    return { manifeste, dossier: await lireDossierZones(await moteurNode(), manifeste) };
  })();
  return lecture;
}

/** Ce que chaque rangée d’un CSV répète : l’année, l’endroit, la nature et l’édition. */
export function contexte(
  manifeste: Manifeste,
  tables: readonly string[],
  lieu: readonly (readonly [string, string])[],
): ColonnesDeContexte {
  const { annee, nature, titres } = ligneDeSource(manifeste, tables);
  return [
    ...lieu,
    ['annee_scolaire', annee],
    ['nature', nature],
    ['edition', manifeste.edition.id],
    ['source', titres],
  ];
}

/** Le fichier SVG d’une figure, ou `null` quand elle n’a rien à tracer. */
export const svgDe = (manifeste: Manifeste, figure: Figure, lieu: string): string | null =>
  figure.dessin &&
  enSvg(figure.dessin(LARGEUR, true), {
    titre: typographie(`${lieu} : ${figure.titre}`),
    constat: avecPopulation(constatHorsPage(manifeste, enTexte(figure.constat)), figure.population),
    ...(figure.note && { note: figure.note }),
    sources: lignesDeFichier(manifeste, figure.tables),
  });

/** Les tableaux d’une figure qui ont des rangées, et le nom du fichier de chacun. */
export const tableauxDe = ({ id, tableau, listes = [] }: Figure): [nom: string, Tableau][] =>
  [tableau, ...listes]
    .map((t, i): [string, Tableau] => [i === 0 ? id : `${id}-${i}`, t])
    .filter(([, { rangees }]) => rangees.length > 0);

const figuresDe = ({ dossier, manifeste }: Awaited<ReturnType<typeof publication>>, zone: number) =>
  [
    bref(dossier, zone, estFictive(manifeste)),
    ...SECTIONS.flatMap(({ figures }) => figures.map((figure) => figure(dossier, zone))),
  ] as const;

export interface Fichier {
  readonly slug: string;
  readonly nom: string;
  readonly contenu: string;
}

/** Les fichiers SVG des pages de zone. */
export async function fichiersSvg(): Promise<Fichier[]> {
  const edite = await publication();
  return edite.dossier.zones.flatMap(({ zone, slug }) =>
    figuresDe(edite, zone).flatMap((figure) => {
      const contenu = svgDe(
        edite.manifeste,
        figure,
        `Zone ${deLaZone(nomDeZone(edite.dossier, zone))}`,
      );
      return contenu ? [{ slug, nom: figure.id, contenu }] : [];
    }),
  );
}

type Edite = Awaited<ReturnType<typeof publication>>;

/** Les tableaux d’une zone, et ce que chaque rangée de leur fichier répète. */
const tableauxDeLaZone = (edite: Edite, { zone, nom: zoneNom }: Zone) =>
  figuresDe(edite, zone).flatMap((figure) =>
    tableauxDe(figure).map(([nom, tableau]) => ({
      nom,
      tableau,
      contexte: contexte(edite.manifeste, figure.tables, [
        ['zone', String(zone)],
        ['zone_nom', zoneNom],
      ]).concat(figure.population ? [['population', POPULATIONS[figure.population]]] : []),
    })),
  );

/** Les fichiers CSV des pages de zone, et leur variante pour Excel. */
export async function fichiersCsv(): Promise<Fichier[]> {
  const edite = await publication();
  return edite.dossier.zones.flatMap((zone) =>
    tableauxDeLaZone(edite, zone).flatMap(({ nom, tableau, contexte: lignes }) => [
      { slug: zone.slug, nom, contenu: csvDuTableau(tableau, lignes) },
      {
        slug: zone.slug,
        nom: `${nom}-excel`,
        contenu: csvDuTableau(tableau, lignes, 'excel'),
      },
    ]),
  );
}

/** Une page par zone, avec tout ce que disent les zones. */
export async function cheminsDesZones() {
  const { dossier } = await publication();
  return dossier.zones.map((zone) => ({ params: { slug: zone.slug }, props: { zone, dossier } }));
}

/** Excel n’en veut pas dans le nom d’une feuille, ni plus de trente et un caractères. */
const INTERDITS = /[:\\/?*[\]]/g;
const NOM_MAX = 31;

/** Le classeur de chaque zone : une feuille par tableau de sa page. */
export async function classeursDesZones(): Promise<
  readonly { readonly slug: string; readonly feuilles: readonly FeuilleXlsx[] }[]
> {
  const edite = await publication();
  return edite.dossier.zones.map((zone) => ({
    slug: zone.slug,
    feuilles: tableauxDeLaZone(edite, zone).map(({ nom, tableau, contexte: lignes }) => ({
      nom: nom.replace(INTERDITS, ' ').slice(0, NOM_MAX),
      ...ecrireTableau(tableau, lignes),
    })),
  }));
}
