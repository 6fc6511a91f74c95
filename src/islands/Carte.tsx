import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { NOM_DU_SITE } from '../config.ts';
import {
  type Depart,
  ETAT_INITIAL,
  type EtatCarte,
  estFiltre,
  lieuArrondi,
  poserValeurs,
} from '../domain/autour/etat.ts';
import { ditLesQualifiants } from '../domain/autour/facettes.ts';
import { aujourdhui } from '../domain/calendrier/echeance.ts';
import type { Position } from '../domain/geo/distance.ts';
import type { Formation } from '../domain/recherche/formations.ts';
import { sceneDe } from '../map/scene.ts';
import type { Fond } from '../map/style.ts';
import { nomDuDepart } from '../phrases/autour.ts';
import { dateEnLettres } from '../phrases/dates.ts';
import { constatDeLaCarte, zonesSansOffre } from '../phrases/offre-inconnue.ts';
import { enteteDeSortie } from '../phrases/sortie-carte.ts';
import { majuscule, typographie } from '../phrases/typographie.ts';
import type { Exemples } from '../query/exemples.ts';
import { CarteChoix } from './carte/Choix.tsx';
import { etiquettesDe, type NomsDeCarte, nommerValeur } from './carte/etiquettes.ts';
import { CarteFiche } from './carte/Fiche.tsx';
import { CarteFiltresReplies } from './carte/FiltresReplies.tsx';
import { CarteImprimee } from './carte/Imprime.tsx';
import { CarteLegende } from './carte/Legende.tsx';
import { CartePlan } from './carte/Plan.tsx';
import { CartePosition } from './carte/Position.tsx';
import { CarteQuestions } from './carte/Questions.tsx';
import { CarteRayon } from './carte/Rayon.tsx';
import { CarteRecherche } from './carte/Recherche.tsx';
import { SansDetail, SansOffre } from './carte/sansOffre.ts';
import { CarteTrouves } from './carte/Trouves.tsx';
import { type FichiersDeLaCarte, useCarte } from './carte/useCarte.ts';
import { useEcoles } from './carte/useEcoles.ts';
import { usePapier } from './carte/usePapier.ts';
import { usePointees } from './carte/usePointees.ts';
import { CarteVues } from './carte/Vues.tsx';
import { ExemplesDeLEdition } from './exemples.ts';
import { Panne } from './Panne.tsx';
import './tableaux.ts';

