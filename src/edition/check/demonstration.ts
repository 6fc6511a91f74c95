import { TABLES_COUVERTES, tableCouverte } from '../../domain/connaissance.ts';
import type { Base } from '../base.ts';
import { type Depots, rangDe, tableDe } from '../read/depot.ts';

const rangDuNom = (nom: string, depots: Depots): number => {
  const table = tableDe(nom);
  return table ? rangDe(table, depots) : 0;
};

/**
 * De vraies écoles, ou les vrais totaux des zones, ne reçoivent pas les chiffres de démonstration
 * d’un dossier plus général : ni effectifs, ni population, ni TC, ni FC. Ces tables sont vidées, et
 * leur source le dit ; de vrais totaux ne laissent pas non plus d’écoles fictives.
 */
export async function laisserLaDemonstration(base: Base, depots: Depots): Promise<void> {
  const natures = new Map(
    (
      await base.lire<{ nom: string; nature: string }>(
        'SELECT "table" AS nom, nature FROM source.sources',
      )
    ).map(({ nom, nature }) => [nom, nature]),
  );
  const reelle = (nom: string): boolean =>
    (natures.get(nom) ?? 'demonstration') !== 'demonstration';
  const [guide] = ['implantations', 'totaux_zones'].filter(reelle);
  if (guide === undefined) return;
  const rang = rangDuNom(guide, depots);
  for (const nom of ['implantations', ...new Set(TABLES_COUVERTES.map(tableCouverte))]) {
    if (natures.get(nom) !== 'demonstration' || rangDuNom(nom, depots) >= rang) continue;
    await base.run(`DELETE FROM source."${nom}"`);
    const titre = `${tableDe(nom)?.titre ?? nom} (table vide dans cette édition)`;
    await base.run(`UPDATE source.sources SET titre = '${titre.replaceAll("'", "''")}',
      nature = 'transcription', editeur = 'sans éditeur', adresse = NULL, licence = NULL, note = NULL,
      somme_controle = NULL WHERE "table" = '${nom}'`);
  }
}
