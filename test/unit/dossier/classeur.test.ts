import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { avertissements } from '../../../src/domain/dossier/avertissements.ts';
import { candidatDe } from '../../../src/domain/dossier/candidats.ts';
import { hypotheseDe, SANS_REPONSE } from '../../../src/domain/dossier/panier.ts';
import { ecrireClasseur, feuillesDuDossier } from '../../../src/export/dossier.ts';
import { contexte, uneOption } from './exemples.ts';

const lieu = contexte({ options: [uneOption({ reserve: 'R' })] });

const instruites = [10, 14].map((attendus, i) => {
  const demande = {
    code: '2115',
    type: 'Programmation',
    mode: i === 0 ? 'PE' : 'ALT',
    groupement: 'seule',
    attendus,
    note: i === 0 ? 'Locaux prêts dès septembre.\nÉquipement : « neuf ».' : '',
    reponses: SANS_REPONSE,
  } as const;
  const candidat = candidatDe(lieu, uneOption({ reserve: 'R' }), hypotheseDe(demande));
  const quand = { communique: '2027-03-15', ouverture: 2028 };
  return { demande, candidat, avertissements: avertissements(lieu, candidat, demande, quand) };
});

test('le classeur se relit avec les mêmes feuilles, les mêmes colonnes, les mêmes lignes', async () => {
  const feuilles = feuillesDuDossier(lieu, instruites, '22 novembre 2026');
  const classeur = await ecrireClasseur(feuilles);
  const lues = await readXlsxFile(Buffer.from(await classeur.arrayBuffer()));
  expect(lues.map(({ sheet }) => sheet)).toEqual([
    'Demandes GOSS',
    'Argumentaire',
    'Normes et attendus',
    'Sources',
  ]);
  feuilles.forEach(({ colonnes, rangees }, i) => {
    const [entete, ...reste] = lues[i]?.data ?? [];
    const titres = colonnes.map(({ nom }) => nom);
    expect(entete).toEqual(titres);
    expect(reste).toEqual(rangees.map((rangee) => titres.map((titre) => rangee[titre])));
  });
});

test('les colonnes de GOSS, le degré et l’année avant l’option', () => {
  const [goss] = feuillesDuDossier(lieu, instruites, '22 novembre 2026');
  expect(goss?.rangees.slice(0, 3).map((rangee) => Object.values(rangee))).toEqual([
    ['1 - Site 1', 'DQ', 'degré spécifique', 'degré spécifique', null, null, null, 'Programmation'],
    ['1 - Site 1', 'DQ', 'année d’études', 'année d’études', '4 P', null, null, 'Programmation'],
    [
      '1 - Site 1',
      'DQ',
      'Installateur électricien/Installatrice électricienne',
      'option de base groupée',
      '4 P',
      '2115',
      'R Réservée',
      'Programmation',
    ],
  ]);
});

test('tout fait exporté d’une édition fictive commence par le dire', () => {
  const [, argumentaire] = feuillesDuDossier(lieu, instruites, '22 novembre 2026');
  expect(argumentaire?.rangees).toHaveLength(10);
  for (const { Faits } of argumentaire?.rangees ?? []) {
    expect(Faits).toMatch(/^Dans cette édition fictive : /);
  }
});
