import type { ClientDirective } from 'astro';

/**
 * `client:eveil` : l’îlot vient tout de suite, comme avec `client:load`, mais le fil de la page
 * respire entre la lecture de son code et son premier rendu. Le premier format de nombres coûte
 * cher au navigateur, les suivants rien : il se prépare pendant que le code arrive.
 */
const eveil: ClientDirective = async (charger) => {
  setTimeout(() => Intl.NumberFormat('fr-BE'));
  const eveiller = await charger();
  await new Promise((suite) => setTimeout(suite));
  await eveiller();
};

export default eveil;
