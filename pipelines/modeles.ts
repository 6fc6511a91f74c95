import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metiers } from '../src/domain/tables/besoins.ts';
import { implantations } from '../src/domain/tables/offre.ts';
import { options } from '../src/domain/tables/referentiel.ts';
import { zones } from '../src/domain/tables/territoire.ts';
import { ErreurDUsage } from '../src/edition/probleme.ts';
import { depotDe } from '../src/edition/read/depot.ts';
import { lireLignes } from '../src/edition/read/lignes.ts';
import { enModele } from '../src/export/modele.ts';
import { fichierDuModele, modelesDe } from '../src/export/modeles.ts';
import { ouvrirDepots } from './dossiers.ts';

/**
 * Écrit un modèle vide par table qu’un opérateur remplit, avec les codes de l’édition.
 * @returns les fichiers écrits
 * @throws ErreurDUsage si un fichier de ce nom est déjà là
 */
export async function ecrireModeles(
  dossiers: readonly string[],
  sortie: string | undefined,
): Promise<readonly string[]> {
  if (!sortie) throw new ErreurDUsage('dites où écrire. Ajoutez --out DOSSIER.');
  const depots = ouvrirDepots(dossiers);
  const lire = <T extends typeof options | typeof zones | typeof metiers | typeof implantations>(
    table: T,
  ) => lireLignes(table, depotDe(table, depots));
  const reelles = (await lire(implantations)).filter(({ nature }) => nature !== 'demonstration');
  const modeles = modelesDe({
    options: (await lire(options)).map((o) => ({ code: o.code_obg, nom: o.intitule })),
    zones: (await lire(zones)).map(({ zone, nom }) => ({ code: String(zone), nom })),
    metiers: (await lire(metiers)).map((m) => ({ code: m.metier, nom: m.intitule })),
    implantations: reelles.map(({ fase_implantation: code, nom }) => ({ code, nom })),
  });
  const pris = modeles.map(fichierDuModele).find((nom) => existsSync(join(sortie, nom)));
  if (pris) {
    throw new ErreurDUsage(`« ${join(sortie, pris)} » est déjà là, rempli peut-être. Déplacez-le.`);
  }
  mkdirSync(sortie, { recursive: true });
  for (const modele of modeles) {
    writeFileSync(join(sortie, fichierDuModele(modele)), await enModele(modele));
  }
  return modeles.map((modele) => join(sortie, fichierDuModele(modele)));
}
