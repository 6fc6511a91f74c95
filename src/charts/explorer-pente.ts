import * as Plot from '@observablehq/plot';
import type { Reponse } from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import { direReponse, direValeur, ecrireValeur } from '../phrases/explorer.ts';
import { entier } from '../phrases/nombres.ts';
import { habiller } from './habiller.ts';
import { tronquer } from './texte.ts';

/** Au-delà, des pentes se croisent plus qu’elles ne se comparent. */
const PENTES = 12;
const HAUTEUR = 380;
const ENTRE_NOMS = 17;
const LARGE = 520;

interface Pente {
  readonly nom: string;
  readonly bouts: readonly [debut: number, fin: number];
  readonly ecrit: string;
}

/** Les lignes d’une évolution dont les deux bouts se connaissent. */
const pentesDe = ({ question, lignes }: Reponse, noms: Noms): readonly Pente[] =>
  lignes.slice(0, PENTES).flatMap((ligne) =>
    ligne.bouts
      ? [
          {
            nom: direValeur(question.lignes, ligne, noms),
            bouts: ligne.bouts,
            ecrit: ecrireValeur(ligne.total, question),
          },
        ]
      : [],
  );

/** Écarte des noms qui se couvriraient, sans changer leur ordre ni sortir du cadre. */
export function ecarter(places: readonly number[], pas: number, bas: number): readonly number[] {
  const rangs = places.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  let plancher = Number.NEGATIVE_INFINITY;
  for (const rang of rangs) {
    rang.y = Math.max(rang.y, plancher);
    plancher = rang.y + pas;
  }
  let plafond = bas;
  for (const rang of rangs.toReversed()) {
    rang.y = Math.min(rang.y, plafond);
    plafond = rang.y - pas;
  }
  const ecartees = [...places];
  for (const { y, i } of rangs) ecartees[i] = y;
  return ecartees;
}

/**
 * Les élèves de chaque ligne, d’une année scolaire à l’autre : une pente par ligne, sur une échelle.
 * @param annees la première et la dernière, comme elles s’écrivent
 * @param largeur de la figure, en pixels
 */
export function penteDeReponse(
  reponse: Reponse,
  noms: Noms,
  annees: readonly string[],
  largeur: number,
): Element {
  const [debut = '', fin = ''] = annees;
  const pentes = pentesDe(reponse, noms);
  const maximum = Math.max(1, ...pentes.flatMap(({ bouts }) => bouts));
  const marges = { gauche: 44, droite: Math.min(300, largeur * (largeur < LARGE ? 0.52 : 0.45)) };
  const haut = 28;
  const bas = HAUTEUR - 14;
  const enY = (eleves: number) => bas - (eleves / maximum) * (bas - haut);
  const places = ecarter(
    pentes.map(({ bouts }) => enY(bouts[1])),
    ENTRE_NOMS,
    bas,
  );
  const points = pentes.flatMap(({ nom, bouts }, i) => [
    { i, nom, annee: debut, eleves: bouts[0] },
    { i, nom, annee: fin, eleves: bouts[1] },
  ]);
  const etiquettes = pentes.map(({ nom, ecrit, bouts }, i) => {
    const suite = ` ${entier(bouts[1])} (${ecrit})`;
    const reste = marges.droite - 12 - suite.length * 6.6;
    return {
      annee: fin,
      y: places[i] ?? 0,
      texte: `${tronquer(nom, Math.max(40, reste))}${suite}`,
    };
  });
  const commune = { x: 'annee', y: 'eleves' } as const;
  const svg = Plot.plot({
    width: largeur,
    height: HAUTEUR,
    marginTop: haut,
    marginBottom: HAUTEUR - bas,
    marginLeft: marges.gauche,
    marginRight: marges.droite,
    x: { type: 'point', domain: [debut, fin], axis: null, padding: 0 },
    y: { domain: [0, maximum], axis: null },
    className: 'trace',
    marks: [
      Plot.ruleX([debut, fin], { className: 'axe' }),
      Plot.line(points, { ...commune, z: 'i', className: 'ligne' }),
      Plot.dot(points, {
        ...commune,
        r: 3,
        className: 'point',
        title: (p: { nom: string; annee: string; eleves: number }) =>
          `${p.nom}, ${p.annee} : ${entier(p.eleves)}`,
      }),
      Plot.text([debut, fin], {
        x: (annee: string) => annee,
        text: (annee: string) => annee,
        frameAnchor: 'top',
        dy: -18,
        fontSize: 13,
        className: 'categorie',
      }),
      Plot.text(etiquettes, {
        x: 'annee',
        y: ({ y }: { y: number }) => ((bas - y) / (bas - haut)) * maximum,
        text: 'texte',
        textAnchor: 'start',
        dx: 10,
        fontSize: 13,
        className: 'etiquette',
      }),
    ],
  });
  habiller(svg, direReponse(reponse, noms));
  return svg;
}
