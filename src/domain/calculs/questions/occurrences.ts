import { type Instance, instanceCompetente } from '../../normes/instance.ts';
import {
  type EtablissementCompte,
  type RegleDesOccurrences,
  regleDesOccurrences,
  suiteAu3eDegre,
} from '../../normes/occurrences.ts';
import { type ParametreDeNorme, parametre } from '../../normes/parametres.ts';
import {
  aDire,
  combien,
  type Dite,
  nombre,
  oui,
  ouiOuNon,
  type Questionnaire,
  type Reponses,
} from './types.ts';

const COURTS: Readonly<Record<RegleDesOccurrences['genre'], string>> = {
  sans_objet: 'sans objet',
  autorisee: 'se programme',
  derogation_necessaire: 'dérogation nécessaire',
  indeterminee: 'à compléter',
};

const RANGS = ['1', '2'] as const;

/** Les établissements d’une année, supposés égaux : seule leur moyenne compte. */
function annee(reponses: Reponses, rang: string): readonly EtablissementCompte[] | null {
  const eleves = nombre(reponses[`eleves-${rang}`]);
  const ecoles = nombre(reponses[`ecoles-${rang}`]);
  if (ecoles === 0 && !eleves) return [];
  if (eleves === null || !ecoles) return null;
  return Array.from({ length: ecoles }, () => ({
    ...{ pe: eleves / ecoles, alt: 0, enPleinExercice: true },
  }));
}

const REGLE = 'Programmer une option déjà présente dans la zone';
const SUITE = 'L’option du même secteur au 3e degré';

function suite(parametres: readonly ParametreDeNorme[], reponses: Reponses): Dite {
  const reference = parametre(parametres, 'suite-d3')?.reference ?? '';
  const creation = nombre(reponses.creation);
  const derniere = creation === null ? null : suiteAu3eDegre(parametres, creation);
  if (derniere === null) return aDire('suite', SUITE, 'l’année de création au 2e degré', reference);
  return {
    id: 'suite',
    titre: SUITE,
    valeur: String(derniere),
    court: `au plus tard en ${derniere}`,
    motif: `créée au 2e degré en ${creation}, elle devait être suivie au 3e degré dans le même secteur`,
    reference,
  };
}

interface Tables {
  readonly parametres: readonly ParametreDeNorme[];
  readonly instances: readonly Instance[];
}

const INSTANCE = 'Qui se prononce sur l’alternance seule';

function instance(instances: readonly Instance[], reserve: string | undefined): Dite {
  const reference = instances[0]?.reference ?? '';
  const sienne = reserve ? instanceCompetente(instances, reserve) : null;
  if (!sienne) return aDire('instance', INSTANCE, 'si l’option est réservée', reference);
  return {
    ...{ id: 'instance', titre: INSTANCE, valeur: sienne.instance, court: sienne.instance },
    motif: 'avec l’accord du Conseil de direction du CEFA et l’avis du Conseil général',
    reference: sienne.reference,
  };
}

/** Qui se prononce, la règle des deux occurrences et la suite au 3e degré (circulaire 7282, VI.II.1
 * et VI.II.2). */
export const OCCURRENCES: Questionnaire<Tables> = {
  questions: () => [
    {
      cle: 'reserve',
      nom: 'L’option est',
      choix: [
        { valeur: 'libre', texte: 'Non réservée' },
        { valeur: 'R', texte: 'Réservée (R)' },
        { valeur: 'R2', texte: 'Strictement réservée (R²)' },
      ],
    },
    ouiOuNon('tc', 'L’option est en thématique commune (TC)'),
    combien('pe', 'Occurrences en plein exercice, au 1er octobre', 200, 'écoles'),
    combien('norme', 'Norme de création de l’option', 30),
    ...RANGS.flatMap((rang) => [
      combien(`eleves-${rang}`, `Élèves de 5e au 15 janvier, année ${rang}`, 5000),
      combien(`ecoles-${rang}`, `Dans combien d’écoles, année ${rang}`, 200, 'écoles'),
    ]),
    combien('creation', 'Année de création au 2e degré', 2100, ''),
  ],
  repondre: ({ parametres, instances }, reponses) => {
    const autres = [suite(parametres, reponses), instance(instances, reponses.reserve)];
    const reference = parametre(parametres, 'occurrences-plancher')?.reference ?? '';
    const tc = oui(reponses.tc);
    const pe = nombre(reponses.pe);
    if (tc === null && pe === null) {
      const quoi = 'si l’option est TC, et ses occurrences dans la zone';
      return [aDire('regle', REGLE, quoi, reference), ...autres];
    }
    const regle = regleDesOccurrences(parametres, {
      tc,
      occurrencesPE: pe,
      au1erOctobre: true,
      annees: RANGS.flatMap((rang) => {
        const lue = annee(reponses, rang);
        return lue ? [lue] : [];
      }),
      norme: nombre(reponses.norme),
    });
    const { genre, motif } = regle;
    return [
      { id: 'regle', titre: REGLE, valeur: genre, court: COURTS[genre], motif, reference },
      ...autres,
    ];
  },
};
