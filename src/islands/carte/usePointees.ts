import { useState } from 'preact/hooks';

/** Les marques que le visiteur désigne sur la carte ; seule, sa ligne vient sous les yeux. */
export function usePointees() {
  const [pointees, setPointees] = useState<readonly string[]>([]);
  const pointer = (ids: readonly string[]) => {
    setPointees(ids);
    const [id, ...autres] = ids;
    if (autres.length > 0) return;
    const ligne = document.getElementById(`site-${id}`) ?? document.getElementById(`centre-${id}`);
    ligne?.scrollIntoView({ block: 'nearest' });
  };
  const oublier = () => setPointees([]);
  const pointee = pointees.length === 1 ? (pointees[0] ?? null) : null;
  return { pointees, pointee, pointer, oublier };
}
