import { NON_CONNU } from '../../domain/besoin.ts';
import { type Dimension, FILTRES, type Filtre } from '../../domain/explorer/dimensions.ts';
import { estEvolution, MESURES_DEFINIES } from '../../domain/explorer/mesures.ts';
import { anneesDe, demandeLeDetail, type Question } from '../../domain/explorer/question.ts';
import { type Parametre, type Requete, requete } from '../moteur.ts';
import { ORGANISABLE } from '../options-par-zone.ts';

/** Ce qui nomme une valeur, et comment elle s’écrit. */
interface Expression {
  readonly cle: string;
  readonly nom: string;
}

const BESOIN = `CASE WHEN tc AND fc THEN 'tc-fc' WHEN tc THEN 'tc' WHEN fc THEN 'fc'
    WHEN tc IS NULL OR fc IS NULL THEN '${NON_CONNU}' ELSE 'aucun' END`;
const MAINTIEN = `CASE WHEN sous_norme THEN 'sous' WHEN NOT sous_norme THEN 'atteinte' ELSE 'sans' END`;

const simple = (colonne: string): Expression => {
  const cle = `coalesce(${colonne}::VARCHAR, '${NON_CONNU}')`;
  return { cle, nom: cle };
};

const EXPRESSIONS: Readonly<Record<Dimension, Expression>> = {
  zone: { cle: 'zone::VARCHAR', nom: 'nom_zone' },
  secteur: { cle: 'secteur::VARCHAR', nom: 'nom_secteur' },
  groupe: { cle: 'groupe::VARCHAR', nom: 'nom_groupe' },
  option: { cle: 'code', nom: 'intitule' },
  etablissement: { cle: 'fase_etablissement', nom: 'etablissement' },
  implantation: { cle: 'fase_implantation', nom: 'nom_implantation' },
  commune: simple('commune'),
  caractere: simple('caractere'),
  reseau: simple('reseau'),
  filiere: simple('filiere'),
  forme: simple('forme'),
  annees: simple('annees'),
  'annee-etude': simple('annee_etude'),
  mode: simple('mode'),
  besoin: { cle: BESOIN, nom: BESOIN },
  maintien: { cle: MAINTIEN, nom: MAINTIEN },
  'annee-scolaire': simple('annee_scolaire'),
};

/** Le besoin se filtre comme au tableau : une option TC-FC est aussi TC, et FC. */
const BESOINS_FILTRES: Readonly<Record<string, string>> = {
  'tc-fc': 'tc AND fc',
  tc: 'tc',
  fc: 'fc',
  aucun: 'NOT tc AND NOT fc',
  [NON_CONNU]: 'tc IS NULL OR fc IS NULL',
};

const OCCURRENCE = `fase_implantation || '/' || code || '/' || annee_scolaire`;
const distinctes = (si: string): string => `count(DISTINCT CASE WHEN ${si} THEN ${OCCURRENCE} END)`;

/** Le numérateur et le dénominateur d’une mesure, deux sommes. */
const MESURES: Readonly<Record<Question['mesure'], readonly [haut: string, bas: string]>> = {
  eleves: ['sum(eleves)', '1'],
  occurrences: [`count(DISTINCT ${OCCURRENCE})`, '1'],
  options: ['count(DISTINCT code)', '1'],
  implantations: ['count(DISTINCT fase_implantation)', '1'],
  taille: ['sum(eleves)', `count(DISTINCT ${OCCURRENCE})`],
  'part-sous-norme': [distinctes('sous_norme'), distinctes('sous_norme IS NOT NULL')],
  'part-tc-fc': [distinctes('tc AND fc'), distinctes('(tc AND fc) IS NOT NULL')],
  evolution: ['sum(CASE WHEN fin THEN eleves ELSE -eleves END)', '1'],
  'evolution-relative': [
    'sum(CASE WHEN fin THEN eleves ELSE -eleves END)',
    'coalesce(sum(CASE WHEN NOT fin THEN eleves END), 0)',
  ],
};

/** Ce que la source tait, et ses bornes : elles ne s’ajoutent qu’à des élèves. */
const TUS = `sum(tus)::INTEGER AS tus, sum(tus_au_moins)::INTEGER AS tus_au_moins,
  CASE WHEN count(tus_au_plus) = count(*) THEN sum(tus_au_plus) END::INTEGER AS tus_au_plus,`;

