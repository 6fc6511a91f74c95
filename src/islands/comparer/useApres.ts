import { useEffect, useState } from 'preact/hooks';

/** La même valeur, une image plus tard : la case cochée se voit d’abord, les figures suivent. */
export function useApres<T>(valeur: T): T {
  const [apres, poser] = useState(() => valeur);
  useEffect(() => {
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    const image = requestAnimationFrame(() => {
      minuterie = setTimeout(() => poser(() => valeur));
    });
    return () => {
      cancelAnimationFrame(image);
      clearTimeout(minuterie);
    };
  }, [valeur]);
  return apres;
}
