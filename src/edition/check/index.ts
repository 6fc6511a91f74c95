import type { Probleme } from '../probleme.ts';
import { marquerAcceptes } from './acceptes.ts';
import { aliasConnus } from './alias.ts';
import { reglesDeLaCampagne } from './campagne.ts';
import { type Bilan, type ContexteDeControle, type Controle, passer } from './controle.ts';
import { anneesSansOffre, couvertureDite, couvertures, liensFictifs } from './couverture.ts';
import { derives } from './derive.ts';
import { anneesQuiSeSuivent, editionUnique } from './edition.ts';
import { fichiersInconnus } from './fichiers.ts';
import { horsZone, positions, zonesDesCommunes } from './lieux.ts';
import { listesDeLAnnee } from './listes.ts';
import {
  implantationsSansMelange,
  inscriptionsSansMelange,
  populationSansMelange,
  tablesSolidaires,
} from './melange.ts';
import { reglesUniques, reponseUnique } from './normes.ts';
import { relations } from './relations.ts';
import { sommes, sourcesDites, sourcesSansSecret } from './sources.ts';
import { detailUnique, totauxCoherents, totauxCompares, totauxSansMelange } from './totaux.ts';

const CONTROLES: readonly Controle[] = [
  ...relations,
  sourcesDites,
  sourcesSansSecret,
  editionUnique,
  ...anneesQuiSeSuivent,
  sommes,
  zonesDesCommunes,
  horsZone,
  ...positions,
  ...reglesDeLaCampagne,
  ...listesDeLAnnee,
  aliasConnus,
  reglesUniques,
  reponseUnique,
  tablesSolidaires,
  implantationsSansMelange,
  inscriptionsSansMelange,
  populationSansMelange,
  totauxCoherents,
  totauxCompares,
  totauxSansMelange,
  ...detailUnique,
  couvertureDite,
  ...couvertures,
  anneesSansOffre,
  liensFictifs,
  ...derives,
];

/** Des implantations remplacées sans leurs inscriptions : inutile d’en citer chaque ligne. */
function sansEcho(problemes: readonly Probleme[]): readonly Probleme[] {
  const seules = problemes.some((p) => p.code === 'OAD-MELANGE' && p.valeur === 'inscriptions');
  return problemes.filter(
    ({ code, table }) => !(seules && table === 'inscriptions' && code !== 'OAD-DOUBLON'),
  );
}

/**
 * Contrôle ce que les tables chargées disent ensemble.
 * @param lus ce que la lecture a trouvé, à rendre avec le reste
 * @returns tous les problèmes, acceptés compris, et le bilan de chaque contrôle
 */
export async function controlerTables(
  contexte: ContexteDeControle,
  lus: readonly Probleme[],
): Promise<{ problemes: Probleme[]; bilans: Bilan[] }> {
  const { problemes, bilans } = await passer(CONTROLES, contexte);
  const tous = [...lus, ...fichiersInconnus(contexte.depots), ...sansEcho(problemes)];
  return { problemes: await marquerAcceptes(contexte, tous), bilans };
}
