/** Imprime la page, ce qu’elle replie déplié ; elle revient ensuite comme elle était. */
function imprimer(): void {
  const replies = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const volet of replies) volet.open = true;
  const replier = (): void => {
    for (const volet of replies) volet.open = false;
  };
  addEventListener('afterprint', replier, { once: true });
  print();
}

/** Le bouton d’impression d’une page, et l’adresse `#imprimer` qui vaut une pression. */
export function poserImpressions(): void {
  for (const bouton of document.querySelectorAll<HTMLButtonElement>('button[data-imprimer]')) {
    bouton.hidden = false;
    bouton.addEventListener('click', imprimer);
  }
  if (location.hash !== '#imprimer') return;
  history.replaceState(null, '', location.pathname + location.search);
  void document.fonts.ready.then(imprimer);
}
