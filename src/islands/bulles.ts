/** Échap ferme la bulle d’un terme survolé ou visé au clavier, jusqu’à ce que l’on en sorte. */
document.addEventListener('keydown', (e) => {
  if (e.key !== 'Escape') return;
  for (const terme of document.querySelectorAll('.terme:is(:hover, :focus-within)')) {
    terme.classList.add('terme-tu');
    const rendre = () => terme.classList.remove('terme-tu');
    terme.addEventListener('mouseleave', rendre, { once: true });
    terme.addEventListener('focusout', rendre, { once: true });
  }
});

const termeDe = (cible: EventTarget | null): Element | null =>
  cible instanceof Element ? cible.closest('.terme') : null;

// Entre le mot et le lien de sa bulle, rien n’a le focus : sans cette classe, la bulle s’en irait.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.matches(':focus-visible')) {
    termeDe(target)?.classList.add('terme-vu');
  }
});
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  const terme = termeDe(target);
  if (terme !== termeDe(relatedTarget)) terme?.classList.remove('terme-vu');
});
