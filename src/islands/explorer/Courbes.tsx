import { useEffect, useRef } from 'preact/hooks';
import type { Reponse } from '../../domain/explorer/reponse.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import { charger } from '../../query/lecture.ts';

/** Une réponse qui suit les années, en petites courbes ; le tableau la dit aussi, et la dit seul sans elles. */
export function Courbes({ reponse, noms }: { reponse: Reponse; noms: Noms }) {
  const cadre = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let encore = true;
    charger(import('../../charts/explorer-courbes.ts')).then(
      ({ courbesDeReponse }) => {
        const { current } = cadre;
        if (encore && current) {
          current.replaceChildren(courbesDeReponse(reponse, noms, current.clientWidth));
        }
      },
      () => {},
    );
    return () => {
      encore = false;
    };
  }, [reponse]);
  return <div ref={cadre} class="explorer-courbes" />;
}
