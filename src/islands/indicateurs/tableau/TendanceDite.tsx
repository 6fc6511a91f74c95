import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { ecart, evolution } from '../../../domain/filtre/tendance.ts';
import { aAnneesEgales } from '../../../phrases/indicateurs.ts';
import { entier, part } from '../../../phrases/nombres.ts';

/** Sous la ligne coupée : ce que la tendance compare vraiment. */
export function TendanceDite({ ligne }: { ligne: LigneIndicateur }) {
  const dit = aAnneesEgales(ligne);
  return dit === '' ? null : <span class="sous-ligne">{dit}</span>;
}

const signe = (n: number): string => (n > 0 ? '+' : n < 0 ? '−' : '');

/** Les élèves gagnés ou perdus en cinq ans, puis la part que c’est. */
export function Ecart({ ligne }: { ligne: LigneIndicateur }) {
  const nombre = ecart(ligne);
  const relatif = evolution(ligne);
  if (nombre === null) return <span class="discret">non connue, ou masquée</span>;
  return (
    <>
      <data value={nombre}>{`${signe(nombre)}${entier(Math.abs(nombre))}`}</data>
      <span class="sous-ligne">
        {relatif === null ? 'aucun élève au début' : `${signe(relatif)}${part(Math.abs(relatif))}`}
      </span>
      <TendanceDite ligne={ligne} />
    </>
  );
}