const DES_OCCURRENCES = `SELECT annee_scolaire, fase_implantation, code_obg, zone, caractere, reseau,
    sous_norme, eleves, masques, tus, tus_au_moins, tus_au_plus
  FROM occurrences`;

const DES_INSCRIPTIONS = `SELECT o.annee_scolaire, o.fase_implantation, o.code_obg, k.zone, k.caractere,
    k.reseau, k.sous_norme, o.annee_etude, o.mode, coalesce(o.eleves, 0) AS eleves,
    CASE WHEN o.eleves_masque THEN 1 ELSE 0 END AS masques,
    CASE WHEN o.eleves_au_moins IS NULL THEN 0 ELSE 1 END AS tus,
    coalesce(o.eleves_au_moins, 0) AS tus_au_moins,
    CASE WHEN o.eleves_au_moins IS NULL THEN 0 ELSE o.eleves_au_plus END AS tus_au_plus
  FROM offre o
  JOIN occurrences k ON k.annee_scolaire = o.annee_scolaire
    AND k.fase_implantation = o.fase_implantation AND k.code_obg = o.code_obg
  WHERE o.eleves > 0 OR o.eleves_masque`;

/** Chaque code, et l’option d’aujourd’hui sous laquelle il se range. */
const REUNIES = `reunies AS (
  SELECT l.membre, l.code_obg AS code FROM lignees l JOIN options o ON o.code_obg = l.code_obg
  WHERE o.statut ${ORGANISABLE}
    OR l.code_obg NOT IN (SELECT membre FROM lignees WHERE membre <> code_obg)
), `;

const RATTACHEES = (anciens: boolean): string => `rattachees AS (
  SELECT f.*, ${anciens ? 'r.code' : 'f.code_obg AS code'}, p.intitule, p.secteur, p.groupe,
    p.filiere, p.forme, p.annees, b.tc, b.fc, m.fase_etablissement, m.etablissement,
    m.nom AS nom_implantation, m.commune, z.nom AS nom_zone, s.intitule AS nom_secteur,
    coalesce(g.intitule, 'Article 45 et urgence') AS nom_groupe
  FROM faits f
  ${anciens ? 'JOIN reunies r ON r.membre = f.code_obg\n  ' : ''}JOIN options p ON p.code_obg = ${anciens ? 'r.code' : 'f.code_obg'}
  JOIN implantations m ON m.fase_implantation = f.fase_implantation
  JOIN zones z ON z.zone = f.zone
  JOIN secteurs s ON s.secteur = p.secteur
  JOIN groupes g ON g.groupe = p.groupe
  JOIN besoins_options b ON b.annee_scolaire = f.annee_scolaire AND b.zone = f.zone
    AND b.code_obg = p.code_obg
)`;

/** Les années d’étude comptées aux deux bouts, d’une option ou de sa lignée, dans sa zone. */
const COMPARABLES = (anciens: boolean): string => `comparables AS (
  SELECT i.annee_scolaire, i.zone, i.code_obg,
    ${anciens ? 'coalesce(n.annees_comptees, i.annees_comptees)' : 'i.annees_comptees'} AS comptees
  FROM indicateurs i${
    anciens
      ? `
  LEFT JOIN indicateurs_lignees n ON n.annee_scolaire = i.annee_scolaire AND n.zone = i.zone
    AND n.code_obg = i.code_obg`
      : ''
  }
), comparees AS (
  SELECT r.*, r.annee_scolaire = ? AS fin
  FROM rattachees r
  JOIN comparables d ON d.annee_scolaire = ? AND d.zone = r.zone AND d.code_obg = r.code
  JOIN comparables a ON a.annee_scolaire = ? AND a.zone = r.zone AND a.code_obg = r.code
  WHERE coalesce(contains(d.comptees, r.annee_etude::VARCHAR), true)
    AND coalesce(contains(a.comptees, r.annee_etude::VARCHAR), true)
)`;

