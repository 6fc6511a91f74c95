import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FondDeCarte } from '../../config.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import type { Position } from '../../domain/geo/distance.ts';
import type { CarteVivante } from '../../map/carte.ts';
import { fondDuCadre, fondDuGeoJson } from '../../map/fondSvg.ts';
import type { Scene } from '../../map/scene.ts';
import type { Fond } from '../../map/style.ts';
import { webglDisponible } from '../../map/webgl.ts';
import { typographie } from '../../phrases/typographie.ts';
import { charger } from '../../query/lecture.ts';
import { Panne } from '../Panne.tsx';
import { CarteAttribution, CarteFonds } from './Fonds.tsx';
import { lireJson } from './lireJson.ts';
import { quandLibre } from './quandLibre.ts';
import { CarteSvg } from './Svg.tsx';

interface Props {
  readonly fichierFond: string;
  readonly lieux: Lieux | null;
  readonly nomsZones: readonly {
    readonly nom: string;
    readonly lat: number;
    readonly lon: number;
  }[];
  readonly scene: Scene | null;
  readonly survolee: string | null;
  /** Faux tant que, sur un petit écran, la liste est devant. */
  readonly visible: boolean;
  readonly surSurvol: (id: string | null) => void;
  readonly surChoix: (ids: readonly string[]) => void;
  /** Le visiteur désigne un lieu : le prochain point touché ne choisit pas de marque. */
  readonly surLieu: ((lieu: Position) => void) | null;
  readonly fond: Fond | null;
  readonly surFond: (fond: Fond) => void;
  /** Sans WebGL : un dessin tient lieu de carte, rien ne s’y désigne. */
  readonly surDessin: () => void;
  /** La carte dessinée à la construction : elle tient la place jusqu’à l’autre. */
  readonly children: ComponentChildren;
}

type Moteur = 'attente' | 'webgl' | 'svg';

const ATTENTE = 1500;

/** L’adresse demande un point de départ. */
const DEPART = /[?&](implantation|commune|lieu)=/;

const cadreDe = ({ cadre }: Scene): string => Object.values(cadre).join();

/** La carte : MapLibre quand il y a WebGL, un SVG sinon ; elle ne dit rien que la liste ne dise. */
export function CartePlan(props: Props) {
  const { fichierFond, lieux, nomsZones, scene, survolee, visible, fond } = props;
  const { surSurvol, surChoix, surLieu } = props;
  const conteneur = useRef<HTMLDivElement>(null);
  const rappels = useRef({ surSurvol, surChoix, surLieu, surFondMuet: () => {} });
  const vivante = useRef<CarteVivante | null>(null);
  const vue = useRef('');
  const [moteur, setMoteur] = useState<Moteur>('attente');
  const [panne, setPanne] = useState<unknown>(null);
  const [demande, setDemande] = useState(false);
  useLayoutEffect(() => setDemande(DEPART.test(location.search)), []);
  const [tuiles, setTuiles] = useState<FondDeCarte | null>(null);
  const [muet, setMuet] = useState<FondDeCarte | null>(null);
  const poserFond = (voulu: FondDeCarte | null) => {
    setMuet(null);
    setTuiles(voulu);
    vivante.current?.poserFond(voulu);
  };

  rappels.current = {
    surSurvol,
    surChoix,
    surLieu,
    surFondMuet: () => {
      setMuet(tuiles);
      setTuiles(null);
    },
  };

  useEffect(() => {
    if (!lieux || !visible || moteur !== 'attente') return;
    let abandonnee = false;
    const perdre = (cause: unknown) => {
      setPanne(cause);
      setMoteur('svg');
    };
    const ouvrir = async () => {
      const lu = await lireJson<Fond>(fichierFond);
      const { current: element } = conteneur;
      props.surFond(lu);
      if (!element || abandonnee) return;
      if (!webglDisponible()) return setMoteur('svg');
      try {
        const { creerCarte } = await charger(import('../../map/carte.ts'));
        const communes = lieux.communes.map(({ commune: nom, lat, lon }) => ({ nom, lat, lon }));
        vivante.current = await creerCarte(element, {
          fond: lu,
          noms: { zones: nomsZones, communes },
          surSurvol: (id) => rappels.current.surSurvol(id),
          surChoix: (ids) => rappels.current.surChoix(ids),
          surLieu: (lieu) => {
            rappels.current.surLieu?.(lieu);
            return rappels.current.surLieu !== null;
          },
          surFondMuet: () => rappels.current.surFondMuet(),
          surSilence: () => {
            vivante.current?.detruire();
            vivante.current = null;
            perdre('silence');
          },
        });
        setMoteur('webgl');
      } catch (cause) {
        console.warn('La carte interactive ne s’ouvre pas ; le dessin la remplace.', cause);
        element.replaceChildren();
        perdre(cause);
      }
    };
    const annuler = quandLibre(() => {
      ouvrir().catch(perdre);
    }, ATTENTE);
    return () => {
      abandonnee = true;
      annuler();
    };
  }, [lieux, visible]);

  useEffect(() => {
    if (!scene || !visible || moteur !== 'webgl') return;
    const cadrer = vue.current !== cadreDe(scene);
    vue.current = cadreDe(scene);
    vivante.current?.montrer(scene, cadrer);
  }, [scene, visible, moteur]);
  useEffect(() => vivante.current?.survoler(survolee), [survolee, moteur, scene]);
  useEffect(() => {
    if (moteur === 'svg') props.surDessin();
  }, [moteur]);
  useEffect(() => () => vivante.current?.detruire(), []);

  const fondSvg = useMemo(() => fond && fondDuGeoJson(fond), [fond]);
  const dessin = moteur === 'svg' && fondSvg && scene && lieux;
  // Le dessin de la page montre les dix zones : il s’efface dès qu’un point de départ est demandé.
  const esquisse = moteur === 'attente' && fondSvg && scene?.cercle && lieux;
  const parti = demande || Boolean(scene?.cercle);
  return (
    <>
      <div class="plan-cadre" data-moteur={moteur} data-pose={surLieu ? 'oui' : undefined}>
        <div class="plan-gl" ref={conteneur} hidden={moteur === 'svg'} />
        {dessin && (
          <>
            <CarteSvg
              id="dessin"
              titre="Carte schématique ; la liste dit la même chose en toutes lettres"
              fond={fondSvg}
              scene={scene}
              communes={lieux.communes}
              survolee={survolee}
            />
            <p class="plan-avis" role="status">
              {panne === null
                ? 'Votre navigateur ne peut pas ouvrir la carte interactive (WebGL)'
                : 'La carte interactive ne s’est pas chargée'}
              {typographie(' : voici un dessin. La liste est complète.')}
              {panne !== null && (
                <button type="button" class="lien-bouton" onClick={() => location.reload()}>
                  Recharger la page
                </button>
              )}
            </p>
          </>
        )}
        <div class="plan-attente" hidden={Boolean(dessin)}>
          {esquisse && (
            <CarteSvg
              id="esquisse"
              titre="Carte schématique, avant celle qui se déplace"
              fond={fondDuCadre(fondSvg, scene.cadre)}
              scene={scene}
              communes={lieux.communes}
            />
          )}
          <div hidden={parti}>{props.children}</div>
        </div>
        {panne !== null && !dessin && (
          <div class="plan-avis">
            <Panne faute={panne} reste="Le dessin ne suit pas vos choix ; la liste, oui." />
          </div>
        )}
        <CarteAttribution fond={tuiles} />
      </div>
      {moteur === 'webgl' && <CarteFonds fond={tuiles} muet={muet} surFond={poserFond} />}
    </>
  );
}
