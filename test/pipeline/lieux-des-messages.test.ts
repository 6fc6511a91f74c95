import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { MINI, ouvrirDossier, problemesDe } from './dossier.ts';

/** Une faute : la colonne d’un fichier, la rangée où la mettre, la valeur qu’on y met. */
const FAUTES = [
  ['offre/inscriptions.csv', 'eleves', 1, '-3'],
  ['offre/inscriptions.csv', 'eleves', 2, 'douze'],
  ['offre/inscriptions.csv', 'code_obg', 3, '2151'],
  ['offre/inscriptions.csv', 'fase_implantation', 2, '900077'],
  ['offre/inscriptions.csv', 'annee_scolaire', 4, '2022-2024'],
  ['offre/inscriptions.csv', 'mode', 3, 'CEFA'],
  ['offre/inscriptions.csv', 'annee_etude', 2, '9'],
  ['offre/implantations.csv', 'zone', 2, '14'],
  ['offre/implantations.csv', 'lat', 1, '5.57'],
  ['offre/implantations.csv', 'reseau', 3, 'WEB'],
  ['offre/implantations.csv', 'caractere', 2, 'neutre'],
  ['offre/implantations.csv', 'internat', 1, 'peut-être'],
  ['offre/population.csv', 'forme', 2, 'X'],
  ['offre/population.csv', 'zone', 1, '0'],
  ['besoins/fonctions_critiques.csv', 'region', 1, 'Flandre'],
  ['besoins/thematiques_communes.csv', 'metier', 1, 'D999'],
  ['besoins/options_metiers.csv', 'code_obg', 1, '9999'],
  ['territoire/communes.csv', 'lon', 1, 'est'],
  ['referentiel/options.csv', 'secteur', 2, '99'],
  ['sources.csv', 'nature', 2, 'rumeur'],
] as const;

const FORMES = [
  ['LF', '\n', ''],
  ['CRLF, BOM et lignes vides', '\r\n', '\uFEFF'],
] as const;

/** Ce qu’un éditeur de texte montre à cette ligne du fichier, sous cette colonne. */
function ouvrirA(texte: string, ligne: number, colonne: string): string | undefined {
  const lignes = texte.replace('\uFEFF', '').split(/\r?\n/);
  const [entete = []] = Papa.parse<string[]>(lignes[0] ?? '').data;
  const [cellules = []] = Papa.parse<string[]>(lignes[ligne - 1] ?? '').data;
  return cellules[entete.indexOf(colonne)];
}

test.each(FAUTES)(
  '%s, colonne %s, rangée %i : « %s » est où le message le dit',
  async (...faute) => {
    const [fichier, colonne, rang, valeur] = faute;
    for (const [forme, fin, debut] of FORMES) {
      const dossier = ouvrirDossier(MINI);
      const { data } = Papa.parse<string[]>(dossier.lire(fichier).trim());
      const place = data[0]?.indexOf(colonne) ?? -1;
      const fautives = data.map((cellules, i) =>
        i === rang ? cellules.with(place, valeur) : cellules,
      );
      const lignes = fautives.map((cellules) => Papa.unparse([cellules]));
      if (debut) lignes.splice(1, 0, '', '');
      const texte = debut + lignes.join(fin) + fin;
      dossier.ecrire(fichier, texte);
      const dits = (await problemesDe(dossier.chemin)).filter(
        (p) => p.fichier.endsWith(fichier) && p.colonne === colonne && p.gravite === 'erreur',
      );
      dossier.effacer();
      expect(dits.length, `${forme} : un message`).toBeGreaterThan(0);
      for (const { ligne = 0 } of dits) {
        expect(ouvrirA(texte, ligne, colonne), `${forme}, ligne ${ligne}`).toBe(valeur);
      }
    }
  },
);

test('chaque ligne écartée à l’import est à la ligne dite du fichier reçu', async () => {
  const dossier = ouvrirDossier();
  const entete = 'annee;region;metier';
  const lignes = [
    'Fonctions critiques',
    '',
    entete,
    '2025;Wallonie;Coiffeur',
    '',
    'x;Wallonie;Coiffeur',
  ];
  lignes.push(
    '2025;Atlantide;Coiffeur',
    '2025;Wallonie;"Dresseur\nde licornes"',
    '2025;Wallonie;Nul',
  );
  const texte = lignes.join('\n');
  dossier.ecrire('recu.csv', texte);
  const fichiers = [`${dossier.chemin}/recu.csv`];
  const { objet } = await importer('fc', fichiers, { sortie: dossier.chemin, rejetsMax: '100%' });
  const rejets = objet?.fichiers[0]?.rejets ?? [];
  expect(rejets.length).toBe(4);
  for (const { ligne, valeur } of rejets) {
    const [premier = ''] = valeur.split(/\s/);
    expect(texte.split('\n')[ligne - 1], `ligne ${ligne}`).toContain(premier);
  }
  dossier.effacer();
});
