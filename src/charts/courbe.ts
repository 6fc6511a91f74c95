import * as Plot from '@observablehq/plot';
import { tracer } from './plot.ts';

/** Une année d’un parcours ; `repere` est la moyenne à côté de laquelle on le lit. */
export interface PointDeCourbe {
  readonly annee: string;
  readonly valeur: number | null;
  readonly repere?: number | null;
  /** Les deux valeurs en toutes lettres, pour le survol. */
  readonly ecrit?: string;
  /** Les étapes d’une même période se comparent ; un changement de période coupe le trait. */
  readonly periode?: string;
}

const annees = (etapes: readonly PointDeCourbe[]) => etapes.map(({ annee }) => annee);
const court = (annee: string): string => `${annee.slice(0, 4)}-${annee.slice(-2)}`;

const seule = ({ periode }: PointDeCourbe, etapes: readonly PointDeCourbe[]): boolean =>
  etapes.filter((e) => e.periode === periode).length === 1;

/**
 * Un parcours de quelques années, depuis zéro : trait épais pour la zone, fin pour le repère.
 * Une période d’une seule année ne donne qu’un point ; une année sans valeur, un trou.
 */
export function courbe(etapes: readonly PointDeCourbe[], largeur: number, constat: string): string {
  const valeurs = etapes.flatMap(({ valeur, repere }) => [valeur ?? 0, repere ?? 0]);
  const domaine = annees(etapes);
  const bouts = [...new Set([domaine[0], domaine.at(-1)])].filter((annee) => annee !== undefined);
  const dernier = etapes.at(-1);
  const trait = {
    x: 'annee',
    z: (etape: PointDeCourbe) => etape.periode ?? '',
    curve: 'linear',
  } as const;
  return tracer(
    {
      width: largeur,
      height: 84,
      marginTop: 8,
      marginBottom: 22,
      marginLeft: 4,
      marginRight: 8,
      x: { type: 'point', domain: domaine, axis: null, padding: 0 },
      y: { domain: [0, Math.max(...valeurs) || 1], axis: null },
      marks: [
        Plot.ruleY([0], { className: 'axe' }),
        Plot.line(etapes, { ...trait, y: 'repere', className: 'ligne-repere' }),
        Plot.line(etapes, { ...trait, y: 'valeur', className: 'ligne' }),
        Plot.dot(
          etapes.filter((e) => seule(e, etapes)),
          { x: 'annee', y: 'repere', r: 2, className: 'point-repere' },
        ),
        Plot.dot(dernier?.valeur == null ? [] : [dernier], {
          x: 'annee',
          y: 'valeur',
          r: 4,
          className: 'point',
        }),
        Plot.ruleX(
          etapes.filter(({ ecrit }) => ecrit),
          {
            x: 'annee',
            strokeWidth: Math.round(largeur / Math.max(2, etapes.length)),
            title: (e: PointDeCourbe) => `${court(e.annee)} : ${e.ecrit}`,
            className: 'cible',
          },
        ),
        ...bouts.map((annee, i) =>
          Plot.text([annee], {
            x: [annee],
            text: [court(annee)],
            frameAnchor: 'bottom',
            textAnchor: i === 0 ? 'start' : 'end',
            dx: i === 0 ? -3 : 6,
            dy: 18,
            fontSize: 12,
            className: 'legende',
          }),
        ),
      ],
    },
    constat,
  );
}
