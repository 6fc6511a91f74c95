/** Un bouton touché avant que son îlot, ou sa part de l’îlot, ne soit vivant l’est encore ensuite. */
document.addEventListener('click', ({ target }) => {
  const bouton = target instanceof Element ? target.closest('button') : null;
  const ilot = bouton?.closest('astro-island[ssr], [data-dort]');
  if (!bouton || !ilot) return;
  const encore = (): void => {
    requestAnimationFrame(() => setTimeout(() => bouton.click()));
  };
  ilot.addEventListener('astro:hydrate', encore, { once: true });
});
