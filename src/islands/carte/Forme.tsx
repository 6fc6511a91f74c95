import { FORMES_DE_MARQUE, type GenreMarque, LETTRES } from '../../map/formes.ts';

interface Props {
  readonly genre: GenreMarque;
  readonly creuse?: boolean;
}

/** La marque d’un site ou d’un centre, la même dans la liste, la légende et la carte. */
export function Forme({ genre, creuse = false }: Props) {
  return (
    <svg
      class={`forme forme-${genre} ${creuse ? 'forme-creuse' : ''}`}
      viewBox={genre === 'etoile' ? '-18 -18 36 36' : '-11 -11 22 22'}
      aria-hidden="true"
      focusable="false"
    >
      <path d={FORMES_DE_MARQUE[genre]} />
      {LETTRES[genre] && (
        <text class="lettre" y="4" text-anchor="middle">
          {LETTRES[genre]}
        </text>
      )}
    </svg>
  );
}
