import type { NormeSelonLieu } from '../../domain/normes/types.ts';
import { enPhrase, reponseCourte } from '../../phrases/regles.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly id: string;
  readonly titre: string;
  readonly norme: NormeSelonLieu;
  readonly reserves?: readonly string[];
  readonly avant?: string | undefined;
}

/** Le nombre d’une norme, ceux qu’elle peut prendre séparés par une espace, ou pourquoi aucun. */
export function valeurDite(norme: NormeSelonLieu): string {
  if (norme.genre === 'valeur') {
    return [norme.autreValeur, norme.valeur].filter((n) => n !== undefined).join(' ');
  }
  if (norme.genre !== 'selon') return norme.genre;
  return norme.possibles.map(({ valeur }) => valeur).join(' ');
}

/** Une norme : sa valeur, pourquoi, et où c’est écrit. */
export function Reponse({ id, titre, norme, reserves = [], avant }: Props) {
  const chiffree = norme.genre === 'valeur' || norme.genre === 'selon';
  return (
    <div class="calcul-reponse" data-reponse={id}>
      <p class="calcul-titre">{titre}</p>
      <p class={chiffree ? 'calcul-valeur' : 'calcul-valeur calcul-muet'}>
        <data value={valeurDite(norme)}>{reponseCourte(norme)}</data>
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
