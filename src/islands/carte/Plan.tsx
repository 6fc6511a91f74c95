import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FondDeCarte } from '../../config.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import type { Position } from '../../domain/geo/distance.ts';
import { fondDuCadre, fondDuGeoJson } from '../../map/fondSvg.ts';
import { CADRE_ENTIER, type Scene } from '../../map/scene.ts';
import type { Fond } from '../../map/style.ts';
import { CarteAvis } from './Avis.tsx';
import { CarteAttribution, CarteFonds } from './Fonds.tsx';
import { CarteSvg } from './Svg.tsx';
import { useMoteur } from './useMoteur.ts';

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
  /** Vrai tant qu’un dessin tient lieu de carte : rien ne s’y désigne. */
  readonly surDessin: (dessin: boolean) => void;
  /** La carte dessinée à la construction : elle tient la place jusqu’à l’autre. */
  readonly children: ComponentChildren;
}

const cadreDe = ({ cadre }: Scene): string => Object.values(cadre).join();

/** Le fond que le visiteur a choisi ; celui qui ne répond pas rend sa place au schéma. */
function useTuiles() {
  const [tuiles, setTuiles] = useState<FondDeCarte | null>(null);
  const [muet, setMuet] = useState<FondDeCarte | null>(null);
  const choisir = (voulu: FondDeCarte | null) => {
    setMuet(null);
    setTuiles(voulu);
  };
  const renoncer = () => {
    if (tuiles) setMuet(tuiles);
    setTuiles(null);
  };
  return { tuiles, muet, choisir, renoncer };
}

/** La carte : MapLibre quand il y a WebGL, un SVG sinon ; elle ne dit rien que la liste ne dise. */
export function CartePlan(props: Props) {
  const { lieux, scene, survolee, visible, fond, surLieu, surDessin } = props;
  const { tuiles, muet, choisir, renoncer } = useTuiles();
  const moteur = useMoteur({ ...props, gestes: { ...props, surFondMuet: renoncer } });
  const { conteneur, vivante, peinte, panne } = moteur;
  const vue = useRef('');

  useEffect(() => {
    vue.current = '';
    if (tuiles) vivante?.poserFond(tuiles);
  }, [vivante]);
  useEffect(() => {
    if (!scene || !visible || !vivante) return;
    const cadrer = vue.current !== cadreDe(scene);
    vue.current = cadreDe(scene);
    vivante.montrer(scene, cadrer);
  }, [scene, visible, vivante]);
  useEffect(() => vivante?.survoler(survolee), [survolee, vivante, scene]);
  useEffect(() => surDessin(panne !== null), [panne]);

  const fondSvg = useMemo(() => fond && fondDuGeoJson(fond), [fond]);
  const pret = !peinte && fondSvg && scene && lieux;
  // Le dessin de la page montre les dix zones : le suivant ne prend sa place qu’une fois là.
  const esquisse = pret && !panne && scene.cadre !== CADRE_ENTIER;
  return (
    <>
      <div
        class="plan-cadre"
        data-moteur={peinte ? 'webgl' : panne ? 'svg' : 'attente'}
        data-pose={surLieu ? 'oui' : undefined}
      >
        <div class="plan-gl" ref={conteneur} />
        {pret && panne && (
          <CarteSvg
            id="dessin"
            titre="Carte schématique ; la liste dit la même chose en toutes lettres"
            fond={fondSvg}
            scene={scene}
            communes={lieux.communes}
            survolee={survolee}
          />
        )}
        <div class="plan-attente" hidden={peinte || Boolean(pret && panne)}>
          {esquisse && (
            <CarteSvg
              id="esquisse"
              titre="Carte schématique, avant celle qui se déplace"
              fond={fondDuCadre(fondSvg, scene.cadre)}
              scene={scene}
              communes={lieux.communes}
            />
          )}
          <div hidden={Boolean(esquisse)}>{props.children}</div>
        </div>
        <CarteAvis {...moteur} />
        {peinte && <CarteAttribution fond={tuiles} />}
      </div>
      {!panne && (
        <CarteFonds
          fond={tuiles}
          muet={muet}
          surFond={(voulu) => {
            choisir(voulu);
            vivante?.poserFond(voulu);
          }}
        />
      )}
    </>
  );
}
