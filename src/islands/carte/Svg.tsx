import { cercle } from '../../domain/geo/cercle.ts';
import type { Position } from '../../domain/geo/distance.ts';
import { cadrer, type FondSvg, trace } from '../../map/fondSvg.ts';
import { FORMES_DE_MARQUE, GENRES_MARQUE, LETTRES } from '../../map/formes.ts';
import { nomsPlaces } from '../../map/noms.ts';
import { CADRE_ENTIER, type Marque, PLACES, type Scene } from '../../map/scene.ts';

interface Props {
  readonly id: string;
  readonly titre: string;
  readonly fond: FondSvg;
  readonly scene: Scene;
  readonly communes: readonly (Position & { readonly commune: string })[];
  readonly survolee?: string | null;
}

/** La carte sans WebGL et sans JavaScript : un SVG, la même scène, les mêmes marques. */
export function CarteSvg({ id, titre, fond, scene, communes, survolee = null }: Props) {
  const cadrage = cadrer(fond.projection, scene.cadre);
  const { largeur, hauteur, versCadre } = cadrage;
  const place = ({ lat, lon }: Position) => versCadre([lon, lat]).join(' ');
  const bord =
    scene.cercle &&
    trace(cercle(scene.cercle.centre, scene.cercle.km), {
      ...fond.projection,
      versPlan: versCadre,
    });
  const poser = (marques: readonly Marque[], classe: string) => (
    <g class={classe}>
      {marques.map((marque) => (
        <g
          key={marque.id}
          transform={`translate(${place(marque)})`}
          data-id={marque.id}
          class={marque.id === survolee ? 'marque-survolee' : undefined}
        >
          <use
            href={`#${id}-${marque.genre}`}
            class={`marque forme-${marque.genre}${marque.creuse ? ' forme-creuse' : ''}`}
            x={PLACES[marque.place]?.[0] || undefined}
            y={PLACES[marque.place]?.[1] || undefined}
          />
        </g>
      ))}
    </g>
  );
  return (
    <svg
      class={`carte-svg${scene.cadre === CADRE_ENTIER ? ' carte-svg-entiere' : ''}`}
      viewBox={`0 0 ${largeur} ${hauteur}`}
      role="img"
    >
      <title>{titre}</title>
      <defs>
        {GENRES_MARQUE.filter((genre) => genre !== 'CPU' || scene.ecoles.length > 0).map(
          (genre) => (
            <g key={genre} id={`${id}-${genre}`}>
              <path d={FORMES_DE_MARQUE[genre]} />
              {LETTRES[genre] && (
                <text class="lettre" y="4" text-anchor="middle">
                  {LETTRES[genre]}
                </text>
              )}
            </g>
          ),
        )}
      </defs>
      <g class="fond" transform={cadrage.transform}>
        {fond.zones.map(({ zone, trace: d }) => (
          <path key={zone} class={`zone-${zone}`} d={d} />
        ))}
        {fond.zones.map(({ zone, filets }) => (
          <path key={zone} class="filets" d={filets} />
        ))}
      </g>
      {bord && (
        <>
          <path class="voile" fill-rule="evenodd" d={`M-999-999H2999V2999H-999Z${bord}`} />
          <path class="cercle" d={bord} />
        </>
      )}
      {poser(scene.ailleurs, 'marques-ailleurs')}
      {poser(scene.ecoles, 'marques-ecoles')}
      {poser(scene.centres, 'marques-centres')}
      {poser(scene.sites, 'marques-sites')}
      <g class="noms">
        {nomsPlaces(communes, scene, cadrage).map(({ nom, x, y }) => (
          <text key={nom} x={x} y={y}>
            {nom}
          </text>
        ))}
      </g>
      {scene.etoile && (
        <g transform={`translate(${place(scene.etoile)})`}>
          <use href={`#${id}-etoile`} class="marque forme-etoile" />
        </g>
      )}
    </svg>
  );
}
