import type { Enonce } from '../../domain/tables/programmation.ts';
import { datesDe, direEnonces } from '../../phrases/enonces.ts';
import { CALENDRIER, type Echeance } from '../../query/calendrier.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { ENONCES, lireEnVigueur } from '../../query/regles.ts';

/** Le calendrier et les énoncés de la campagne, prêts à être dits. */
export async function procedureDite() {
  const moteur = await moteurNode();
  const manifeste = await lireManifeste();
  const echeances = await moteur.lire<Echeance>(CALENDRIER);
  const date = datesDe(echeances);
  const enonces = await lireEnVigueur<Enonce>(moteur, ENONCES, manifeste);
  return { moteur, manifeste, echeances, date, dire: direEnonces(enonces, date) };
}
