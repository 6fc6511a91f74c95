import { jourEnLettres } from '../calendrier/jour.ts';
import { acces7e } from '../normes/acces7e.ts';
import { type Dedoublement, dedoublement } from '../normes/dedoublement.ts';
import { classerCommune } from '../normes/distance.ts';
import { elevesManquants } from '../normes/effectif.ts';
import { horsDuMode, modesPossibles } from '../normes/modes.ts';
import { ouvertureDu3eDegre } from '../normes/ouverture.ts';
import type { Candidat } from './candidats.ts';
import { type Contexte, organiseesIci } from './contexte.ts';
import type { Demande, Prealables } from './panier.ts';
import { present } from './presence.ts';
import { degreOrganise } from './structures.ts';
import type { ReglesDuDossier } from './types.ts';

type References = ReglesDuDossier['references'];

export type Gravite = 'bloque' | 'attention' | 'information';

export interface Avertissement {
  /** Identifiant stable, pour les tests et les feuilles de calcul. */
  readonly genre: string;
  readonly gravite: Gravite;
  readonly texte: string;
  readonly reference: string;
}

/** Ce dont une demande dépend, outre elle-même. */
interface Quand {
  readonly prealables: Prealables;
  /** Date ISO prévue de l’encodage. */
  readonly communique: string;
  /** Année civile de la rentrée visée. */
  readonly ouverture: number;
}

/** Un avertissement, tel qu’il se lit et se range. */
export const avertir = (
  genre: string,
  gravite: Gravite,
  texte: string,
  reference: string,
): Avertissement => ({ genre, gravite, texte, reference });

function surLePerimetre(
  { option, perimetre, situation }: Candidat,
  references: References,
): Avertissement[] {
  const avis: Avertissement[] = [];
  if (perimetre.genre !== 'a_programmer') {
    const genre = option.statut === 'non_programmable' ? 'np' : perimetre.genre;
    // Ce que le texte tait ne bloque pas.
    const gravite = perimetre.genre === 'non_programmable' ? 'bloque' : 'attention';
    avis.push(avertir(genre, gravite, perimetre.motif, perimetre.reference));
  }
  if (situation === 'deja_organisee') {
    const texte = 'l’implantation organise déjà cette option : il n’y a rien à programmer';
    avis.push(avertir('deja-organisee', 'bloque', texte, references['goss-type']));
  }
  if (option.sous_reserve) {
    const texte = 'programmable sous réserve de l’approbation par le Parlement';
    avis.push(avertir('sous-reserve', 'attention', texte, references['sous-reserve']));
  }
  return avis;
}

function surLeMode({ option }: Candidat, { mode }: Demande): Avertissement[] {
  if (modesPossibles(option).includes(mode)) return [];
  return [avertir('mode', 'bloque', horsDuMode(option, mode), 'circulaire 7282, VI.IV')];
}

/** La norme, et ce qu’on attend. */
function surLaNorme({ faits }: Candidat, demande: Demande): Avertissement[] {
  const { norme } = faits.besoin;
  if (demande.type === 'Dédoublement') return [];
  if (norme.genre === 'non_prevu') {
    return [avertir('norme-muette', 'attention', norme.motif, norme.reference)];
  }
  if (norme.genre === 'sans_norme') return [];
  if (demande.attendus === null) {
    const { valeur, autreValeur } = norme;
    const dite = autreValeur === undefined ? valeur : `${autreValeur} ou ${valeur}`;
    const texte = `estimez les élèves attendus : la norme est de ${dite}`;
    return [avertir('attendus', 'information', texte, norme.reference)];
  }
  const manque = elevesManquants(norme, demande.attendus) ?? 0;
  if (manque === 0) return [];
  const autre = norme.autreValeur === undefined ? '' : ` (${norme.motif})`;
  const texte = `il manque ${manque} élève${manque > 1 ? 's' : ''} pour la norme de ${norme.valeur}${autre}`;
  return [avertir('sous-norme', 'attention', texte, norme.reference)];
}

/** La densité de la commune du lieu, si sa classe de 2001 est sûre, et ce qu’il faut en dire. */
function densiteDuLieu({ donnees, lieu }: Contexte) {
  const trouvee = donnees.communes.find((une) => une.commune === lieu.commune);
  if (!trouvee) return { densite: null, dite: '' };
  const { commune, densite, intitule, sure } = classerCommune(donnees.regles.densites, trouvee);
  const dite = sure
    ? ` (${commune} : ${intitule} au recensement de 2001, d’après notre estimation)`
    : ` (densité de ${commune} à vérifier au recensement de 2001 : elle touche à une borne)`;
  return { densite, dite: sure === null ? '' : dite };
}

