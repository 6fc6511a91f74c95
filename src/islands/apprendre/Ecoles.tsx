import { href } from '../../config.ts';
import type { Ecole } from '../../domain/autour/apprendre.ts';
import type { DepartSitue } from '../../domain/autour/autour.ts';
import type { ImplantationSituee } from '../../domain/autour/types.ts';
import { anneesEnMots, COMMENT } from '../../phrases/apprendre.ts';
import { enKm } from '../../phrases/distance.ts';
import { typographie } from '../../phrases/typographie.ts';

/** Le nom d’une école, sa commune, et à quelle distance. */
export function Situe({
  site,
  distance,
  exacte,
}: Pick<Ecole, 'site' | 'distance'> & { exacte: boolean }) {
  return (
    <p class="ecole-tete">
      <a href={href(`/implantations/${site.id}/`)}>{site.nom}</a>
      <span>
        {site.commune}, <data value={distance}>{enKm(distance, exacte)}</data>
      </span>
    </p>
  );
}

export const estExacte = (depart: DepartSitue, { precision }: ImplantationSituee): boolean =>
  depart.precision === 'adresse' && precision === 'adresse';

/** Une école : où, et ce qu’on y apprend, d’un degré au suivant. */
export function LigneEcole({ ecole, depart }: { ecole: Ecole; depart: DepartSitue }) {
  const { site, distance, formations } = ecole;
  return (
    <li class="ecole" data-fase={site.id}>
      <Situe site={site} distance={distance} exacte={estExacte(depart, site)} />
      <ul>
        {formations.map(({ option, organisation }) => (
          <li key={option.code}>
            <a href={href(`/options/${option.code}/`)}>{option.intitule}</a>{' '}
            <span class="discret">
              {typographie(`${anneesEnMots(option.annees)}, ${COMMENT[organisation]}`)}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
