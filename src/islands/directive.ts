import type { ClientDirective } from 'astro';

/**
 * `client:eveil` : l’îlot vient tout de suite, comme avec `client:load`, mais le fil de la page
 * respire entre la lecture de son code et son premier rendu.
 */
const eveil: ClientDirective = async (charger) => {
  const eveiller = await charger();
  await new Promise((suite) => setTimeout(suite));
  await eveiller();
};

export default eveil;
