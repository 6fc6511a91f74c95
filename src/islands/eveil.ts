import { useEffect, useMemo } from 'preact/hooks';

type Rejouer = () => void;

const annoncer = (champ: HTMLElement): boolean =>
  champ.dispatchEvent(new Event('change', { bubbles: true }));

// L’éveil a pu rendre la case à son état de départ, ou la laisser comme le visiteur l’a mise.
const pourCase = (champ: HTMLInputElement): Rejouer => {
  const { checked } = champ;
  return () => {
    if (champ.checked === checked) annoncer(champ);
    else champ.click();
  };
};

const pourListe = (champ: HTMLSelectElement): Rejouer => {
  const { value } = champ;
  return () => {
    champ.value = value;
    annoncer(champ);
  };
};

/** Ce qui ne se dessine qu’une fois déplié ne sait pas que le visiteur l’a déjà déplié. */
const pourVolet = (volet: HTMLDetailsElement): Rejouer => {
  return () => {
    if (volet.open) volet.dispatchEvent(new Event('toggle'));
  };
};

/** Les champs que le visiteur a changés, et ce qu’il a déplié, dans un îlot qui dort encore. */
function relever(): Rejouer[] {
  if (typeof document === 'undefined') return [];
  const champs = document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'astro-island[ssr] :is(input:is([type=checkbox], [type=radio]), select)',
  );
  const volets = document.querySelectorAll<HTMLDetailsElement>('astro-island[ssr] details[open]');
  const rejoues = [...champs].flatMap((champ) => {
    if (champ instanceof HTMLInputElement) {
      const change = champ.checked !== champ.defaultChecked;
      return change && (champ.checked || champ.type === 'checkbox') ? [pourCase(champ)] : [];
    }
    return champ.selectedOptions[0]?.defaultSelected ? [] : [pourListe(champ)];
  });
  return [...rejoues, ...[...volets].map(pourVolet)];
}

/**
 * Rend au visiteur ce qu’il a coché, choisi ou déplié avant que la page ne soit vivante : le premier rendu
 * n’en sait rien. Rejoué un champ par image, après la lecture de l’adresse.
 */
export function useEveil(): void {
  const changes = useMemo(relever, []);
  useEffect(() => {
    const suivant = (): void => {
      const rejouer = changes.shift();
      if (!rejouer) return;
      setTimeout(() => {
        rejouer();
        requestAnimationFrame(suivant);
      });
    };
    requestAnimationFrame(suivant);
  }, []);
}
