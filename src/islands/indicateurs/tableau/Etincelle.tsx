import { etincelle } from '../../../charts/etincelle.ts';
import { type EffectifSuivi, enNombreSuivi, estBorne, INCONNU } from '../../../domain/effectif.ts';
import { borneEcrite } from '../../../phrases/effectif.ts';
import { entier } from '../../../phrases/nombres.ts';

interface Props {
  serie: readonly EffectifSuivi[];
  rupture?: number | null;
  largeur?: number;
  hauteur?: number;
}

const dire = (valeur: EffectifSuivi | undefined): string => {
  if (valeur === INCONNU) return 'non connus';
  if (estBorne(valeur)) return borneEcrite(valeur);
  return valeur === null || valeur === undefined ? 'masqués' : entier(valeur);
};

/** Une ligne de quelques années ; les nombres sont écrits à côté par qui l’appelle. */
export function Trait({ serie, rupture = null, largeur = 64, hauteur = 20 }: Props) {
  const { chemin, fin } = etincelle(serie.map(enNombreSuivi), largeur, hauteur, rupture);
  return (
    <svg
      class="etincelle"
      viewBox={`0 0 ${largeur} ${hauteur}`}
      width={largeur}
      height={hauteur}
      aria-hidden="true"
    >
      <path d={chemin} />
      {fin && <circle cx={fin[0]} cy={fin[1]} r="2" />}
    </svg>
  );
}

/** La ligne et ses deux bouts ; tous les nombres pour qui ne la voit pas. */
export function Etincelle({ serie, rupture = null }: Props) {
  if (serie.every((valeur) => valeur === 0)) return <span class="discret">–</span>;
  if (serie.every((valeur) => valeur === INCONNU)) return <span class="discret">non connue</span>;
  return (
    <span class="serie" title={serie.map(dire).join(' → ')}>
      <Trait serie={serie} rupture={rupture} />
      <span aria-hidden="true" class="sous-ligne">
        {serie.length > 1 && `${dire(serie[0])} → `}
        {dire(serie.at(-1))}
      </span>
      <span class="visuellement-cache">{serie.map(dire).join(', ')} élèves</span>
    </span>
  );
}
