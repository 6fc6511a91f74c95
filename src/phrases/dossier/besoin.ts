import type { FaitsBesoin } from '../../domain/dossier/besoin.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Faits } from '../../domain/dossier/faits.ts';
import { compte } from '../../domain/ecriture.ts';
import type { Norme } from '../../domain/normes/types.ts';
import { dixieme, enumerer } from './mots.ts';

const DEJA_ICI =
  'Déjà organisée ici : un dédoublement a ses conditions, pas de norme de création (circulaire 9146, § 4).';

/** « Norme : 10 élèves – 10 au lieu de 12 : option TC et FC ». */
export function phraseDeLaNorme(norme: Norme): string {
  if (norme.genre === 'valeur') {
    return `Norme de création : ${compte(norme.valeur, 'élève')} au 1er octobre (${norme.motif} ; ${norme.reference}).`;
  }
  const titre = norme.genre === 'sans_norme' ? 'Sans norme de création' : 'Non prévu par le texte';
  return `${titre} : ${norme.motif}${norme.reference ? ` (${norme.reference})` : ''}.`;
}

function phraseDesOuvertures({ ouvertures: o }: FaitsBesoin): string {
  const autres = compte(o.masquees, 'autre');
  if (o.nombre === 0) {
    return o.masquees === 0
      ? 'Aucune ouverture comparable dans les données.'
      : `Ouvertures de la même option, toutes zones : ${o.masquees}, à l’effectif masqué.`;
  }
  const taille =
    o.nombre === 1
      ? `${compte(o.mediane ?? 0, 'élève')} en première année`
      : `de ${o.min} à ${o.max} élèves en première année, la moitié à ${dixieme(o.mediane ?? 0)} ou plus`;
  const norme =
    o.aLaNorme === null ? '' : ` ; ${o.aLaNorme} sur ${o.nombre} à la norme demandée ici`;
  return `Ouvertures de la même option, toutes zones, à leur premier 15 janvier : ${o.nombre}, ${taille}${norme}${o.masquees > 0 ? ` ; ${autres} à l’effectif masqué` : ''}.`;
}

/** Le besoin, la norme qui en dépend, et ce que d’autres ouvertures ont réuni. */
export function phrasesDuBesoin({ donnees }: Contexte, { besoin, ici }: Faits): string[] {
  const metiers = (ids: readonly string[]) => enumerer(ids.map((id) => donnees.metiers[id] ?? id));
  const tc = besoin.coche ? 'cochée par vous' : `par ${metiers(besoin.metiersTc)}`;
  const fc = besoin.coche
    ? 'cochée par vous'
    : `par ${enumerer(
        besoin.metiersFc.map(
          ({ metier, nature }) => `${donnees.metiers[metier] ?? metier} (${nature})`,
        ),
      )}`;
  return [
    besoin.tc ? `Thématique commune de la zone (TC), ${tc}.` : 'Pas de thématique commune (TC).',
    besoin.fc ? `Fonction critique de la région (FC), ${fc}.` : 'Pas de fonction critique (FC).',
    ...(ici ? [DEJA_ICI] : [phraseDeLaNorme(besoin.norme), phraseDesOuvertures(besoin)]),
  ];
}
