import type { RegleDeDensite } from '../domain/normes/distance.ts';
import type { RegleMaintien } from '../domain/normes/maintien.ts';
import { DENSITE_EN_MOTS, DISTANCE_EN_MOTS } from './regles.ts';

/** Une colonne de normes, et la clé de ses valeurs. */
export interface ColonneDeNorme {
  readonly cle: string;
  readonly titre: string;
}

/** Les cas de distance d’une norme, avec leurs kilomètres. */
export function colonnesDeDistance(densites: readonly RegleDeDensite[]): ColonneDeNorme[] {
  const ordinaire = densites.find(({ densite }) => densite === 'N');
  const rurale = densites.find(({ densite }) => densite === 'R');
  return [
    { cle: 'generale', titre: DISTANCE_EN_MOTS.generale },
    {
      cle: 'caractere',
      titre: `Même caractère à plus de ${rurale?.km_caractere} km (R ou S) ou ${ordinaire?.km_caractere} km (N)`,
    },
    { cle: 'longue', titre: `À plus de ${ordinaire?.km_longue} km` },
  ];
}

/** Les cas d’une norme de maintien : la distance en 2019, la densité depuis 2023. */
export const colonnesDeMaintien = (
  maintien: readonly RegleMaintien[],
  densites: readonly RegleDeDensite[],
  edition: string,
): ColonneDeNorme[] =>
  maintien.some((r) => r.edition === edition && r.densite)
    ? densites.map(({ densite }) => ({
        cle: densite,
        titre: `Commune ${DENSITE_EN_MOTS[densite] ?? densite}`,
      }))
    : [...colonnesDeDistance(densites), { cle: 'rural', titre: DISTANCE_EN_MOTS.rural }];
