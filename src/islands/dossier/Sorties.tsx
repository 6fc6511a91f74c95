import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { slugDe } from '../../domain/autour/lieux.ts';
import { FICHIER_MAX, LIEN_MAX } from '../../domain/dossier/bornes.ts';
import type { Campagne } from '../../domain/dossier/campagne.ts';
import {
  type DossierLu,
  ecrireFichier,
  encoderDossier,
  lireFichierDeDossier,
} from '../../domain/dossier/codec.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Dossier } from '../../domain/dossier/panier.ts';
import type { TenuAvant } from '../../domain/dossier/tenu.ts';
import type { DemandeInstruite } from '../../export/dossier.ts';
import { dateEnLettres } from '../../phrases/dates.ts';
import { resumeDuDossier } from '../../phrases/dossier/garde.ts';
import { entier } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { enregistrer as offrir } from '../fichiers/sortir.ts';
import { useSortie } from '../fichiers/useSortie.ts';

interface Props {
  readonly contexte: Contexte | null;
  readonly dossier: Dossier;
  readonly instruites: readonly DemandeInstruite[];
  readonly campagne: Campagne | null;
  readonly jour: string;
  /** Le navigateur garde bien le dossier tel qu’il se montre. */
  readonly garde: boolean;
  /** Le dossier qu’un dossier reçu a remplacé. */
  readonly avant: TenuAvant | null;
  readonly surImpression: () => void;
  readonly surReception: (lu: DossierLu) => void;
  readonly surRetour: () => void;
  readonly surEffacement: () => void;
}

const adresseDu = (dossier: Dossier): string =>
  `${location.origin}${location.pathname}#${encoderDossier(dossier)}`;

/** Au-delà, bien des messageries coupent une adresse. */
const LIEN_SUR = 8000;

/** Ce qu’il faut savoir d’un lien très long. */
const conseilSur = ({ length }: string): string =>
  length > LIEN_SUR
    ? ` Il fait ${entier(length)} caractères : des messageries le couperaient, le fichier est plus sûr.`
    : '';

/** Tout ce qui sort d’un dossier, ce qui y rentre, et ce qui l’efface. */
export function Sorties(props: Props) {
  const { contexte, dossier, instruites, campagne, jour } = props;
  const { dit, faute, enCours, dire, demander } = useSortie();
  const [lien, setLien] = useState<string | null>(null);
  const [certain, setCertain] = useState(false);
  const non = useRef<HTMLButtonElement>(null);
  const effacer = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => non.current?.focus(), [certain]);
  const renoncer = () => {
    setCertain(false);
    requestAnimationFrame(() => effacer.current?.focus());
  };
  const ecole = contexte ? (contexte.lieu.fase ?? slugDe(contexte.lieu.commune)) : 'mes-donnees';
  const nom = `dossier-${ecole}-${jour}`;
  const vide = instruites.length === 0;

  const tableur = async () => {
    if (!contexte || !campagne) return;
    await demander(
      'xlsx',
      async (_avancer, arret) => {
        const [{ classeurXlsx }, { feuillesDuDossier }] = await Promise.all([
          import('../fichiers/confier.ts'),
          import('../../export/dossier.ts'),
        ]);
        const date = dateEnLettres(jour);
        const feuilles = feuillesDuDossier(contexte, dossier, instruites, campagne, date);
        const contenu = await classeurXlsx(feuilles, arret);
        return { contenu, nom: `${nom}.xlsx`, dit: 'Le tableur est enregistré.' };
      },
      'L’impression et le dossier (JSON) restent disponibles.',
    );
  };
  const copier = async () => {
    const adresse = adresseDu(dossier);
    if (adresse.length > LIEN_MAX) {
      dire('Ce dossier est trop long pour un lien : enregistrez plutôt son fichier.');
      return;
    }
    setLien(adresse);
    try {
      await navigator.clipboard.writeText(adresse);
      dire(
        `Le lien est copié. Qui l’ouvre lit tout le dossier, notes comprises.${conseilSur(adresse)}`,
      );
    } catch {
      dire(`Copiez le lien ci-dessous.${conseilSur(adresse)}`);
    }
  };
  const enregistrer = () => {
    const contenu = new Blob([ecrireFichier(dossier)], { type: 'application/json' });
    offrir({ contenu, nom: `${nom}.json` });
    dire('Le dossier est enregistré.');
  };
  const ouvrir = async (champ: HTMLInputElement) => {
    const fichier = champ.files?.[0];
    // Le même fichier, corrigé puis rechoisi, se relit.
    champ.value = '';
    if (!fichier) return;
    const trop = fichier.size > 3 * FICHIER_MAX;
    const lu = lireFichierDeDossier(trop ? '' : await fichier.text().catch(() => ''));
    dire(lu.genre === 'illisible' ? lu.message : '');
    if (lu.genre === 'dossier') props.surReception(lu);
  };
  return (
    <section class="sorties" aria-labelledby="titre-sorties">
      <h2 id="titre-sorties">4. Emporter le dossier</h2>
      <p class="sorties-gestes">
        <button
          type="button"
          class="bouton"
          disabled={vide}
          aria-disabled={enCours !== null}
          onClick={() => void tableur()}
        >
          Tableur (XLSX)
        </button>
        <button type="button" class="bouton" disabled={vide} onClick={props.surImpression}>
          Imprimer ou PDF
        </button>
        <button type="button" class="bouton bouton-leger" onClick={() => void copier()}>
          Copier le lien
        </button>
        <button type="button" class="bouton bouton-leger" onClick={enregistrer}>
          Enregistrer le dossier (JSON)
        </button>
      </p>
      <p role="status" class={faute ? 'message message-erreur' : undefined}>
        {dit}
      </p>
      {lien && (
        <label class="case">
          <span>Lien du dossier</span>
          <input type="text" readOnly value={lien} onFocus={(e) => e.currentTarget.select()} />
        </label>
      )}
      <label class="case">
        <span>Ouvrir un dossier enregistré (JSON)</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(e) => void ouvrir(e.currentTarget)}
        />
      </label>
      {props.avant && (
        <p>
          {typographie(
            `Mis de côté quand un dossier reçu a été ouvert : ${resumeDuDossier(props.avant.dossier)}.`,
          )}{' '}
          <button type="button" class="lien-bouton" onClick={props.surRetour}>
            Le reprendre
          </button>
        </p>
      )}
      <p class="petit discret">
        {props.garde
          ? 'Le dossier est gardé dans ce navigateur.'
          : 'Ce dossier ne vaut que le temps de cette page : emportez-le.'}{' '}
        Le lien le porte après le « # » : cette partie d’une adresse n’est jamais envoyée à un
        serveur. Aucune demande n’est introduite d’ici : cela se fait dans GOSS seulement.
      </p>
      {certain ? (
        <div key="question" class="message" role="alert">
          <p>{typographie('Effacer le dossier et vos données de ce navigateur ?')}</p>
          <p class="sorties-gestes">
            <button
              type="button"
              class="bouton"
              onClick={() => {
                setCertain(false);
                setLien(null);
                dire('');
                props.surEffacement();
              }}
            >
              Oui, tout effacer
            </button>
            <button type="button" class="bouton bouton-leger" ref={non} onClick={renoncer}>
              Non
            </button>
          </p>
        </div>
      ) : (
        <p key="geste">
          <button
            type="button"
            class="bouton bouton-leger"
            ref={effacer}
            onClick={() => setCertain(true)}
          >
            Effacer
          </button>
        </p>
      )}
    </section>
  );
}
