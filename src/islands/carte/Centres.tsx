import type { CentreTrouve, DepartSitue } from '../../domain/autour/autour.ts';
import { estSitue } from '../../domain/autour/centres.ts';
import type { GenreMarque } from '../../map/formes.ts';
import { distanceDuCentre } from '../../phrases/autour.ts';
import { compte } from '../../phrases/nombres.ts';
import { Forme } from './Forme.tsx';

interface Props {
  readonly centres: readonly CentreTrouve[];
  readonly depart: DepartSitue | null;
  readonly marquee: string | null;
  readonly surSurvol: (id: string | null) => void;
}

interface PropsListe extends Props {
  readonly centres: readonly CentreTrouve[];
}

function Liste({ centres, depart, marquee, surSurvol }: PropsListe) {
  return (
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
  );
}

/** Les centres du rayon ; ceux d’un autre secteur que le filtre sont à part, et pas sur la carte. */
export function CarteCentres(props: Props) {
  const { centres, depart } = props;
  const siens = centres.filter(({ autreSecteur }) => !autreSecteur);
  const autres = centres.filter(({ autreSecteur }) => autreSecteur);
  return (
    <section class="carte-centres" aria-labelledby="titre-centres">
      <h2 id="titre-centres">{depart ? 'Centres à portée' : 'Centres'}</h2>
      {siens.length === 0 && (
        <p class="discret">
          Aucun centre connu {autres.length > 0 ? 'de ce secteur ' : ''}dans ce rayon.
        </p>
      )}
      <Liste {...props} centres={siens} />
      {autres.length > 0 && (
        <details>
          <summary>{compte(autres.length, 'centre')} d’un autre secteur</summary>
          <Liste {...props} centres={autres} />
        </details>
      )}
    </section>
  );
}
