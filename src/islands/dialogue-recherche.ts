const dialogue = document.querySelector<HTMLDialogElement>('#dialogue-recherche');

const ouvrir = (e: Event): void => {
  e.preventDefault();
  if (!dialogue?.open) dialogue?.showModal();
  dialogue?.querySelector('input')?.select();
};

document.querySelector('[data-ouvrir-recherche]')?.addEventListener('click', ouvrir);
document.addEventListener('keydown', (e) => {
  if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k')
    ouvrir(e);
});
dialogue?.querySelector('[data-fermer]')?.addEventListener('click', () => dialogue.close());
dialogue?.addEventListener('click', (e) => {
  if (e.target === dialogue) dialogue.close();
});
