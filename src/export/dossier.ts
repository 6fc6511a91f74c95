import type { Avertissement } from '../domain/dossier/avertissements.ts';
import type { Candidat } from '../domain/dossier/candidats.ts';
import type { Contexte } from '../domain/dossier/contexte.ts';
import { CRITERES } from '../domain/dossier/faits.ts';
import type { Demande } from '../domain/dossier/panier.ts';
import { modeDansGoss, structureDe, structuresDemandees } from '../domain/dossier/structures.ts';
import { phraseDesAttendus } from '../phrases/dossier/demande.ts';
import { phrasesDe } from '../phrases/dossier/faits.ts';
import { CRITERES_EN_MOTS, LECTURES_EN_MOTS, MODES_EN_MOTS } from '../phrases/dossier/mots.ts';
import { prefixeDe, sourceDe } from '../phrases/dossier/sources.ts';
import { NATURE_EN_MOTS } from '../phrases/nature.ts';

/** Une demande avec tout ce qu’on en sait. */
export interface DemandeInstruite {
  readonly demande: Demande;
  readonly candidat: Candidat;
  readonly avertissements: readonly Avertissement[];
}

export interface Feuille {
  readonly nom: string;
  readonly colonnes: readonly { readonly titre: string; readonly largeur: number }[];
  readonly lignes: readonly (readonly (string | number | null)[])[];
}

const RESERVES: Readonly<Record<string, string>> = {
  R: 'R Réservée',
  R2: 'R² Strictement Réservée',
};

const NON_MONTRE = 'voir GOSS';

/** Une ligne par structure à encoder, dans l’ordre et sous les colonnes de GOSS (circulaire 9146, § 7.2). */
function goss(contexte: Contexte, instruites: readonly DemandeInstruite[]): Feuille {
  const { lieu } = contexte;
  const implantation = lieu.fase ? `${lieu.fase} - ${lieu.nom}` : lieu.nom;
  const lignes = instruites.flatMap(({ demande, candidat: { option } }) => {
    const { degre, annee } = structureDe(option, modeDansGoss(demande));
    return structuresDemandees(contexte, option, demande).map(({ structure, type }) => {
      const estOption = structure === 'option de base groupée';
      const estDegre = structure === 'degré spécifique';
      return [
        implantation,
        degre ?? NON_MONTRE,
        estOption ? option.intitule : structure,
        structure,
        estDegre ? null : (annee ?? NON_MONTRE),
        estOption ? option.code_obg : null,
        estOption ? (RESERVES[option.reserve ?? ''] ?? null) : null,
        type,
      ];
    });
  });
  const titres = [
    ['Implantation', 32],
    ['Degré spécifique', 16],
    ['Intitulé', 48],
    ['Structure', 22],
    ['Année d’études', 14],
    ['Code OBG', 10],
    ['Type programmation', 22],
    ['Demande', 16],
  ] as const;
  const colonnes = titres.map(([titre, largeur]) => ({ titre, largeur }));
  return { nom: 'Demandes GOSS', colonnes, lignes };
}

function argumentaire(contexte: Contexte, instruites: readonly DemandeInstruite[]): Feuille {
  const prefixe = prefixeDe(contexte.donnees);
  const lignes = instruites.flatMap(({ demande, candidat }) =>
    CRITERES.map((critere) => {
      const { lecture, texte } = candidat.lectures[critere];
      const { option, faits } = candidat;
      return [
        option.code_obg,
        option.intitule,
        CRITERES_EN_MOTS[critere],
        `${prefixe}${phrasesDe(critere, contexte, option, faits).join(' ')}`,
        LECTURES_EN_MOTS[lecture],
        texte,
        sourceDe(critere, contexte),
        demande.note || null,
      ];
    }),
  );
  const titres = [
    ['Code OBG', 10],
    ['Intitulé', 36],
    ['Critère', 28],
    ['Faits', 90],
    ['Lecture', 14],
    ['Règle de lecture', 48],
    ['Source', 48],
    ['Votre note', 48],
  ] as const;
  const colonnes = titres.map(([titre, largeur]) => ({ titre, largeur }));
  return { nom: 'Argumentaire', colonnes, lignes };
}

function normes(contexte: Contexte, instruites: readonly DemandeInstruite[]): Feuille {
  const prefixe = prefixeDe(contexte.donnees);
  const lignes = instruites.map(({ demande, candidat, avertissements }) => {
    const { norme } = candidat.faits.besoin;
    return [
      demande.code,
      demande.type,
      MODES_EN_MOTS[demande.mode],
      demande.groupement,
      norme.genre === 'valeur' && demande.type === 'Programmation' ? norme.valeur : null,
      demande.attendus,
      `${prefixe}${phraseDesAttendus(candidat, demande)}`,
      norme.motif,
      norme.reference,
      avertissements.map(({ texte }) => texte).join('\n') || null,
    ];
  });
  const titres = [
    ['Code OBG', 10],
    ['Demande', 16],
    ['Mode', 28],
    ['Groupement', 12],
    ['Norme de création', 18],
    ['Élèves attendus', 16],
    ['Comparaison', 48],
    ['Pourquoi cette norme', 48],
    ['Texte', 40],
    ['À vérifier', 70],
  ] as const;
  const colonnes = titres.map(([titre, largeur]) => ({ titre, largeur }));
  return { nom: 'Normes et attendus', colonnes, lignes };
}

function sources({ donnees, lieu }: Contexte, date: string): Feuille {
  const lignes = [
    ['Édition', donnees.edition, null, null, `dossier composé le ${date}`],
    ...(lieu.fase === null
      ? [['Implantation décrite', 'Mes données', 'vous', 'vos données', 'ne sont pas publiques']]
      : []),
    ...donnees.sources.map(({ table, titre, editeur, nature, note }) => [
      table,
      titre,
      editeur,
      NATURE_EN_MOTS[nature],
      note,
    ]),
  ];
  const titres = [
    ['Données', 24],
    ['Titre', 60],
    ['Éditeur', 30],
    ['Nature', 16],
    ['Note', 70],
  ] as const;
  const colonnes = titres.map(([titre, largeur]) => ({ titre, largeur }));
  return { nom: 'Sources', colonnes, lignes };
}

/** Les feuilles du classeur d’un dossier : ce que GOSS demande, puis de quoi l’argumenter. */
export const feuillesDuDossier = (
  contexte: Contexte,
  instruites: readonly DemandeInstruite[],
  date: string,
): readonly Feuille[] => [
  goss(contexte, instruites),
  argumentaire(contexte, instruites),
  normes(contexte, instruites),
  sources(contexte, date),
];

/** Écrit les feuilles dans un classeur XLSX ; le module qui le fait se charge à la demande. */
export async function ecrireClasseur(feuilles: readonly Feuille[]): Promise<Blob> {
  const { default: ecrire } = await import('write-excel-file/universal');
  return ecrire(
    feuilles.map(({ nom, colonnes, lignes }) => ({
      sheet: nom,
      columns: colonnes.map(({ largeur }) => ({ width: largeur })),
      stickyRowsCount: 1,
      data: [
        colonnes.map(({ titre }) => ({ value: titre, fontWeight: 'bold' as const })),
        ...lignes.map((ligne) =>
          ligne.map((value) => (value === null ? null : { value, wrap: true })),
        ),
      ],
    })),
  ).toBlob();
}
