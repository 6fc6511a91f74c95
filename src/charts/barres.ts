import * as Plot from '@observablehq/plot';
import {
  type Barre,
  type Disposition,
  disposer,
  largeurEntiere,
  type OptionsBarres,
  type Signe,
} from './disposition.ts';
import { tracer } from './plot.ts';
import { CORPS, largeurTexte, tronquer } from './texte.ts';

const EPAISSEUR = 14;
const ENTRE_RANGS = 44;
const ECART = 7;

interface Placee extends Barre {
  readonly fx: number;
  readonly fy: number;
  /** Où s’écrit l’étiquette : au bout de la barre, ou après le trait fin s’il la gênerait. */
  readonly bout: number;
}

const SYMBOLES: Record<Signe, Plot.SymbolType> = {
  'tc-fc': 'diamond2',
  tc: 'circle',
  fc: 'triangle',
};

const placer = (
  barres: readonly Barre[],
  facettes: readonly string[],
  { colonnes }: Disposition,
  pixels: number,
): Placee[] =>
  barres.map((b) => {
    const place = Math.max(0, facettes.indexOf(b.facette ?? ''));
    const repere = b.repere ?? 0;
    const fin = b.valeur + (largeurTexte(b.etiquette) + 2 * ECART) / pixels;
    const gene = repere > b.valeur - 2 / pixels && repere < fin;
    return {
      ...b,
      fx: place % colonnes,
      fy: Math.floor(place / colonnes),
      bout: gene ? Math.max(b.valeur, repere) : b.valeur,
    };
  });

/** Ce que le survol ajoute : le nom entier et la valeur du trait fin. */
const enBulle = ({ libelle, etiquette, repereEcrit }: Placee, repere?: string): string =>
  `${libelle} : ${etiquette}${repereEcrit ? ` ; ${repere ?? 'repère'} ${repereEcrit}` : ''}`;

/** Le trait fin et ce qu’il dit, au-dessus de la première barre. */
const legende = (texte: string, x: number): Plot.Markish[] => [
  Plot.text([texte], {
    frameAnchor: 'top-left',
    fx: 0,
    fy: 0,
    dx: 9,
    dy: x,
    textAnchor: 'start',
    fontSize: CORPS,
    className: 'legende',
  }),
  Plot.text(['|'], {
    frameAnchor: 'top-left',
    fx: 0,
    fy: 0,
    dx: 1,
    dy: x,
    textAnchor: 'start',
    fontSize: CORPS,
    className: 'legende-trait',
  }),
];

/** Ce que les marques d’un dessin partagent : où chaque rang tombe, et dans quel corps on y écrit. */
interface Rangs {
  readonly d: Disposition;
  readonly haut: number;
  readonly bas: number;
  readonly maximum: number;
}

const CORPS_DES_TEXTES = { fontSize: CORPS, textAnchor: 'start' } as const;
const PLACE = { fx: 'fx', fy: 'fy', y: 'cle' } as const;

const longueurs = (placees: readonly Placee[], { haut, bas }: Rangs): Plot.Markish[] => [
  ...[false, true].map((seconde) =>
    Plot.barX(
      placees.filter((b) => (b.seconde ?? false) === seconde),
      {
        ...PLACE,
        x: 'valeur',
        insetTop: haut,
        insetBottom: bas,
        className: seconde ? 'barre barre-seconde' : 'barre',
      },
    ),
  ),
  Plot.tickX(
    placees.filter((b) => typeof b.repere === 'number'),
    { ...PLACE, x: 'repere', insetTop: haut - 4, insetBottom: bas - 4, className: 'repere' },
  ),
];

