import * as Plot from '@observablehq/plot';
import { type Reponse, valeurSure } from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import { direReponse, direValeur, ecrireValeur, periodesDeQuestion } from '../phrases/explorer.ts';
import { habiller } from './habiller.ts';

/** Au-delà, de petites figures ne se comparent plus d’un coup d’œil. */
const FIGURES = 12;
const HAUTEUR = 96;
const LARGEUR_MIN = 210;
const PAR_RANGEE = 4;

interface Point {
  readonly colonne: number;
  readonly rangee: number;
  readonly annee: string;
  readonly valeur: number | null;
  readonly periode: number;
  readonly ecrit: string;
}

const court = (annee: string): string => `${annee.slice(2, 4)}-${annee.slice(-2)}`;

/**
 * De petites courbes sur une même échelle, une par ligne de la réponse ; une année inconnue ou
 * masquée est un trou, une année qui ne se compare pas coupe le trait.
 * @param largeur de la figure, en pixels
 */
export function courbesDeReponse(reponse: Reponse, noms: Noms, largeur: number) {
  const { question, colonnes, lignes } = reponse;
  const croise = question.colonnes === 'annee-scolaire';
  const annees = croise ? colonnes : lignes;
  const periodes = periodesDeQuestion(question, annees);
  const series = croise
    ? lignes.slice(0, FIGURES).map((ligne) => ({
        nom: direValeur(question.lignes, ligne, noms),
        valeurs: ligne.valeurs,
      }))
    : [{ nom: '', valeurs: lignes.map(({ total }) => total) }];
  const parRangee = Math.max(
    1,
    Math.min(series.length, PAR_RANGEE, Math.floor(largeur / LARGEUR_MIN)),
  );
  const place = (i: number) => ({
    colonne: i % parRangee,
    rangee: Math.floor(i / parRangee),
  });
  const points = series.flatMap(({ valeurs }, i) =>
    valeurs.map(
      (valeur, j): Point => ({
        ...place(i),
        annee: annees[j]?.cle ?? '',
        valeur: valeurSure(valeur),
        periode: periodes[j] ?? 0,
        ecrit: ecrireValeur(valeur, question),
      }),
    ),
  );
  const titres = series.map(({ nom }, i) => ({ ...place(i), nom }));
  const rangees = Math.ceil(series.length / parRangee);
  const connus = points.flatMap(({ valeur }) => valeur ?? []);
  const domaine = annees.map(({ cle }) => cle);
  const bouts = [domaine[0], domaine.at(-1)];
  const axes = { x: 'annee', y: 'valeur', fx: 'colonne', fy: 'rangee' } as const;
  const svg = Plot.plot({
    width: largeur,
    height: rangees * (HAUTEUR + 56),
    marginTop: 28,
    marginBottom: 22,
    marginLeft: 6,
    marginRight: 44,
    x: { type: 'point', domain: domaine, axis: null },
    y: { domain: [Math.min(0, ...connus), Math.max(...connus, 0) || 1], axis: null },
    fx: { axis: null, padding: 0.05 },
    fy: { axis: null, padding: 0.45 },
    className: 'trace',
    marks: [
      Plot.ruleY(titres, { y: () => 0, fx: 'colonne', fy: 'rangee', className: 'axe' }),
      Plot.line(points, { ...axes, z: 'periode', curve: 'linear', className: 'ligne' }),
      Plot.dot(points, {
        ...axes,
        r: 2.5,
        className: 'point',
        title: (p: Point) => `${p.annee} : ${p.ecrit}`,
      }),
      Plot.text(
        points.filter(({ annee, valeur }) => annee === domaine.at(-1) && valeur !== null),
        {
          ...axes,
          text: 'ecrit',
          textAnchor: 'start',
          dx: 6,
          fontSize: 12,
          className: 'etiquette',
        },
      ),
      Plot.text(titres, {
        fx: 'colonne',
        fy: 'rangee',
        text: 'nom',
        frameAnchor: 'top-left',
        dy: -20,
        fontSize: 13,
        lineWidth: 18,
        textOverflow: 'ellipsis-end',
        className: 'categorie',
      }),
      Plot.text(
        titres.flatMap((titre) => bouts.map((annee) => ({ ...titre, annee }))),
        {
          x: 'annee',
          fx: 'colonne',
          fy: 'rangee',
          text: (t: { annee?: string }) => court(t.annee ?? ''),
          frameAnchor: 'bottom',
          dy: 14,
          fontSize: 12,
          className: 'legende',
        },
      ),
    ],
  });
  habiller(svg, direReponse(reponse, noms));
  return svg;
}
