import { expect, test } from 'vitest';
import { ligne, xlsx } from '../unit/edition/classeurs.ts';
import { dossierTenu, implantationsDe } from './importer-en-memoire.ts';

const recevoir = (contenu: string | Uint8Array, seuil = {}) => {
  const dossier = dossierTenu({ 'offre/implantations.csv': implantationsDe(['31', '32']) });
  const lire = () => dossier.lire('offre/inscriptions.csv').trim().split('\n').slice(1);
  return dossier.importer('inscriptions', 'recu.csv', contenu, seuil).then(
    ({ comptes }) => ({ comptes, lues: lire(), faute: '' }),
    (cause: Error) => ({ comptes: [], lues: lire(), faute: cause.message }),
  );
};

const CROISES: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'PE et ALT',
    'Année scolaire;FASE implantation;Code OBG;Année d’étude;PE;ALT\n2023-2024;31;2115;4;12;7\n',
    'E',
    ['2023-2024,31,2115,4,ALT,7', '2023-2024,31,2115,4,PE,12'],
  ],
  [
    'les années scolaires',
    'FASE implantation;Code OBG;Année d’étude;Mode;2022-2023;2023-2024\n31;2115;4;PE;9;12\nTotal;;;;9;12\n',
    'F',
    ['2022-2023,31,2115,4,PE,9', '2023-2024,31,2115,4,PE,12'],
  ],
];

test.each(CROISES)(
  'un tableau croisé : %s en titres se lisent en lignes',
  async (_nom, dit, place, lues) => {
    const recu = await recevoir(dit);
    expect(recu.lues).toEqual(lues);
    expect(recu.comptes[0]?.remarques.join()).toContain('Tableau croisé, lu en lignes');
    const { comptes } = await recevoir(dit.replace(/;12(?=[;\n])/, ';douze'));
    const [refus] = comptes[0]?.rejets ?? [];
    expect(refus).toMatchObject({ ligne: 2, code: 'ELEVES', valeur: 'douze', colonne: place });
  },
);

const TITRES = [
  'Année scolaire',
  'FASE implantation',
  'Code OBG',
  'Année d’étude',
  'Mode',
  'Élèves',
];
const ETUDES = ['3', '4', '5', '6'];
const FORMULES = ETUDES.map((etude, i) => {
  const rangee = ligne(i + 2, ['2023-2024', '31', '2115', etude, 'PE']);
  return rangee.replace('</row>', `<c r="F${i + 2}"><f>C${i + 2}+D2</f></c></row>`);
});
const DATES = ETUDES.map((etude) => `2023-2024;31;2115;${etude};PE;05-avr`);

test.each<[string, string | Uint8Array, string]>([
  [
    'des formules que rien n’a calculées',
    xlsx([{ xml: ligne(1, TITRES) + FORMULES.join('') }]),
    'pour calculer les formules',
  ],
  ['des dates', [TITRES.join(';'), ...DATES, ''].join('\n'), 'Excel a lu une date'],
])(
  'une colonne abîmée (%s) : le remède, une fois, et rien n’est lu zéro',
  async (_nom, contenu, mot) => {
    const { faute, lues } = await recevoir(contenu, { rejetsMax: '100%' });
    expect(lues).toEqual([]);
    expect(faute).toContain(
      '4 lignes sur 4 sans valeur sûre dans la colonne F « Élèves », par exemple ligne 2 :',
    );
    expect(faute.split(mot)).toHaveLength(2);
  },
);
