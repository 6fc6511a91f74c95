import { href } from '../../config.ts';
import type { SiteTrouve } from '../../domain/autour/autour.ts';
import { combien } from '../../phrases/autour.ts';
import { CarteOffre } from './Offre.tsx';
import { Forme } from './Forme.tsx';

/** L’implantation choisie et son offre ; elle n’est pas comptée parmi celles qui l’entourent. */
export function CarteChoisie({ choisie }: { readonly choisie: SiteTrouve }) {
  const { site, occurrences, eleves } = choisie;
  return (
    <section class="choisie" aria-label="Votre implantation">
      <p class="site-nom">
        <Forme genre="etoile" />
        <a href={href(`/implantations/${site.id}/`)}>{site.nom}</a>
      </p>
      <p class="site-detail">
        FASE {site.id} · {site.codePostal} {site.commune} · {site.caractere} · {site.reseau}
      </p>
      <details>
        <summary>
          {combien(occurrences.length, 'option')}, {combien(eleves, 'élève', 'aucun')}
        </summary>
        <CarteOffre occurrences={occurrences} />
      </details>
    </section>
  );
}
