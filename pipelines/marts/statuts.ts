import { lieeACpu, type OptionCpu } from '../../src/domain/normes/cpu.ts';
import { statutsDeLOption, type TablesDeMaintien } from '../../src/domain/normes/historique.ts';
import type { Inscription } from '../../src/domain/normes/releve.ts';
import type { Option } from '../../src/domain/tables/referentiel.ts';
import { statuts } from '../../src/domain/tables/statuts.ts';
import type { Base, Rangee } from '../read/base.ts';
import { remplir } from '../read/sql.ts';

interface Suivie {
  fase_implantation: string;
  code_obg: string;
  inscriptions: Inscription[];
}

/**
 * Les élèves de chaque option par implantation ; ceux d’un ancien code rejoignent le nouveau là où
 * l’implantation organise les deux (l’option transformée s’examine en continuité).
 */
async function lireSuivies(base: Base): Promise<Suivie[]> {
  const lignes = await base.lire<Inscription & { fase_implantation: string; code_obg: string }>(`
    SELECT DISTINCT ON (i._ligne) i.annee_scolaire, i.fase_implantation,
      coalesce(n.code_obg, i.code_obg) AS code_obg, i.annee_etude, i.mode, i.eleves
    FROM source.inscriptions i
    LEFT JOIN source.successions s ON s.ancien = i.code_obg
    LEFT JOIN (SELECT DISTINCT fase_implantation, code_obg FROM source.inscriptions) n
      ON n.fase_implantation = i.fase_implantation AND n.code_obg = s.nouveau
    ORDER BY i._ligne, n.code_obg NULLS LAST`);
  const suivies = new Map<string, Suivie>();
  for (const { fase_implantation, code_obg, ...inscription } of lignes) {
    const cle = `${fase_implantation}/${code_obg}`;
    const suivie = suivies.get(cle) ?? { fase_implantation, code_obg, inscriptions: [] };
    suivie.inscriptions.push(inscription);
    suivies.set(cle, suivie);
  }
  return [...suivies.values()];
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

/** Calcule `statuts` : année par année, le statut de maintien de chaque option organisée. */
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
  const rangees = (await lireSuivies(base)).flatMap((suivie): Rangee[] => {
    const { fase_implantation, code_obg, inscriptions } = suivie;
    const option = options.get(code_obg);
    if (!option) return [];
    return statutsDeLOption(tables, {
      option,
      annees,
      inscriptions,
      lieeACpu: lieeACpu(cpu, code_obg),
    }).map((annuel) => ({
      fase_implantation,
      code_obg,
      annee_scolaire: annuel.anneeScolaire,
      statut: annuel.statut,
      eleves: annuel.eleves,
      norme: annuel.norme,
      sous_norme: annuel.norme === null ? null : annuel.eleves < annuel.norme,
      motif: annuel.motif,
      reference: annuel.reference,
      reserves: annuel.reserves.join(' ; '),
    }));
  });
  await remplir(base, 'main', statuts, rangees);
}
