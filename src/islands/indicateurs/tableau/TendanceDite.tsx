import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { aAnneesEgales } from '../../../phrases/indicateurs.ts';

/** Sous la ligne coupée : ce que la tendance compare vraiment. */
export function TendanceDite({ ligne }: { ligne: LigneIndicateur }) {
  const dit = aAnneesEgales(ligne);
  return dit === '' ? null : <span class="sous-ligne">{dit}</span>;
}
