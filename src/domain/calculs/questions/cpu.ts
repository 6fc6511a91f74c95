import {
  type Configuration,
  type OptionCpu,
  type RegleDeRenfort,
  renforts,
} from '../../normes/cpu.ts';
import {
  complementCpu,
  complementDeTransformation,
  type RegleDeComplement,
} from '../../normes/cpu-complement.ts';
import { type ParametreDeNorme, parametre } from '../../normes/parametres.ts';
import {
  aDire,
  combien,
  type Dite,
  nombre,
  ouiOuNon,
  type Question,
  type Questionnaire,
  type Reponses,
} from './types.ts';

interface Tables {
  readonly options: readonly OptionCpu[];
  readonly renforts: readonly RegleDeRenfort[];
  readonly complements: readonly RegleDeComplement[];
  readonly parametres: readonly ParametreDeNorme[];
}

const RENFORT = 'Renfort de la 4e, d’après la configuration';
const COMPLEMENT = 'Complément pour la remédiation';
const PASSAGE = 'Entrer dans la CPU en 4e';
const ANNEXE = 'arrêté du 29 août 2018, art. 11 et annexe I';
const REFERENCE = 'arrêté du 29 août 2018, art. 10';

/** Les parties de l’annexe I, en court. */
const PARTIES: Readonly<Record<string, string>> = {
  A: 'Industrie, TQ',
  B: 'Industrie, P',
  C: 'Équipement du bâtiment, P',
  D: 'Gros œuvre, P',
  E: 'Bois, P',
  F: 'Couvreur-étancheur, P',
  G: 'Agriculture, restauration, soins du corps',
};

const cleDe = ({ cle, partie }: OptionCpu): string => `${partie}-${cle}`;

/** Ce que l’école peut organiser d’une partie : une seule configuration quand tout est dit. */
function configurations(
  options: readonly OptionCpu[],
  partie: string,
  reponses: Reponses,
): readonly Configuration[] {
  return options
    .filter((o) => o.partie === partie)
    .reduce<readonly (readonly string[])[]>(
      (listes, o) =>
        listes.flatMap((liste) => {
          const dite = reponses[cleDe(o)];
          if (dite === 'non') return [liste];
          return dite === 'oui' ? [[...liste, o.cle]] : [liste, [...liste, o.cle]];
        }),
      [[]],
    )
    .map((organisees) => ({ partie, organisees }));
}

function direRenfort(tables: Tables, reponses: Reponses): Dite {
  const { partie } = reponses;
  if (!partie) return aDire('renfort', RENFORT, 'la partie de l’annexe', ANNEXE);
  const chacun = parametre(tables.parametres, 'cpu-renfort')?.valeur ?? 0;
  const possibles = configurations(tables.options, partie, reponses)
    .map((configuration) => renforts(tables.renforts, tables.options, configuration))
    .sort((a, b) => a.renforts - b.renforts);
  const [moins, plus] = [possibles[0], possibles.at(-1)];
  if (!moins || !plus) return aDire('renfort', RENFORT, 'la partie de l’annexe', ANNEXE);
  if (moins.renforts < plus.renforts) {
    const bornes = `entre ${moins.renforts * chacun} et ${plus.renforts * chacun} périodes`;
    const quoi = `ce que l’école organise encore de cette partie : ce sera ${bornes}`;
    return aDire('renfort', RENFORT, quoi, `${ANNEXE}, ${partie}`);
  }
  const lu = moins;
  const periodes = lu.renforts * chacun;
  return {
    id: 'renfort',
    titre: RENFORT,
    valeur: lu.genre === 'valeur' ? String(periodes) : lu.genre,
    court: lu.genre === 'valeur' ? `${periodes} périodes` : 'non prévu par le texte',
    motif:
      lu.renforts > 0
        ? `${lu.motif} ; ${lu.renforts} × ${chacun} périodes, en 2018-2019 et en 2019-2020`
        : lu.motif,
    reference: `arrêté du 29 août 2018, art. 11 ; ${lu.reference}`,
    details: lu.reserves,
  };
}

