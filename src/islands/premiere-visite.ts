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

const retirer = (): void => conseil?.remove();

if (conseil && !estEcarte()) {
  conseil.hidden = false;
  // Écarté dans un autre onglet, il l’est ici.
  addEventListener('storage', ({ key, newValue }) => key === cle && newValue && retirer());
  conseil.querySelector('button')?.addEventListener('click', () => {
    try {
      localStorage.setItem(cle, 'non');
    } catch {
      // Plein depuis : le conseil part de cette page, et reviendra.
    }
    retirer();
    document.querySelector<HTMLElement>('#contenu')?.focus({ preventScroll: true });
  });
}
