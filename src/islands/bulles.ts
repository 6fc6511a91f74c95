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
