/** Ouvre ce qui est replié, et rend de quoi le replier. */
function deplier(): () => void {
  const replies = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const volet of replies) volet.open = true;
  return () => {
    for (const volet of replies) volet.open = false;
  };
}

/**
 * Deux impressions d’une page de zone : `note`, deux pages faites pour être lues ; `tout`, la page
 * et ses tableaux dépliés. La page revient comme elle était.
 */
export function poserImpressions(): void {
  const racine = document.documentElement;
  for (const bouton of document.querySelectorAll<HTMLButtonElement>('button[data-imprimer]')) {
    const { imprimer = '' } = bouton.dataset;
    bouton.hidden = false;
    bouton.addEventListener('click', () => {
      racine.dataset.impression = imprimer;
      const replier = imprimer === 'tout' ? deplier() : () => {};
      const finir = (): void => {
        delete racine.dataset.impression;
        replier();
      };
      addEventListener('afterprint', finir, { once: true });
      print();
    });
  }
}
