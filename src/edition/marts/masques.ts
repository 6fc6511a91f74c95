import type { Masquage } from '../../domain/manifeste.ts';
import { SEUIL_HABITUEL } from '../../domain/tables/edition.ts';
import type { Nature } from '../../domain/tables/schema.ts';
import type { Base } from '../base.ts';
import { masquer, RIEN_A_MASQUER, type Seuils } from './masquer.ts';

const compter = async (base: Base, sql: string): Promise<number> =>
  (await base.lire<{ n: number }>(`SELECT count(*)::DOUBLE AS n FROM ${sql}`))[0]?.n ?? 0;

/** Les seuils d’une édition : nuls pour ce qui y est de démonstration. */
async function lireSeuils(base: Base) {
  const lignes = await base.lire<{ nom: string; nature: Nature; seuil: number }>(`
    SELECT s."table" AS nom, s.nature, e.seuil_masquage AS seuil
    FROM source.sources s, source.edition e ORDER BY 1`);
  const seuil = lignes[0]?.seuil ?? SEUIL_HABITUEL;
  const reelle = async (nom: string) =>
    lignes.find((l) => l.nom === nom)?.nature !== 'demonstration' &&
    (await compter(base, `source."${nom}"`)) > 0;
  const reelles = {
    inscriptions: (await reelle('inscriptions')) || (await reelle('totaux_zones')),
    population: await reelle('population'),
  };
  return {
    seuil,
    reelles,
    seuils: {
      effectif: reelles.inscriptions ? seuil : 0,
      population: reelles.population ? seuil : 0,
    } satisfies Seuils,
  };
}

/** Une borne de la source plus fine que le seuil dirait ce que l’édition tait : elle s’y relâche. */
const relacher = (nom: string, seuil: number): string =>
  `UPDATE source."${nom}" SET eleves_au_plus = ${seuil - 1}, eleves_au_moins = 1
   WHERE eleves IS NULL AND eleves_au_plus < ${seuil}`;

/**
 * Pose ce que l’édition doit taire, dans `regle.cellules_masquees`, `regle.totaux_masques` et
 * `regle.populations_masquees` : des effectifs réels sous le seuil, et ceux qu’une soustraction
 * rendrait. Une population de démonstration ne se publie pas à côté d’effectifs réels.
 * @returns ce qui est tu, ou `null` si les effectifs sont de démonstration
 */
export async function poserMasques(base: Base): Promise<Masquage | null> {
  await base.run(`UPDATE source.edition
    SET seuil_masquage = coalesce(seuil_masquage, ${SEUIL_HABITUEL})`);
  const { seuil, reelles, seuils } = await lireSeuils(base);
  if (!reelles.inscriptions && !reelles.population) {
    await base.run(RIEN_A_MASQUER);
    return null;
  }
  for (const nom of ['inscriptions', 'totaux_zones'])
    await base.run(relacher(nom, seuils.effectif));
  if (!reelles.population) await base.run('DELETE FROM source.population');
  await base.run(masquer(seuils));
  const masquage = {
    seuil,
    effectifs: await compter(base, 'regle.cellules_masquees'),
    totaux: await compter(base, 'regle.totaux_masques'),
    populations: await compter(base, 'regle.populations_masquees'),
  };
  await base.run('DROP TABLE regle.cellules; DROP TABLE regle.essais; DROP TABLE regle.reunis');
  return masquage;
}
