import { accessSync, constants, createReadStream, lstatSync, statSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { TABLES_SOURCE } from '../src/domain/tables/index.ts';
import { cheminCsv } from '../src/domain/tables/schema.ts';
import { ErreurDUsage } from '../src/edition/probleme.ts';
import { type Depot, type Depots, depotDe } from '../src/edition/read/depot.ts';
import { parcourirDossier } from './parcourir.ts';

/** Quelque chose porte ce nom, fût-ce un lien rompu : ce n’est pas une absence. */
export function existe(chemin: string): boolean {
  try {
    lstatSync(chemin);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}

/** Le chemin tel qu’on l’écrit dans un message : relatif au dossier courant. */
export const cheminLisible = (chemin: string): string =>
  (relative(process.cwd(), chemin) || chemin).replaceAll('\\', '/');

const MORCEAU = 1 << 20;

function empechement(chemin: string): string | null {
  try {
    if (!statSync(chemin).isFile()) {
      return 'ce n’est pas un fichier, mais un dossier ou un tube. Mettez-y la table en CSV.';
    }
    accessSync(chemin, constants.R_OK);
    return null;
  } catch {
    return 'le fichier ne se lit pas : lien rompu, ou droits qui manquent. Remettez-le en place.';
  }
}

/** @throws ErreurDUsage si ce n’est pas un fichier */
async function* ouvrir(chemin: string): AsyncGenerator<Uint8Array> {
  if (!statSync(chemin).isFile()) {
    throw new ErreurDUsage(`« ${chemin} » n’est pas un fichier. Mettez-y la table en CSV.`);
  }
  yield* createReadStream(chemin, { highWaterMark: MORCEAU });
}

/** Un dossier du disque. */
export function ouvrirDepot(dossier: string): Depot {
  const situer = (fichier: string) => join(dossier, fichier);
  return {
    nom: dossier,
    citer: (fichier) => cheminLisible(situer(fichier)),
    lister: () => parcourirDossier(dossier, { donnees: true }),
    contient: (fichier) => existe(situer(fichier)),
    empechement: (fichier) => empechement(situer(fichier)),
    ouvrir: (fichier) => ouvrir(situer(fichier)),
  };
}

/** L’édition livrée, puis les dossiers ajoutés. */
export const ouvrirDepots = ([livree = '', ...ajoutes]: readonly string[]): Depots => [
  ouvrirDepot(livree),
  ...ajoutes.map(ouvrirDepot),
];

const etatDUn = (chemin: string) => {
  try {
    return statSync(chemin);
  } catch {
    return null;
  }
};

/** Ce que pèsent ensemble les CSV d’une édition. */
export function octetsDe(dossiers: readonly string[]): number {
  const depots = ouvrirDepots(dossiers);
  return TABLES_SOURCE.map((table) =>
    etatDUn(join(depotDe(table, depots).nom, cheminCsv(table))),
  ).reduce((total, etat) => total + (etat?.size ?? 0), 0);
}

/** Change dès qu’un CSV d’un des dossiers est remplacé, modifié, ajouté ou ôté. */
export const etatDe = (dossiers: readonly string[]): string =>
  dossiers
    .flatMap((dossier) => TABLES_SOURCE.map((table) => etatDUn(join(dossier, cheminCsv(table)))))
    .map((etat) => [etat?.ino, etat?.size, etat?.mtimeMs].join(' '))
    .join('\n');

const aUnCsv = (dossier: string): boolean =>
  TABLES_SOURCE.some((table) => existe(join(dossier, cheminCsv(table)))) ||
  parcourirDossier(dossier, { donnees: true }).some((nom) => /\.csv$/i.test(nom));

/**
 * Vérifie que les dossiers de données en sont, avant d’y rien lire.
 * @param dossiers l’édition livrée, puis les dossiers ajoutés, qui doivent donner un CSV au moins
 * @throws ErreurDUsage
 */
export function verifierDossiers(dossiers: readonly string[]): void {
  for (const [i, dossier] of dossiers.entries()) {
    if (dossier.trim() === '') {
      throw new ErreurDUsage('--data est vide. Donnez le chemin d’un dossier de données.');
    }
    if (!existe(dossier)) {
      throw new ErreurDUsage(`le dossier « ${dossier} » n’existe pas. Vérifiez son chemin.`);
    }
    if (!statSync(dossier).isDirectory()) {
      throw new ErreurDUsage(
        `« ${dossier} » est un fichier, pas un dossier. Donnez le dossier de données qui le contient.`,
      );
    }
    if (i > 0 && !aUnCsv(dossier)) {
      throw new ErreurDUsage(
        `le dossier « ${dossier} » ne contient aucune table : rien n’en serait lu. Vérifiez son chemin.`,
      );
    }
  }
}

/** Les dossiers ajoutés à l’édition livrée : ceux de `--data` ou, à défaut, de `OAD_DATA`. */
export const dossiersDe = (demandes: readonly string[] | undefined): readonly string[] =>
  demandes ?? process.env.OAD_DATA?.split(delimiter).filter((dossier) => dossier !== '') ?? [];
