import { type Barre, disposer, type OptionsBarres } from './disposition.ts';
import { type Noeud, noeud } from './noeud.ts';
import { CORPS, largeurTexte, tronquer } from './texte.ts';

const EPAISSEUR = 14;
const ECART = 7;

const rond = (nombre: number): number => Math.round(nombre * 10) / 10;
const texte = (contenu: string, x: number, y: number): Noeud =>
  noeud('text', { x: rond(x), y: rond(y), dy: '0.32em' }, [contenu]);
const trait = (x: number, y1: number, y2: number): Noeud =>
  noeud('line', { x1: rond(x), x2: rond(x), y1, y2 });
const groupe = (classe: string, enfants: readonly Noeud[]): Noeud[] =>
  enfants.length === 0 ? [] : [noeud('g', { class: classe, 'font-size': CORPS }, enfants)];

/**
 * Les barres de `barres.ts`, sans petits multiples ni bibliothèque : le navigateur les redessine
 * à chaque choix. Mêmes classes, même disposition.
 * @param maximum l’échelle va de zéro à là, quelles que soient les barres montrées
 */
export function barresSimples(
  rangees: readonly Barre[],
  options: Omit<OptionsBarres, 'facettes' | 'auMoins'> & { readonly maximum: number },
): Noeud {
  const d = disposer(rangees, options);
  const echelle = d.largeurBarres / (options.maximum || 1);
  const haut = d.dessus ? CORPS + 8 : (d.rang - EPAISSEUR) / 2;
  const hauteur = d.margeHaute + rangees.length * d.rang + 2;
  const x0 = d.margeGauche;
  const places = rangees.map((b, i) => {
    const y = d.margeHaute + i * d.rang;
    const repere = typeof b.repere === 'number' ? b.repere * echelle : null;
    const fin = b.valeur * echelle;
    const bout = fin + largeurTexte(b.etiquette) + 2 * ECART;
    const gene = repere !== null && repere > fin - 2 && repere < bout;
    return { ...b, y, fin, repere, bout: gene ? Math.max(fin, repere) : fin };
  });
  const milieu = haut + EPAISSEUR / 2;
  const attributs = {
    viewBox: `0 0 ${options.largeur} ${hauteur}`,
    role: 'img',
    'aria-label': options.constat,
    class: 'trace',
  };
  return noeud('svg', attributs, [
    ...groupe('axe', d.dessus ? [] : [trait(x0, d.margeHaute, hauteur - 2)]),
    ...groupe(
      'barre',
      places.map(({ y, fin }) =>
        noeud('rect', { x: x0, y: y + haut, width: rond(fin), height: EPAISSEUR }),
      ),
    ),
    ...groupe(
      'repere',
      places.flatMap(({ y, repere }) =>
        repere === null ? [] : [trait(x0 + repere, y + haut - 4, y + haut + EPAISSEUR + 4)],
      ),
    ),
    ...groupe(
      'etiquette',
      places.map((b) => texte(b.etiquette, x0 + b.bout + ECART, b.y + milieu)),
    ),
    ...groupe(
      'libelle',
      places.map(({ libelle, y }) =>
        texte(
          tronquer(libelle, d.largeurLibelle),
          d.dessus ? 1 : 0,
          d.dessus ? y + CORPS / 2 + 3 : y + milieu,
        ),
      ),
    ),
    ...(options.repere
      ? [
          ...groupe('legende-trait', [texte('|', 1, CORPS / 2 + 1)]),
          ...groupe('legende', [texte(options.repere, 9, CORPS / 2 + 1)]),
        ]
      : []),
  ]);
}
