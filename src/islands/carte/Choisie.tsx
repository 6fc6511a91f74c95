import { href } from '../../config.ts';
import type { SiteTrouve } from '../../domain/autour/autour.ts';
import { offreNonPubliee } from '../../phrases/autour.ts';
import { compterEleves } from '../../phrases/effectif.ts';
import { compte } from '../../phrases/nombres.ts';
import { Forme } from './Forme.tsx';
import { CarteOffre } from './Offre.tsx';
import { useSansOffre } from './sansOffre.ts';

/** L’implantation choisie et son offre ; elle n’est pas comptée parmi celles qui l’entourent. */
export function CarteChoisie({ choisie }: { readonly choisie: SiteTrouve }) {
  const { site, occurrences } = choisie;
  const inconnue = useSansOffre()(choisie);
  return (
    <section class="choisie" aria-label="Votre implantation">
      <p class="site-nom">
        <Forme genre="etoile" />
        <a href={href(`/implantations/${site.id}/`)}>{site.nom}</a>
      </p>
      <p class="site-detail">
        FASE {site.id} · {site.codePostal} {site.commune} · {site.caractere} · {site.reseau}
      </p>
      {inconnue ? (
        <p class="site-detail">{offreNonPubliee(site)}</p>
      ) : (
        <details>
          <summary>
            {compte(occurrences.length, 'option')}, {compterEleves(choisie)}
          </summary>
          <CarteOffre occurrences={occurrences} />
        </details>
      )}
    </section>
  );
}
