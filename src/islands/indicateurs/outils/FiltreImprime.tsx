import { useEffect, useRef } from 'preact/hooks';
import { filtresEnMots } from '../../../domain/filtre/filtres-en-mots.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { Selection } from '../../../domain/filtre/selection.ts';
import { typographie } from '../../../phrases/typographie.ts';

interface Props {
  selection: Selection;
  noms: Noms;
  annee: string;
}

/** Ce qui ne se lit que sur papier : les filtres, la date, l’adresse. */
export function FiltreImprime({ selection, noms, annee }: Props) {
  const ou = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Écrit sur le champ : l’impression n’attend pas un rendu.
    const noter = (): void => {
      const jour = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long' }).format(new Date());
      if (ou.current) ou.current.textContent = `Imprimé le ${jour} : ${location.href}`;
    };
    addEventListener('beforeprint', noter);
    return () => removeEventListener('beforeprint', noter);
  }, []);
  return (
    <p class="imprime">
      {typographie(`${filtresEnMots(selection, noms)}. Année scolaire ${annee}.`)} <span ref={ou} />
    </p>
  );
}
