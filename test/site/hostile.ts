import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { construire } from '../../pipelines/construire.ts';
import { batir } from './batir.ts';

type Rangee = Record<string, string>;

const POISONS = 'test/fixtures/edition-hostile/poisons.csv';
/** Le texte libre qui finit dans une page. */
const CIBLES: Readonly<Record<string, readonly string[]>> = {
  'edition.csv': ['titre', 'editeur', 'contact'],
  'sources.csv': ['titre', 'editeur', 'licence', 'note'],
  'nouveautes.csv': ['titre', 'detail'],
  'referentiel/options.csv': ['intitule', 'note', 'source'],
  'referentiel/secteurs.csv': ['intitule'],
  'referentiel/groupes.csv': ['intitule'],
  'referentiel/calendrier.csv': ['intitule', 'detail', 'acteur'],
  'besoins/metiers.csv': ['intitule'],
  'offre/implantations.csv': ['etablissement', 'nom', 'adresse'],
  'centres/centres.csv': ['nom', 'domaine', 'adresse'],
  'territoire/zones.csv': ['nom'],
};
/** Une implantation sur huit : de quoi remplir les pages sans les construire toutes. */
const PAS = 8;

const lire = (chemin: string): Rangee[] =>
  Papa.parse<Rangee>(readFileSync(chemin, 'utf8').trimEnd(), { header: true }).data;

function ecrire(dossier: string, nom: string, rangees: readonly Rangee[]): void {
  const chemin = join(dossier, nom);
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, `${Papa.unparse([...rangees], { newline: '\n' })}\n`);
}

export const poisons = (): string[] => lire(POISONS).map(({ texte }) => texte ?? '');

/** Un dossier de données dont chaque texte libre porte un poison, à tour de rôle. */
export function dossierHostile(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-hostile-'));
  const venins = poisons();
  let tour = 0;
  for (const [nom, colonnes] of Object.entries(CIBLES)) {
    const rangees = lire(join('data', nom));
    const gardees = nom.startsWith('offre/') ? rangees.filter((_, i) => i % PAS === 0) : rangees;
    const fases = new Set(gardees.map((rangee) => rangee.fase_implantation));
    const empoisonnees = gardees.map((rangee) => {
      const copie = { ...rangee };
      if ('somme_controle' in copie) copie.somme_controle = '';
      for (const colonne of colonnes) {
        if (colonne in copie)
          copie[colonne] = `${venins[tour++ % venins.length]} ${copie[colonne]}`.trim();
      }
      return copie;
    });
    ecrire(dossier, nom, empoisonnees);
    if (!nom.startsWith('offre/')) continue;
    const inscriptions = lire('data/offre/inscriptions.csv');
    const suivent = inscriptions.filter(({ fase_implantation }) => fases.has(fase_implantation));
    ecrire(dossier, 'offre/inscriptions.csv', suivent);
  }
  return dossier;
}

/** Construit le site d’un dossier de données ; rend où il est. */
export async function construireHostile(dossier: string): Promise<string> {
  const publics = join(dossier, 'public');
  cpSync('public', publics, {
    recursive: true,
    filter: (chemin) => !/^public[\\/]data/.test(chemin),
  });
  await construire(['data', dossier], join(publics, 'data'));
  return batir({ publics });
}
