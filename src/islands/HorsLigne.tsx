import { useEffect, useState } from 'preact/hooks';
import { type Etape, garder, lireEtape, retirer } from './hors-ligne/garder.ts';

interface Props {
  /** La base du site, finie par `/`. */
  base: string;
}

const enMega = (octets: number): string =>
  `${new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 }).format(octets / 1e6)}\u00a0Mo`;

const RAISONS: readonly (readonly [RegExp, string])[] = [
  [/Quota/i, 'Ce navigateur n’a plus assez de place.'],
  [/pas de cette édition/, 'Le site a changé pendant le téléchargement.'],
  [/Failed to fetch|NetworkError|load failed/i, 'Le réseau a manqué.'],
];

const dire = (raison: string): string =>
  RAISONS.find(([forme]) => forme.test(raison))?.[1] ?? 'Le téléchargement s’est arrêté.';

function Statut({ etape }: { etape: Etape }) {
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
        <p>{dire(etape.raison)} Rien n’a changé ; ce qui est déjà là ne sera pas retéléchargé.</p>
      );
    case 'en cours':
      return <p>Téléchargement…</p>;
    default:
      return <p>Rien n’est gardé dans ce navigateur.</p>;
  }
}

/** « Garder hors ligne » : dit la taille, télécharge quand on le demande, se retire. */
export default function HorsLigne({ base }: Props) {
  const [etape, avancer] = useState<Etape>({ etape: 'inconnu' });
  useEffect(() => {
    void lireEtape(base).then(avancer);
  }, []);
  const octets = etape.etape === 'absent' ? etape.octets : null;
  const enCours = etape.etape === 'en cours';
  return (
    <div class="carte-cadre hors-ligne" data-etape={etape.etape}>
      <div role="status">
        <Statut etape={etape} />
      </div>
      {enCours && (
        <progress max={etape.octets} value={etape.recus} aria-label="Téléchargement">
          {enMega(etape.recus)}
        </progress>
      )}
      {etape.etape === 'gardé' ? (
        <button
          type="button"
          class="bouton bouton-leger"
          onClick={async () => avancer(await retirer(base))}
        >
          Retirer de ce navigateur
        </button>
      ) : (
        <button
          type="button"
          class="bouton"
          disabled={enCours || etape.etape === 'impossible'}
          onClick={() => garder(base, avancer)}
        >
          Garder hors ligne{octets !== null && ` (${enMega(octets)})`}
        </button>
      )}
    </div>
  );
}
