/** Un bouton touché avant que son îlot ne soit vivant l’est une seconde fois, dès qu’il l’est. */
document.addEventListener('click', ({ target }) => {
  const bouton = target instanceof Element ? target.closest('button') : null;
  const ilot = bouton?.closest('astro-island[ssr]');
  if (!bouton || !ilot) return;
  const encore = (): void => {
    requestAnimationFrame(() => setTimeout(() => bouton.click()));
  };
  ilot.addEventListener('astro:hydrate', encore, { once: true });
});
