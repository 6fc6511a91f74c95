import type { ClientDirective } from 'astro';

/**
 * `client:eveil` : l’îlot vient tout de suite, comme avec `client:load`, mais le fil de la page
 * respire entre la lecture de son code et son premier rendu. Les formats de nombres, que tous les
 * îlots demandent et qui coûtent à préparer, le sont dès qu’ils sont là.
 */
const eveil: ClientDirective = async (charger) => {
  import('../phrases/nombres.ts');
  const eveiller = await charger();
  await new Promise((suite) => setTimeout(suite));
  await eveiller();
};

export default eveil;
