import { VUES_DE_CARTE, type VueDeCarte } from '../../domain/autour/etat.ts';

interface Props {
  readonly vue: VueDeCarte;
  readonly trouves: number | null;
  readonly surVue: (vue: VueDeCarte) => void;
}

/** Sur un petit écran, la liste ou la carte : l’une à la place de l’autre. */
export function CarteVues({ vue, trouves, surVue }: Props) {
  const titres = { liste: trouves === null ? 'Liste' : `Liste (${trouves})`, carte: 'Carte' };
  return (
    <fieldset class="vues js-seul" aria-label="Ce qui est montré">
      {VUES_DE_CARTE.map((une) => (
        <button key={une} type="button" aria-pressed={vue === une} onClick={() => surVue(une)}>
          {titres[une]}
        </button>
      ))}
    </fieldset>
  );
}
