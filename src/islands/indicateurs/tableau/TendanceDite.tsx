import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { ecart, evolution } from '../../../domain/filtre/tendance.ts';
import { aAnneesEgales } from '../../../phrases/indicateurs.ts';
import { avecSigne, entier, part } from '../../../phrases/nombres.ts';

/** Sous la ligne coupée : ce que la tendance compare vraiment. */
export function TendanceDite({ ligne }: { ligne: LigneIndicateur }) {
  const dit = aAnneesEgales(ligne);
  return dit === '' ? null : <span class="sous-ligne">{dit}</span>;
}

/** Les élèves gagnés ou perdus en cinq ans, puis la part que c’est. */
export function Ecart({ ligne }: { ligne: LigneIndicateur }) {
  const nombre = ecart(ligne);
  const relatif = evolution(ligne);
  if (nombre === null) return <span class="discret">non connue, ou masquée</span>;
  return (
    <>
      <data value={nombre}>{avecSigne(nombre, entier)}</data>
      <span class="sous-ligne">
        {relatif === null ? 'aucun élève au début' : avecSigne(relatif, part)}
      </span>
      <TendanceDite ligne={ligne} />
    </>
  );
}
