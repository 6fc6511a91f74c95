import { useEffect, useRef, useState } from 'preact/hooks';
import type { Resultat } from '../../../domain/filtre/filtre.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import { CONTINU, type Selection, vueDe } from '../../../domain/filtre/selection.ts';
import type { Trouvailles } from '../../../domain/recherche/options.ts';
import { compte } from '../../../phrases/nombres.ts';
import { useCharge } from '../../useCharge.ts';
import { Attente } from '../Attente.tsx';
import type { Changer } from '../adresse.ts';
import type { LireDetail } from '../lireDetail.ts';
import { Pages } from './Pages.tsx';
import { ParOption } from './ParOption.tsx';
import { Tableau } from './Tableau.tsx';

export interface PropsVue {
  resultat: Resultat;
  selection: Selection;
  changer: Changer;
  noms: Noms;
  annee: string;
  annees: readonly string[];
  trouvailles: Trouvailles | null;
  attente: boolean;
  lireDetail: LireDetail;
  remonter: () => void;
}

/** Ce qui se montre à la fois des lignes à la suite. */
export const PAS = 100;

/** Les lignes à la suite, par centaines : la suite vient quand on approche du bas. */
function Continu({ resultat, ...props }: PropsVue) {
  const [montrees, montrer] = useState(PAS);
  const bas = useRef<HTMLParagraphElement>(null);
  const { lignes } = resultat;
  const reste = lignes.length - montrees;
  const suite = (): void => montrer((n) => n + PAS);
  useEffect(() => montrer(PAS), [lignes]);
  useEffect(() => {
    if (!bas.current) return;
    const guet = new IntersectionObserver(([vu]) => vu?.isIntersecting && suite(), {
      rootMargin: '600px',
    });
    guet.observe(bas.current);
    return () => guet.disconnect();
  }, [montrees, lignes]);
  return (
    <>
      <Tableau {...props} continu lignes={lignes.slice(0, montrees)} />
      {reste > 0 && (
        <p ref={bas} class="pas-imprime">
          <button type="button" class="bouton bouton-leger" onClick={suite}>
            Montrer la suite ({compte(reste, 'ligne')})
          </button>
        </p>
      )}
    </>
  );
}

const charger = () => import('./Groupes.tsx');

/** Les lignes trouvées, telles que le visiteur veut les voir. */
export function Vue(props: PropsVue) {
  const { resultat, selection } = props;
  const vue = vueDe(selection);
  const groupee = vue === 'zone' || vue === 'pivot';
  const groupes = useCharge(charger, groupee);
  if (vue === 'option') return <ParOption {...props} />;
  if (groupee) {
    if (groupes.valeur) return <groupes.valeur.Groupes {...props} />;
    return <Attente faute={groupes.faute} />;
  }
  const { page, pages } = resultat;
  return (
    <>
      {selection.parPage === CONTINU ? (
        <Continu {...props} />
      ) : (
        <Tableau {...props} lignes={resultat.lignes} />
      )}
      <Pages {...props} page={page} pages={pages} />
    </>
  );
}
