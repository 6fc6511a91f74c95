import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Critere } from '../../domain/dossier/faits.ts';
import type { Donnees, Sujet } from '../../domain/dossier/types.ts';
import { NATURE_EN_MOTS } from '../nature.ts';
import { typographie } from '../typographie.ts';

/** L’édition montre-t-elle des chiffres tirés au sort ? */
export const estDemonstration = ({ natures }: Donnees): boolean =>
  Object.values(natures).includes('demonstration');

/** Ce que doit dire toute phrase qui quitte la page. */
export const prefixeDe = (donnees: Donnees): string =>
  estDemonstration(donnees) ? 'Dans cette édition fictive : ' : '';

const nature = ({ natures }: Donnees, sujet: Sujet): string => NATURE_EN_MOTS[natures[sujet]];

/** D’où viennent les faits d’un critère, de quelle année, de quelle nature. */
export function sourceDe(critere: Critere, { donnees, lieu }: Contexte): string {
  const annee = donnees.anneeScolaire;
  const offre = `inscriptions au 15 janvier, ${annee} (${nature(donnees, 'offre')})`;
  const mienne = lieu.fase === null;
  const textes: Record<Critere, string> = {
    coherence: `${mienne ? 'Offre de l’école : vos données' : `Offre de l’école : ${offre}`} ; centres : ${nature(donnees, 'centres')}`,
    equilibre: `Occurrences : ${offre}${mienne ? ' ; votre implantation : vos données' : ''}`,
    repartition: `Occurrences : ${offre} ; distances à vol d’oiseau sur l’ellipsoïde WGS84`,
    accessibilite: mienne ? 'Vos données' : `Implantations (${nature(donnees, 'implantations')})`,
    besoin: `${lieu.besoins ? 'TC et FC : vos données' : `TC et FC : listes de ${annee.slice(5)} (${nature(donnees, 'besoins')})`} ; règle de la norme : ${nature(donnees, 'regles')} ; ouvertures : ${nature(donnees, 'offre')}`,
  };
  return typographie(textes[critere]);
}
