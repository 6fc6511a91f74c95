import { href } from '../../config.ts';
import type { DepartSitue, SiteTrouve } from '../../domain/autour/autour.ts';
import { valeurDAdresse } from '../../domain/autour/facettes.ts';
import type { GenreMarque } from '../../map/formes.ts';
import { distanceDuSite, offreNonPubliee } from '../../phrases/autour.ts';
import { compte } from '../../phrases/nombres.ts';
import { EffectifEcrit } from '../EffectifEcrit.tsx';
import { Forme } from './Forme.tsx';
import { CarteOffre } from './Offre.tsx';
import { useSansOffre } from './sansOffre.ts';

interface Props {
  readonly trouve: SiteTrouve;
  readonly depart: DepartSitue | null;
  /** Un filtre choisit des options : elles se lisent sans rien ouvrir. */
  readonly filtree: boolean;
  readonly marquee: boolean;
  readonly surSurvol: (id: string | null) => void;
  readonly surDepart: (fase: string) => void;
}

const PEU = 2;

/** Une implantation de la liste. */
export function CarteLigne({ trouve, depart, filtree, marquee, surSurvol, surDepart }: Props) {
  const { site, distance, occurrences } = trouve;
  const inconnue = useSansOffre()(trouve);
  const ouverte = occurrences.length > 0 && filtree && occurrences.length <= PEU;
  return (
    <tr
      id={`site-${site.id}`}
      data-fase={site.id}
      class={marquee ? 'marquee' : undefined}
      onMouseEnter={() => surSurvol(site.id)}
      onMouseLeave={() => surSurvol(null)}
      onFocusCapture={() => surSurvol(site.id)}
      onBlurCapture={() => surSurvol(null)}
    >
      <th scope="row">
        <span class="site-nom">
          <Forme
            genre={valeurDAdresse(site.caractere) as GenreMarque}
            creuse={site.precision !== 'adresse'}
          />
          <a href={href(`/implantations/${site.id}/`)}>{site.nom}</a>
        </span>
        <span class="site-detail">
          {site.caractere} · {site.reseau} · {site.commune}
        </span>
        {ouverte && <CarteOffre occurrences={occurrences} />}
        {!ouverte && occurrences.length > 0 && (
          <details>
            <summary>{compte(occurrences.length, 'option')}</summary>
            <CarteOffre occurrences={occurrences} />
            <button type="button" class="lien-bouton" onClick={() => surDepart(site.id)}>
              Partir de cette implantation
            </button>
          </details>
        )}
        {occurrences.length === 0 && (
          <span class="site-detail">
            {inconnue ? offreNonPubliee(site) : 'aucune option qualifiante cette année'}
          </span>
        )}
      </th>
      {depart && (
        <td class="nombre">
          <data value={distance ?? ''}>{distanceDuSite(depart, trouve)}</data>
        </td>
      )}
      <td class="nombre">
        {inconnue ? <span class="discret">?</span> : <EffectifEcrit effectif={trouve} />}
      </td>
    </tr>
  );
}
