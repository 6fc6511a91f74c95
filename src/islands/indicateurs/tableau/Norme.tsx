import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { normesMontrees } from '../../../domain/filtre/norme.ts';
import { accord } from '../../../phrases/nombres.ts';
import { typographie } from '../../../phrases/typographie.ts';

/** Les normes de création d’une ligne, chacune avec son mode et son motif, puis le maintien. */
export function Norme({ ligne }: { ligne: LigneIndicateur }) {
  const { occurrences, occurrences_sous_norme: sous } = ligne;
  const normes = normesMontrees(ligne);
  return (
    <>
      <span class="en-carte titre-carte">Norme de création</span>
      {normes.length === 0 && (
        <span class="petit discret">calculée pour la dernière année seulement</span>
      )}
      <ul class="normes">
        {normes.map(({ mode, valeur, motif }) => (
          <li key={mode}>
            {valeur === null ? (
              <span class="norme-valeur">–</span>
            ) : (
              <data class="norme-valeur" value={valeur}>
                {valeur}
              </data>
            )}
            <span class="norme-motif">
              {mode && <b>{mode} · </b>}
              {typographie(motif)}
            </span>
          </li>
        ))}
        {sous !== null && sous > 0 && (
          <li>
            <span class="norme-motif norme-maintien">
              <b>Maintien · </b>
              <data value={sous}>{sous}</data> {accord(sous, 'occurrence')} sur {occurrences} sous{' '}
              {accord(sous, 'sa', 'leur')} norme
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
