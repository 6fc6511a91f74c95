import { type Condition, type Verdict, verifier } from '../../normes/conditions.ts';
import { type CasDeDedoublement, casDeDedoublement } from '../../normes/dedoublement.ts';
import { type Delegation, delegation } from '../../normes/delegation.ts';
import { reglesEnVigueur } from '../../normes/edition.ts';
import type { Statut } from '../../normes/statuts.ts';
import { aDire, type Dite, oui, ouiOuNon, type Question, type Questionnaire } from './types.ts';

export const VERDICTS: Readonly<Record<Verdict['genre'], string>> = {
  possible: 'possible',
  impossible: 'impossible',
  a_completer: 'à compléter',
};

const STATUTS: readonly { readonly valeur: Statut; readonly texte: string }[] = [
  { valeur: 'atteinte', texte: 'Norme atteinte' },
  { valeur: 'M1', texte: 'M1' },
  { valeur: 'M2', texte: 'M2' },
  { valeur: 'derogation', texte: 'En dérogation' },
  { valeur: 'S1', texte: 'Suspendue (S1)' },
  { valeur: 'S2', texte: 'Suspendue (S2)' },
];

const statut = (nom: string): Question => ({ cle: 'statut', nom, choix: STATUTS });

const dire = (id: string, titre: string, verdict: Verdict | Delegation): Dite => ({
  id,
  titre,
  valeur: verdict.genre,
  court: VERDICTS[verdict.genre],
  motif: verdict.motif,
  reference: verdict.reference,
  details: 'suites' in verdict ? verdict.suites : [],
});

interface Tables {
  readonly conditions: readonly Condition[];
  readonly cas: readonly CasDeDedoublement[];
  readonly campagne: string;
}

const DE_LA_CAMPAGNE = 'Dédoubler, pour la campagne';
const EN_2019 = 'Selon le statut de l’option, en 2019';

/** Le cas de 2019 ; sans savoir si l’option est suspendue, ceux qui restent possibles. */
function direCas(
  table: readonly CasDeDedoublement[],
  statut: Statut,
  suspendue: boolean | null,
): Dite {
  const lus = (suspendue === null ? [false, true] : [suspendue]).map((dite) =>
    casDeDedoublement(table, statut, dite),
  );
  const cas = [...new Set(lus)].filter((un) => un !== null);
  const commun = { id: 'cas', titre: EN_2019 };
  if (cas.length === 0) {
    return {
      ...commun,
      valeur: 'non_prevu',
      court: 'non prévu par le texte',
      motif: 'aucun des quatre cas n’est celui-là',
      reference: table[0]?.reference ?? '',
    };
  }
  const verdicts = new Set(
    cas.map(({ possible }) => VERDICTS[possible ? 'possible' : 'impossible']),
  );
  return {
    ...commun,
    valeur: cas.map(({ cas: numero }) => `cas ${numero}`).join(' '),
    court: [...verdicts].join(' ou '),
    motif: cas.map(({ cas: numero, motif }) => `cas ${numero}° : ${motif}`).join(' ; '),
    reference: cas[0]?.reference ?? '',
  };
}

/** Le dédoublement : les conditions de la campagne, et les quatre cas de 2019
 * (circulaire 9146, § 4 ; circulaire 7282, VI.II.3). */
export const DEDOUBLEMENT: Questionnaire<Tables> = {
  questions: () => [
    ouiOuNon('pe', 'L’école n’organise l’option qu’en plein exercice'),
    ouiOuNon('cefa', 'Siège ou coopérante d’un CEFA, avec son accord'),
    ouiOuNon('fermeture', 'Une fermeture est imposée en plein exercice'),
    ouiOuNon('delai', 'Le projet est communiqué à temps'),
    statut('Statut au 15 janvier'),
    ouiOuNon('suspendue', 'Suspendue au 1er septembre'),
  ],
  repondre: ({ conditions, cas, campagne }, reponses) => {
    const fermeture = oui(reponses.fermeture);
    const verdict = verifier(reglesEnVigueur(conditions, campagne), 'dedoublement', {
      'plein-exercice': oui(reponses.pe),
      cefa: oui(reponses.cefa),
      fermeture: fermeture === null ? null : !fermeture,
      delai: oui(reponses.delai),
    });
    const reference = cas[0]?.reference ?? '';
    const campagneDite = dire('campagne', DE_LA_CAMPAGNE, verdict);
    if (!reponses.statut) {
      return [campagneDite, aDire('cas', EN_2019, 'le statut de l’option', reference)];
    }
    return [campagneDite, direCas(cas, reponses.statut as Statut, oui(reponses.suspendue))];
  },
};

/** La délégation d’une option, sous les dernières règles connues (circulaire 7282, VI.II.4). */
export const DELEGATION: Questionnaire<Pick<Tables, 'conditions' | 'campagne'>> = {
  questions: () => [
    statut('Statut de l’option en plein exercice'),
    ouiOuNon('accords', 'Accord du Conseil de direction et avis favorable du Comité'),
    ouiOuNon('declaration', 'L’école atteste ne pas organiser l’option en alternance'),
    ouiOuNon('cooperant', 'L’école qui la reçoit coopère au même CEFA'),
    ouiOuNon('deleguee', 'L’option est déjà déléguée'),
    ouiOuNon('dedoublee', 'L’option est déjà dédoublée'),
  ],
  repondre: ({ conditions, campagne }, reponses) => [
    dire(
      'delegation',
      'Déléguer l’option',
      delegation(reglesEnVigueur(conditions, campagne), {
        statut: (reponses.statut || null) as Statut | null,
        accords: oui(reponses.accords),
        declaration: oui(reponses.declaration),
        recevantCooperant: oui(reponses.cooperant),
        dejaDeleguee: oui(reponses.deleguee),
        dejaDedoublee: oui(reponses.dedoublee),
      }),
    ),
  ],
};
