import { useEffect, useState } from 'preact/hooks';

interface Props {
  readonly titre: string;
  readonly annee: string;
  readonly edition: string;
  readonly prefixe: string;
  /** Change quand l’adresse change. */
  readonly cle: string;
}

const leJour = (): string =>
  new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long' }).format(new Date());

/** De quoi citer la page telle qu’elle est : l’édition, la date, l’adresse. */
export function Citer({ titre, annee, edition, prefixe, cle }: Props) {
  const [suite, poser] = useState('');
  const [copie, dire] = useState('');
  useEffect(() => {
    poser(` Consulté le ${leJour()} : ${location.href.replace(/#.*$/, '')}`);
    dire('');
  }, [cle]);
  const citation = `${prefixe} « ${titre} », année scolaire ${annee}. ${edition}.${suite}`.trim();
  const copier = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(citation);
      dire('Copié.');
    } catch {
      dire('Sélectionnez le texte pour le copier.');
    }
  };
  return (
    <details class="comparer-citer pas-imprime">
      <summary>Citer</summary>
      <blockquote>{citation}</blockquote>
      <p class="avec-script">
        <button type="button" class="bouton bouton-leger" onClick={copier}>
          Copier
        </button>{' '}
        <span role="status">{copie}</span>
      </p>
    </details>
  );
}
