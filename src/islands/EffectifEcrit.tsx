import { type Effectif, estMasque } from '../domain/effectif.ts';
import { compterEleves, effectifEcrit, POURQUOI_MASQUE } from '../phrases/effectif.ts';

interface Props {
  readonly effectif: Effectif;
  /** Écrit aussi « élèves ». */
  readonly nomme?: boolean;
}

/** Un nombre d’élèves, ou ce qui en est publié. */
export function EffectifEcrit({ effectif, nomme = false }: Props) {
  const ecrit = nomme ? compterEleves(effectif) : effectifEcrit(effectif);
  return estMasque(effectif) ? (
    <span title={POURQUOI_MASQUE}>{ecrit}</span>
  ) : (
    <data value={effectif.eleves}>{ecrit}</data>
  );
}
