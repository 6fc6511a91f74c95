import type { Effectif } from '../../domain/effectif.ts';
import {
  ANNEE_SCOLAIRE,
  ANNEES_COMPTEES,
  ELEVES,
  REF_OBG,
  REF_ZONE,
} from '../../domain/tables/formes.ts';
import type { Table } from '../../domain/tables/schema.ts';
import {
  ANNEES_D_ETUDE,
  type AnneeComptee,
  type AnneeDEtude,
  comparerAnnees,
  dureesReunies,
  periodesDe,
} from '../../domain/tendance.ts';
import type { Base, Rangee } from '../base.ts';
import { remplir } from '../sql.ts';
import { anneesInconnues } from './connaissance.ts';

/** Une tendance va d’une année scolaire à la quatrième d’avant, ou à la première de l’édition. */
const RECUL = 4;

const SOMMES = ANNEES_D_ETUDE.map(
  (a) => `sum(eleves_${a})::INTEGER AS eleves_${a}, sum(masques_${a})::INTEGER AS masques_${a}`,
).join(', ');

/** Une occurrence dont l’année d’étude n’est pas donnée : rien ne s’y compare. */
const SANS_ETUDE = 'bool_or(eleves_3 IS NULL) AS sans_etude';

/** Les élèves publiés de chaque option dans chaque zone, par année d’étude. */
const PAR_OPTION = `SELECT annee_scolaire, zone, code_obg, code_obg AS codes, ${SANS_ETUDE}, ${SOMMES} FROM occurrences
  GROUP BY annee_scolaire, zone, code_obg ORDER BY zone, code_obg, annee_scolaire`;

/** Les mêmes, anciens codes réunis à celui qui les remplace. */
const PAR_LIGNEE = `SELECT o.annee_scolaire, o.zone, l.code_obg,
  string_agg(DISTINCT o.code_obg, ' ' ORDER BY o.code_obg) AS codes, ${SANS_ETUDE}, ${SOMMES}
  FROM occurrences o JOIN lignees l ON l.membre = o.code_obg
  GROUP BY o.annee_scolaire, o.zone, l.code_obg ORDER BY o.zone, l.code_obg, o.annee_scolaire`;

const table = (nom: string): Table => ({
  nom,
  titre: nom,
  sens: 'table de travail',
  cle: [],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    zone: REF_ZONE,
    code_obg: REF_OBG,
    annees_comptees: ANNEES_COMPTEES,
    tendance_annees: ANNEES_COMPTEES,
    tendance_debut: ELEVES,
    tendance_fin: ELEVES,
  },
});

type Somme = {
  annee_scolaire: string;
  zone: number;
  code_obg: string;
  /** Les codes qui ont des élèves, séparés par une espace. */
  codes: string;
  sans_etude: boolean;
} & Record<`${'eleves' | 'masques'}_${AnneeDEtude}`, number>;

const AUCUN: Effectif = { eleves: 0, masques: 0 };

type Durees = ReadonlyMap<string, string | null>;

const compter = (anneeScolaire: string, lue: Somme | undefined, durees: Durees): AnneeComptee => ({
  anneeScolaire,
  ...(lue && { annees: dureesReunies(lue.codes.split(' ').map((c) => durees.get(c) ?? null)) }),
  parAnnee: Object.fromEntries(
    ANNEES_D_ETUDE.map((a) => [
      a,
      lue && !lue.sans_etude ? { eleves: lue[`eleves_${a}`], masques: lue[`masques_${a}`] } : AUCUN,
    ]),
  ) as Record<AnneeDEtude, Effectif>,
});

function rangeesDe(
  siennes: readonly Somme[],
  scolaires: readonly string[],
  durees: Durees,
  inconnues: ReadonlyMap<number, ReadonlySet<string>>,
) {
  const [{ zone, code_obg } = { zone: 0, code_obg: '' }] = siennes;
  const annees = durees.get(code_obg) ?? null;
  const muettes = new Set(
    siennes.filter(({ sans_etude }) => sans_etude).map(({ annee_scolaire }) => annee_scolaire),
  );
  const connue = (annee: string): boolean =>
    !muettes.has(annee) && !inconnues.get(zone)?.has(annee);
  const comptees = scolaires.map((annee) =>
    compter(
      annee,
      siennes.find(({ annee_scolaire }) => annee_scolaire === annee),
      durees,
    ),
  );
  const periodes = periodesDe(annees, comptees);
  return comptees.map((fin, i): Rangee => {
    const debut = comptees[Math.max(0, i - RECUL)];
    const connues = [debut, fin].every((une) => une && connue(une.anneeScolaire));
    const compare = i > 0 && debut && connues ? comparerAnnees(annees, debut, fin) : null;
    return {
      annee_scolaire: fin.anneeScolaire,
      zone,
      code_obg,
      annees_comptees:
        annees === null || muettes.has(fin.anneeScolaire) ? null : (periodes[i] ?? null),
      tendance_annees: compare?.annees ?? null,
      tendance_debut: compare?.debut ?? null,
      tendance_fin: compare?.fin ?? null,
    };
  });
}

/** Pose `regle.tendances` et `regle.tendances_lignees` : cinq ans, à années d’étude égales. */
export async function poserTendances(base: Base): Promise<void> {
  const scolaires = (
    await base.lire<{ annee: string }>(
      'SELECT annee_scolaire AS annee FROM regle.annees ORDER BY 1',
    )
  ).map(({ annee }) => annee);
  const durees = new Map(
    (
      await base.lire<{ code: string; annees: string | null }>(
        'SELECT code_obg AS code, annees FROM source.options',
      )
    ).map(({ code, annees }) => [code, annees]),
  );
  const inconnues = await anneesInconnues(base, 'inscriptions.annee_etude');
  for (const [nom, sql] of [
    ['tendances', PAR_OPTION],
    ['tendances_lignees', PAR_LIGNEE],
  ] as const) {
    const groupes = Map.groupBy(
      await base.lire<Somme>(sql),
      ({ zone, code_obg }) => `${zone}/${code_obg}`,
    );
    const rangees = [...groupes.values()].flatMap((siennes) =>
      rangeesDe(siennes, scolaires, durees, inconnues),
    );
    await remplir(base, 'regle', table(nom), rangees);
  }
}
