import { readFileSync } from 'node:fs';
import { lireFeuille } from '../../src/edition/import/feuille.ts';
import { genreDe, importerFeuilles } from '../../src/edition/import/index.ts';
import type { Seuil } from '../../src/edition/import/seuil.ts';
import { type Depots, depotTenu } from '../../src/edition/read/depot.ts';
import type { Texte } from '../../src/edition/read/lignes.ts';

const REGISTRE = [
  ...['referentiel/options.csv', 'territoire/zones.csv', 'territoire/communes.csv'],
  ...['besoins/metiers.csv', 'besoins/alias_metiers.csv'],
];

const enTexte = (texte: Texte): string =>
  typeof texte === 'string' ? texte : texte.entete + [...texte.suite].join('');

const COLONNES_DU_SITE =
  'fase_implantation,fase_etablissement,etablissement,nom,adresse,code_postal,commune,zone,reseau,caractere,fase_cefa,internat,lat,lon,precision,nature';

/** La table de ces implantations, à Liège. */
export const implantationsDe = (fases: readonly string[]): string =>
  [
    COLONNES_DU_SITE,
    ...fases.map(
      (fase) =>
        `${fase},${fase},École,Site,rue,4000,Liège,4,WBE,non confessionnel,,,,,inconnue,officiel`,
    ),
    '',
  ].join('\n');

/** Un dossier de données tenu en mémoire, où des imports se suivent comme sur un disque. */
export function dossierTenu(fichiers: Readonly<Record<string, string>> = {}) {
  const tenus = new Map(Object.entries(fichiers).map(([nom, dit]) => [nom, Buffer.from(dit)]));
  const livres = new Map(REGISTRE.map((nom) => [nom, readFileSync(`data/${nom}`)]));
  const depots: Depots = [depotTenu('data', livres), depotTenu('dossier', tenus)];
  return {
    lire: (nom: string) => tenus.get(nom)?.toString('utf8') ?? '',
    etat: () =>
      Object.fromEntries([...tenus].map(([nom, octets]) => [nom, octets.toString('utf8')])),
    importer: async (genre: string, nom: string, texte: string | Uint8Array, seuil: Seuil = {}) => {
      const feuilles = [
        await lireFeuille(nom, typeof texte === 'string' ? Buffer.from(texte) : texte),
      ];
      const demande = { genre: genreDe(genre), feuilles, adresse: '', depots, seuil, reponse: {} };
      const lu = await importerFeuilles(demande);
      for (const [chemin, contenu] of lu.composee?.textes ?? []) {
        tenus.set(chemin, Buffer.from(enTexte(contenu)));
      }
      return { ...lu, ecrit: lu.composee !== null };
    },
  };
}
