import { useEffect, useState } from 'preact/hooks';
import { decimal } from '../../../phrases/nombres.ts';
import type { Avancement } from '../props.ts';

const MEGA = 1_000_000;

/** Ce que le moteur de requêtes a reçu, en Mo, tant qu’il arrive. */
export function Avance({ avancement }: { avancement: Avancement }) {
  const [[recus, total], poser] = useState(avancement.lire());
  useEffect(() => avancement.suivre(() => poser(avancement.lire())), [avancement]);
  if (recus === 0 || (total > 0 && recus === total)) return null;
  const sur = total > recus ? ` sur ${decimal(total / MEGA)}` : '';
  return (
    <>
      Moteur de requêtes : {decimal(recus / MEGA)}
      {sur} Mo reçus.
    </>
  );
}
