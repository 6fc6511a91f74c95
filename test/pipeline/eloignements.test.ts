import { afterEach, expect, test } from 'vitest';
import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

const ASYMETRIQUE = 'test/fixtures/edition-asymetrique';
const SITES = 'offre/implantations.csv';
const COMMUNES = 'territoire/communes.csv';

afterEach(oublierPubliees);

const remplacer = (dossier: Dossier, chemin: string, avant: string, apres: string): void => {
  const texte = dossier.lire(chemin);
  expect(texte, avant).toContain(avant);
  dossier.ecrire(chemin, texte.replaceAll(avant, apres));
};

/** La norme de maintien de 2115 sur chaque implantation, la dernière année. */
async function normes(
  modifier: (dossier: Dossier) => void,
): Promise<Record<string, number | null>> {
  const dossier = ouvrirDossier(ASYMETRIQUE);
  modifier(dossier);
  const { moteur } = await publierEtLire([MINI, dossier.chemin]);
  dossier.effacer();
  const lus = await moteur.lire<{ fase: string; norme: number | null }>({
    sql: `SELECT fase_implantation AS fase, norme FROM statuts
      WHERE code_obg = '2115' AND annee_scolaire = '2023-2024' ORDER BY 1`,
    parametres: [],
  });
  return Object.fromEntries(lus.map(({ fase, norme }) => [fase, norme]));
}

// 900001 et 900005 : confessionnelles, à 8 km l’une de l’autre. 900002 : seule de son caractère.
test.each<readonly [string, (dossier: Dossier) => void, object]>([
  ['comme elles sont', () => {}, { '900001': 6, '900002': 4, '900005': 6 }],
  [
    'un même établissement n’est pas son propre voisin',
    (d) => remplacer(d, SITES, '900005,900005,', '900005,900001,'),
    { '900001': 6, '900002': 4, '900005': 6 },
  ],
  [
    'un autre caractère ne compte pas',
    (d) =>
      remplacer(
        d,
        SITES,
        '900001,900001,École de démonstration A,Liège · démonstration 1,adresse fictive,4000,Liège,4,libre confessionnel,confessionnel',
        '900001,900001,École de démonstration A,Liège · démonstration 1,adresse fictive,4000,Liège,4,WBE,non confessionnel',
      ),
    { '900001': 6, '900002': 6, '900005': 6 },
  ],
  [
    'une position qui n’est que celle de la commune ne dit pas la distance',
    (d) => remplacer(d, SITES, '50.58,5.5,adresse', '50.58,5.5,commune'),
    { '900001': 6, '900002': null, '900005': 6 },
  ],
  [
    'une densité à vérifier ne décide pas, sauf là où la distance suffit',
    (d) => remplacer(d, COMMUNES, ',N,oui,', ',N,non,'),
    { '900001': null, '900002': 4, '900005': null },
  ],
  [
    'une commune rurale a la norme la plus basse, à toute distance',
    (d) => remplacer(d, COMMUNES, ',N,oui,', ',R,oui,'),
    { '900001': 4, '900002': 4, '900005': 4 },
  ],
])('circulaire 7282, VII.II : %s', async (_cas, modifier, attendues) => {
  expect(await normes(modifier)).toEqual(attendues);
});
