import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';

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

/** Le nom d’une zone est court : les poisons qui n’y tiendraient pas sont refusés au contrôle. */
const COURTS: Readonly<Record<string, number>> = { 'territoire/zones.csv': 40 };

const lire = (chemin: string): Rangee[] =>
  Papa.parse<Rangee>(readFileSync(chemin, 'utf8').trimEnd(), { header: true }).data;

function ecrire(dossier: string, nom: string, rangees: readonly Rangee[]): void {
  const chemin = join(dossier, nom);
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, `${Papa.unparse([...rangees], { newline: '\n' })}\n`);
}

/** La table d’un dossier, ou celle du dépôt qu’il recouvre. */
const lireDe = (dossier: string, nom: string): Rangee[] =>
  lire([join(dossier, nom), join('data', nom)].find(existsSync) ?? nom);

/** Met un poison, à tour de rôle, dans chaque texte libre d’un dossier de données. */
export function empoisonner(dossier: string): void {
  const tous = lire(POISONS).map(({ texte }) => texte ?? '');
  let tour = 0;
  for (const [nom, colonnes] of Object.entries(CIBLES)) {
    const venins = tous.filter(({ length }) => length <= (COURTS[nom] ?? Infinity));
    const rangees = lireDe(dossier, nom);
    const gardees = nom.startsWith('offre/') ? rangees.filter((_, i) => i % PAS === 0) : rangees;
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
    const fases = new Set(gardees.map(({ fase_implantation }) => fase_implantation));
    const inscriptions = lireDe(dossier, 'offre/inscriptions.csv');
    const suivent = inscriptions.filter(({ fase_implantation }) => fases.has(fase_implantation));
    ecrire(dossier, 'offre/inscriptions.csv', suivent);
  }
}
