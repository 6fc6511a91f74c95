import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EditionDepassee, LectureRatee } from '../query/lecture.ts';

const SANS_ADRESSE = ' Les filtres et les choix de l’adresse ne sont pas appliqués.';

/** La phrase d’une faute ; celle d’un script perdu est en anglais, et ne dit rien au visiteur. */
export const phraseDe = (faute: unknown): string =>
  faute instanceof EditionDepassee || faute instanceof LectureRatee
    ? faute.message
    : 'Une partie de cette page ne s’est pas chargée.';

interface Props {
  readonly faute: unknown;
  /** De quoi relire un fichier de données ; un script perdu, lui, demande de recharger la page. */
  readonly reessayer?: () => void;
  /** Rien de ce que l’adresse demande n’est encore appliqué. */
  readonly sansAdresse?: boolean;
  /** Ce qui reste vrai malgré tout. */
  readonly reste?: string;
  /** D’autres sorties. */
  readonly children?: ComponentChildren;
}

/** Ce qui n’est pas venu, dit à sa place, et les façons d’en sortir. */
export function Panne({ faute, reessayer, sansAdresse = false, reste = '', children }: Props) {
  const relire = faute instanceof LectureRatee ? reessayer : undefined;
  const [essai, essayer] = useState(false);
  useEffect(() => essayer(false), [faute]);
  const presser = () => {
    if (!relire) location.reload();
    else if (!essai) {
      essayer(true);
      relire();
    }
  };
  return (
    <div class="message message-erreur panne pas-imprime" role="alert">
      <p>
        {phraseDe(faute)}
        {reste && ` ${reste}`}
        {sansAdresse && location.search !== '' && SANS_ADRESSE}
      </p>
      <p>
        <button type="button" class="bouton" aria-disabled={essai} onClick={presser}>
          {!relire ? 'Recharger la page' : essai ? 'Nouvel essai…' : 'Réessayer'}
        </button>
        {children}
      </p>
    </div>
  );
}