function condition(filtre: Filtre, valeurs: readonly string[], anciens: boolean): Requete {
  if (filtre === 'besoin') {
    const sens = valeurs.flatMap((valeur) => BESOINS_FILTRES[valeur] ?? []);
    return requete(`(${sens.map((sql) => `(${sql})`).join(' OR ')})`);
  }
  const liste = `(${valeurs.map(() => '?').join(', ')})`;
  if (filtre === 'option' && anciens) {
    return requete(
      `code_obg IN (SELECT membre FROM lignees WHERE code_obg IN ${liste})`,
      ...valeurs,
    );
  }
  return requete(`${EXPRESSIONS[filtre].cle} IN ${liste}`, ...valeurs);
}

const conditions = (question: Question): readonly Requete[] =>
  FILTRES.flatMap((filtre) => {
    const valeurs = question.choix[filtre] ?? [];
    return valeurs.length > 0 ? [condition(filtre, valeurs, question.anciens)] : [];
  });

/** Les dimensions d’un compte : celles de la question, ou moins pour un total. */
export interface Rangement {
  readonly lignes: boolean;
  readonly colonnes: boolean;
}

/**
 * Le SQL d’une question.
 * @param annees celles de l’édition, la dernière en dernier
 * @returns des rangées `ligne`, `nom_ligne`, `colonne`, `nom_colonne`, `haut`, `bas`, `masques`, `eleves`,
 *   et ce que la source tait quand la question compte des élèves
 */
export function questionEnSql(
  question: Question,
  annees: readonly string[],
  { lignes, colonnes }: Rangement = { lignes: true, colonnes: true },
): Requete {
  const evolue = estEvolution(question.mesure);
  const gardees = anneesDe(question, annees);
  const rangees = [lignes && question.lignes, colonnes && question.colonnes];
  const reunit = question.anciens && rangees.includes('option');
  const [haut, bas] = MESURES[question.mesure];
  const filtrees = conditions(question);
  const parametres: Parametre[] = [...gardees];
  const [debut = '', fin = ''] = gardees;
  if (evolue) parametres.push(fin, debut, fin);
  const nommer = (dimension: Dimension | null | false, nom: string): string =>
    dimension
      ? `${EXPRESSIONS[dimension].cle} AS ${nom}, min(${EXPRESSIONS[dimension].nom}) AS nom_${nom}`
      : `'' AS ${nom}, '' AS nom_${nom}`;
  const groupes = rangees.flatMap((d) => (d ? [EXPRESSIONS[d].cle] : []));
  const masquable = MESURES_DEFINIES[question.mesure].masquable;
  const sql = `WITH ${reunit ? REUNIES : ''}faits AS (
  SELECT * FROM (
  ${demandeLeDetail(question) ? DES_INSCRIPTIONS : DES_OCCURRENCES}
  ) WHERE annee_scolaire IN (${gardees.map(() => '?').join(', ')})
), ${RATTACHEES(reunit)}${evolue ? `, ${COMPARABLES(reunit)}` : ''}
SELECT ${nommer(rangees[0] ?? false, 'ligne')},
  ${nommer(rangees[1] ?? false, 'colonne')},
  (${haut})::DOUBLE AS haut, (${bas})::DOUBLE AS bas,
  ${masquable ? 'sum(masques)' : '0'}::INTEGER AS masques,
  ${question.mesure === 'eleves' ? TUS : ''}
  sum(${evolue ? 'CASE WHEN fin THEN 0 ELSE eleves END' : 'eleves'})::INTEGER AS eleves
FROM ${evolue ? 'comparees' : 'rattachees'}${
    filtrees.length > 0 ? `\nWHERE ${filtrees.map((f) => f.sql).join('\n  AND ')}` : ''
  }${groupes.length > 0 ? `\nGROUP BY ${groupes.join(', ')}` : ''}
ORDER BY 1, 3`;
  return requete(sql, ...parametres, ...filtrees.flatMap((f) => f.parametres));
}

const litteral = (valeur: Parametre): string =>
  typeof valeur === 'string' ? `'${valeur.replaceAll("'", "''")}'` : String(valeur ?? 'NULL');

/** Le SQL d’une requête avec ses paramètres à leur place : ce qu’un autre outil peut reprendre. */
export function sqlEcrit({ sql, parametres }: Requete): string {
  let rang = 0;
  return sql.replaceAll('?', () => litteral(parametres[rang++] ?? null));
}
