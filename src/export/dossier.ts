import type { CelluleCsv } from '../domain/csv.ts';
import type { Avertissement } from '../domain/dossier/avertissements.ts';
import type { Campagne } from '../domain/dossier/campagne.ts';
import type { Candidat } from '../domain/dossier/candidats.ts';
import type { Contexte } from '../domain/dossier/contexte.ts';
import { CRITERES } from '../domain/dossier/faits.ts';
import type { Organisee } from '../domain/dossier/lieu.ts';
import { type Demande, type Dossier, PIECES } from '../domain/dossier/panier.ts';
import { avertissementsDesPrealables } from '../domain/dossier/prealables.ts';
import { effectifDe } from '../domain/dossier/presence.ts';
import { lignesDuDossier } from '../domain/dossier/structures.ts';
import { partieDe } from '../domain/effectif.ts';
import { echeanceCourte } from '../phrases/dossier/campagne.ts';
import { attendusHorsPage, faitsHorsPage } from '../phrases/dossier/horsPage.ts';
import {
  CRITERES_EN_MOTS,
  GROUPEMENTS_EN_MOTS,
  LECTURES_EN_MOTS,
  MODES_EN_MOTS,
  PIECES_EN_MOTS,
} from '../phrases/dossier/mots.ts';
import { sourceDe, sourcesNommees } from '../phrases/dossier/sources.ts';
import { effectifEcrit } from '../phrases/effectif.ts';
import type { FeuilleXlsx } from './xlsx.ts';

/** Une demande avec tout ce qu’on en sait. */
export interface DemandeInstruite {
  readonly demande: Demande;
  readonly candidat: Candidat;
  readonly avertissements: readonly Avertissement[];
}

/** Une feuille par ses titres, dans l’ordre, et ses lignes. */
function feuille(
  nom: string,
  titres: readonly string[],
  lignes: readonly (readonly CelluleCsv[])[],
): FeuilleXlsx {
  return {
    nom,
    colonnes: titres.map((titre) => ({ nom: titre, type: 'texte' })),
    rangees: lignes.map((ligne) =>
      Object.fromEntries(titres.map((titre, i) => [titre, ligne[i] ?? null])),
    ),
  };
}

const RESERVES: Readonly<Record<string, string>> = {
  R: 'R Réservée',
  R2: 'R² Strictement Réservée',
};

const NON_MONTRE = 'voir GOSS';

/**
 * Une ligne par structure à encoder, les colonnes dans l’ordre du formulaire de GOSS : l’implantation,
 * le type, la structure, puis ce qu’elle fait choisir (circulaire 9146, § 7.2).
 */
function goss(contexte: Contexte, { demandes, prealables }: Dossier): FeuilleXlsx {
  const { lieu } = contexte;
  const implantation = lieu.fase ? `${lieu.fase} - ${lieu.nom}` : lieu.nom;
  const lignes = lignesDuDossier(contexte, demandes, prealables).map(
    ({ structure, type, degre, annee, option }) => [
      implantation,
      type,
      structure,
      degre ?? NON_MONTRE,
      structure === 'degré spécifique' ? null : (annee ?? NON_MONTRE),
      option?.code_obg ?? null,
      RESERVES[option?.reserve ?? ''] ?? null,
      option?.intitule ?? null,
    ],
  );
  const titres = [
    'Implantation',
    'Type',
    'Structure',
    'Degré spécifique',
    'Année d’études',
    'Code OBG',
    'Type programmation',
    'Intitulé',
  ];
  return feuille('Demandes GOSS', titres, lignes);
}

function argumentaire(contexte: Contexte, instruites: readonly DemandeInstruite[]): FeuilleXlsx {
  const lignes = instruites.flatMap(({ demande, candidat }) =>
    CRITERES.map((critere, rang) => {
      const { lecture, texte } = candidat.lectures[critere];
      const { option } = candidat;
      return [
        option.code_obg,
        option.intitule,
        CRITERES_EN_MOTS[critere],
        faitsHorsPage(critere, contexte, candidat),
        LECTURES_EN_MOTS[lecture],
        texte,
        sourceDe(critere, contexte),
        rang === 0 && demande.note !== '' ? demande.note : null,
      ];
    }),
  );
  const titres = [
    'Code OBG',
    'Intitulé',
    'Critère',
    'Faits',
    'Lecture',
    'Règle de lecture',
    'Source',
    'Votre note',
  ];
  return feuille('Argumentaire', titres, lignes);
}

