import { ditLesQualifiants } from '../../domain/autour/facettes.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { type FondSvg, fondDuCadre } from '../../map/fondSvg.ts';
import type { Scene } from '../../map/scene.ts';
import { CarteLegende } from './Legende.tsx';
import { CarteSvg } from './Svg.tsx';

interface Props {
  readonly entete: readonly (readonly [cle: string, valeur: string])[];
  readonly fond: FondSvg | null;
  readonly scene: Scene | null;
  readonly lieux: Lieux | null;
}

/** Ce que le papier montre à la place de la carte vivante : les choix, la date, un dessin. */
export function CarteImprimee({ entete, fond, scene, lieux }: Props) {
  return (
    <>
      <dl class="imprime-entete">
        {entete.map(([cle, valeur]) => (
          <div key={cle}>
            <dt>{cle}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
      {fond && scene && lieux && (
        <div class="imprime-carte carte-svg-cadre">
          <CarteSvg
            id="imprime"
            titre="Carte schématique"
            fond={fondDuCadre(fond, scene.cadre)}
            scene={scene}
            communes={lieux.communes}
          />
          <CarteLegende
            scene={scene}
            qualifiantsDits={lieux !== null && ditLesQualifiants(lieux)}
          />
        </div>
      )}
    </>
  );
}
