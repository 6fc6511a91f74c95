import type { Trivalent } from '../../domain/connaissance.ts';
import type { FaitsBesoin, OuverturesComparables } from '../../domain/dossier/besoin.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Faits } from '../../domain/dossier/faits.ts';
import type { Norme } from '../../domain/normes/types.ts';
import { enumererEnBref } from '../enumerer.ts';
import { compte } from '../nombres.ts';
import { dixieme } from './mots.ts';

const dejaIci = ({ donnees }: Contexte): string =>
  `Déjà organisée ici : un dédoublement a ses conditions, pas de norme de création (${donnees.regles.references.dedoublement}).`;
const MEME_OPTION = 'de la même option, toutes zones';
const NORME_ICI = 'la norme demandée ici';

/** « Norme : 10 élèves – 10 au lieu de 12 : option TC et FC ». */
export function phraseDeLaNorme(norme: Norme): string {
  if (norme.genre === 'valeur') {
    return `Norme de création : ${compte(norme.valeur, 'élève')} au 1er octobre (${norme.motif} ; ${norme.reference}).`;
  }
  const titre = norme.genre === 'sans_norme' ? 'Sans norme de création' : 'Non prévu par le texte';
  return `${titre} : ${norme.motif}${norme.reference ? ` (${norme.reference})` : ''}.`;
}

function tailleDesOuvertures({ nombre, min, max, mediane }: OuverturesComparables): string {
  const eleves = compte(max ?? 0, 'élève');
  const quand = 'en première année à leur premier 15 janvier';
  if (min === max) return `${eleves} ${quand}`;
  if (nombre === 2) return `${min} et ${eleves} ${quand}`;
  return `de ${min} à ${eleves} ${quand}, la moitié à ${dixieme(mediane ?? 0)} ou plus`;
}

function phraseDesOuvertures({ ouvertures: o }: FaitsBesoin): string {
  if (o.nombre === 0 && o.masquees === 0) return 'Aucune ouverture comparable dans les données.';
  const tues = 'à l’effectif masqué';
  if (o.nombre === 0) return `${compte(o.masquees, 'ouverture')} ${MEME_OPTION}, ${tues}.`;
  const autres = o.masquees > 0 ? ` ; ${compte(o.masquees, 'autre')} ${tues}` : '';
  if (o.nombre === 1) {
    const norme = o.aLaNorme === null ? '' : `, ${o.aLaNorme ? 'à' : 'sous'} ${NORME_ICI}`;
    return `Une ouverture ${MEME_OPTION} : ${compte(o.max ?? 0, 'élève')} en première année à son premier 15 janvier${norme}${autres}.`;
  }
  const norme = o.aLaNorme === null ? '' : ` ; ${o.aLaNorme} sur ${o.nombre} à ${NORME_ICI}`;
  return `${compte(o.nombre, 'ouverture')} ${MEME_OPTION} : ${tailleDesOuvertures(o)}${norme}${autres}.`;
}

const sansListe = (besoin: Trivalent, liste: 'TC' | 'FC'): string => {
  const nom = liste === 'TC' ? 'thématique commune (TC)' : 'fonction critique (FC)';
  const qui = liste === 'TC' ? 'l’IBEFE de la zone la tient' : 'le service de l’emploi la publie';
  return besoin === null
    ? `Non connu : la liste ${liste} n’est pas fournie, ${qui}.`
    : `Pas de ${nom}.`;
};

/** Le besoin, la norme qui en dépend, et ce que d’autres ouvertures ont réuni. */
export function phrasesDuBesoin(contexte: Contexte, { besoin, ici }: Faits): string[] {
  const { donnees } = contexte;
  const metiers = (ids: readonly string[]) =>
    enumererEnBref(ids.map((id) => donnees.metiers[id] ?? id));
  const tc = besoin.coche ? 'indiquée par vous' : `par ${metiers(besoin.metiersTc)}`;
  const fc = besoin.coche
    ? 'indiquée par vous'
    : `par ${enumererEnBref(
        besoin.metiersFc.map(
          ({ metier, nature }) => `${donnees.metiers[metier] ?? metier} (${nature})`,
        ),
      )}`;
  return [
    besoin.tc ? `Thématique commune de la zone (TC), ${tc}.` : sansListe(besoin.tc, 'TC'),
    besoin.fc ? `Fonction critique de la région (FC), ${fc}.` : sansListe(besoin.fc, 'FC'),
    ...(ici ? [dejaIci(contexte)] : [phraseDeLaNorme(besoin.norme), phraseDesOuvertures(besoin)]),
  ];
}
