import { href } from '../../config.ts';
import type { CentreTrouve, Resultat, SiteTrouve } from '../../domain/autour/autour.ts';
import { valeurDAdresse } from '../../domain/autour/facettes.ts';
import type { GenreMarque } from '../../map/formes.ts';
import { distanceDuCentre, distanceDuSite } from '../../phrases/autour.ts';
import { compterEleves } from '../../phrases/effectif.ts';
import { compte } from '../../phrases/nombres.ts';
import { Forme } from './Forme.tsx';

interface Props {
  readonly resultat: Resultat;
  readonly id: string;
  readonly surDepart: (fase: string) => void;
  readonly surFermer: () => void;
}

/** Ce que dit la marque pointée sur la carte. */
export function CarteFiche({ resultat, id, surDepart, surFermer }: Props) {
  const trouve = resultat.sites.find(({ site }) => site.id === id);
  const centre = resultat.centres.find((c) => c.centre.id === id);
  if (!trouve && !centre) return null;
  return (
    <div class="fiche">
      <button type="button" class="fiche-fermer" aria-label="Fermer la fiche" onClick={surFermer}>
        ✕
      </button>
      {trouve && <FicheSite resultat={resultat} trouve={trouve} surDepart={surDepart} />}
      {centre && <FicheCentre resultat={resultat} centre={centre} />}
    </div>
  );
}

interface PropsSite extends Pick<Props, 'resultat' | 'surDepart'> {
  readonly trouve: SiteTrouve;
}

function FicheSite({ resultat, trouve, surDepart }: PropsSite) {
  const { site, occurrences } = trouve;
  const km = distanceDuSite(resultat.depart, trouve);
  return (
    <>
      <p class="fiche-titre">
        <Forme genre={valeurDAdresse(site.caractere) as GenreMarque} /> {site.nom}
      </p>
      <p class="site-detail">
        {[km && `à ${km}`, site.caractere, site.reseau].filter(Boolean).join(' · ')}
      </p>
      <p class="site-detail">
        {compte(occurrences.length, 'option')}, {compterEleves(trouve)}
      </p>
      <p class="fiche-actions">
        <a href={href(`/implantations/${site.id}/`)}>Voir la fiche</a>
        <button type="button" class="lien-bouton" onClick={() => surDepart(site.id)}>
          Partir d’ici
        </button>
      </p>
    </>
  );
}

function FicheCentre({ resultat, centre: trouve }: { resultat: Resultat; centre: CentreTrouve }) {
  const { centre } = trouve;
  return (
    <>
      <p class="fiche-titre">
        <Forme genre={centre.type as GenreMarque} /> {centre.type} {centre.nom}
      </p>
      <p class="site-detail">
        {[distanceDuCentre(resultat.depart, trouve), centre.domaine, centre.adresse, centre.commune]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
