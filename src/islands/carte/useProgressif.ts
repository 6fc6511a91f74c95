import { useEffect, useMemo, useState } from 'preact/hooks';
import { quandLibre } from './quandLibre.ts';

/** Combien de lignes viennent aussitôt, puis à chaque moment libre. */
const PREMIERES = 100;
const PAR_FOIS = 200;
const ATTENTE = 100;

function morceler<T>(liste: readonly T[]): readonly (readonly T[])[] {
  const suite = Math.ceil(Math.max(0, liste.length - PREMIERES) / PAR_FOIS);
  return [
    liste.slice(0, PREMIERES),
    ...Array.from({ length: suite }, (_, i) => {
      const debut = PREMIERES + i * PAR_FOIS;
      return liste.slice(debut, debut + PAR_FOIS);
    }),
  ];
}

/** Une longue liste par morceaux : le premier aussitôt, les autres quand le navigateur est libre. */
export function useProgressif<T>(liste: readonly T[]): readonly (readonly T[])[] {
  const morceaux = useMemo(() => morceler(liste), [liste]);
  const [fait, setFait] = useState({ morceaux, nombre: 1 });
  const nombre = fait.morceaux === morceaux ? fait.nombre : 1;
  useEffect(() => {
    if (nombre >= morceaux.length) return;
    return quandLibre(() => setFait({ morceaux, nombre: nombre + 1 }), ATTENTE);
  }, [morceaux, nombre]);
  return morceaux.slice(0, nombre);
}
