const CLE = 'oad-ouvert.zone';

function gardee(): string | null {
  try {
    return localStorage.getItem(CLE);
  } catch {
    return null;
  }
}

function garder(zone: string): void {
  try {
    localStorage.setItem(CLE, zone);
  } catch {
    // Sans mémoire, la zone se choisit à chaque page.
  }
}

/** La zone du visiteur : sa phrase se montre, sa rangée vient en tête ; elle se retient. */
export function suivreMaZone(): void {
  const champ = document.querySelector<HTMLSelectElement>('#ma-zone');
  if (!champ) return;
  const montrer = (): void => {
    for (const phrase of document.querySelectorAll<HTMLElement>('[data-ma-zone]')) {
      phrase.hidden = phrase.dataset.maZone !== champ.value;
    }
    for (const rangee of document.querySelectorAll<HTMLElement>('.option-zones [data-zone]')) {
      const sienne = rangee.dataset.zone === champ.value;
      rangee.classList.toggle('ma-zone-rangee', sienne);
      if (sienne) rangee.parentElement?.prepend(rangee);
    }
  };
  const demandee = new URLSearchParams(location.search).get('zone') ?? gardee() ?? '';
  champ.value = demandee;
  if (champ.selectedIndex < 0) champ.value = '';
  montrer();
  champ.addEventListener('change', () => {
    garder(champ.value);
    montrer();
  });
}
