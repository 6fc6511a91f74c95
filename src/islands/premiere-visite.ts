const conseil = document.querySelector<HTMLElement>('.premiere-visite');
const cle = `oad-ouvert.conseil.${conseil?.dataset.outil}`;

/** Sans stockage, le conseil ne pourrait pas être écarté : il ne vient pas. */
function estEcarte(): boolean {
  try {
    localStorage.setItem('oad-ouvert.essai', '');
    localStorage.removeItem('oad-ouvert.essai');
    return localStorage.getItem(cle) !== null;
  } catch {
    return true;
  }
}

if (conseil && !estEcarte()) {
  conseil.hidden = false;
  conseil.querySelector('button')?.addEventListener('click', () => {
    localStorage.setItem(cle, 'non');
    conseil.remove();
    document.querySelector<HTMLElement>('#contenu')?.focus({ preventScroll: true });
  });
}
