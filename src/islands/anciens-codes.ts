/** La case « Avec les anciens codes » d’une page écrite d’avance : l’adresse la retient. */
export function suivreLesAnciensCodes(): void {
  const coche = document.querySelector<HTMLInputElement>('#anciens-codes');
  if (!coche) return;
  const montrer = (): void => {
    const vu = coche.checked ? 'oui' : 'non';
    for (const bloc of document.querySelectorAll<HTMLElement>('[data-anciens]')) {
      bloc.hidden = bloc.dataset.anciens !== vu;
    }
  };
  coche.checked = new URLSearchParams(location.search).get('anciens') !== 'non';
  montrer();
  coche.addEventListener('change', () => {
    montrer();
    const search = coche.checked ? '' : '?anciens=non';
    history.replaceState(null, '', location.pathname + search + location.hash);
  });
}
