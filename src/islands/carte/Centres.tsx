import type { CentreTrouve, DepartSitue } from '../../domain/autour/autour.ts';
import { estSitue } from '../../domain/autour/centres.ts';
import type { GenreMarque } from '../../map/formes.ts';
import { distanceDuCentre } from '../../phrases/autour.ts';
import { Forme } from './Forme.tsx';

interface Props {
  readonly centres: readonly CentreTrouve[];
  readonly depart: DepartSitue | null;
  readonly marquee: string | null;
  readonly surSurvol: (id: string | null) => void;
}

/** Les centres du rayon ; ceux qui n’ont pas de position ne sont que dans cette liste. */
export function CarteCentres({ centres, depart, marquee, surSurvol }: Props) {
  return (
    <section class="carte-centres" aria-labelledby="titre-centres">
      <h2 id="titre-centres">{depart ? 'Centres à portée' : 'Centres'}</h2>
      {centres.length === 0 && <p class="discret">Aucun centre connu dans ce rayon.</p>}
      <ul>
        {centres.map((trouve) => {
          const { centre } = trouve;
          const precision = estSitue(centre) ? '' : ', dans la liste seulement';
          return (
            <li
              key={centre.id}
              id={`centre-${centre.id}`}
              class={marquee === centre.id ? 'marquee' : undefined}
              onMouseEnter={() => surSurvol(centre.id)}
              onMouseLeave={() => surSurvol(null)}
            >
              <Forme genre={centre.type as GenreMarque} creuse={centre.precision !== 'adresse'} />
              <span>
                <strong>
                  {centre.type} {centre.nom}
                </strong>
                <span class="site-detail">
                  {[centre.domaine, centre.commune].filter(Boolean).join(' · ')}
                  {precision}
                </span>
              </span>
              {depart && <span class="nombre">{distanceDuCentre(depart, trouve)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
