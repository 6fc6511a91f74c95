import type { ComponentChildren } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import { href } from '../../config.ts';
import type { DepartSitue } from '../../domain/autour/autour.ts';
import { demander, type ParCaractere, type Voisine } from '../../domain/autour/demande.ts';
import type { ReglesDeLaCarte } from '../../domain/autour/regles.ts';
import { relireTables } from '../../domain/colonnes.ts';
import { additionner, auMoins, type Effectif } from '../../domain/effectif.ts';
import { CARACTERES } from '../../domain/tables/valeurs.ts';
import { distanceDuCentre } from '../../phrases/autour.ts';
import { constatDemande, kmVers } from '../../phrases/demande.ts';
import { combienDeMasques } from '../../phrases/effectif.ts';
import { decimal } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { EffectifEcrit } from '../EffectifEcrit.tsx';
import { Panne } from '../Panne.tsx';
import { useCharge } from '../useCharge.ts';
import { CarteDegre } from './Degre.tsx';
import type { Demandee } from './DemandeRepliee.tsx';
import { lireJsonDuSite } from './lireJson.ts';

/** La moyenne de ce qui est sûr, et l’effectif dont elle vient. */
function moyenne(voisines: readonly Voisine[]) {
  const effectif = additionner(voisines.map(({ occurrence }) => occurrence));
  return { valeur: auMoins(effectif) / voisines.length, effectif };
}

const deuxCaracteres = (nombres: ParCaractere<number>): string =>
  CARACTERES.map((c) => `${nombres[c]} de caractère ${c}`).join(', ');

/** « Et si je la demandais ici ? » : une option, un point de départ, toute l’édition. */
export function CarteDemande(props: Demandee) {
  const { lieux, offre, depart, option, annee, prefixe, fichierRegles } = props;
  const lireRegles = useCallback(
    async () => relireTables<ReglesDeLaCarte>(await lireJsonDuSite(fichierRegles)),
    [fichierRegles],
  );
  const { valeur: regles, faute, reessayer } = useCharge(lireRegles);
  const faits = useMemo(
    () => demander(lieux, offre, depart, option),
    [lieux, offre, depart, option],
  );
  const sien = depart.implantation?.caractere;
  const constat = constatDemande(faits, depart);
  const fase = depart.implantation?.id;
  const vers = `/dossier/?${fase ? `implantation=${fase}&` : ''}option=${option.code}`;
  return (
    <div class="demande-corps">
      <p class="demande-option">
        <a href={href(`/options/${option.code}/`)}>
          {option.code} {option.intitule}
        </a>
      </p>
      <p>{typographie(prefixe ? `${prefixe} ${constat}` : constat)}</p>
      <dl>
        <Ligne terme="La plus proche">
          <DeVoisine depart={depart} voisine={faits.plusProche} />
        </Ligne>
        {(sien ? [sien] : CARACTERES).map((caractere) => (
          <Ligne key={caractere} terme={sien ? 'De votre caractère' : `De caractère ${caractere}`}>
            <DeVoisine depart={depart} voisine={faits.plusProches[caractere]} />
          </Ligne>
        ))}
        <Ligne terme="À 10 km ou moins">{deuxCaracteres(faits.dansLeCercle)}</Ligne>
        <Ligne terme="Dans la zone">
          {deuxCaracteres(faits.dansLaZone)}
          {faits.ici && ', la vôtre comprise'}
        </Ligne>
        {faits.troisProches.length > 0 && (
          <Ligne
            terme={
              faits.troisProches.length > 1
                ? `Taille moyenne des ${faits.troisProches.length} plus proches`
                : 'Taille de la seule autre'
            }
          >
            <Moyenne {...moyenne(faits.troisProches)} />
          </Ligne>
        )}
        <Ligne terme="Centres du secteur à 10 km">
          {faits.centres.length === 0
            ? 'aucun connu'
            : faits.centres.map((trouve) => (
                <span key={trouve.centre.id} class="demande-centre">
                  {trouve.centre.type} {trouve.centre.nom}, {distanceDuCentre(depart, trouve)}
                </span>
              ))}
        </Ligne>
      </dl>
      {faute && <Panne {...{ faute, reessayer }} reste="Les normes de ce degré manquent." />}
      {regles &&
        faits.degres.map((degre) => (
          <CarteDegre key={degre.degre} degre={degre} depart={depart} regles={regles} />
        ))}
      <p class="demande-suite">
        <a class="bouton" href={href(vers)}>
          La préparer dans mon dossier
        </a>{' '}
        <a href={href(`/carte/ou-manque/?option=${option.code}`)}>
          {typographie('Où manque-t-elle ?')}
        </a>
      </p>
      <p class="source">
        Élèves au 15 janvier, {annee}, toute l’édition : les autres filtres de la carte n’y changent
        rien. Distances à vol d’oiseau.
      </p>
    </div>
  );
}

function Ligne({ terme, children }: { terme: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{terme}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moyenne({ valeur, effectif }: { valeur: number; effectif: Effectif }) {
  return (
    <>
      {effectif.masques > 0 && 'au moins '}
      <data value={valeur}>{decimal(valeur)}</data> élèves
      {effectif.masques > 0 && ` (${combienDeMasques(effectif)})`}
    </>
  );
}

function DeVoisine({ depart, voisine }: { depart: DepartSitue; voisine: Voisine | null }) {
  if (!voisine) return <>aucune dans l’édition</>;
  const { site, occurrence, distance } = voisine;
  return (
    <>
      <a href={href(`/implantations/${site.id}/`)}>{site.nom}</a> ({site.commune}), à{' '}
      <data value={distance}>{kmVers(depart, voisine)}</data>, {site.caractere},{' '}
      <EffectifEcrit effectif={occurrence} nomme />
    </>
  );
}
