import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Dossier } from '../../domain/dossier/panier.ts';
import { lignesDuDossier } from '../../domain/dossier/structures.ts';
import { compte } from '../../phrases/nombres.ts';

interface Props {
  readonly contexte: Contexte;
  readonly dossier: Pick<Dossier, 'demandes' | 'prealables'>;
}

/** Les lignes à encoder dans GOSS, dans l’ordre où il les demande. */
export function DansGoss({ contexte, dossier }: Props) {
  const lignes = lignesDuDossier(contexte, dossier.demandes, dossier.prealables);
  if (lignes.length === 0) return null;
  return (
    <details class="dans-goss">
      <summary>Dans GOSS : {compte(lignes.length, 'ligne')}, dans cet ordre</summary>
      <ol>
        {lignes.map(({ structure, libelle, type, degre, annee, option }) => (
          <li key={`${structure}-${libelle}`}>
            {type}, structure « {structure} » : {libelle}
            {option && ` ${option.intitule}`}
            {option && degre && ` (${degre}, ${degre} ${annee})`}
          </li>
        ))}
      </ol>
    </details>
  );
}
