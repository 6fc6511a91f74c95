import { expect, test } from 'vitest';
import { carteDeReponse } from '../../../src/charts/explorer-carte.ts';
import { enXml } from '../../../src/charts/noeud.ts';
import { QUESTION_NEUVE } from '../../../src/domain/explorer/question.ts';
import type { Reponse, Valeur } from '../../../src/domain/explorer/reponse.ts';

const NOMS = { zone: { 1: 'Un', 2: 'Deux', 3: 'Trois', 4: 'Quatre' }, secteur: {}, groupe: {} };
const TRACES = {
  ...{ largeur: 1000, hauteur: 700 },
  communes: [],
  zones: [1, 2, 3, 4].map((zone) => ({ zone, trace: `M${zone} 0z` })),
};
const connue = (valeur: number | null, reste: Partial<Valeur> = {}): Valeur => ({
  ...{ valeur, masques: 0, etat: 'connu' },
  ...reste,
});

function classes(valeurs: readonly Valeur[]): Record<string, string> {
  const reponse: Reponse = {
    question: { ...QUESTION_NEUVE, lignes: 'zone' },
    colonnes: [],
    lignes: valeurs.map((total, i) => ({
      ...{ cle: String(i + 1), nom: String(i + 1) },
      ...{ valeurs: [], total },
    })),
    trouvees: valeurs.length,
    total: connue(0),
  };
  const svg = enXml(carteDeReponse(reponse, NOMS, TRACES, 360));
  return Object.fromEntries(
    [...svg.matchAll(/class="([^"]+)" d="[^"]*"><title>([^<]+)</g)].map(([, classe, dit]) => [
      dit,
      classe,
    ]),
  ) as Record<string, string>;
}

test('masquée ou inconnue, une zone reste neutre ; zéro a sa teinte', () => {
  expect(
    classes([connue(13), connue(0), connue(0, { masques: 2 }), connue(null, { etat: 'inconnu' })]),
  ).toEqual({
    'Un : 13': 'carte-classe-5',
    'Deux : 0': 'carte-classe-0',
    'Trois : masqué': 'carte-neutre',
    'Quatre : non connue': 'carte-neutre',
  });
});

test('une borne de la légende est dans sa classe', () => {
  const teintes = classes([connue(13), connue(2), connue(3), connue(8)]);
  expect(teintes['Deux : 2']).toBe('carte-classe-1');
  expect(teintes['Trois : 3']).toBe('carte-classe-2');
  expect(teintes['Quatre : 8']).toBe('carte-classe-4');
});
