import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoderLignes, encoderLignes } from '../../../src/domain/filtre/codec.ts';
import { type CleFacette, valeursConnues } from '../../../src/domain/filtre/facettes.ts';
import { creerFiltre } from '../../../src/domain/filtre/filtre.ts';
import {
  choisirFacette,
  SELECTION_VIDE,
  type Selection,
} from '../../../src/domain/filtre/selection.ts';
import { facettesAuHasard } from './hasard.ts';
import { LIGNES } from './lignes.ts';

const connues = valeursConnues(LIGNES);
const filtrer = creerFiltre(LIGNES, connues);
const trouver = (facettes: Selection['facettes']) =>
  new Set(filtrer({ ...SELECTION_VIDE, facettes, parPage: 100 }, null).lignes);

const entrees = (facettes: Selection['facettes']) =>
  Object.entries(facettes) as [CleFacette, readonly string[]][];

test('filtrer par A et B donne ce que A et B ont en commun', () => {
  fc.assert(
    fc.property(facettesAuHasard(connues), facettesAuHasard(connues), (a, b) => {
      const b2 = Object.fromEntries(entrees(b).filter(([cle]) => !(cle in a)));
      const ensemble = trouver({ ...a, ...b2 });
      expect(ensemble).toEqual(trouver(a).intersection(trouver(b2)));
    }),
    { numRuns: 500 },
  );
});

test('l’ordre des choix ne change rien', () => {
  fc.assert(
    fc.property(facettesAuHasard(connues), fc.func(fc.integer()), (facettes, rang) => {
      const choix = entrees(facettes);
      const melange = choix.toSorted((a, b) => rang(a[0]) - rang(b[0]));
      const poser = (suite: typeof choix): Selection =>
        suite.reduce(
          (selection, [cle, valeurs]) =>
            choisirFacette(selection, cle, valeurs.toReversed(), connues[cle]),
          SELECTION_VIDE,
        );
      expect(poser(melange)).toEqual(poser(choix));
      expect(filtrer(poser(melange), null)).toEqual(filtrer(poser(choix), null));
    }),
  );
});

test('le compte d’une valeur est le total qu’on aurait en la choisissant seule', () => {
  fc.assert(
    fc.property(facettesAuHasard(connues), fc.constantFrom(...entrees(connues)), (facettes, f) => {
      const [cle, valeurs] = f;
      if (cle === 'option') return;
      const { comptes } = filtrer({ ...SELECTION_VIDE, facettes }, null);
      const seules = valeurs.map((valeur) => trouver({ ...facettes, [cle]: [valeur] }).size);
      expect(comptes[cle]).toEqual(seules);
    }),
    { numRuns: 300 },
  );
});

test('les lignes écrites se relisent telles quelles', () => {
  expect(decoderLignes(JSON.parse(JSON.stringify(encoderLignes(LIGNES))))).toEqual(LIGNES);
});
