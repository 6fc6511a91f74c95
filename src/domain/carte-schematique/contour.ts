import type { XY } from '../geo/projection.ts';
import { type Cote, DEHORS } from './graphe.ts';
import { type AreteTracee, milieu } from './lissage.ts';

/** Un pas d’un tracé : une droite jusqu’à `fin`, ou une parabole dont la tangente vise `coin`. */
export interface Pas {
  readonly coin?: XY;
  readonly fin: XY;
  /** Vrai pour la moitié d’une parabole que la ligne voisine parcourt entière. */
  readonly demi?: boolean;
}

/** Une ligne fermée : elle part de `debut` et le dernier pas y revient. */
export interface Anneau {
  readonly debut: XY;
  readonly pas: readonly Pas[];
}

/**
 * Les lignes fermées qui entourent les cellules retenues par `dans`, de la plus longue (en pas) à
 * la plus courte : les arêtes entre deux cellules retenues disparaissent.
 */
export function contours(
  aretes: readonly AreteTracee[],
  dans: (cellule: number) => boolean,
): Anneau[] {
  const depuis = new Map<number, AreteTracee>();
  for (const arete of aretes) {
    const gauche = retenue(arete.gauche, dans);
    if (gauche === retenue(arete.droite, dans)) continue;
    const dirigee = gauche ? arete : retourne(arete);
    depuis.set(dirigee.a, dirigee);
  }
  const anneaux: Anneau[] = [];
  for (const depart of [...depuis.keys()]) {
    const boucle: AreteTracee[] = [];
    for (let arete = depuis.get(depart); arete; arete = depuis.get(arete.b)) {
      depuis.delete(arete.a);
      boucle.push(arete);
    }
    if (boucle.length > 0) anneaux.push(anneau(boucle));
  }
  return anneaux.sort((p, q) => q.pas.length - p.pas.length);
}

const retenue = (cote: Cote, dans: (cellule: number) => boolean) => cote !== DEHORS && dans(cote);

function retourne({ coinA, coinB, ...arete }: AreteTracee): AreteTracee {
  return {
    ...arete,
    a: arete.b,
    b: arete.a,
    gauche: arete.droite,
    droite: arete.gauche,
    debut: arete.fin,
    fin: arete.debut,
    ...(coinB && { coinA: coinB }),
    ...(coinA && { coinB: coinA }),
  };
}

/** De milieu d’arête en milieu d’arête : une seule parabole là où la ligne continue. */
function anneau(boucle: readonly AreteTracee[]): Anneau {
  const [premiere] = boucle;
  if (!premiere) throw new RangeError('Boucle vide.');
  const pas = boucle.flatMap((arete, i): Pas[] => {
    const suivante = boucle[i + 1] ?? premiere;
    const { coinB } = arete;
    if (coinB && coinB === suivante.coinA) return [{ coin: coinB, fin: suivante.milieu }];
    return [
      demiPas(arete.fin, arete.milieu, coinB),
      demiPas(suivante.milieu, suivante.milieu, suivante.coinA),
    ];
  });
  return { debut: premiere.milieu, pas };
}

/** Entre le milieu d’une arête et son sommet adouci : la parabole entière viserait `sommet`. */
function demiPas(fin: XY, auMilieu: XY, sommet: XY | undefined): Pas {
  return sommet ? { coin: milieu(auMilieu, sommet), fin, demi: true } : { fin };
}
