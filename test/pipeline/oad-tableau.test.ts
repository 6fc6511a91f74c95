import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { etatDe } from '../../src/domain/connaissance.ts';
import type { Indicateur } from '../../src/domain/tables/indicateurs.ts';
import { requete } from '../../src/query/moteur.ts';
import { pagesDesOptions } from '../../src/query/pages-options.ts';
import { lireDossierZones } from '../../src/query/zones/dossier.ts';
import { problemesDe } from './dossier.ts';
import { editionPartielle, type Partielle } from './editions-partielles.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

let dossier = '';
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'oad-tableau-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));
afterAll(oublierPubliees);

/** Deux codes dont l’un remplace l’autre : les premiers de la table. */
const SUCCESSION = readFileSync('data/referentiel/successions.csv', 'utf8')
  .split('\n')[1]
  ?.split(',') as [string, string];

const lire = (fichier: string) => readFileSync(join(dossier, fichier), 'utf8');

async function importe(texte: string, options: object = {}) {
  const recu = join(dossier, 'tableau.csv');
  writeFileSync(recu, texte);
  const sortie = join(dossier, 'edition');
  return importer('oad-tableau', [recu], { sortie, ...options });
}

describe('import oad-tableau', () => {
  test('des titres et des zones tels qu’ils se rencontrent', async () => {
    const { rapport } = await importe(
      [
        'Bassin EFE;N° OBG;Nb d’occurrences;Nombre d’élèves;Année scolaire',
        'Bassin EFE de Liège;2115;3;61;2023-2024',
        'Hainaut Sud (zone 10);2115;1;<5;2023-2024',
        '6;6210;0;0;2023-2024',
        'Total;;4;66;',
      ].join('\n'),
      { rejetsMax: '100%' },
    );
    expect(lire('edition/offre/totaux_zones.csv')).toBe(
      [
        'annee_scolaire,zone,code_obg,occurrences,eleves,eleves_au_plus',
        '2023-2024,4,2115,3,61,',
        '2023-2024,6,6210,0,0,',
        '2023-2024,10,2115,1,,4',
        '',
      ].join('\n'),
    );
    expect(rapport).toContain('élèves tus par la source, pas zéro (1 ligne)');
    expect(lire('edition/edition.csv')).toContain('2023-2024');
    expect(lire('edition/sources.csv')).toContain('totaux_zones,');
  });

  test('ses propres titres, « Zone » et « Code », suffisent ; un code postal n’est pas une option', async () => {
    await importe('Zone;Code;Occurrences;Élèves;Année scolaire\n4;2115;3;61;2023-2024');
    expect(lire('edition/offre/totaux_zones.csv')).toContain('\n2023-2024,4,2115,3,61\n');
    await expect(
      importe('Zone;Code postal;Occurrences;Élèves;Année scolaire\n4;4000;3;61;2023-2024'),
    ).rejects.toThrow('La colonne « code OBG » manque');
  });

  test('des élèves sur aucune implantation, une zone inconnue : refusés, avec leur raison', async () => {
    await importe(
      [
        'zone,code_obg,occurrences,élèves,année scolaire',
        '4,2115,0,12,2023-2024',
        '11,2115,1,12,2023-2024',
        '4,9999,1,12,2023-2024',
        '4,2115,n.d.,12,2023-2024',
        '4,6210,1,12,2023-2024',
      ].join('\n'),
      { rejetsMax: '100%' },
    );
    const rejets = lire('edition/rejets.csv').split('\n').slice(1, 5);
    expect(rejets.map((ligne) => ligne.split(',')[3])).toEqual([
      'OCCURRENCES',
      'ZONE',
      'OPTION',
      'EFFECTIF-TU',
    ]);
  });

  test('une année seule se demande, et --annee répond pour un fichier sans colonne', async () => {
    const seule = await importe('zone,obg,occurrences,élèves,as\n4,2115,1,12,2024\n');
    expect(seule.ecrit).toBe(false);
    expect(seule.rapport).toContain('--annee debut');
    const sans = await importe('zone,obg,occurrences,élèves\n4,2115,1,12\n', {
      annee: '2023-2024',
    });
    expect(sans.ecrit).toBe(true);
  });

  test('sans registre, l’édition se construit : ni écoles fictives, ni effectifs fictifs', async () => {
    await importe('zone,obg,occurrences,élèves,as\n4,2115,2,40,2023-2024\n');
    const { manifeste } = await publierEtLire(['data', join(dossier, 'edition')]);
    const lignes = (nom: string) => manifeste.tables.find((t) => t.nom === nom)?.lignes;
    expect([lignes('implantations'), lignes('offre'), lignes('totaux_zones')]).toEqual([0, 0, 1]);
    expect(manifeste.tables.find((t) => t.nom === 'indicateurs')?.nature).not.toBe('officiel');
  });
});

