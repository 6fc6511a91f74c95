import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inject } from 'vitest';
import { finir } from '../../pipelines/hebergement/integration.ts';
import { BASE } from './batir.ts';
import { genres } from './construit.ts';

export { BASE };

/** Des centaines de fiches, une de chaque genre suffit : la liste se fait de ce qui est là. */
const FICHE = /^(?:options|implantations|zones)\/[^/.]+/;

/** Une copie du site construit, une fiche par genre, dont la liste hors ligne est refaite. */
export async function siteReduit(): Promise<string> {
  const construit = inject('construit');
  const dossier = mkdtempSync(join(tmpdir(), 'oad-hors-ligne-'));
  const gardees = new Set(genres(construit).map((chemin) => chemin.replace(/\/$/, '')));
  cpSync(construit, dossier, {
    recursive: true,
    filter: (chemin) => {
      if (/\.(br|gz)$/.test(chemin)) return false;
      const fiche = FICHE.exec(relative(construit, chemin).replaceAll('\\', '/'))?.[0];
      return fiche === undefined || gardees.has(fiche);
    },
  });
  await finir(dossier, BASE, { compression: 'non' });
  return dossier;
}
