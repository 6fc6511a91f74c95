import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLES_BESOIN, NON_CONNU } from '../../src/domain/besoin.ts';
import {
  calculerEncadrement,
  champsDe,
  ecrireEncadrement,
  editionsDEncadrement,
} from '../../src/domain/calculs/encadrement.ts';
import {
  calculerNormes,
  type EtatNormes,
  ecrireEtatNormes,
  GROUPEMENTS,
  MODES,
  normaliser,
} from '../../src/domain/calculs/normes.ts';
import {
  ACQUIS,
  DEPARTS,
  EVENEMENTS,
  ecrireParcours,
  estSuspendue,
  parcourirTransitions,
} from '../../src/domain/calculs/parcours.ts';
import { ecrireReponses, lireReponses } from '../../src/domain/calculs/questions/adresse.ts';
import type {
  Question,
  Questionnaire,
  Reponses,
} from '../../src/domain/calculs/questions/types.ts';
import type {
  BesoinParZone,
  CommuneCalculee,
  OptionCalculee,
  TablesDuCalcul,
} from '../../src/domain/calculs/tables.ts';
import { lieeACpu, type OptionCpu } from '../../src/domain/normes/cpu.ts';
import type { RegleDeDensite } from '../../src/domain/normes/distance.ts';
import { reglesEnVigueur } from '../../src/domain/normes/edition.ts';
import type { RegleEncadrement } from '../../src/domain/normes/encadrement.ts';
import type { RegleMaintien } from '../../src/domain/normes/maintien.ts';
import type { Possibilite, Transition } from '../../src/domain/normes/statuts.ts';
import type { RegleCreation } from '../../src/domain/normes/types.ts';
import { valeurDite } from '../../src/islands/calculs/Reponse.tsx';
import { enPhrase } from '../../src/phrases/regles.ts';
import { typographie } from '../../src/phrases/typographie.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import {
  BESOINS_DES_OPTIONS,
  CAS_DE_DEDOUBLEMENT,
  CEFA,
  CONDITIONS,
  CPU_COMPLEMENTS,
  CPU_OPTIONS,
  CPU_RENFORTS,
  DENSITES,
  DENSITES_DES_COMMUNES,
  ENCADREMENT,
  INSTANCES,
  OPTIONS,
  PARAMETRES,
  POSSIBILITES,
  REGLES_DE_CREATION,
  REGLES_DE_MAINTIEN,
  TRANSITIONS,
} from '../../src/query/regles.ts';
import { QUESTIONNAIRES, type Sujet } from '../unit/calculs/questionnaires.ts';
import { type Visite, violations, visiter } from './visite.ts';

const ETATS = 200;

