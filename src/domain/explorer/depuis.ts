import { estFiltree, type Selection } from '../filtre/selection.ts';
import { encodeExplorer } from '../url/explorer.ts';
import { FILTRES } from './dimensions.ts';
import { QUESTION_NEUVE } from './question.ts';

/** Les facettes du tableau dont Explorer a le filtre, aux mêmes valeurs. */
const COMMUNES = FILTRES.filter((filtre) => filtre !== 'caractere' && filtre !== 'maintien');

/** Le tableau retient-il des lignes par ce qu’Explorer ne filtre pas ? */
export const perdUnFiltre = (selection: Selection): boolean =>
  estFiltree({
    ...selection,
    facettes: Object.fromEntries(
      Object.entries(selection.facettes).filter(([cle]) => !COMMUNES.some((f) => f === cle)),
    ),
  });

/** La question d’Explorer qui part des filtres du tableau : la partie `?…` de son adresse. */
export const questionDuTableau = ({ facettes, annee, anciens }: Selection): string =>
  encodeExplorer({
    ...QUESTION_NEUVE,
    lignes: 'option',
    annee,
    anciens,
    choix: Object.fromEntries(
      COMMUNES.flatMap((filtre) => {
        const valeurs = filtre in facettes ? facettes[filtre as keyof typeof facettes] : undefined;
        return valeurs?.length ? [[filtre, valeurs]] : [];
      }),
    ),
  });

const texte = (valeur: string): string => `'${valeur.replaceAll("'", "''")}'`;

/**
 * Le SQL des élèves d’une liste d’implantations, année après année, à côté de ceux de leurs zones.
 * @param options les options demandées ; vide : toutes
 */
export function sqlDesImplantations(
  implantations: readonly string[],
  zones: readonly number[],
  options: readonly string[],
): string {
  const liste = `(${options.map(texte).join(', ')})`;
  const desOptions =
    options.length > 0
      ? `\n  AND o.code_obg IN (SELECT membre FROM lignees WHERE code_obg IN ${liste})`
      : '';
  const ici = implantations.map((fase) => `(${texte(fase)})`).join(', ');
  return `-- Les élèves de ces implantations, et ceux de leur zone entière. La 4e des options de trois
-- ans ne se compte que depuis 2023-2024 : d’un côté à l’autre, les années ne se comparent pas.
WITH ici(fase_implantation) AS (VALUES ${ici})
SELECT o.annee_scolaire,
  sum(o.eleves) FILTER (i.fase_implantation IS NOT NULL) AS eleves,
  sum(o.masques) FILTER (i.fase_implantation IS NOT NULL) AS effectifs_masques,
  count(*) FILTER (i.fase_implantation IS NOT NULL) AS occurrences,
  sum(o.eleves) AS eleves_de_la_zone
FROM occurrences o
LEFT JOIN ici i ON i.fase_implantation = o.fase_implantation
WHERE o.zone IN (${zones.join(', ')})${desOptions}
GROUP BY o.annee_scolaire
ORDER BY o.annee_scolaire`;
}