interface Props {
  readonly fichiers: FichiersDeLaCarte;
  readonly noms: NomsDeCarte;
  readonly nomsZones: readonly {
    readonly nom: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  readonly edition: {
    readonly id: string;
    readonly titre: string;
    /** Celle des élèves et des besoins, en mots. */
    readonly nature: string;
    readonly fictive: boolean;
  };
  /** Les formations qui ne se programment pas. */
  readonly formations: readonly Formation[];
  readonly exemples: Exemples;
  /** La phrase de la page avant tout choix. */
  readonly constat: string;
  /** Slots de la page : la liste de toutes les implantations, la carte dessinée, la source. */
  readonly children?: ComponentChildren;
  readonly dessin?: ComponentChildren;
  readonly source?: ComponentChildren;
}

/** La cartographie interactive : un point de départ, un rayon, des filtres ; liste et carte. */
export default function Carte(props: Props) {
  const { fichiers, prefixe } = props;
  const { etat, avis, lieux, offre, annee, resultat, erreur, reessayer, aller } =
    useCarte(fichiers);
  const [manque, setManque] = useState<unknown>(null);
  const [survolee, setSurvolee] = useState<string | null>(null);
  const { pointees, pointee, pointer, oublier } = usePointees();
  const { ecoles, montrerCpu } = useEcoles(fichiers.ecoles, setManque);
  const [pose, setPose] = useState(false);
  const [dessin, setDessin] = useState(false);
  const [fond, setFond] = useState<Fond | null>(null);
  const etiquettes = useMemo(() => etiquettesDe(props.noms), [props.noms]);
  const scene = useMemo(
    () => resultat && sceneDe(resultat, etat.rayon, ecoles),
    [resultat, ecoles],
  );
  const large = typeof matchMedia === 'function' && matchMedia('(min-width: 60rem)').matches;

  const changer = (suivant: EtatCarte, remplacer = false) => {
    oublier();
    aller(suivant, remplacer);
  };
  const partir = (depart: Depart | null, options?: readonly string[]) => {
    const tri = depart ? etat.tri : ETAT_INITIAL.tri;
    const vers = options ? poserValeurs(etat, 'option', options) : etat;
    changer({ ...vers, depart, tri });
  };
  const partirDuLieu = (position: Position) => {
    setPose(false);
    partir(lieuArrondi(position));
  };
  const poser = (voulu: boolean) => {
    setPose(voulu);
    if (voulu && etat.vue !== 'carte') aller({ ...etat, vue: 'carte' });
  };
  const partirDe = (fase: string) => partir({ genre: 'implantation', fase });
  const perdu = resultat !== null && etat.depart !== null && resultat.depart === null;
  const accueil = !perdu && etat.depart === null && !estFiltre(etat) && etat.annee === null;
  const { zones } = props.noms;
  const sansOffre = useMemo(() => zonesSansOffre(zones, annee), [zones, annee]);
  const sansDetail = useMemo(() => zonesSansOffre(zones, annee, 'sansDetail'), [zones, annee]);
  const qualifiantsDits = useMemo(() => lieux !== null && ditLesQualifiants(lieux), [lieux]);
  const phrase = constatDeLaCarte(
    { lieux, etat, resultat, zones, annee, qualifiantsDits },
    props.constat,
  );
  const constat = typographie(prefixe ? `${prefixe} ${phrase}` : majuscule(phrase));

  const depart = nomDuDepart(resultat?.depart ?? null);
  useEffect(() => {
    document.title = `${depart ? `Autour : ${depart}` : 'Carte'} – ${NOM_DU_SITE}`;
  }, [depart]);

  const entete = () =>
    enteteDeSortie({
      etat,
      constat,
      depart,
      anneeScolaire: annee,
      edition: `${props.edition.titre} (${props.edition.id})`,
      nature: props.edition.nature,
      adresse: location.href,
      date: dateEnLettres(aujourdhui(new Date())),
      nommer: (cle, valeur) => nommerValeur(etiquettes, lieux?.options ?? [], cle, valeur),
    });
  const { papier, imprimer } = usePapier({
    fichierFond: fichiers.fond,
    fond,
    surFond: setFond,
    surManque: setManque,
    rendre: (fondSvg) => (
      <CarteImprimee entete={entete()} fond={fondSvg} scene={scene} lieux={lieux} />
    ),
  });
  const panne =
    erreur === null ? (
      manque !== null && <Panne faute={manque} reste="La liste et ses filtres répondent." />
    ) : (
      <Panne faute={erreur} reessayer={reessayer} sansAdresse={!resultat} />
    );
  const marquee = pointee ?? survolee;
  const designees = pointees.length > 0 ? pointees : survolee ? [survolee] : [];

  return (
    <CarteQuestions recherche={fichiers.recherche} noms={props.noms} formations={props.formations}>
      <SansOffre.Provider value={sansOffre}>
        <SansDetail.Provider value={sansDetail}>
          <div class="carte-page" data-vue={etat.vue}>
            <CarteVues
              vue={etat.vue}
              trouves={resultat?.sites.length ?? null}
              surVue={(vue) => aller({ ...etat, vue })}
            />
            <section class="panneau" aria-label="Liste">
              <h1>Autour de mon implantation</h1>
              <CarteRecherche lieux={lieux} etat={etat} resultat={resultat} surDepart={partir} />
              <CartePosition
                pose={dessin ? null : pose}
                surPose={poser}
                surDepart={partir}
                surTout={etat.depart && (() => partir(null))}
              />
              {etat.depart && !perdu && (
                <CarteRayon
                  rayon={etat.rayon}
                  surRayon={(rayon, fini) => changer({ ...etat, rayon }, !fini)}
                />
              )}
              {lieux && (
                <CarteChoix etat={etat} lieux={lieux} etiquettes={etiquettes} aller={changer} />
              )}
              <ExemplesDeLEdition.Provider value={props.exemples}>
                <CarteFiltresReplies
                  {...{ etat, lieux, etiquettes }}
                  comptes={resultat?.comptes ?? null}
                  comptesCentres={resultat?.comptesCentres ?? null}
                  annees={fichiers.offres.map(({ annee }) => annee)}
                  aller={changer}
                />
              </ExemplesDeLEdition.Provider>
              {avis.map((texte) => (
                <p key={texte} class="message" role="alert">
                  {typographie(texte)}
                </p>
              ))}
              {etat.vue === 'liste' && panne}
              {!perdu && (
                <p class="constat" role="status">
                  {constat}
                </p>
              )}
              <div class="impression" ref={papier} />
              <div hidden={!accueil}>{props.children}</div>
              {!accueil && !perdu && resultat && (
                <CarteTrouves
                  {...{ etat, lieux, offre, annee, prefixe, resultat, marquee }}
                  edition={props.edition}
                  fichierRegles={fichiers.regles}
                  entete={entete}
                  changer={changer}
                  surSurvol={setSurvolee}
                  surDepart={partirDe}
                  surImpression={() => void imprimer()}
                />
              )}
              {props.source}
            </section>
            <section class="plan" aria-label="Carte">
              {etat.vue === 'carte' && panne}
              <CartePlan
                fichierFond={fichiers.fond}
                {...{ fond, lieux, scene }}
                surFond={setFond}
                surDessin={setDessin}
                nomsZones={props.nomsZones}
                survolee={survolee ?? pointee}
                visible={large || etat.vue === 'carte'}
                surSurvol={setSurvolee}
                surChoix={pointer}
                surLieu={pose ? partirDuLieu : null}
              >
                {props.dessin}
              </CartePlan>
              {resultat && designees.length > 0 && (
                <CarteFiche
                  resultat={resultat}
                  ecoles={ecoles}
                  ids={designees}
                  surDepart={partirDe}
                  surChoix={(id) => pointer([id])}
                  surFermer={oublier}
                />
              )}
              <CarteLegende
                scene={scene}
                qualifiantsDits={qualifiantsDits}
                cpu={{ montree: ecoles.length > 0, surCpu: (montrer) => void montrerCpu(montrer) }}
              />
            </section>
          </div>
        </SansDetail.Provider>
      </SansOffre.Provider>
    </CarteQuestions>
  );
}
