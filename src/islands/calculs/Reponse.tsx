import type { Norme } from '../../domain/normes/types.ts';
import { enPhrase, reponseCourte } from '../../phrases/regles.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly id: string;
  readonly titre: string;
  readonly norme: Norme;
  readonly reserves?: readonly string[];
  readonly avant?: string | undefined;
}

/** Une norme : sa valeur, pourquoi, et où c’est écrit. */
export function Reponse({ id, titre, norme, reserves = [], avant }: Props) {
  const valeur = norme.genre === 'valeur' ? norme.valeur : norme.genre;
  return (
    <div class="calcul-reponse" data-reponse={id}>
      <p class="calcul-titre">{titre}</p>
      <p class={norme.genre === 'valeur' ? 'calcul-valeur' : 'calcul-valeur calcul-muet'}>
        <data value={String(valeur)}>{reponseCourte(norme)}</data>
      </p>
      {avant && <p>{typographie(avant)}</p>}
      <p data-motif>{typographie(enPhrase(norme.motif))}</p>
      {reserves.map((reserve) => (
        <p key={reserve} class="petit">
          À confirmer : {typographie(reserve)}.
        </p>
      ))}
      <p class="reference" data-reference>
        {typographie(norme.reference)} · règles de {norme.edition} ({norme.nature})
      </p>
    </div>
  );
}
