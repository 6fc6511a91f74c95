import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { parcourirDossier } from '../parcourir.ts';
import { RACINE, refuserRacines, refuserRencontre, situerDossier } from '../write/lieu.ts';
import { estPublie } from '../write/publies.ts';

/** Les fichiers du site construit ; `null` le temps de la construction. */
const MARQUE = '.oad-site';

/** Ce que le dossier contient ; Astro laisse le dépôt git d’un site publié depuis une branche. */
const contenu = (dossier: string): string[] =>
  parcourirDossier(dossier).filter((nom) => nom !== MARQUE && !/^\.git(\/|$)/.test(nom));

/** Les fichiers du dossier qui ne sont pas d’un site construit par nous. */
function etrangers(dossier: string): readonly string[] {
  const presents = contenu(dossier);
  try {
    const { fichiers } = JSON.parse(readFileSync(join(dossier, MARQUE), 'utf8'));
    const notres = new Set<string>(fichiers ?? presents);
    return presents.filter((nom) => !notres.has(nom));
  } catch {
    const dAvantLaMarque = existsSync(join(dossier, 'sw.js')) && estPublie(join(dossier, 'data'));
    return dAvantLaMarque ? [] : presents;
  }
}

/**
 * Exige que le dossier où construire, qu’Astro vide, n’ait rien à perdre : vide, nouveau, ou plein
 * d’un site construit par nous. Le `dist/` du projet ne sert qu’à cela.
 * @param publics ce que le site publie tel quel
 * @param dossiers ceux des données
 * @throws ErreurDUsage
 */
export function exigerSite(site: string, publics: string, dossiers: readonly string[]): void {
  const lieu = situerDossier(site, 'le dossier du site (OAD_DIST)');
  const nom = 'le dossier du site (OAD_DIST)';
  refuserRacines(lieu, nom);
  refuserRencontre(lieu, nom, dossiers, 'contient des données');
  refuserRencontre(lieu, nom, [publics], 'est publié avec le site');
  const public_ = situerDossier(publics, 'OAD_PUBLIC');
  refuserRacines(public_, 'OAD_PUBLIC');
  refuserRencontre(public_, 'OAD_PUBLIC', dossiers, 'contient des données');
  if (!lieu.existe || lieu.reel === join(situerDossier(RACINE, '').reel, 'dist')) return;
  const premiers = etrangers(lieu.reel).slice(0, 3);
  if (premiers.length === 0) return;
  throw new ErreurDUsage(
    `${nom} « ${site} » contient ${premiers.map((f) => `« ${f} »`).join(', ')}, qui n’est pas d’un site construit ici, et la construction le viderait. Donnez un dossier vide ou nouveau : rien n’a été touché.`,
  );
}

/** Dit que le dossier, qu’Astro vient de vider, est celui d’un site en construction. */
export function marquerEnCours(dossier: string): void {
  mkdirSync(dossier, { recursive: true });
  writeFileSync(join(dossier, MARQUE), JSON.stringify({ fichiers: null }));
}

/** Note les fichiers du site fini : un autre fichier, mis là depuis, ne sera pas effacé. */
export const marquerFini = (dossier: string): void =>
  writeFileSync(join(dossier, MARQUE), JSON.stringify({ fichiers: contenu(dossier) }));
