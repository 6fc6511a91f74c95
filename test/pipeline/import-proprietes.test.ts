import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierTenu, implantationsDe } from './importer-en-memoire.ts';

const ANNEES = ['2021-2022', '2022-2023', '2023-2024', '2024-2025'];
const SITES = ['31', '32', '33'];
const ENTETE = 'Année scolaire;FASE implantation;Code OBG;Année d’étude;Mode;Élèves';
const registre = implantationsDe(SITES);

/** Ce qu’une année compte : des lignes, par clé. */
type Annee = ReadonlyMap<string, number>;

const annee: fc.Arbitrary<Annee> = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(...SITES),
      fc.constantFrom('2115', '8123'),
      fc.constantFrom('3', '4', '5'),
      fc.constantFrom('PE', 'ALT'),
      fc.nat(40),
    ),
    { selector: (l) => l.slice(0, 4).join(), minLength: 1, maxLength: 8 },
  )
  .map((lignes) => new Map(lignes.map(([...l]) => [l.slice(0, 4).join(','), Number(l[4])])));

/** Un fichier reçu : une ou plusieurs années, et si l’on préfère ce qu’il donne. */
const recu = fc.record({
  nom: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
  annees: fc
    .dictionary(fc.constantFrom(...ANNEES), annee, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    })
    .map((lu) => new Map(Object.entries(lu))),
  remplacer: fc.boolean(),
  ordre: fc.boolean(),
});

const lignesDe = (table: ReadonlyMap<string, Annee>, signe: string): string[] =>
  [...table].flatMap(([quand, lignes]) =>
    [...lignes].map(([cle, n]) => [quand, ...cle.split(','), n].join(signe)),
  );

/** Une année nouvelle serait la dernière, avec moins de la moitié des lignes de la précédente. */
function mince(tenue: ReadonlyMap<string, Annee>, annees: ReadonlyMap<string, Annee>): boolean {
  const toutes = new Map([...tenue, ...annees]);
  const [derniere = '', precedente = ''] = [...toutes.keys()].toSorted().toReversed();
  const lignes = (quand: string) => toutes.get(quand)?.size ?? 0;
  return !tenue.has(derniere) && 2 * lignes(derniere) < lignes(precedente);
}

test('quel que soit l’ordre des imports, une année ne change que si un fichier la donne', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(recu, { minLength: 2, maxLength: 6 }), async (recus) => {
      const dossier = dossierTenu({ 'offre/implantations.csv': registre });
      const tenue = new Map<string, Annee>();
      for (const { nom, annees, remplacer, ordre } of recus) {
        const lignes = lignesDe(annees, ';');
        const texte = [ENTETE, ...(ordre ? lignes : lignes.toReversed()), ''].join('\n');
        const avant = dossier.etat();
        const lancer = () => dossier.importer('inscriptions', nom, texte, { remplacer });
        const lu = await lancer();
        const perte = [...annees].some(([a, l]) => 2 * l.size < (tenue.get(a)?.size ?? 0));
        expect(lu.ecrit, lu.obstacles.join()).toBe(remplacer || !(perte || mince(tenue, annees)));
        if (!lu.ecrit) {
          expect(lu.obstacles.join()).toContain('--remplacer');
          expect(dossier.etat()).toEqual(avant);
          continue;
        }
        for (const [a, l] of annees) tenue.set(a, l);
        const ecrites = dossier.lire('offre/inscriptions.csv').trim().split('\n').slice(1);
        expect(ecrites.toSorted()).toEqual(lignesDe(tenue, ',').toSorted());
        const derniere = [...tenue.keys()].toSorted().at(-1);
        expect(dossier.lire('edition.csv')).toContain(`,${derniere},Éditeur`);
        const somme = [...tenue.values()]
          .flatMap((l) => [...l.values()])
          .reduce((n, m) => n + m, 0);
        expect(dossier.lire('sources.csv')).toMatch(new RegExp(`,${somme}\n$`));
        for (const a of tenue.keys()) expect(dossier.lire('sources.csv')).toContain(a);
        const apres = dossier.etat();
        expect((await lancer()).ecrit, 'le même, une seconde fois').toBe(true);
        expect(dossier.etat()).toEqual(apres);
      }
    }),
    { numRuns: 25 },
  );
});

/** Une ligne qui n’entre pas, et une qui n’est pas une donnée. */
const FAUSSES = [
  ...['2023-2024;99;2115;4;PE;3', '2023-2024;31;9999;4;PE;3', '2023-2024;31;2115;4;PE;douze'],
  ...['2023-2024;31;2115;4;jour;3', '2023-2024;31;2115;9;PE;3', '2023-2024;31;;4;PE;3'],
  ...['2023-2024;31;2115;4;PE;05-avr', '2023-2024;31;2115;4;PE;#N/A', '2023-2024;;2115;4;PE;3'],
  ...['2023-2024;31;2115;4;PE;-3', '2023-2024;31;2115;4;PE;1,5', '2022-2024;31;2115;4;PE;3'],
];
const AUTRES = ['Source : service;;;;;', '* provisoire;;;;;', ';;;;;', 'Total;;;;;', ENTETE];

const JUSTES = ANNEES.slice(0, 1).flatMap((quand) =>
  SITES.flatMap((fase) =>
    ['2115', '8123', '3423'].flatMap((code) =>
      ['3', '4', '5', '6', '7'].flatMap((etude) =>
        ['PE', 'ALT'].map((mode) => `${quand};${fase};${code};${etude};${mode};12`),
      ),
    ),
  ),
);

test('au-delà de la part admise de lignes refusées, rien n’est écrit ; les notes n’y comptent pas', async () => {
  const lignes = fc.record({
    justes: fc.integer({ min: 1, max: JUSTES.length }),
    fausses: fc.array(fc.constantFrom(...FAUSSES), { maxLength: 8 }),
    autres: fc.array(fc.constantFrom(...AUTRES), { maxLength: 4 }),
    admise: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  await fc.assert(
    fc.asyncProperty(lignes, fc.nat(), async ({ justes, fausses, autres, admise }, hasard) => {
      const dossier = dossierTenu({ 'offre/implantations.csv': registre });
      const avant = dossier.etat();
      const corps = JUSTES.slice(0, justes);
      for (const [i, ligne] of [...fausses, ...autres].entries()) {
        corps.splice((hasard + 7 * i) % (corps.length + 1), 0, ligne);
      }
      const seuil = admise === null ? {} : { rejetsMax: `${admise}%` };
      const lu = await dossier.importer(
        'inscriptions',
        'a.csv',
        [ENTETE, ...corps].join('\n'),
        seuil,
      );
      const [compte] = lu.comptes;
      expect(compte?.entrees).toBe(justes);
      expect(compte?.recues).toBe(justes + (compte?.rejets.length ?? 0));
      const part = (100 * fausses.length) / (justes + fausses.length);
      const admises = admise === null ? fausses.length <= 1 || part <= 5 : part <= admise;
      expect(lu.ecrit, lu.obstacles.join()).toBe(admises);
      if (!lu.ecrit) {
        expect(dossier.etat()).toEqual(avant);
        expect(lu.obstacles.join()).toMatch(/refusées? \([\d,]+ %\)/);
      }
    }),
    { numRuns: 60 },
  );
});