function normes(
  contexte: Contexte,
  instruites: readonly DemandeInstruite[],
  campagne: Campagne,
): FeuilleXlsx {
  const lignes = instruites.map(({ demande, candidat, avertissements }) => {
    const { norme } = candidat.faits.besoin;
    return [
      demande.code,
      demande.type,
      MODES_EN_MOTS[demande.mode],
      GROUPEMENTS_EN_MOTS[demande.groupement],
      norme.genre === 'valeur' && demande.type === 'Programmation' ? norme.valeur : null,
      demande.attendus,
      attendusHorsPage(contexte, candidat, demande),
      norme.motif,
      norme.reference,
      echeanceCourte(campagne, demande.type),
      avertissements.map(({ texte }) => texte).join('\n') || null,
    ];
  });
  const titres = [
    'Code OBG',
    'Demande',
    'Mode',
    'Groupement',
    'Norme de création',
    'Élèves attendus',
    'Comparaison',
    'Pourquoi cette norme',
    'Texte',
    'Échéance',
    'À vérifier',
  ];
  return feuille('Normes et attendus', titres, lignes);
}

/** Ce que l’école confirme, et ce que ses demandes supposent d’elle. */
function confirmations(contexte: Contexte, { pieces, demandes, prealables }: Dossier): FeuilleXlsx {
  const titre = 'Ce que l’école confirme';
  const avis = avertissementsDesPrealables(contexte, demandes, prealables);
  const lignes = [
    ...PIECES.map((piece) => [
      PIECES_EN_MOTS[piece],
      pieces.includes(piece) ? 'confirmé' : 'non confirmé',
    ]),
    ...avis.map(({ texte }) => [texte, 'à vérifier']),
  ];
  return feuille(titre, [titre, 'Réponse'], lignes);
}

/** Les élèves d’un mode : un nombre, ce que le fichier de l’école en tait, ou rien. */
function elevesEcrits(organisee: Organisee | undefined, mode: 'pe' | 'alt'): CelluleCsv {
  if (!organisee || organisee.nonDits?.mode) return null;
  const { [mode]: eleves, masques } = organisee;
  const siens = { eleves, masques: masques?.[mode] ?? 0 };
  return siens.masques > 0 ? effectifEcrit(partieDe(effectifDe(organisee), siens)) : eleves;
}

/** Ce que l’utilisateur a dit de son école : les faits en partent. */
function mesDonnees({ lieu, options }: Contexte): FeuilleXlsx {
  const { offre, besoins } = lieu;
  const codes = new Set([
    ...offre.map(({ code }) => code),
    ...(besoins?.tc ?? []),
    ...(besoins?.fc ?? []),
  ]);
  const lignes = [...codes].sort().map((code) => {
    const organisee = offre.find((une) => une.code === code);
    return [
      code,
      options.get(code)?.intitule ?? null,
      elevesEcrits(organisee, 'pe'),
      elevesEcrits(organisee, 'alt'),
      besoins?.tc.includes(code) ? 'oui' : null,
      besoins?.fc.includes(code) ? 'oui' : null,
    ];
  });
  const titres = ['Code OBG', 'Intitulé', 'Élèves PE', 'Élèves ALT', 'TC', 'FC'];
  return feuille('Mes données', titres, lignes);
}

function sources(contexte: Contexte, date: string): FeuilleXlsx {
  const { donnees, lieu } = contexte;
  const lignes = [
    ['Édition', donnees.edition, null, null, `dossier composé le ${date}`],
    ...(lieu.fase === null
      ? [['Implantation décrite', 'Mes données', 'vous', 'vos données', 'ne sont pas publiques']]
      : []),
    ...(lieu.besoins
      ? [['TC et FC', 'Vos listes', 'vous', 'vos données', 'ne sont pas publiques']]
      : []),
    ...sourcesNommees(contexte).map((s) => [s.table, s.titre, s.editeur, s.nature, s.note]),
  ];
  const titres = ['Données', 'Titre', 'Éditeur', 'Nature', 'Note'];
  return feuille('Sources', titres, lignes);
}

/** Les feuilles du classeur d’un dossier : ce que GOSS demande, puis de quoi l’argumenter. */
export const feuillesDuDossier = (
  contexte: Contexte,
  dossier: Dossier,
  instruites: readonly DemandeInstruite[],
  campagne: Campagne,
  date: string,
): readonly FeuilleXlsx[] => [
  goss(contexte, dossier),
  argumentaire(contexte, instruites),
  normes(contexte, instruites, campagne),
  confirmations(contexte, dossier),
  ...(contexte.lieu.fase === null ? [mesDonnees(contexte)] : []),
  sources(contexte, date),
];
