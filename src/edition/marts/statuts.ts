import { lieeACpu, type OptionCpu } from '../../domain/normes/cpu.ts';
import { statutsDeLOption, type TablesDeMaintien } from '../../domain/normes/historique.ts';
import type { InscriptionRelevee } from '../../domain/normes/releve.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import { reserves, statuts } from '../../domain/tables/statuts.ts';
import type { Base, Rangee } from '../base.ts';
import { remplir } from '../sql.ts';
import { anneesInconnues } from './connaissance.ts';
import { eloignements } from './eloignements.ts';

interface Suivie {
  fase_implantation: string;
  code_obg: string;
  zone: number;
  inscriptions: InscriptionRelevee[];
  /** Les années scolaires dont un effectif est tu. */
  masquees: Set<string>;
  /** Parmi elles, celles où c’est la source qui le tait. */
  tues: Set<string>;
  /** Celles dont une ligne ne dit pas l’année d’étude ou le mode : aucun statut ne s’y déduit. */
  sansDetail: Set<string>;
}

interface Lue {
  annee_scolaire: string;
  fase_implantation: string;
  code_obg: string;
  zone: number;
  /** `null` : non donnée. */
  annee_etude: number | null;
  /** `null` : non donné. */
  mode: string | null;
  /** `null` : tu, ici ou par la source. */
  eleves: number | null;
  /** D’un effectif tu, ce que la source ou le seuil en dit. */
  au_moins: number | null;
  au_plus: number | null;
  a_la_source: boolean;
}

type LueEnDetail = Lue & { readonly annee_etude: number; readonly mode: string };

const enDetail = (lue: Lue): lue is LueEnDetail => lue.annee_etude !== null && lue.mode !== null;

/** Un effectif tu n’est plus ici que ses bornes. */
const enInscription = ({
  annee_scolaire,
  annee_etude,
  mode,
  eleves,
  au_moins,
  au_plus,
}: LueEnDetail): InscriptionRelevee =>
  eleves === null
    ? {
        annee_scolaire,
        annee_etude,
        mode,
        eleves: au_moins ?? 1,
        auPlus: au_plus ?? Number.POSITIVE_INFINITY,
      }
    : { annee_scolaire, annee_etude, mode, eleves };

const motifDuMasque = ({ tues }: Suivie, annee: string): string =>
  tues.has(annee)
    ? 'effectif tu par la source'
    : 'effectif masqué : il ferait reconnaître des élèves';

/** Ce que devient un code là où l’implantation organise aussi celui qui le remplace. */
const SUITES = `
  CREATE TABLE regle.suites AS
  SELECT a.fase_implantation, s.ancien, min(s.nouveau) AS nouveau
  FROM source.successions s
  JOIN (SELECT DISTINCT fase_implantation, code_obg FROM source.inscriptions) a
    ON a.code_obg = s.ancien
  JOIN (SELECT DISTINCT fase_implantation, code_obg FROM source.inscriptions) n
    ON n.code_obg = s.nouveau AND n.fase_implantation = a.fase_implantation
  GROUP BY ALL`;

const LIGNES = `
  SELECT i.annee_scolaire, i.fase_implantation, coalesce(s.nouveau, i.code_obg) AS code_obg,
    f.zone, i.annee_etude, i.mode, CASE WHEN m.code_obg IS NULL THEN i.eleves END AS eleves,
    i.eleves_au_moins AS au_moins, coalesce(i.eleves_au_plus, m.au_plus) AS au_plus,
    i.eleves IS NULL AS a_la_source
  FROM source.inscriptions i
  JOIN source.implantations f ON f.fase_implantation = i.fase_implantation AND f.zone IS NOT NULL
  LEFT JOIN regle.suites s ON s.fase_implantation = i.fase_implantation AND s.ancien = i.code_obg
  LEFT JOIN regle.cellules_masquees m ON m.annee_scolaire = i.annee_scolaire
    AND m.fase_implantation = i.fase_implantation AND m.code_obg = i.code_obg
    AND m.annee_etude IS NOT DISTINCT FROM i.annee_etude
    AND m.mode IS NOT DISTINCT FROM i.mode
  ORDER BY i.fase_implantation, 3, i._ligne`;

