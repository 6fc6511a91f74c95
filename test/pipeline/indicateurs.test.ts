import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enRangees } from '../../src/domain/colonnes.ts';
import { avecAnciens } from '../../src/domain/filtre/anciens.ts';
import { decoderFichier } from '../../src/domain/filtre/fichier.ts';
import { creerRecherche, type OptionCherchee } from '../../src/domain/recherche/options.ts';
import { type IndexPublie, indexIndicateurs } from '../../src/query/index-indicateurs.ts';
import { rechercheDesOptions } from '../../src/query/recherche.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

let options: readonly OptionCherchee[];
let publies: readonly IndexPublie[];

const lire = (chemin: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${chemin}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const inscriptions = lire('offre/inscriptions').filter(({ eleves }) => eleves !== '0');
const zoneDe = new Map(
  lire('offre/implantations').map((i) => [i.fase_implantation ?? '', i.zone ?? '']),
);
const successions = lire('referentiel/successions');

/** Les élèves et les implantations d’un code, ou de plusieurs, comptés dans les CSV. */
function compter(annee: string) {
  const parCle = new Map<string, { eleves: number; sites: Set<string> }>();
  const ajouter = (code: string, ligne: Record<string, string>): void => {
    const cle = `${code}/${zoneDe.get(ligne.fase_implantation ?? '')}`;
    const somme = parCle.get(cle) ?? { eleves: 0, sites: new Set() };
    somme.eleves += Number(ligne.eleves);
    somme.sites.add(ligne.fase_implantation ?? '');
    parCle.set(cle, somme);
  };
  const dites = inscriptions.filter(({ annee_scolaire }) => annee_scolaire === annee);
  for (const ligne of dites) ajouter(ligne.code_obg ?? '', ligne);
  const seules = new Map(parCle);
  for (const { ancien, nouveau } of successions) {
    for (const ligne of dites) if (ligne.code_obg === ancien) ajouter(nouveau ?? '', ligne);
  }
  return { seules, reunies: parCle, dites };
}

beforeAll(async () => {
  const { moteur, manifeste } = await publierEtLire(['data']);
  publies = await indexIndicateurs(moteur, manifeste.anneesScolaires);
  options = enRangees(JSON.parse((await rechercheDesOptions(moteur)).contenu));
});

afterAll(oublierPubliees);

const derniere = (): IndexPublie => publies.at(-1) as IndexPublie;

describe('l’index du tableau, d’après les CSV', () => {
  test('chaque option du répertoire, dans chaque zone, chaque année scolaire', () => {
    const options = lire('referentiel/options').length;
    const zones = lire('territoire/zones').length;
    for (const { seules } of publies) expect(seules).toHaveLength(options * zones);
  });

  test('occurrences et élèves de chaque code, année par année', () => {
    for (const { annee, seules } of publies) {
      const { seules: comptes, dites } = compter(annee);
      for (const { code_obg, zone, occurrences, eleves } of seules) {
        const attendu = comptes.get(`${code_obg}/${zone}`);
        const ou = `${annee} ${code_obg} zone ${zone}`;
        if (successions.some(({ nouveau }) => nouveau === code_obg)) {
          const propres = dites.filter(
            (l) =>
              l.code_obg === code_obg && zoneDe.get(l.fase_implantation ?? '') === String(zone),
          );
          expect(eleves, ou).toBe(propres.reduce((n, l) => n + Number(l.eleves), 0));
          continue;
        }
        expect(eleves, ou).toBe(attendu?.eleves ?? 0);
        expect(occurrences, ou).toBe(attendu?.sites.size ?? 0);
      }
    }
  });

  test('avec les anciens codes : une option transformée compte ce qui court sous l’ancien', () => {
    for (const { annee, reunies } of publies) {
      const { reunies: comptes } = compter(annee);
      for (const { nouveau } of successions) {
        for (const ligne of reunies.filter(({ code_obg }) => code_obg === nouveau)) {
          const attendu = comptes.get(`${nouveau}/${ligne.zone}`);
          const ou = `${annee} ${nouveau} zone ${ligne.zone}`;
          expect(ligne.eleves, ou).toBe(attendu?.eleves ?? 0);
          expect(ligne.occurrences, ou).toBe(attendu?.sites.size ?? 0);
        }
      }
    }
    const en2420 = derniere().reunies.filter(({ code_obg }) => code_obg === '2420');
    expect(
      en2420.some((l) => Number(l.occurrences) > 0 && Number(l.occurrences_ancien_code) > 0),
    ).toBe(true);
    expect(derniere().reunies.some(({ code_obg }) => code_obg === '2410')).toBe(false);
  });

  test('2707 à Namur : stable à années égales, la 4e n’en fait pas une hausse', () => {
    const dites = inscriptions.filter(
      (l) => l.code_obg === '2707' && zoneDe.get(l.fase_implantation ?? '') === '6',
    );
    const somme = (annee: string, depuis: number) =>
      dites
        .filter((l) => l.annee_scolaire === annee && Number(l.annee_etude) >= depuis)
        .reduce((n, l) => n + Number(l.eleves), 0);
    const ligne = derniere().reunies.find((l) => l.code_obg === '2707' && l.zone === 6);
    const [premiere = ''] = publies.map(({ annee }) => annee);
    expect(ligne).toMatchObject({
      tendance_annees: '5-6',
      tendance_debut: somme(premiere, 5),
      tendance_fin: somme(derniere().annee, 5),
    });
    expect(ligne?.serie).toEqual(publies.slice(-5).map(({ annee }) => somme(annee, 3)));
    expect(somme(derniere().annee, 4)).toBeGreaterThan(somme(derniere().annee, 5));
    expect(ligne?.rupture).toMatchObject({ avant: '5-6', apres: '4-5-6' });
  });
});

test('une tendance va de la première des cinq années à la dernière, sur la 5e et la 6e', () => {
  const [debut = '', fin = ''] = [publies.slice(-5)[0]?.annee, derniere().annee];
  const somme = (annee: string, code: string, zone: number) =>
    inscriptions
      .filter((l) => l.annee_scolaire === annee && l.code_obg === code)
      .filter((l) => zoneDe.get(l.fase_implantation ?? '') === String(zone))
      .filter(({ annee_etude }) => annee_etude === '5' || annee_etude === '6')
      .reduce((n, { eleves }) => n + Number(eleves), 0);
  const suivies = derniere().seules.filter(({ tendance_annees }) => tendance_annees === '5-6');
  expect(suivies.length).toBeGreaterThan(50);
  for (const { code_obg, zone, tendance_debut, tendance_fin } of suivies.slice(0, 50)) {
    expect([tendance_debut, tendance_fin], `${code_obg} zone ${zone}`).toEqual([
      somme(debut, code_obg, zone),
      somme(fin, code_obg, zone),
    ]);
  }
});

describe('le fichier d’une année', () => {
  test('rend les mêmes lignes, et la recherche a de quoi y mener', () => {
    for (const { contenu, seules, reunies } of publies) {
      const lu = decoderFichier(JSON.parse(contenu));
      expect(lu.lignes).toEqual(seules);
      expect(avecAnciens(lu.lignes, lu.lignees)).toEqual(reunies);
    }
    const trouvailles = creerRecherche(options)('électricien installateur résidentiel');
    expect(trouvailles?.codes).toContain('2115');
    expect(trouvailles?.raisons.get('2115')).toMatch(/^anciennement 2112/);
  });

  test('tient en 60 ko', () => {
    for (const { contenu } of publies) {
      expect(brotliCompressSync(contenu).byteLength).toBeLessThan(60 * 1024);
    }
  });
});