function direComplement(tables: Tables, reponses: Reponses): Dite {
  const population = {
    '4': nombre(reponses.eleves4),
    '5': nombre(reponses.eleves5),
    '6': nombre(reponses.eleves6),
  };
  const { quand } = reponses;
  if (!quand) return aDire('complement', COMPLEMENT, 'l’année de mise en œuvre', REFERENCE);
  const lu = /^\d$/.test(quand)
    ? complementCpu(tables.complements, Number(quand), population)
    : complementDeTransformation(tables.complements, quand, population);
  if (lu?.periodes === null) {
    return aDire('complement', COMPLEMENT, `les élèves : ${lu.motif}`, lu.reference);
  }
  return {
    id: 'complement',
    titre: COMPLEMENT,
    valeur: String(lu?.periodes ?? 'non_prevu'),
    court: lu ? `${String(lu.periodes).replace('.', ',')} périodes` : 'non prévu par le texte',
    motif: lu
      ? `${lu.motif} ; le montant alloué peut être moindre`
      : 'année que le texte ne règle pas',
    reference: lu?.reference ?? REFERENCE,
  };
}

/** Transformation automatique ou création en 4e : arrêté du 29 août 2018, art. 6, §§ 2 et 3. */
function direPassage({ remplacee, secteur }: Reponses): Dite {
  const reference = 'arrêté du 29 août 2018, art. 6, § 2';
  const dire = (valeur: string, court: string, motif: string, ou = reference): Dite => ({
    ...{ id: 'passage', titre: PASSAGE, valeur, court, motif },
    reference: ou,
  });
  if (!remplacee)
    return aDire('passage', PASSAGE, 'si elle remplace une option de l’école', reference);
  if (remplacee === 'non') {
    return dire(
      'creation',
      'à programmer',
      'elle ne remplace aucune option de l’école : elle se crée par une programmation, et sa norme de création se compte en 4e',
      'arrêté du 29 août 2018, art. 6, § 3',
    );
  }
  const en4e =
    secteur === 'oui'
      ? 'en 4e, l’option du même secteur subsiste en 3e, et peut subsister en 4e'
      : secteur === 'non'
        ? 'en 4e, sans option du même secteur au 2e degré, elle est créée sans autre procédure'
        : 'en 4e, cela dépend d’une option du même secteur au 2e degré';
  return dire(
    'automatique',
    'transformation automatique',
    `elle remplace une option de 5e et 6e ; ${en4e}`,
  );
}

/** Les questions d’une partie de l’annexe : chacune de ses options. */
const deLaPartie = ({ options }: Tables, partie: string): readonly Question[] =>
  options
    .filter((o) => o.partie === partie)
    .map((o) => ouiOuNon(cleDe(o), `${o.role === 'd2' ? '2e degré : ' : ''}${o.intitule}`));

const ANNEES = [
  { valeur: '1', texte: 'Nouvelle, 1re année' },
  { valeur: '2', texte: 'Nouvelle, 2e année' },
  { valeur: '3', texte: 'Nouvelle, 3e année' },
  { valeur: '4', texte: 'Nouvelle, 4e année et suivantes' },
  { valeur: '2018-2019', texte: 'Transformée, en 2018-2019' },
  { valeur: '2019-2020', texte: 'Transformée, en 2019-2020' },
] as const;

/** La CPU en 4-5-6 : le passage en 4e, le renfort et le complément. */
export const CPU: Questionnaire<Tables> = {
  questions: (tables, reponses = {}) => [
    ouiOuNon('remplacee', 'Elle remplace une option de 5e et 6e de l’école'),
    ouiOuNon('secteur', 'Une option du même secteur existe au 2e degré'),
    {
      cle: 'partie',
      nom: 'Partie de l’annexe I',
      choix: [...new Set(tables.options.map(({ partie }) => partie))]
        .sort()
        .map((valeur) => ({ valeur, texte: `${valeur}. ${PARTIES[valeur] ?? ''}` })),
    },
    ...deLaPartie(tables, reponses.partie ?? ''),
    { cle: 'quand', nom: 'Pour le complément, l’option est', choix: ANNEES },
    combien('eleves4', 'Élèves de 4e', 2000),
    combien('eleves5', 'Élèves de 5e', 2000),
    combien('eleves6', 'Élèves de 6e, hors C3D', 2000),
  ],
  repondre: (tables, reponses) => [
    direPassage(reponses),
    direRenfort(tables, reponses),
    direComplement(tables, reponses),
  ],
};
