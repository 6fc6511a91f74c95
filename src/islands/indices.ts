const CLE = 'oad-ouvert.indices';

/** Les indices écartés ; aucun quand le navigateur ne garde rien. */
function ecartes(): readonly string[] {
  try {
    return (localStorage.getItem(CLE) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function ecarter(nom: string): void {
  try {
    localStorage.setItem(CLE, [...new Set([...ecartes(), nom])].join(' '));
  } catch {
    // Stockage refusé : l’indice reviendra, rien d’autre n’en dépend.
  }
}

/** Cache les indices déjà écartés ; un bouton écarte les autres, pour de bon. */
export function poserIndices(): void {
  const deja = ecartes();
  for (const indice of document.querySelectorAll<HTMLElement>('[data-indice]')) {
    const nom = indice.dataset.indice ?? '';
    indice.hidden = deja.includes(nom);
    indice.querySelector('button')?.addEventListener('click', () => {
      ecarter(nom);
      indice.hidden = true;
      document.querySelector<HTMLElement>('#contenu')?.focus();
    });
  }
}
