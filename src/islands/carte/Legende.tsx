import { TYPES_CENTRE } from '../../domain/tables/centres.ts';
import type { Scene } from '../../map/scene.ts';
import { Forme } from './Forme.tsx';

/** La légende : ce que dit chaque marque. */
export function CarteLegende({ scene }: { readonly scene: Scene | null }) {
  const rayon = scene?.cercle?.km;
  return (
    <div class="legende">
      <ul>
        {scene?.etoile && (
          <li>
            <Forme genre="etoile" /> votre implantation
          </li>
        )}
        <li>
          <Forme genre="confessionnel" /> confessionnel
        </li>
        <li>
          <Forme genre="non-confessionnel" /> non confessionnel
        </li>
        {TYPES_CENTRE.map((type) => (
          <li key={type}>
            <Forme genre={type} /> {type}
          </li>
        ))}
        <li>
          <Forme genre="CTA" creuse /> au centre de sa commune
        </li>
        <li class="discret">
          {rayon && `Cercle de ${String(rayon).replace('.', ',')} km. `}
          Fond schématique : une cellule par commune.
        </li>
      </ul>
    </div>
  );
}
