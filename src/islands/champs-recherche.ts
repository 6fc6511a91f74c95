const PATIENCE = 15_000;
const INDISPONIBLE = 'La recherche ne répond pas : validez pour chercher une option au tableau.';

type Valider = () => Promise<void>;

/** Les champs de la recherche du site ; l’index et sa recherche ne viennent qu’au premier focus. */
for (const formulaire of document.querySelectorAll<HTMLFormElement>('[data-recherche-site]')) {
  const statut = formulaire.querySelector('[role=status]');
  let valider: Promise<Valider> | undefined;
  let perdue = false;
  const renoncer = (): void => {
    perdue = true;
    statut?.classList.remove('visuellement-cache');
    if (statut) statut.textContent = INDISPONIBLE;
  };
  const brancher = async (): Promise<Valider> => {
    const silence = setTimeout(renoncer, PATIENCE);
    try {
      return (await import('./recherche-site.ts')).brancher(formulaire, renoncer);
    } finally {
      clearTimeout(silence);
    }
  };
  const preparer = (): Promise<Valider> => {
    valider ??= brancher();
    valider.catch(renoncer);
    return valider;
  };
  formulaire.addEventListener('focusin', preparer, { once: true });
  formulaire.addEventListener('submit', (e) => {
    if (perdue) return;
    e.preventDefault();
    preparer()
      .then((aller) => aller())
      .catch(() => formulaire.submit());
  });
  if (formulaire.contains(document.activeElement)) preparer();
}