/** Un tirage qui se répète d’une exécution à l’autre (mulberry32). */
function tirage(graine: number): () => number {
  let a = graine;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const hasard = tirage(2024);
const parmi = <T>(liste: readonly T[]): T => liste[Math.floor(hasard() * liste.length)] as T;
const entier = (max: number): number => Math.floor(hasard() * (max + 1));

let visite: Visite;
async function aller(search: string): Promise<void> {
  await visite.page.evaluate((nouvelle) => {
    history.pushState(null, '', location.pathname + nouvelle);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
  await visite.page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('.calcul[data-pret="true"]')].every(
      ({ dataset }) => dataset.pour === location.search,
    ),
  );
}
const textes = (selecteur: string): Promise<string[]> =>
  visite.page.locator(selecteur).allTextContents();

async function attendre(ilot: string): Promise<void> {
  await visite.page.locator(ilot).scrollIntoViewIfNeeded();
  await visite.page.waitForSelector(`${ilot}[data-pret="true"]`);
}

async function ouvrir(chemin: string, ilot: string): Promise<void> {
  visite = await visiter(chemin);
  await attendre(ilot);
}

describe('le calculateur de normes', () => {
  let tables: TablesDuCalcul;

  beforeAll(async () => {
    const moteur = await moteurNode();
    const options = await moteur.lire<Omit<OptionCalculee, 'lieeACpu'>>(OPTIONS);
    const cpu = await moteur.lire<OptionCpu>(CPU_OPTIONS);
    tables = {
      options: options.map((option) => ({ ...option, lieeACpu: lieeACpu(cpu, option.code_obg) })),
      besoins: await moteur.lire<BesoinParZone>(BESOINS_DES_OPTIONS),
      creation: reglesEnVigueur(
        await moteur.lire<RegleCreation>(REGLES_DE_CREATION),
        (await lireManifeste()).edition.campagne,
      ),
      maintien: await moteur.lire<RegleMaintien>(REGLES_DE_MAINTIEN),
      densites: await moteur.lire<RegleDeDensite>(DENSITES),
      communes: await moteur.lire<CommuneCalculee>(DENSITES_DES_COMMUNES),
    };
    await ouvrir('procedure/normes/', '.chapeau ~ astro-island .calcul');
  });

  afterAll(() => visite.fermer());

  test(`${ETATS} états tirés au sort : le navigateur dit ce que disent les fonctions`, async () => {
    for (let i = 0; i < ETATS; i += 1) {
      const etat: EtatNormes = normaliser(
        {
          option: parmi(tables.options).code_obg,
          zone: hasard() < 0.5 ? null : 1 + entier(9),
          besoin: parmi([...CLES_BESOIN, NON_CONNU]),
          mode: parmi(MODES),
          groupement: parmi(GROUPEMENTS),
          avisCges: hasard() < 0.3,
          commune: hasard() < 0.5 ? '' : parmi(tables.communes).commune,
          densite: parmi(['R', 'S', 'N', null] as const),
          km: hasard() < 0.4 ? null : entier(300) / 10,
        },
        tables.options,
      );
      const search = ecrireEtatNormes('', etat);
      await aller(search);
      const reponse = calculerNormes(tables, etat);
      expect(reponse, search).not.toBeNull();
      const normes = [
        reponse?.creation,
        reponse?.degre?.norme,
        ...(reponse?.maintien ?? []),
      ].filter((norme) => norme !== undefined);
      const lues = await visite.page
        .locator('[data-reponse] data')
        .evaluateAll((noeuds) => noeuds.map((noeud) => (noeud as HTMLDataElement).value));
      expect(lues, search).toEqual(normes.map(valeurDite));
      expect(await textes('[data-reponse] [data-motif]'), search).toEqual(
        normes.map(({ motif }) => typographie(enPhrase(motif))),
      );
      for (const [rang, texte] of (await textes('[data-reponse] [data-reference]')).entries()) {
        expect(texte, search).toContain(typographie(normes[rang]?.reference ?? '?'));
      }
    }
    expect(visite.fautes).toEqual([]);
  });

  test('une réponse imprimée garde le cas, la raison et la référence, sans les boutons', async () => {
    await aller('?option=2115&zone=4');
    await visite.page.emulateMedia({ media: 'print' });
    expect(await visite.page.locator('[data-cas]').innerText()).toMatch(
      /^2115 .*Dans cette édition fictive, à Liège/,
    );
    expect(await visite.page.locator('[data-reponse=creation] [data-motif]').isVisible()).toBe(
      true,
    );
    expect(await visite.page.getByRole('button', { name: 'Imprimer' }).count()).toBe(0);
    await visite.page.emulateMedia({ media: 'screen' });
    expect(await violations(visite.page)).toEqual([]);
  });

  test('un choix change la réponse et l’adresse ; une valeur inconnue est dite', async () => {
    await visite.page.getByLabel('Option', { exact: true }).selectOption('3137');
    await visite.page.getByLabel('Cours de 7e').selectOption('1/3');
    expect(visite.page.url()).toContain('option=3137');
    expect(visite.page.url()).toContain('groupement=1/3');
    await aller('?option=2116x');
    expect(await visite.page.getByRole('alert').innerText()).toContain('2116x');
  });

  test('le parcours de maintien dit ce que disent les fonctions', async () => {
    const moteur = await moteurNode();
    const transitions = await moteur.lire<Transition>(TRANSITIONS);
    const possibilites = await moteur.lire<Possibilite>(POSSIBILITES);
    await attendre('#statuts .calcul');
    for (let i = 0; i < 60; i += 1) {
      const depart = parmi(DEPARTS);
      const etat = {
        depart,
        acquis: estSuspendue(depart) ? parmi([...ACQUIS, null]) : null,
        suite: Array.from({ length: entier(4) }, () => parmi(EVENEMENTS)),
      };
      const search = ecrireParcours('', etat);
      await aller(search);
      const lus = await visite.page
        .locator('[data-etape] data')
        .evaluateAll((noeuds) => noeuds.map((noeud) => (noeud as HTMLDataElement).value));
      const etapes = parcourirTransitions(transitions, possibilites, etat);
      expect(lus, search).toEqual(
        etapes.flatMap(({ issues }) => issues.map(({ statut }) => statut)),
      );
    }
  });
});

test('le calculateur d’encadrement dit ce que disent les fonctions', async () => {
  const regles = await (await moteurNode()).lire<RegleEncadrement>(ENCADREMENT);
  await ouvrir('procedure/encadrement/', '#encadrement .calcul');
  for (let i = 0; i < 40; i += 1) {
    const edition = parmi(editionsDEncadrement(regles));
    const champs = champsDe(regles, edition);
    const dits = champs.filter(() => hasard() > 0.3);
    const eleves = Object.fromEntries(dits.map(({ cle }) => [cle, entier(120)]));
    const search = ecrireEncadrement('', { edition, eleves }, regles);
    await aller(search);
    const { periodes, accompagnement, specialise, coordination } = calculerEncadrement(regles, {
      edition,
      eleves,
    });
    const attendues = [periodes, accompagnement, specialise, coordination]
      .filter((calcul) => calcul !== null)
      .map((calcul) => String(calcul.genre === 'valeur' ? calcul.valeur : calcul.genre));
    const lues = await visite.page
      .locator('[data-reponse] data')
      .evaluateAll((noeuds) => noeuds.map((noeud) => (noeud as HTMLDataElement).value));
    expect(lues, search).toEqual(attendues);
  }
  expect(await violations(visite.page)).toEqual([]);
  expect(visite.fautes).toEqual([]);
  await visite.fermer();
});

describe('les questionnaires', () => {
  const QUESTIONS_PAR_PAGE = {
    'procedure/alternance/': ['cefa', 'occurrences', 'dedoublement', 'delegation'],
    'procedure/encadrement/': ['personnel', 'cpu'],
    'procedure/normes/': ['degre'],
  } as const satisfies Record<string, readonly Sujet[]>;

  async function tablesDe(): Promise<Readonly<Record<string, unknown>>> {
    const moteur = await moteurNode();
    const { campagne } = (await lireManifeste()).edition;
    return {
      campagne,
      cefa: await moteur.lire(CEFA),
      conditions: await moteur.lire(CONDITIONS),
      cas: await moteur.lire(CAS_DE_DEDOUBLEMENT),
      parametres: await moteur.lire(PARAMETRES),
      instances: await moteur.lire(INSTANCES),
      options: await moteur.lire(CPU_OPTIONS),
      renforts: await moteur.lire(CPU_RENFORTS),
      complements: await moteur.lire(CPU_COMPLEMENTS),
      maintien: await moteur.lire(REGLES_DE_MAINTIEN),
      densites: await moteur.lire(DENSITES),
      transitions: await moteur.lire(TRANSITIONS),
      encadrement: await moteur.lire(ENCADREMENT),
    };
  }

  /** Des réponses au hasard, une sur quatre laissée vide. */
  const auHasard = (questions: readonly Question[]): Reponses =>
    Object.fromEntries(
      questions
        .filter(() => hasard() > 0.25)
        .map((question) => [
          question.cle,
          'choix' in question
            ? (parmi(question.choix)?.valeur ?? '')
            : String(entier(Math.min(question.max, 60))),
        ]),
    );

  test.each(Object.entries(QUESTIONS_PAR_PAGE))('%s', async (chemin, sujets) => {
    const tables = await tablesDe();
    await ouvrir(chemin, `[data-sujet=${sujets[0]}]`);
    for (const sujet of sujets) {
      const ilot = `[data-sujet=${sujet}]`;
      await attendre(ilot);
      const questionnaire = QUESTIONNAIRES[sujet] as Questionnaire<unknown>;
      for (let i = 0; i < 35; i += 1) {
        const premieres = auHasard(questionnaire.questions(tables, {}));
        const reponses = { ...premieres, ...auHasard(questionnaire.questions(tables, premieres)) };
        const search = ecrireReponses('', sujet, questionnaire, tables, reponses);
        await aller(search);
        const { etat } = lireReponses(search, sujet, questionnaire, tables);
        const attendues = questionnaire.repondre(tables, etat);
        const lues = await visite.page
          .locator(`${ilot} [data-dite] data`)
          .evaluateAll((noeuds) => noeuds.map((noeud) => (noeud as HTMLDataElement).value));
        expect(lues, search).toEqual(attendues.map(({ valeur }) => valeur));
        expect(await textes(`${ilot} [data-motif]`), search).toEqual(
          attendues.map(({ motif }) => typographie(enPhrase(motif))),
        );
      }
    }
    expect(await violations(visite.page)).toEqual([]);
    expect(visite.fautes).toEqual([]);
    await visite.fermer();
  });
});
