import { useContext } from 'preact/hooks';
import { TYPES_CENTRE } from '../../domain/tables/valeurs.ts';
import type { Scene } from '../../map/scene.ts';
import { Forme } from './Forme.tsx';
import { SansOffre } from './sansOffre.ts';

interface Props {
  readonly scene: Scene | null;
  /** L’édition dit, de certaines, si elles ont une section qualifiante. */
  readonly qualifiantsDits: boolean;
  /** La couche des écoles de la CPU, et de quoi la montrer ; absente sur papier. */
  readonly cpu?: { readonly montree: boolean; readonly surCpu: (montrer: boolean) => void };
}

/** La légende : ce que dit chaque marque. */
export function CarteLegende({ scene, qualifiantsDits, cpu }: Props) {
  const sansOffre = useContext(SansOffre);
  const rayon = scene?.cercle?.km;
  return (
    <div class="legende">
      <ul>
        {scene?.etoile && (
          <li>
            <Forme genre="etoile" /> votre point de départ
          </li>
        )}
        <li>
          <Forme genre="confessionnel" /> confessionnel
        </li>
        <li>
          <Forme genre="non-confessionnel" /> non confessionnel
        </li>
        {sansOffre.size > 0 && (
          <li class="discret">
            implantations du registre des écoles, qui{' '}
            {qualifiantsDits
              ? 'n’est pas une liste de sites qualifiants\u00a0: leur fiche dit ce que l’édition en sait'
              : 'ne dit pas lesquelles sont qualifiantes'}
          </li>
        )}
        {TYPES_CENTRE.map((type) => (
          <li key={type}>
            <Forme genre={type} /> {type}
          </li>
        ))}
        <li>
          <Forme genre="CTA" creuse /> au centre de sa commune
        </li>
        {cpu && (
          <li class="js-seul">
            <label class="legende-cpu">
              <input
                type="checkbox"
                checked={cpu.montree}
                onChange={(e) => cpu.surCpu(e.currentTarget.checked)}
              />{' '}
              <Forme genre="CPU" creuse /> écoles de la CPU (2018-2020)
            </label>
          </li>
        )}
        <li class="discret">
          {rayon && `Cercle de ${String(rayon).replace('.', ',')} km. `}
          Fond schématique{'\u00a0'}: une cellule par commune.
        </li>
      </ul>
    </div>
  );
}
