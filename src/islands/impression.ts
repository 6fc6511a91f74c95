/**
 * Les sources de la page, chacune une fois : sur papier, chaque figure n’a que leurs titres.
 * @returns la section posée, à ôter ensuite ; rien si la page n’en cite pas
 */
function poserSources(): HTMLElement | null {
  const dites = new Map<string, Node>();
  for (const une of document.querySelectorAll('main .source li:not(:last-child)')) {
    const copie = une.cloneNode(true) as Element;
    for (const bulle of copie.querySelectorAll('.terme-bulle')) bulle.remove();
    dites.set(copie.textContent?.trim() ?? '', copie);
  }
  if (dites.size === 0) return null;
  const section = document.createElement('section');
  section.className = 'sources-imprimees petit';
  const titre = document.createElement('h2');
  titre.textContent = 'Sources';
  const liste = document.createElement('ul');
  liste.append(...dites.values());
  section.append(titre, liste);
  document.querySelector('main > .page, main > .page-large')?.append(section);
  return section;
}

/** Imprime la page, ce qu’elle replie déplié ; elle revient ensuite comme elle était. */
function imprimer(): void {
  const replies = [
    ...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .source)'),
  ];
  for (const volet of replies) volet.open = true;
  const sources = poserSources();
  const replier = (): void => {
    for (const volet of replies) volet.open = false;
    sources?.remove();
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
