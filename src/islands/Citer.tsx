import { useEffect, useState } from 'preact/hooks';
import { typographie } from '../phrases/typographie.ts';

interface Props {
  readonly titre: string;
  readonly annee: string;
  readonly edition: string;
  readonly prefixe: string;
  /** Change quand l’adresse change. */
  readonly cle: string;
  /** Faux tant que rien ne la montre : la date ne s’écrit pas encore. */
  readonly montree?: boolean;
}

const leJour = (): string =>
  new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long' }).format(new Date());

const adresse = (): string => location.href.replace(/#.*$/, '');

/** La citation de la page telle qu’elle est, et de quoi la copier, elle ou son lien. */
export function Citation({ titre, annee, edition, prefixe, cle, montree = true }: Props) {
  const [suite, poser] = useState('');
  const [copie, dire] = useState('');
  useEffect(() => {
    if (!montree) return;
    poser(` Consulté le ${leJour()}\u00a0: ${adresse()}`);
    dire('');
  }, [cle, montree]);
  // Se copie telle quelle, sans les espaces que la page y met.
  const citation = `${prefixe} « ${titre} », année scolaire ${annee}. ${edition}.${suite}`.trim();
  const copier = async (texte: string, dit: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(texte);
      dire(dit);
    } catch {
      dire('Sélectionnez le texte pour le copier.');
    }
  };
  return (
    <>
      <blockquote class="citation">{typographie(citation)}</blockquote>
      <p class="citation-gestes avec-script">
        <button
          type="button"
          class="bouton bouton-leger"
          onClick={() => copier(citation, 'Citation copiée.')}
        >
          Copier la citation
        </button>
        <button
          type="button"
          class="bouton bouton-leger"
          onClick={() => copier(adresse(), 'Lien copié.')}
        >
          Copier le lien
        </button>
        <span role="status">{copie}</span>
      </p>
    </>
  );
}

/** De quoi citer la page telle qu’elle est : l’édition, la date, l’adresse. */
export function Citer(props: Props) {
  const [montree, montrer] = useState(false);
  return (
    <details
      class="citer pas-imprime"
      onToggle={({ currentTarget: { open } }) => open && montrer(true)}
    >
      <summary>Citer</summary>
      <Citation {...props} montree={montree} />
    </details>
  );
}
