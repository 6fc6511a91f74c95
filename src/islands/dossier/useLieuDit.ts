import { useEffect, useRef } from 'preact/hooks';
import type { Lieu } from '../../domain/dossier/lieu.ts';
import type { Atelier } from './atelier.ts';

/** Le lieu choisi se dit quand ses données le trouvent ; celui d’une visite passée ne se redit pas. */
export function useLieuDit(atelier: Atelier, lues: boolean, lieu: Lieu | null): void {
  const dit = useRef<string | null>(null);
  useEffect(() => {
    const cle = lieu && [lieu.fase, lieu.commune, lieu.caractere].join();
    if (cle && dit.current !== null && cle !== dit.current) {
      atelier.annoncer(
        `${lieu.nom}, ${lieu.commune} : implantation choisie. Les options à demander suivent.`,
      );
    }
    if (lues) dit.current = cle ?? '';
  }, [lues, lieu]);
}
