import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatDe, candidats } from '../../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../../src/domain/dossier/contexte.ts';
import { lieuDe } from '../../../src/domain/dossier/lieu.ts';
import { presentAvantLe3e } from '../../../src/domain/dossier/presence.ts';
import { degreOrganise } from '../../../src/domain/dossier/structures.ts';
import { phrasesDe } from '../../../src/phrases/dossier/faits.ts';
import { contexte, donnees, unBesoin, uneOccurrence, uneOption, unSite } from './exemples.ts';

const LOIN = { lat: 50.2, lon: 5.6 };
const PRES = { lat: 50.65, lon: 5.6 };

describe('les faits', () => {
  test('la continuité va du 2e degré à la 4-5-6, puis à la 7e, dans le groupe', () => {
    const options = [
      uneOption(),
      uneOption({ code_obg: '2101', annees: '3', degre: 'D2' }),
      uneOption({ code_obg: '2190', annees: '7', degre: 'D3' }),
      uneOption({ code_obg: '2290', annees: '7', degre: 'D3', groupe: 22 }),
    ];
    const occurrences = ['2101', '2190', '2290'].map((code) => uneOccurrence('1', code));
    const { faits } = candidatDe(contexte({ options, occurrences }), uneOption());
    expect(faits.coherence).toMatchObject({
      avant: ['2101'],
      apres: ['2190'],
      groupe: ['2101', '2190'],
      secteur: ['2101', '2190', '2290'],
    });
  });

  test('une 7e dont un texte énumère les accès ne compte que ceux-là', () => {
    const septieme = uneOption({ code_obg: '4126', annees: '7', secteur: 4, groupe: 41 });
    const options = ['4118', '4199'].map((code_obg) =>
      uneOption({ code_obg, secteur: 4, groupe: 41 }),
    );
    const occurrences = options.map(({ code_obg }) => uneOccurrence('1', code_obg));
    const { faits } = candidatDe(
      contexte({ options: [...options, septieme], occurrences }),
      septieme,
    );
    expect(faits.coherence.avant).toEqual(['4118']);
  });

  test('l’équilibre ne compte que la zone, chaque caractère de son côté', () => {
    const ailleurs = { zone: 6, caractere: 'non confessionnel' } as const;
    const laique = { caractere: 'non confessionnel' } as const;
    const sites = [unSite('1'), unSite('2', PRES), unSite('3', laique), unSite('4', ailleurs)];
    const occurrences = ['2', '3', '4'].map((site) => uneOccurrence(site, '2115', { pe: 5 }));
    const compter = (fase: string) => {
      const chez = contexte({ sites, occurrences }, { genre: 'implantation', fase });
      const { memeCaractere, autreCaractere } = candidatDe(chez, uneOption()).faits.equilibre;
      return [memeCaractere.occurrences, autreCaractere.occurrences];
    };
    expect(compter('1')).toEqual([1, 1]);
    expect(compter('4')).toEqual([1, 0]);
  });

  test('des élèves avant le 3e degré : pas quand tous sont en 5e, en 6e ou en 7e', () => {
    expect(presentAvantLe3e({ pe: 8, alt: 2, troisieme: 10 })).toBe(false);
    expect(presentAvantLe3e({ pe: 8, alt: 3, troisieme: 10 })).toBe(true);
    const masques = { pe: 1, alt: 0, premiere: 1, troisieme: 1 };
    expect(presentAvantLe3e({ pe: 5, alt: 0, troisieme: 5, masques })).toBe(false);
    expect(presentAvantLe3e({ pe: 5, alt: 0, troisieme: 5, masques: { ...masques, alt: 1 } })).toBe(
      true,
    );
  });

  test('toutes les implantations de l’école comptent pour la cohérence', () => {
    const sites = [unSite('1'), unSite('2', { faseEtablissement: 'E1' })];
    const { faits } = candidatDe(
      contexte({ sites, occurrences: [uneOccurrence('2')] }),
      uneOption(),
    );
    expect(faits.coherence).toMatchObject({ offreConnue: true, ailleurs: true, secteur: [] });
  });

  test('distances, nombre, taille moyenne et prélèvement', () => {
    const sites = [unSite('1'), unSite('2', PRES), unSite('3', PRES), unSite('4', LOIN)];
    const occurrences = [
      uneOccurrence('2', '2115', { pe: 20, alt: 4, premiere: 8 }),
      uneOccurrence('3', '2115', { pe: 10, premiere: 8 }),
      uneOccurrence('4'),
    ];
    const hypothese = { mode: 'PE', groupement: 'seule', attendus: 4 } as const;
    const { faits } = candidatDe(contexte({ sites, occurrences }), uneOption(), hypothese);
    expect(faits.repartition).toMatchObject({
      proches: 2,
      prochesMemeCaractere: 2,
      tailleMoyenne: 17,
      premiereDesProches: 16,
      prelevement: { eleves: 4, parmi: 16, part: 0.25, estAttendu: true },
    });
    expect(faits.repartition.plusProche?.distance).toBeCloseTo(2.41, 2);
  });

  test('un effectif masqué reste une occurrence, et le dossier le dit', () => {
    const masques = { pe: 2, alt: 0, premiere: 1, troisieme: 1 };
    const rien = { pe: 0, alt: 0, premiere: 0, troisieme: 0, masques };
    const sites = [unSite('1'), unSite('2', PRES), unSite('3', PRES)];
    const occurrences = [
      uneOccurrence('1', '2115', rien),
      uneOccurrence('2', '2115', rien),
      uneOccurrence('3', '2115', { pe: 20, premiere: 8 }),
    ];
    const lu = contexte({ sites, occurrences });
    const option = uneOption();
    const { faits, situation } = candidatDe(lu, option);
    expect(situation).not.toBe('exclue');
    expect(degreOrganise(lu, option.forme ?? '', 'D3')).toBe(true);
    expect(faits.equilibre.confessionnel).toEqual({ occurrences: 3, eleves: 20, masques: 4 });
    expect(faits.repartition).toMatchObject({
      proches: 2,
      tailleMoyenne: 10,
      masques: 2,
      premiereDesProches: null,
      prelevement: null,
    });
    const phrases = (['equilibre', 'repartition'] as const)
      .flatMap((critere) => phrasesDe(critere, lu, option, faits))
      .join(' ')
      .replace(/[\u00A0\u202F]/g, ' ');
    expect(phrases).toContain('au moins 20 élèves (4 effectifs masqués)');
    expect(phrases).toContain('d’au moins 10 élèves en moyenne (2 effectifs masqués)');
  });

  test('les ouvertures comparables, toutes zones, sans l’implantation elle-même', () => {
    const ouvertures = [
      { code: '2115', site: '1', annee: '2022-2023', premiere: 40 },
      { code: '2115', site: '2', annee: '2020-2021', premiere: 14 },
      { code: '2115', site: '3', annee: '2021-2022', premiere: 5 },
      { code: '2115', site: '5', annee: '2021-2022', premiere: null },
      { code: '9999', site: '4', annee: '2021-2022', premiere: 1 },
    ];
    const { faits } = candidatDe(contexte({ ouvertures }), uneOption());
    expect(faits.besoin.ouvertures).toEqual({
      nombre: 2,
      masquees: 1,
      mediane: 9.5,
      min: 5,
      max: 14,
      aLaNorme: 1,
    });
  });

  test.each([
    ['PE', 10],
    ['PE-ALT', 10],
    ['ALT', 6],
  ] as const)('la norme suit le mode %s', (mode, valeur) => {
    const besoins = [unBesoin({ fc: true, metiersFc: ['D001'] })];
    const hypothese = { mode, groupement: 'seule', attendus: null } as const;
    const { faits } = candidatDe(contexte({ besoins }), uneOption(), hypothese);
    expect(faits.besoin.norme).toMatchObject({ genre: 'valeur', valeur });
  });

  test('TC et FC cochées par l’utilisateur l’emportent sur celles de l’édition', () => {
    const mienne = {
      nom: '',
      commune: 'Liège',
      caractere: 'confessionnel',
      internat: true,
      cefa: null,
      options: [{ code: '2115', pe: 3, alt: 0 }],
      besoins: { tc: ['2115'], fc: [] },
    } as const;
    const besoins = [unBesoin({ tc: false, fc: true, metiersTc: [], metiersFc: ['D001'] })];
    const lieu = { genre: 'mes-donnees', donnees: mienne } as const;
    const { faits, situation } = candidatDe(contexte({ besoins }, lieu), uneOption());
    expect(faits.besoin, 'une liste vide n’est pas connue').toMatchObject({ tc: true, fc: null });
    const fc = ['8123'];
    const deux = {
      genre: 'mes-donnees',
      donnees: { ...mienne, besoins: { tc: ['2115'], fc } },
    } as const;
    const { besoin } = candidatDe(contexte({ besoins }, deux), uneOption()).faits;
    expect(besoin).toMatchObject({ tc: true, fc: false, coche: true });
    expect(situation).toBe('a_dedoubler');
  });

  test('sans les anciens codes, seuls les comptes les laissent, et la phrase le dit', () => {
    const sites = [unSite('1'), unSite('2', PRES), unSite('3', PRES)];
    const options = [uneOption(), uneOption({ code_obg: '2112' })];
    const occurrences = ['1', '2'].map((site) => uneOccurrence(site, '2112'));
    const edition = {
      sites,
      options,
      occurrences: [...occurrences, uneOccurrence('3', '2115')],
      successions: [{ ancien: '2112', nouveau: '2115' }],
    };
    const compter = (anciens: boolean) => {
      const lu = contexte(edition, undefined, anciens);
      const { faits, situation } = candidatDe(lu, uneOption());
      const dit = (['equilibre', 'repartition'] as const)
        .flatMap((critere) => phrasesDe(critere, lu, uneOption(), faits))
        .join(' ');
      const { confessionnel } = faits.equilibre;
      return [confessionnel.occurrences, faits.repartition.proches, situation, dit] as const;
    };
    expect(compter(true).slice(0, 3)).toEqual([3, 2, 'a_dedoubler']);
    expect(compter(true)[3]).toContain('sous l’ancien code 2112');
    expect(compter(false).slice(0, 3)).toEqual([1, 1, 'a_dedoubler']);
    expect(compter(false)[3]).toContain('L’ancien code 2112 n’est pas compté ici');
  });

  test('l’ordre des données ne change aucun fait', () => {
    const sites = [unSite('1'), ...['2', '3', '4', '5'].map((id) => unSite(id, PRES))];
    const options = [uneOption(), uneOption({ code_obg: '2101', annees: '3', degre: 'D2' })];
    const occurrences = sites.flatMap(({ id }) =>
      options.map(({ code_obg }, i) => uneOccurrence(id, code_obg, { pe: Number(id) + i })),
    );
    const ouvertures = sites.map(({ id }) => ({
      code: '2115',
      site: id,
      annee: '2021-2022',
      premiere: Number(id),
    }));
    const toutes = donnees({ sites, options, occurrences, ouvertures });
    const lire = (d: typeof toutes) => {
      const lieu = lieuDe(d, { genre: 'implantation', fase: '1' });
      if (!lieu) throw new Error('lieu');
      return candidats(creerContexte(d, lieu)).map(({ option, faits, situation }) => ({
        code: option.code_obg,
        faits,
        situation,
      }));
    };
    const attendus = lire(toutes);
    const melange = <T>(liste: readonly T[]) =>
      fc.shuffledSubarray([...liste], { minLength: liste.length });
    fc.assert(
      fc.property(
        melange(sites),
        melange(options),
        melange(occurrences),
        melange(ouvertures),
        (s, o, oc, ou) => {
          const autres = { ...toutes, sites: s, options: o, occurrences: oc, ouvertures: ou };
          expect(lire(autres)).toEqual(attendus);
        },
      ),
    );
  });
});

