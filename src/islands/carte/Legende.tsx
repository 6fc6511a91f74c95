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
        <li>
          <Forme genre="CTA" /> CTA
          <Forme genre="CDC" /> CDC
          <Forme genre="CDR" /> CDR
          <Forme genre="PFE" /> PFE
        </li>
        <li>
          <Forme genre="CTA" creuse /> placé au centre de sa commune
        </li>
      </ul>
      <p>
        {rayon && `Cercle de ${String(rayon).replace('.', ',')} km. `}
        Fond schématique : une cellule par commune.
      </p>
    </div>
  );
}
