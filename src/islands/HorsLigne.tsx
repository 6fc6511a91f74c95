import { useEffect, useRef, useState } from 'preact/hooks';
import { enNombre } from '../domain/nombres.ts';
import { type Copiste, type EtapeDeGarde, type Raison, suivre } from './hors-ligne/garder.ts';

interface Props {
  /** La base du site, finie par `/`. */
  base: string;
}

const enMega = (octets: number): string => `${enNombre(octets / 1e6, 1)}\u00a0Mo`;

const RAISONS: Readonly<Record<Raison, string>> = {
  liste:
    'La liste des fichiers à garder n’a pas pu être lue : une autre page est venue à sa place.',
  serveur:
    'Un fichier manque sur le serveur : le site a peut-être changé pendant le téléchargement.',
  altéré:
    'Un fichier reçu n’est pas celui de l’édition : le site a changé, ou le réseau l’a modifié.',
  silence: 'Le réseau ne répond plus.',
  quota: 'Ce navigateur n’a plus assez de place : libérez-en, ou retirez la copie commencée.',
  réseau: 'Le réseau a manqué.',
  ouvrier: 'Le programme qui garde le site n’est pas venu, ou une autre page est venue à sa place.',
  interrompu: 'Le navigateur a interrompu le téléchargement.',
};

function Statut({ etape }: { etape: EtapeDeGarde }) {
  switch (etape.etape) {
    case 'gardé':
      return (
        <p>
          <strong>Gardé hors ligne : {etape.edition}.</strong> {enMega(etape.octets)} téléchargés.
          Une nouvelle édition se télécharge seule, puis remplace celle-ci d’un coup.
        </p>
      );
    case 'impossible':
      return (
        <p>
          Ce navigateur ne peut pas garder le site : navigation privée, stockage refusé, ou adresse
          sans « https ».
        </p>
      );
    case 'erreur':
      return (
        <p>
          <strong>Le site n’a pas pu être gardé.</strong> {RAISONS[etape.raison]}
          {etape.fichier && ` Fichier : « ${etape.fichier} ».`} Rien n’a changé dans ce que vous
          lisez ; ce qui est déjà là ne sera pas retéléchargé.
        </p>
      );
    case 'partiel':
      return (
        <p>
          Une copie a été commencée, mais elle n’est pas entière : elle ne sert pas. La reprendre
          garde ce qui est déjà là.
        </p>
      );
    case 'en cours':
      return <p>Téléchargement…</p>;
    default:
      return <p>Rien n’est gardé dans ce navigateur.</p>;
  }
}

const GARDER: Readonly<Partial<Record<EtapeDeGarde['etape'], string>>> = {
  erreur: 'Réessayer',
  partiel: 'Reprendre',
};
const RETIRER: Readonly<Partial<Record<EtapeDeGarde['etape'], string>>> = {
  gardé: 'Retirer de ce navigateur',
  erreur: 'Retirer la copie',
  partiel: 'Retirer la copie',
  'en cours': 'Arrêter',
};

/** « Garder hors ligne » : dit la taille, télécharge quand on le demande, se retire. */
export default function HorsLigne({ base }: Props) {
  const [etape, avancer] = useState<EtapeDeGarde>({ etape: 'inconnu' });
  const copiste = useRef<Copiste | null>(null);
  const cadre = useRef<HTMLElement>(null);
  useEffect(() => {
    copiste.current = suivre(base, avancer);
    return () => copiste.current?.fermer();
  }, []);
  const octets = 'octets' in etape ? etape.octets : null;
  const enCours = etape.etape === 'en cours';
  const retirer = RETIRER[etape.etape];
  const faire = async (geste: 'garder' | 'retirer'): Promise<void> => {
    cadre.current?.focus();
    await copiste.current?.[geste]();
  };
  return (
    <section
      class="carte-cadre hors-ligne"
      data-etape={etape.etape}
      ref={cadre}
      tabIndex={-1}
      aria-label="La copie de ce navigateur"
    >
      <div role="status">
        <Statut etape={etape} />
        {(etape.etape === 'absent' || etape.etape === 'partiel') && octets === null && (
          <p>
            La taille de la copie n’a pas pu être lue : le réseau a manqué, ou le site a changé.
          </p>
        )}
      </div>
      {enCours && (
        <>
          <progress max={etape.octets} value={etape.recus} aria-label="Téléchargement">
            {enMega(etape.recus)}
          </progress>
          <p class="petit discret">
            {etape.octets > 1 && `${enMega(etape.recus)} sur ${enMega(etape.octets)}`}
          </p>
        </>
      )}
      <p class="hors-ligne-gestes">
        {!enCours && etape.etape !== 'gardé' && (
          <button
            type="button"
            class="bouton"
            disabled={etape.etape === 'impossible'}
            onClick={() => void faire('garder')}
          >
            {GARDER[etape.etape] ?? 'Garder hors ligne'}
            {octets !== null && ` (${enMega(octets)})`}
          </button>
        )}
        {retirer && (
          <button type="button" class="bouton bouton-leger" onClick={() => void faire('retirer')}>
            {retirer}
          </button>
        )}
      </p>
    </section>
  );
}