describe('une option transformée', () => {
  const ancienne = uneOption({ code_obg: '2410', statut: 'extinction' });
  const nouvelle = uneOption({ code_obg: '2420', statut: 'transformee' });
  const edition = donnees({
    options: [ancienne, nouvelle],
    successions: [{ ancien: '2410', nouveau: '2420' }],
    sites: [unSite('1'), unSite('2', { lat: 50.65 }), unSite('3', { lat: 50.66 })],
    occurrences: [
      uneOccurrence('2', '2410', { pe: 8, premiere: 3, troisieme: 5 }),
      uneOccurrence('3', '2410', { pe: 6, premiere: 2, troisieme: 4 }),
      uneOccurrence('3', '2420', { pe: 5, premiere: 5, troisieme: 0 }),
    ],
  });
  const depuis = (fase: string) => {
    const lieu = lieuDe(edition, { genre: 'implantation', fase });
    if (!lieu) throw new Error('Lieu inconnu.');
    return creerContexte(edition, lieu);
  };

  test('ses occurrences sont aussi celles de l’ancien code, un site une seule fois', () => {
    const { faits, situation } = candidatDe(depuis('1'), nouvelle);
    expect(situation).toBe('a_programmer');
    expect(faits.repartition).toMatchObject({
      proches: 2,
      tailleMoyenne: 9.5,
      premiereDesProches: 10,
    });
    expect(faits.repartition.plusProche).toMatchObject({ site: '2', sous: ['2410'] });
    expect(faits.equilibre.confessionnel).toMatchObject({ occurrences: 2, eleves: 19 });
    const phrases = phrasesDe('repartition', depuis('1'), nouvelle, faits).join(' ');
    expect(phrases).toContain('sous l’ancien code 2410');
  });

  test('là où court l’ancien code, elle est déjà organisée, jamais une ouverture', () => {
    const { faits, situation } = candidatDe(depuis('2'), nouvelle);
    expect(faits).toMatchObject({ ici: true, sous: ['2410'] });
    expect(['deja_organisee', 'a_dedoubler']).toContain(situation);
  });
});
