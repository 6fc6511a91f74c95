import type { Candidat } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Critere } from '../../domain/dossier/faits.ts';
import type { Demande } from '../../domain/dossier/panier.ts';
import type { Sujet } from '../../domain/dossier/types.ts';
import { enMinuscule } from '../typographie.ts';
import { phraseDesAttendus } from './demande.ts';
import { phrasesDe } from './faits.ts';

const PREFIXE = 'Dans cette édition fictive,';
const NORME_FICTIVE = 'La norme dépend des listes TC et FC, fictives dans cette édition.';

/** Le sujet que la première phrase d’un critère lit dans l’édition ; `null` : l’utilisateur le dit. */
function premierSujet(critere: Critere, { lieu }: Contexte): Sujet | null {
  const mienne = lieu.fase === null;
  const sujets: Record<Critere, Sujet | null> = {
    coherence: mienne ? null : 'offre',
    equilibre: 'offre',
    repartition: 'offre',
    accessibilite: mienne ? null : 'implantations',
    besoin: lieu.besoins ? null : 'besoins',
  };
  return sujets[critere];
}

/** La première phrase fictive ; `undefined` : aucune. Les ouvertures sont la dernière du besoin. */
function premiereFictive(
  critere: Critere,
  contexte: Contexte,
  phrases: readonly string[],
  ici: boolean,
): string | undefined {
  const { natures } = contexte.donnees;
  const sujet = premierSujet(critere, contexte);
  if (sujet && natures[sujet] === 'demonstration') return phrases[0];
  const ouvertures = critere === 'besoin' && !ici && natures.offre === 'demonstration';
  return ouvertures ? phrases.at(-1) : undefined;
}

/** Les faits d’un critère, en un texte qui dit où ils deviennent fictifs. */
export function faitsHorsPage(
  critere: Critere,
  contexte: Contexte,
  { option, faits }: Candidat,
): string {
  const phrases = phrasesDe(critere, contexte, option, faits);
  const fictive = premiereFictive(critere, contexte, phrases, faits.ici);
  return phrases
    .map((phrase) => (phrase === fictive ? `${PREFIXE} ${enMinuscule(phrase)}` : phrase))
    .join(' ');
}

/** La règle de cette norme change-t-elle sa valeur selon les TC et FC de l’édition ? */
function tientAuxListes(
  { donnees, lieu }: Contexte,
  { faits }: Candidat,
  { type, reponses }: Demande,
): boolean {
  const { norme } = faits.besoin;
  if (type === 'Dédoublement' || norme.genre !== 'valeur' || lieu.besoins) return false;
  const { condition } = donnees.regles.creation.find(({ regle }) => regle === norme.regle) ?? {};
  if (!condition) return false;
  return !(condition === 'TC ou CGES' && reponses.avisCges);
}

/** Les attendus de l’école, face à une norme dont on dit si elle tient à des listes fictives. */
export function attendusHorsPage(contexte: Contexte, candidat: Candidat, demande: Demande): string {
  const phrase = phraseDesAttendus(candidat, demande);
  const fictive =
    contexte.donnees.natures.besoins === 'demonstration' &&
    tientAuxListes(contexte, candidat, demande);
  return fictive ? `${phrase} ${NORME_FICTIVE}` : phrase;
}
