/** Par zone : sa classe, de 1 à 5, et sa valeur en toutes lettres. */
type Valeurs = Readonly<Record<string, readonly [classe: number, texte: string]>>;

const CLE = 'vue';

function colorer(svg: Element, valeurs: Valeurs): void {
  for (const zone of svg.querySelectorAll<SVGElement>('[data-zone]')) {
    const [classe, texte] = valeurs[zone.dataset.zone ?? ''] ?? [0, 'sans objet'];
    for (let i = 0; i <= 5; i++) zone.classList.toggle(`zone-classe-${i}`, i === classe);
    const dit = zone.querySelector('.zone-valeur');
    if (dit) dit.textContent = texte;
    const nom = zone.getAttribute('aria-label')?.split(' : ')[0];
    if (nom) zone.setAttribute('aria-label', `${nom} : ${texte}`);
  }
}

/** Le choix de l’indicateur qui colore la carte des zones ; l’adresse le retient. */
export function poserChoix(choix: HTMLSelectElement, svg: Element, propos: Element): void {
  const montrer = (): void => {
    const {
      valeurs = '{}',
      propos: dit = '',
      titre = '',
    } = choix.selectedOptions[0]?.dataset ?? {};
    colorer(svg, JSON.parse(valeurs));
    propos.textContent = dit;
    const nom = svg.querySelector('title');
    if (nom) nom.textContent = titre;
  };
  const demande = new URLSearchParams(location.search).get(CLE);
  if ([...choix.options].some(({ value }) => value === demande)) choix.value = demande ?? '';
  montrer();
  choix.addEventListener('change', () => {
    montrer();
    const defaut = choix.selectedOptions[0]?.defaultSelected;
    history.replaceState(null, '', location.pathname + (defaut ? '' : `?${CLE}=${choix.value}`));
  });
  choix.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
}