async function publier(partielle: Partielle) {
  const edition = editionPartielle(partielle);
  try {
    return await publierEtLire(['data', edition.chemin]);
  } finally {
    edition.effacer();
  }
}

const indicateur = async (
  moteur: Awaited<ReturnType<typeof publier>>['moteur'],
  zone: number,
  code: string,
) =>
  (
    await moteur.lire<Indicateur>(
      requete(
        `SELECT * FROM indicateurs WHERE annee_scolaire = '2023-2024' AND zone = ${zone} AND code_obg = ?`,
        code,
      ),
    )
  )[0];

describe('une édition de totaux', () => {
  const totaux = ['2023-2024,4,2115,3,61', '2023-2024,4,6210,1,3', '2023-2024,6,2115,1,22'];

  test('les comptes sont ceux du fichier, et le reste n’est pas connu', async () => {
    const { moteur, manifeste } = await publier({ totaux });
    const liege = await indicateur(moteur, 4, '2115');
    expect(liege).toMatchObject({ occurrences: 3, eleves: 61, eleves_masque: false });
    for (const nom of [
      'occurrences_confessionnel',
      'eleves_premiere_annee',
      'occurrences_sous_norme',
      'tendance_fin',
    ] as const) {
      expect(liege?.[nom], nom).toBeNull();
    }
    expect(await indicateur(moteur, 4, '3423')).toMatchObject({ occurrences: 0, eleves: 0 });
    expect(await indicateur(moteur, 1, '2115')).toMatchObject({ occurrences: null, eleves: null });
    const etat = (table: 'inscriptions' | 'totaux_zones', zone: number) =>
      etatDe(manifeste, table, zone, '2023-2024');
    expect([etat('inscriptions', 4), etat('totaux_zones', 4), etat('totaux_zones', 1)]).toEqual([
      'inconnu',
      'connu',
      'inconnu',
    ]);
  });

  test('un petit total se masque, jamais zéro', async () => {
    const { moteur } = await publier({ totaux });
    expect(await indicateur(moteur, 4, '6210')).toMatchObject({
      occurrences: 1,
      eleves: null,
      eleves_masque: true,
    });
    const zones = await lireDossierZones(moteur, {
      edition: { annee_scolaire: '2023-2024' },
      anneesScolaires: ['2023-2024'],
      lacunes: [],
    } as never);
    expect(zones.parcours.find(({ zone }) => zone === 4)).toMatchObject({
      options: 2,
      occurrences: 4,
      eleves_options: 61,
      masques_options: 1,
    });
  });

  test('là où les implantations sont connues, elles répondent, et l’écart se dit', async () => {
    const inscriptions = [4, 5, 6].map((etude) => `2023-2024,401,2115,${etude},PE,10`);
    const { moteur } = await publier({ inscriptions, totaux });
    expect(await indicateur(moteur, 4, '2115')).toMatchObject({ occurrences: 1, eleves: 30 });
    expect(await indicateur(moteur, 6, '2115')).toMatchObject({ occurrences: 1, eleves: 22 });
    const edition = editionPartielle({ inscriptions, totaux });
    const dits = (await problemesDe('data', edition.chemin)).filter((p) => p.code === 'OAD-TOTAUX');
    edition.effacer();
    expect(dits.map(({ gravite, valeur }) => `${gravite} ${valeur}`)).toEqual([
      'avertissement zone 4, 2023-2024',
    ]);
    expect(dits[0]?.message).toContain('2115 : 61 élèves, et 30 par implantation');
  });

  test('un ancien code et le sien : les élèves s’additionnent, les occurrences sont un minimum', async () => {
    const [ancien, nouveau] = SUCCESSION;
    const { moteur } = await publier({
      totaux: [`2023-2024,4,${ancien},2,25`, `2023-2024,4,${nouveau},3,40`],
    });
    const [reunie] = await moteur.lire<Record<string, unknown>>(
      requete(
        `SELECT occurrences, occurrences_ancien_code, eleves FROM indicateurs_lignees
         WHERE annee_scolaire = '2023-2024' AND zone = 4 AND code_obg = ?`,
        nouveau,
      ),
    );
    expect(reunie).toEqual({ occurrences: 3, occurrences_ancien_code: 0, eleves: 65 });
    const pages = await pagesDesOptions(moteur, '2023-2024');
    const page = pages.find(({ fiche }) => fiche.code_obg === nouveau);
    expect(page?.lignee).toMatchObject([{ occurrences: 3, eleves: 65, eleves_pe: null }]);
  });
});

