import { ficheDeTranche } from '../../export/tranche.ts';
import { detailIndicateurs } from '../../query/detail-indicateurs.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { publierJson, unParMoteur } from '../../query/publication.ts';

const publierDetail = unParMoteur(async (moteur) => {
  const manifeste = await lireManifeste();
  const detail = await detailIndicateurs(moteur, manifeste.anneesScolaires, manifeste);
  return publierJson('indicateurs-detail', { detail, fiche: ficheDeTranche(manifeste) });
});

/** Ce que le détail d’une ligne et les exports demandent. */
export const detailPublie = async () => publierDetail(await moteurNode());
