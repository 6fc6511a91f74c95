import { auMoins, type Effectif, estMasque, estTu } from '../domain/effectif.ts';
import { compterEleves, effectifEcrit, POURQUOI_MASQUE, POURQUOI_TU } from '../phrases/effectif.ts';

interface Props {
  readonly effectif: Effectif;
  /** Écrit aussi « élèves ». */
  readonly nomme?: boolean;
}

/** Un nombre d’élèves, ou ce qui en est publié. */
export function EffectifEcrit({ effectif, nomme = false }: Props) {
  const ecrit = nomme ? compterEleves(effectif) : effectifEcrit(effectif);
  return estMasque(effectif) ? (
    <span title={estTu(effectif) ? POURQUOI_TU : POURQUOI_MASQUE}>{ecrit}</span>
  ) : (
    <data value={auMoins(effectif)}>{ecrit}</data>
  );
}
