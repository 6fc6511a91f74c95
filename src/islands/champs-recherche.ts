/** Les champs de la recherche du site ; l’index et sa recherche ne viennent qu’au premier focus. */
for (const formulaire of document.querySelectorAll<HTMLFormElement>('[data-recherche-site]')) {
  let valider: Promise<() => Promise<void>> | undefined;
  const preparer = (): Promise<() => Promise<void>> => {
    valider ??= import('./recherche-site.ts').then(({ brancher }) => brancher(formulaire));
    return valider;
  };
  formulaire.addEventListener('focusin', preparer, { once: true });
  formulaire.addEventListener('submit', (e) => {
    e.preventDefault();
    preparer()
      .then((aller) => aller())
      .catch(() => formulaire.submit());
  });
  if (formulaire.contains(document.activeElement)) preparer();
}
