import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Depart, ETAT_INITIAL, type EtatCarte, estFiltre } from '../domain/autour/etat.ts';
import { sceneDe } from '../map/scene.ts';
import { constatAutour } from '../phrases/autour.ts';
import { CarteCentres } from './carte/Centres.tsx';
import { CarteChoisie } from './carte/Choisie.tsx';
import { CarteChoix } from './carte/Choix.tsx';
import { etiquettesDe, type Noms } from './carte/etiquettes.ts';
import { CarteFiche } from './carte/Fiche.tsx';
import { CarteFiltres } from './carte/Filtres.tsx';
import { CarteLegende } from './carte/Legende.tsx';
import { CarteListe } from './carte/Liste.tsx';
import { CartePlan } from './carte/Plan.tsx';
import { CarteRayon } from './carte/Rayon.tsx';
import { CarteRecherche } from './carte/Recherche.tsx';
import { type FichiersDeLaCarte, useCarte } from './carte/useCarte.ts';
import { CarteVues } from './carte/Vues.tsx';

interface Props {
  readonly fichiers: FichiersDeLaCarte;
  readonly noms: Noms;
  readonly nomsZones: readonly {
    readonly nom: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  /** La phrase de la page avant tout choix. */
  readonly constat: string;
  /** Slots de la page : la liste de toutes les implantations, la carte dessinée, la source. */
  readonly children?: ComponentChildren;
  readonly dessin?: ComponentChildren;
  readonly source?: ComponentChildren;
}

const majuscule = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** La cartographie interactive : un point de départ, un rayon, des filtres ; liste et carte. */
export default function Carte(props: Props) {
  const { fichiers, prefixe } = props;
  const { etat, avis, lieux, resultat, erreur, aller } = useCarte(fichiers);
  const [survolee, setSurvolee] = useState<string | null>(null);
  const [pointee, setPointee] = useState<string | null>(null);
  const etiquettes = useMemo(() => etiquettesDe(props.noms), [props.noms]);
  const scene = useMemo(() => resultat && sceneDe(resultat, etat.rayon), [resultat]);
  const large = typeof matchMedia === 'function' && matchMedia('(min-width: 60rem)').matches;

  const changer = (suivant: EtatCarte, remplacer = false) => {
    setPointee(null);
    aller(suivant, remplacer);
  };
  const partir = (depart: Depart | null) => {
    changer({ ...etat, depart, tri: depart ? etat.tri : ETAT_INITIAL.tri });
  };
  const partirDe = (fase: string) => partir({ genre: 'implantation', fase });
  const pointer = (id: string) => {
    setPointee(id);
    const ligne = document.getElementById(`site-${id}`) ?? document.getElementById(`centre-${id}`);
    ligne?.scrollIntoView({ block: 'nearest' });
  };
  const perdu = resultat !== null && etat.depart !== null && resultat.depart === null;
  const accueil = !perdu && etat.depart === null && !estFiltre(etat) && etat.annee === null;
  const phrase = lieux && resultat ? constatAutour(lieux, etat, resultat) : props.constat;
  const constat = prefixe ? `${prefixe} ${phrase}` : majuscule(phrase);

  return (
    <div class="carte-page" data-vue={etat.vue}>
      <CarteVues
        vue={etat.vue}
        trouves={resultat?.sites.length ?? null}
        surVue={(vue) => aller({ ...etat, vue })}
      />
      <section class="panneau" aria-label="Liste">
        <h1>Autour de mon implantation</h1>
        <CarteRecherche lieux={lieux} etat={etat} resultat={resultat} surDepart={partir} />
        {etat.depart && !perdu && (
          <CarteRayon
            rayon={etat.rayon}
            surRayon={(rayon, fini) => changer({ ...etat, rayon }, !fini)}
          />
        )}
        {lieux && (
          <>
            <CarteChoix etat={etat} lieux={lieux} etiquettes={etiquettes} aller={changer} />
            <details class="carte-filtres-bloc">
              <summary>Filtres</summary>
              <CarteFiltres
                etat={etat}
                lieux={lieux}
                comptes={resultat?.comptes ?? null}
                etiquettes={etiquettes}
                annees={fichiers.offres.map(({ annee }) => annee)}
                aller={changer}
              />
            </details>
          </>
        )}
        {avis.map((texte) => (
          <p key={texte} class="message" role="alert">
            {texte}
          </p>
        ))}
        {erreur && (
          <p class="message message-erreur" role="alert">
            {erreur}
          </p>
        )}
        {!perdu && (
          <p class="constat" role="status">
            {constat}
          </p>
        )}
        <div hidden={!accueil}>{props.children}</div>
        {!accueil && !perdu && resultat && (
          <>
            {resultat.choisie && <CarteChoisie choisie={resultat.choisie} />}
            <CarteListe
              sites={resultat.sites}
              depart={resultat.depart}
              tri={etat.tri}
              filtree={estFiltre(etat)}
              marquee={pointee ?? survolee}
              surTri={(tri) => changer({ ...etat, tri })}
              surSurvol={setSurvolee}
              surDepart={partirDe}
            />
            <CarteCentres
              centres={resultat.centres}
              depart={resultat.depart}
              marquee={pointee ?? survolee}
              surSurvol={setSurvolee}
            />
          </>
        )}
        {props.source}
      </section>
      <section class="plan" aria-label="Carte">
        <CartePlan
          fichierFond={fichiers.fond}
          lieux={lieux}
          nomsZones={props.nomsZones}
          scene={scene}
          survolee={survolee ?? pointee}
          visible={large || etat.vue === 'carte'}
          surSurvol={setSurvolee}
          surChoix={pointer}
        >
          {props.dessin}
        </CartePlan>
        {resultat && (pointee ?? survolee) && (
          <CarteFiche
            resultat={resultat}
            id={pointee ?? survolee ?? ''}
            surDepart={partirDe}
            surFermer={() => setPointee(null)}
          />
        )}
        <CarteLegende scene={scene} />
      </section>
    </div>
  );
}
