import { describe, expect, test } from 'vitest';
import { selonEdition } from '../../../src/domain/dossier/connus.ts';
import type { MesDonnees } from '../../../src/domain/dossier/lieu.ts';
import {
  type Dossier,
  dossierVide,
  inserer,
  SANS_REPONSE,
} from '../../../src/domain/dossier/panier.ts';
import {
  aDuTravail,
  avecDossier,
  echanger,
  MIENNES_VIDES,
  remplacer,
  type Tenu,
  tenuVide,
} from '../../../src/domain/dossier/tenu.ts';

const VIDE = dossierVide('demo');
const chez = (champs: Partial<MesDonnees>): Dossier => ({
  ...VIDE,
  lieu: { genre: 'mes-donnees', donnees: { ...MIENNES_VIDES, ...champs } },
});
const avec = (...codes: readonly string[]): Dossier => ({
  ...VIDE,
  demandes: codes.map((code) => ({
    code,
    type: 'Programmation',
    mode: 'PE',
    groupement: 'seule',
    attendus: null,
    note: `note de ${code}`,
    reponses: SANS_REPONSE,
  })),
});
const tenu = (dossier: Dossier): Tenu => avecDossier(tenuVide('demo'), dossier);

describe('ce qui compte comme du travail', () => {
  test.each<[string, Dossier, boolean]>([
    ['rien', VIDE, false],
    ['« Mes données » ouvertes sans rien y mettre', chez({}), false],
    ['un nom', chez({ nom: 'X' }), true],
    ['une commune', chez({ commune: 'Namur' }), true],
    ['un caractère', chez({ caractere: 'confessionnel' }), true],
    ['un internat', chez({ internat: false }), true],
    ['une option', chez({ options: [{ code: '2115', pe: 0, alt: 0 }] }), true],
    ['une liste TC', chez({ besoins: { tc: ['2115'], fc: [] } }), true],
    ['une implantation', { ...VIDE, lieu: { genre: 'implantation', fase: '900214' } }, true],
    ['une demande', avec('2115'), true],
    ['une pièce cochée', { ...VIDE, pieces: ['locaux'] }, true],
  ])('%s', (_, dossier, attendu) => {
    expect(aDuTravail(tenu(dossier))).toBe(attendu);
  });

  test('« Mes données » comptent même quand le dossier part d’ailleurs', () => {
    const ailleurs = avecDossier(tenu(chez({ nom: 'X' })), VIDE);
    expect(ailleurs.miennes?.nom).toBe('X');
    expect(aDuTravail(ailleurs)).toBe(true);
  });
});

test('un dossier reçu met l’ancien de côté ; l’échanger deux fois ne change rien', () => {
  const mien = tenu(chez({ nom: 'Le mien' }));
  const ouvert = remplacer(mien, chez({ nom: 'Reçu' }));
  expect(ouvert.miennes?.nom).toBe('Reçu');
  const repris = echanger(ouvert);
  expect([repris.dossier, repris.miennes]).toEqual([mien.dossier, mien.miennes]);
  expect(echanger(repris)).toEqual(ouvert);
  expect(remplacer(tenuVide('demo'), avec('2115')).avant).toBeNull();
});

test('une demande remise retrouve sa place, sa note, et ne vient pas deux fois', () => {
  const [premiere, deuxieme, derniere] = avec('2115', '2213', '8123').demandes;
  if (!premiere || !deuxieme || !derniere) throw new Error('trois demandes');
  const sans: Dossier = { ...VIDE, demandes: [premiere, derniere] };
  const remis = inserer(sans, deuxieme, 1);
  expect(remis.demandes).toEqual([premiere, deuxieme, derniere]);
  expect(inserer(remis, deuxieme, 1)).toEqual(remis);
  expect(inserer(VIDE, deuxieme, 9).demandes).toEqual([deuxieme]);
});

test('ce que l’édition ne connaît pas sort de « Mes données », pas des demandes', () => {
  const connus = new Set(['2115']);
  const options = ['2115', '9999'].map((code) => ({ code, pe: 3, alt: 0 }));
  const besoins = { tc: ['9998', '2115'], fc: ['9999'] };
  const dossier = { ...chez({ options, besoins }), demandes: avec('9997').demandes };
  const { dossier: propre, inconnus } = selonEdition(dossier, connus);
  expect(inconnus).toEqual(['9999', '9998']);
  expect(propre.demandes).toBe(dossier.demandes);
  expect(propre.lieu).toMatchObject({
    donnees: { options: [{ code: '2115' }], besoins: { tc: ['2115'], fc: [] } },
  });
  expect(selonEdition(propre, connus).dossier).toBe(propre);
});