describe('des inscriptions sans mode, ou sans année d’étude', () => {
  const mode = ['4,6', '5,7'].map((lu) => `2023-2024;401;2115;${lu.replace(',', ';')}`);
  const enTete = 'Année scolaire;FASE implantation;Code OBG;Année d’étude;Élèves';
  const registre = async () => {
    const edition = editionPartielle({});
    const sortie = edition.chemin;
    const recu = join(dossier, 'effectifs.csv');
    writeFileSync(recu, [enTete, ...mode, ''].join('\n'));
    return { edition, sortie, recu };
  };

  test('la colonne qui manque se demande ; --sans l’admet, et s’en souvient', async () => {
    const { edition, sortie, recu } = await registre();
    await expect(importer('inscriptions', [recu], { sortie })).rejects.toThrow(
      /« mode » manque.*--sans mode/s,
    );
    const { rapport, ecrit } = await importer('inscriptions', [recu], { sortie, sans: ['mode'] });
    expect(ecrit).toBe(true);
    expect(rapport).toContain('« non connu » (--sans) (2 lignes)');
    expect(edition.lire('offre/inscriptions.csv')).toContain('2023-2024,401,2115,4,,6\n');
    expect(edition.lire('import.csv')).toContain('inscriptions,sans,mode');
    await expect(importer('inscriptions', [recu], { sortie, sans: ['eleves'] })).rejects.toThrow(
      'annee_etude, mode',
    );
    edition.effacer();
  });

  test('les élèves se comptent, et rien ne se dit de ce qui manque', async () => {
    for (const colonne of ['mode', 'annee_etude'] as const) {
      const inscriptions = [4, 5, 6].map((etude) =>
        colonne === 'mode' ? `2023-2024,401,2115,${etude},,20` : '',
      );
      const lignes = colonne === 'mode' ? inscriptions : ['2023-2024,401,2115,,PE,60'];
      const { moteur, manifeste } = await publier({ inscriptions: lignes });
      expect(await indicateur(moteur, 4, '2115'), colonne).toMatchObject({
        occurrences: 1,
        eleves: 60,
        eleves_premiere_annee: colonne === 'mode' ? 20 : null,
        occurrences_sous_norme: null,
        occurrences_norme_atteinte: null,
      });
      const [occurrence] = await moteur.lire<Record<string, unknown>>(
        requete('SELECT * FROM occurrences'),
      );
      expect(occurrence, colonne).toMatchObject({
        eleves: 60,
        statut: null,
        eleves_pe: colonne === 'mode' ? null : 60,
        eleves_4: colonne === 'mode' ? 20 : null,
      });
      expect(etatDe(manifeste, `inscriptions.${colonne}`, 4, '2023-2024')).toBe('inconnu');
      expect(etatDe(manifeste, 'inscriptions', 4, '2023-2024')).toBe('connu');
    }
  });

  test('un petit effectif sans mode ni année se masque comme un autre', async () => {
    const { moteur } = await publier({
      inscriptions: ['2023-2024,401,2115,,,3', '2023-2024,402,2115,,,40'],
    });
    const lues = await moteur.lire<{ eleves: number | null }>(
      requete('SELECT eleves FROM offre ORDER BY fase_implantation'),
    );
    expect(lues.map(({ eleves }) => eleves)).toEqual([null, null]);
  });

  test('une option comptée avec et sans année : refusée', async () => {
    const edition = editionPartielle({
      inscriptions: ['2023-2024,401,2115,4,PE,10', '2023-2024,401,2115,,PE,30'],
    });
    const fautes = (await problemesDe('data', edition.chemin)).filter(
      ({ gravite }) => gravite === 'erreur',
    );
    edition.effacer();
    expect(fautes.map(({ code, colonne }) => `${code} ${colonne}`)).toEqual([
      'OAD-DOUBLON annee_etude',
    ]);
  });
});
