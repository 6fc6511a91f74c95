import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { etincelle } from '../../../src/charts/etincelle.ts';
import {
  basculerColonne,
  CLES_COLONNE,
  colonnesMontrees,
  deplacerColonne,
  normaliserColonnes,
  PAR_DEFAUT,
} from '../../../src/domain/filtre/colonnes.ts';
import { filtresEnMots } from '../../../src/domain/filtre/filtres-en-mots.ts';
import { SELECTION_VIDE } from '../../../src/domain/filtre/selection.ts';
import { ajouterVue, lireVues, retirerVue, reunirVues } from '../../../src/domain/vues-gardees.ts';

describe('les colonnes', () => {
  const choix = fc
    .subarray([...CLES_COLONNE])
    .chain((cles) => fc.shuffledSubarray(cles, { minLength: cles.length }))
    .map(normaliserColonnes);
  const cle = fc.constantFrom(...CLES_COLONNE);

  test('l’intitulé ne se retire pas, et le choix de départ s’écrit vide', () => {
    expect(normaliserColonnes(PAR_DEFAUT)).toEqual([]);
    expect(normaliserColonnes(['eleves'])).toEqual(['intitule', 'eleves']);
    expect(colonnesMontrees(basculerColonne([], 'intitule'))).toContain('intitule');
  });

  test('avancer puis reculer une colonne ne change rien ; rien ne se perd', () => {
    fc.assert(
      fc.property(choix, cle, (colonnes, une) => {
        const montrees = colonnesMontrees(colonnes);
        const place = montrees.indexOf(une);
        const avancee = deplacerColonne(colonnes, une, -1);
        expect(new Set(colonnesMontrees(avancee))).toEqual(new Set(montrees));
        if (place > 0) expect(deplacerColonne(avancee, une, 1)).toEqual(colonnes);
      }),
    );
  });

  test('montrer puis cacher une colonne ne change rien', () => {
    fc.assert(
      fc.property(choix, cle, (colonnes, une) => {
        if (colonnesMontrees(colonnes).includes(une)) return;
        expect(basculerColonne(basculerColonne(colonnes, une), une)).toEqual(colonnes);
      }),
    );
  });
});

describe('les vues gardées', () => {
  test('ajouter, remplacer, retirer', () => {
    const une = ajouterVue([], ' Liège ', '?zone=4');
    expect(une).toEqual([{ nom: 'Liège', adresse: '?zone=4' }]);
    expect(ajouterVue(une, 'Liège', '?zone=5')).toEqual([{ nom: 'Liège', adresse: '?zone=5' }]);
    expect(ajouterVue(une, '  ', '')).toBe(une);
    expect(retirerVue(une, 'Liège')).toEqual([]);
  });

  test('celles d’un fichier viennent à côté des siennes : aucune ne se perd', () => {
    const siennes = [{ nom: 'Liège', adresse: '?zone=4' }];
    const ouvertes = [
      { nom: 'Liège', adresse: '?zone=5' },
      { nom: 'Liège', adresse: '?zone=4' },
      { nom: 'Namur', adresse: '?zone=6' },
    ];
    expect(reunirVues(siennes, ouvertes)).toEqual([
      { nom: 'Liège', adresse: '?zone=4' },
      { nom: 'Liège (2)', adresse: '?zone=5' },
      { nom: 'Namur', adresse: '?zone=6' },
    ]);
  });

  test.each([
    ['', []],
    ['{', []],
    ['{"nom":"x"}', []],
    ['[{"nom":"x","adresse":"javascript:alert(1)"},{"nom":"y","adresse":"?q=y"}]', ['y']],
  ])('ce qui n’est pas une vue est laissé : %s', (texte, noms) => {
    expect(lireVues(texte).map(({ nom }) => nom)).toEqual(noms);
  });
});

test('les filtres en mots', () => {
  const noms = { zone: { 4: 'Liège', 6: 'Namur' }, secteur: {}, groupe: {} };
  expect(filtresEnMots(SELECTION_VIDE, noms)).toBe('Aucun filtre');
  const choisie = {
    ...SELECTION_VIDE,
    q: ' bois ',
    facettes: { zone: ['4', '6'], besoin: ['tc'] },
  };
  expect(filtresEnMots(choisie, noms)).toBe(
    'Recherche : « bois » ; Zone : Liège ou Namur ; Besoin : TC',
  );
});

describe('l’étincelle', () => {
  test('du plus petit au plus grand, le dernier point marqué', () => {
    expect(etincelle([0, 10], 24, 24)).toEqual({ chemin: 'M2 22L22 2', fin: [22, 2] });
  });

  test('un effectif masqué coupe la ligne ; un frisson reste au milieu', () => {
    expect(etincelle([100, null, 100], 24, 24).chemin).toBe('M2 12M22 12');
    expect(etincelle([], 24, 24)).toEqual({ chemin: '', fin: null });
  });
});
