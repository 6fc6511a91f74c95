import { describe, expect, test } from 'vitest';
import {
  lieeACpu,
  type OptionCpu,
  type RegleDeRenfort,
  renforts,
} from '../../../src/domain/normes/cpu.ts';
import {
  complementCpu,
  complementDeTransformation,
  type RegleDeComplement,
} from '../../../src/domain/normes/cpu-complement.ts';
import { parametre } from '../../../src/domain/normes/parametres.ts';
import { cellules, lire } from './lire.ts';

const options = lire<OptionCpu>('cpu_options');
const regles = lire<RegleDeRenfort>('cpu_renforts', ['rang', 'renforts']);
const complements = lire<RegleDeComplement>('cpu_complements', ['taux']);

/** Annexe I : la partie, ce qui est organisé, le nombre de renforts. */
describe('renforts', () => {
  test.each([
    ['002 l.310', 'A', 'electromecanique usinage a-a', 1],
    ['002 l.311', 'A', 'electromecanique mecanicien-polyvalent a-f', 1],
    ['002 l.312', 'A', 'electromecanique usinage mecanicien-polyvalent', 1],
    [
      '002 l.313',
      'A',
      'electromecanique mecanique-automobile usinage mecanicien-polyvalent a-b',
      1,
    ],
    ['002 l.314', 'A', 'electromecanique usinage mecanicien-polyvalent a-c', 2],
    ['002 l.315', 'A', 'usinage', 1],
    ['002 l.315, avec une OBG A-F', 'A', 'usinage a-d', 1],
    ['002 l.316', 'A', 'mecanicien-polyvalent', 1],
    ['002 l.317', 'A', 'usinage mecanicien-polyvalent a-e', 2],
    ['002 l.310, sans OBG A-F', 'A', 'electromecanique usinage', 0],
    ['002 l.310, rien à transformer', 'A', 'electromecanique a-a', 0],
    ['002 l.356', 'B', 'mecanique-polyvalente mecanicien-entretien b-h', 1],
    ['002 l.357', 'B', 'mecanique-garage mecanicien-entretien b-a', 1],
    ['002 l.357, G n’y est pas', 'B', 'mecanique-garage mecanicien-entretien b-g', 0],
    ['002 l.358', 'B', 'mecanicien-entretien', 1],
    ['002 l.359', 'B', 'electricien-residentiel', 1],
    ['002 l.359, « et/ou »', 'B', 'electricien-residentiel electricien-industriel', 1],
    ['002 l.359, avec Electricité', 'B', 'electricite electricien-residentiel', 0],
    ['002 l.382', 'C', 'equipement monteur peintre', 1],
    ['002 l.383', 'C', 'carreleur', 1],
    ['002 l.384', 'C', 'plafonneur carreleur', 2],
    ['002 l.382, une seule', 'C', 'equipement monteur', 0],
    ['002 l.403', 'D', 'gros-oeuvre ouvrier-gros-oeuvre d-a', 1],
    ['002 l.404', 'D', 'ouvrier-gros-oeuvre', 1],
    ['002 l.423', 'E', 'bois menuisier e-a', 1],
    ['002 l.424', 'E', 'menuisier', 1],
    ['002 l.469', 'G', 'ouvrier-agriculture', 1],
    ['002 l.470', 'G', 'restaurateur', 1],
    ['002 l.471', 'G', 'estheticien', 1],
    ['002 l.472', 'G', 'coiffeur', 1],
    ['002 l.472, avec Coiffure', 'G', 'coiffure coiffeur', 0],
  ])('%s : %s %s', (_source, partie, organisees, nombre) => {
    const reponse = renforts(regles, options, { partie, organisees: organisees.split(' ') });
    expect(reponse).toMatchObject({ genre: 'valeur', renforts: nombre });
  });

  test('002 l.426-440 : le couvreur est examiné école par école', () => {
    const reponse = renforts(regles, options, { partie: 'F', organisees: ['couvreur'] });
    expect(reponse.genre).toBe('non_prevu');
  });

  test('deux lignes d’une même partie se cumulent, sous réserve', () => {
    const organisees = ['mecanicien-entretien', 'electricien-industriel'];
    const reponse = renforts(regles, options, { partie: 'B', organisees });
    expect(reponse.renforts).toBe(2);
    expect(reponse.reserves.join()).toContain('cumulent');
  });
});

describe('options et écoles de l’expérience', () => {
  test('002 l.22-52 : quinze options 4-5-6', () => {
    expect(new Set(options.flatMap((o) => o.code_cpu ?? [])).size).toBe(15);
  });

  test('chaque code est au répertoire', () => {
    const codes = new Set(cellules('options').map((o) => o.code_obg));
    for (const o of options) {
      for (const code of [o.code_obg, o.code_cpu]) if (code) expect(codes).toContain(code);
    }
  });

  test('002 l.200 : l’option du 2e degré liée à une option CPU', () => {
    expect(lieeACpu(options, '3102')).toBe(true);
    expect(lieeACpu(options, '7118')).toBe(false);
  });

  test('002 l.495-551 : cinquante établissements, dont dix CEFA, par renforts de 14', () => {
    const ecoles = cellules('cpu_ecoles');
    const fase = new Set(ecoles.map((e) => e.fase_etablissement));
    const cefa = ecoles.filter((e) => e.cefa === 'oui').map((e) => e.fase_etablissement);
    expect(fase.size).toBe(50);
    expect(new Set(cefa).size).toBe(10);
    const renfort = parametre(lire('parametres_programmation', ['valeur']), 'cpu-renfort');
    for (const e of ecoles) expect(Number(e.periodes) % (renfort?.valeur ?? 0)).toBe(0);
  });
});

describe('complément de périodes', () => {
  const population = { '4': 20, '5': 12, '6': 10 };

  test.each([
    ['002 l.244 première année', 1, 0],
    ['002 l.244 deuxième', 2, 8],
    ['002 l.244 troisième', 3, 8],
    ['002 l.244 quatrième', 4, 12.5],
    ['002 l.244 au-delà', 9, 12.5],
  ])('%s', (_source, annee, periodes) => {
    expect(complementCpu(complements, annee, population).periodes).toBe(periodes);
  });

  test.each([
    ['002 l.246', '2018-2019', 9.9],
    ['002 l.246', '2019-2020', 4.5],
  ])('%s : %s', (_source, annee, periodes) => {
    expect(complementDeTransformation(complements, annee, population)?.periodes).toBe(periodes);
  });

  test('hors des deux années réglées', () => {
    expect(complementDeTransformation(complements, '2020-2021', population)).toBeNull();
  });
});