/** Les valeurs au bout des barres, les noms et leurs signes. */
function textes(placees: readonly Placee[], { d, haut, bas }: Rangs): Plot.Markish[] {
  const noms = placees.filter(({ fx }) => fx === 0);
  const depart = -d.margeGauche + (d.dessus ? 1 : 0);
  const decalage = placees.some(({ signe }) => signe) ? 18 : 0;
  const dy = d.dessus ? -d.rang / 2 + CORPS / 2 + 3 : 0;
  return [
    Plot.text(placees, {
      ...PLACE,
      ...CORPS_DES_TEXTES,
      x: 'bout',
      text: 'etiquette',
      dx: ECART,
      dy: (haut - bas) / 2,
      className: 'etiquette',
    }),
    Plot.text(noms, {
      ...PLACE,
      ...CORPS_DES_TEXTES,
      frameAnchor: 'left',
      text: (b: Placee) => tronquer(b.libelle, d.largeurLibelle),
      dx: depart + decalage,
      dy,
      className: 'libelle',
    }),
    ...(Object.keys(SYMBOLES) as Signe[]).map((signe) =>
      Plot.dot(
        noms.filter((b) => b.signe === signe),
        {
          ...PLACE,
          frameAnchor: 'left',
          symbol: SYMBOLES[signe],
          r: 4.5,
          dx: depart + 6,
          dy,
          className: `signe signe-${signe}`,
        },
      ),
    ),
  ];
}

/** Où le survol dit ce que le dessin tait. */
const cibles = (placees: readonly Placee[], { d, maximum }: Rangs, repere?: string): Plot.Markish =>
  Plot.barX(
    placees.filter((b) => b.repereEcrit || tronquer(b.libelle, d.largeurLibelle) !== b.libelle),
    { ...PLACE, x1: 0, x2: maximum, title: (b) => enBulle(b, repere), className: 'cible' },
  );

const titres = (facettes: readonly string[], { colonnes }: Disposition): Plot.Markish[] =>
  facettes.map((titre, i) =>
    Plot.text([titre], {
      frameAnchor: 'top-left',
      fx: i % colonnes,
      fy: Math.floor(i / colonnes),
      dy: -20,
      ...CORPS_DES_TEXTES,
      className: 'facette',
    }),
  );

/** Le cadre : les marges, et une échelle commune à tous les petits multiples. */
function cadre(d: Disposition, cles: readonly string[], largeur: number, maximum: number) {
  const hauteurFacette = cles.length * d.rang;
  const plusieurs = d.colonnes > 1;
  return {
    width: largeur,
    height: d.margeHaute + d.rangs * hauteurFacette + (d.rangs - 1) * ENTRE_RANGS + 2,
    marginTop: d.margeHaute,
    marginBottom: 2,
    marginLeft: d.margeGauche,
    marginRight: plusieurs ? 2 : d.margeDroite,
    x: { domain: [0, maximum], axis: null, insetRight: plusieurs ? d.margeDroite : 0 },
    y: { domain: cles, axis: null, padding: 0, round: false },
    fx: { axis: null, padding: plusieurs ? 0.04 : 0 },
    fy: {
      axis: null,
      padding: d.rangs > 1 ? ENTRE_RANGS / (hauteurFacette + ENTRE_RANGS) : 0,
      paddingOuter: 0,
    },
  };
}

/**
 * Des barres horizontales, leur valeur au bout, sur une échelle commune qui part de zéro.
 * @throws RangeError sans aucune barre : la figure doit alors dire pourquoi elle manque
 */
export function barres(rangees: readonly Barre[], options: OptionsBarres): string {
  if (rangees.length === 0) throw new RangeError('Aucune barre à tracer.');
  const { facettes = [], repere, constat, entiers } = options;
  const largeur = entiers ? largeurEntiere(rangees, options.largeur) : options.largeur;
  const d = disposer(rangees, { ...options, largeur });
  const cles = [...new Set(rangees.map(({ cle }) => cle))];
  const valeurs = rangees.flatMap((b) => [b.valeur, b.repere ?? 0]);
  const maximum = Math.max(options.auMoins ?? 0, ...valeurs) || 1;
  const placees = placer(rangees, facettes, d, d.largeurBarres / maximum);
  const haut = d.dessus ? CORPS + 8 : (d.rang - EPAISSEUR) / 2;
  const rangs = { d, haut, bas: d.rang - haut - EPAISSEUR, maximum };
  const marks = [
    ...(d.dessus ? [] : [Plot.ruleX([0], { className: 'axe' })]),
    ...longueurs(placees, rangs),
    ...textes(placees, rangs),
    cibles(placees, rangs, repere),
    ...titres(facettes, d),
    ...(repere ? legende(repere, -d.margeHaute + 2) : []),
  ];
  return tracer({ ...cadre(d, cles, largeur, maximum), marks }, constat);
}