/** @param ouverture année civile de la rentrée visée */
function surLe3eDegre(
  { option }: Candidat,
  demande: Demande,
  contexte: Contexte,
  ouverture: number,
): Avertissement[] {
  const { forme, annees } = option;
  if (!/^(4-5-6|5-6)/.test(annees ?? '') || demande.type === 'Dédoublement') return [];
  if (forme === null || degreOrganise(contexte, forme, 'D3')) return [];
  if (contexte.lieu.fase !== null && !contexte.offreConnue.zone) return [];
  const { creation, densites } = contexte.donnees.regles;
  const connue = densiteDuLieu(contexte);
  const { norme, anneeScolaire } = ouvertureDu3eDegre(creation, densites, ouverture, {
    forme: forme as 'P' | 'TQ' | 'AQ',
    mode: demande.mode,
    densite: connue.densite,
    km: null,
  });
  const selon = contexte.lieu.fase === null ? 'd’après les options décrites, ' : '';
  const quand = `en 5e, au 1er octobre ${anneeScolaire.slice(0, 4)}`;
  const suite =
    norme.genre === 'valeur'
      ? `${quand}, il faudra ${norme.valeur} élèves : ${norme.motif}`
      : `${quand}, ${norme.genre === 'selon' ? 'il faudra, en élèves, ' : ''}${norme.motif}`;
  const texte = `${selon}l’école n’organise pas le 3e degré ${forme} : ${suite}${norme.genre === 'non_prevu' ? '' : connue.dite}`;
  return [avertir('troisieme-degre', 'attention', texte, norme.reference)];
}

function surLAcces({ option }: Candidat, contexte: Contexte): Avertissement[] {
  if (option.annees !== '7') return [];
  const { lettres7e, acces7e: enumerations, references } = contexte.donnees.regles;
  const acces = acces7e(lettres7e, enumerations, option);
  const depuis = acces.depuis.length > 0 ? ` : ${acces.depuis.join(', ')}` : '';
  return [
    avertir(
      'acces-7e',
      'information',
      `accès à la 7e : ${acces.motif}${depuis}`,
      acces.reference || references['avant-7e'],
    ),
  ];
}

/** Les conditions et le calendrier propre d’un dédoublement communiqué le `jour`. */
export function dedoublementDe(
  contexte: Contexte,
  demande: Demande,
  accordCefa: boolean | null,
  jour: string,
): Dedoublement {
  const { conditions, calendrier } = contexte.donnees.regles;
  const date = (id: string) => calendrier.find((d) => d.id === id) ?? { jour: 1, mois: 1 };
  const { fermetureImposee } = demande.reponses;
  const option = contexte.options.get(demande.code);
  const dejaEnAlternance =
    option !== undefined && organiseesIci(contexte, option).some((une) => present(une, 'alt'));
  return dedoublement(
    conditions,
    { projet: date('dedoublement-projet'), autorisation: date('dedoublement-autorisation') },
    {
      modes: dejaEnAlternance ? 'PE-ALT' : 'PE',
      accordCefa,
      fermetureImposee,
      communiqueLe: jour,
    },
  );
}

/** « communiqué pour le 15 mars, réputé autorisé le 15 mai, ouvert à la rentrée qui suit ». */
function calendrierDuDedoublement({ donnees }: Contexte): string {
  const jour = (id: string): string => {
    const date = donnees.regles.calendrier.find((une) => une.id === id);
    return date ? jourEnLettres(date) : 'date non publiée';
  };
  return (
    `communiqué pour le ${jour('dedoublement-projet')}, réputé autorisé le ` +
    `${jour('dedoublement-autorisation')}, il s’ouvre à la rentrée qui suit`
  );
}

const POUR_INFORMATION =
  'l’Administration en vérifie les conditions et ne le transmet aux Conseils de zone, aux Chambres ' +
  'Enseignement et au CGES que pour information';

function surLeDedoublement(
  { dedoublable, situation }: Candidat,
  demande: Demande,
  contexte: Contexte,
  { prealables, communique }: Quand,
): Avertissement[] {
  const reference = contexte.donnees.regles.references.dedoublement;
  if (demande.type !== 'Dédoublement') {
    if (!dedoublable || situation !== 'a_programmer' || demande.mode === 'PE') return [];
    const texte =
      'l’école organise déjà cette option en plein exercice sur une autre implantation : ' +
      'l’ouvrir ici en alternance peut être un dédoublement';
    return [avertir('dedoublement-possible', 'attention', texte, reference)];
  }
  const verdict = dedoublementDe(contexte, demande, prealables.CEFA ?? null, communique);
  const gravite: Gravite = verdict.genre === 'impossible' ? 'bloque' : 'attention';
  const suite = verdict.ouverture ? ` : il peut ouvrir dès ${verdict.ouverture}` : '';
  const calendrier = `${calendrierDuDedoublement(contexte)}${suite}`;
  return [
    ...(verdict.genre === 'possible'
      ? []
      : [avertir('dedoublement', gravite, verdict.motif, verdict.reference)]),
    avertir('dedoublement-calendrier', 'information', calendrier, reference),
    avertir('dedoublement-avis', 'information', POUR_INFORMATION, reference),
  ];
}

/** Tout ce qu’il faut savoir d’une demande avant de l’encoder, du plus grave au moins grave. */
export function avertissements(
  contexte: Contexte,
  candidat: Candidat,
  demande: Demande,
  quand: Quand,
): readonly Avertissement[] {
  const ordre: readonly Gravite[] = ['bloque', 'attention', 'information'];
  return [
    ...surLePerimetre(candidat, contexte.donnees.regles.references),
    ...surLeMode(candidat, demande),
    ...surLaNorme(candidat, demande),
    ...surLe3eDegre(candidat, demande, contexte, quand.ouverture),
    ...surLAcces(candidat, contexte),
    ...surLeDedoublement(candidat, demande, contexte, quand),
  ].sort((a, b) => ordre.indexOf(a.gravite) - ordre.indexOf(b.gravite));
}