/**
 * Les élèves de chaque option par implantation ; ceux d’un ancien code rejoignent le nouveau là où
 * l’implantation organise les deux (l’option transformée s’examine en continuité).
 */
async function* lireSuivies(base: Base): AsyncGenerator<Suivie> {
  await base.run(SUITES);
  let suivie: Suivie | undefined;
  for await (const lue of base.flux<Lue>(LIGNES)) {
    const { fase_implantation, code_obg, zone } = lue;
    if (suivie?.fase_implantation !== fase_implantation || suivie.code_obg !== code_obg) {
      if (suivie) yield suivie;
      const [masquees, tues, sansDetail] = [
        new Set<string>(),
        new Set<string>(),
        new Set<string>(),
      ];
      suivie = { fase_implantation, code_obg, zone, inscriptions: [], masquees, tues, sansDetail };
    }
    if (enDetail(lue)) suivie.inscriptions.push(enInscription(lue));
    else suivie.sansDetail.add(lue.annee_scolaire);
    if (lue.eleves === null) suivie.masquees.add(lue.annee_scolaire);
    if (lue.a_la_source) suivie.tues.add(lue.annee_scolaire);
  }
  if (suivie) yield suivie;
}

async function lireTables(base: Base): Promise<TablesDeMaintien> {
  const lire = <T>(nom: string, cle: string): Promise<T[]> =>
    base.lire<T>(`SELECT * EXCLUDE (_ligne) FROM source.${nom} ORDER BY ${cle}`);
  return {
    regles: await lire('normes_maintien', 'regle'),
    densites: await lire('densites', 'densite'),
    transitions: await lire('transitions_maintien', 'rang'),
  };
}

/**
 * Calcule `statuts` : année par année, le statut de maintien de chaque option organisée ; et
 * `reserves`, ce qui les rend approximatifs.
 */
export async function poserStatuts(base: Base): Promise<void> {
  const tables = await lireTables(base);
  const options = new Map(
    (await base.lire<Option>('SELECT * FROM source.options')).map((o) => [o.code_obg, o]),
  );
  const cpu = await base.lire<OptionCpu>('SELECT * FROM source.cpu_options ORDER BY cle');
  const annees = (
    await base.lire<{ annee_scolaire: string }>(
      'SELECT annee_scolaire FROM regle.annees ORDER BY 1',
    )
  ).map(({ annee_scolaire }) => annee_scolaire);
  const inconnues = await anneesInconnues(base, 'inscriptions');
  const lieuDe = await eloignements(base, tables.densites);
  const codes = new Map<string, string>();
  const codeDe = (texte: string): string => {
    const code = codes.get(texte) ?? `r${codes.size + 1}`;
    codes.set(texte, code);
    return code;
  };
  async function* rangees(): AsyncGenerator<Rangee> {
    for await (const suivie of lireSuivies(base)) {
      const { fase_implantation, code_obg, zone, masquees, sansDetail } = suivie;
      const option = options.get(code_obg);
      if (!option) continue;
      const contexte = {
        lieuEn: (annee: string) => lieuDe(fase_implantation, option, annee),
        option,
        annees,
        inconnues: new Set([...sansDetail, ...(inconnues.get(zone) ?? [])]),
        inscriptions: suivie.inscriptions.filter((une) => !sansDetail.has(une.annee_scolaire)),
        lieeACpu: lieeACpu(cpu, code_obg),
      };
      for (const annuel of statutsDeLOption(tables, contexte)) {
        const masque = masquees.has(annuel.anneeScolaire);
        yield {
          fase_implantation,
          code_obg,
          annee_scolaire: annuel.anneeScolaire,
          statut: annuel.statut,
          eleves: masque ? null : annuel.eleves,
          eleves_masque: masque,
          norme: annuel.norme,
          sous_norme: annuel.sousNorme,
          motif: masque ? motifDuMasque(suivie, annuel.anneeScolaire) : annuel.motif,
          reference: annuel.reference,
          reserves: annuel.reserves.map(codeDe).join(' '),
        };
      }
    }
  }
  await remplir(base, 'main', statuts, rangees());
  await remplir(
    base,
    'main',
    reserves,
    [...codes].map(([texte, reserve]) => ({ reserve, texte })),
  );
}
