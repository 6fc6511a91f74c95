import { describe, expect, it } from 'vitest';
import { sansAnciens } from '../../../src/domain/autour/anciens.ts';
import { autour, situerDepart } from '../../../src/domain/autour/autour.ts';
import { demander } from '../../../src/domain/autour/demande.ts';
import { type Depart, ETAT_INITIAL, lieuArrondi } from '../../../src/domain/autour/etat.ts';
import { valeursDe } from '../../../src/domain/autour/facettes.ts';
import type {
  ImplantationSituee,
  Lieux,
  OffreParSite,
  OptionSituee,
} from '../../../src/domain/autour/types.ts';
import { classerCommune, type RegleDeDensite } from '../../../src/domain/normes/distance.ts';
import type { RegleCreation } from '../../../src/domain/normes/types.ts';
import { constatDemande, densiteDite, face, normesDuLieu } from '../../../src/phrases/demande.ts';
import { LIEGE, LIEUX, OFFRE, OPTIONS, occurrence, option } from './lieux.ts';

const [electricien, coiffeur, jardinier] = OPTIONS as [OptionSituee, OptionSituee, OptionSituee];

const faits = (depart: Depart, option: OptionSituee) => {
  const situe = situerDepart(LIEUX, depart);
  if (!situe) throw new Error('Départ inconnu.');
  return { situe, ...demander(LIEUX, OFFRE, situe, option) };
};
const DU_SITE = { genre: 'implantation', fase: '100' } as const;

describe('et si je la demandais ici ?', () => {
  it('trouve la plus proche, celle du même caractère, et compte le cercle et la zone', () => {
    const f = faits(DU_SITE, coiffeur);
    expect(f.ici).toBeNull();
    expect(f.plusProche?.site.id).toBe('103');
    expect(f.plusProches['non confessionnel']?.site.id).toBe('101');
    expect(f.dansLeCercle).toEqual({ confessionnel: 1, 'non confessionnel': 1 });
    expect(f.dansLaZone).toEqual({ confessionnel: 1, 'non confessionnel': 1 });
    expect(f.troisProches.map(({ occurrence }) => occurrence.eleves)).toEqual([7, 20]);
  });

  it('à 10,01 km, hors du cercle ; le site de départ compte dans sa zone, pas dans le cercle', () => {
    const f = faits(DU_SITE, electricien);
    expect(f.ici?.eleves).toBe(10);
    expect(f.dansLeCercle).toEqual({ confessionnel: 0, 'non confessionnel': 1 });
    expect(f.dansLaZone['non confessionnel']).toBe(3);
    expect(constatDemande(f, f.situe)).toBe(
      'votre implantation organise déjà cette option ; 1\u00a0autre occurrence à 10 km ou moins, dont 1 de votre caractère.',
    );
  });

  it('le degré : un autre établissement, du même caractère, dans la même forme', () => {
    const [degre] = faits(DU_SITE, coiffeur).degres;
    expect(degre).toMatchObject({ degre: 'D3', forme: 'TQ', organise: true });
    expect(degre?.proches['non confessionnel']?.site.id).toBe('101');
    expect(degre?.proches.confessionnel).toBeNull();
    expect(faits(DU_SITE, jardinier).degres).toEqual([]);
  });

  it('depuis un lieu de la carte : sa zone est celle de la commune la plus proche', () => {
    const f = faits(lieuArrondi(LIEGE), coiffeur);
    expect(f.situe).toMatchObject({ zone: 4, estLieu: true, implantation: null });
    expect(f.degres[0]?.organise).toBeNull();
  });

  it('un centre du même secteur, à 10 km', () => {
    expect(faits(DU_SITE, electricien).centres.map(({ centre }) => centre.id)).toEqual(['c1']);
  });
});

describe('la norme d’un degré', () => {
  const densite = (nom: string, km_caractere: number) =>
    ({ densite: nom, intitule: nom, km_caractere, km_longue: 20 }) as RegleDeDensite;
  const regle = (distance: string, generale: number) =>
    ({
      regle: distance,
      edition: 'e',
      objet: 'degre',
      annee: 5,
      forme: 'P TQ AQ',
      distance,
      generale,
      valide_du: '2025-09-01',
      nature: 'transcription',
      reference: 'art. 18',
    }) as RegleCreation;
  const regles = {
    densites: [densite('N', 12), densite('R', 8), densite('S', 8)],
    creation: [regle('generale', 12), regle('caractere', 9), regle('longue', 8)],
  };
  const degre = {
    degre: 'D3',
    forme: 'TQ',
    organise: false,
    proches: { confessionnel: null, 'non confessionnel': null },
  } as const;
  const eleves = (km: number | null) => normesDuLieu(regles, degre, km).map((n) => n.eleves);

  it.each([
    [7.9, [12], 'sous les 8 km'],
    [8.1, [12, 9, 9], 'entre 8 et 12 km'],
    [12.1, [9], 'entre 12 et 20 km'],
    [20.1, [8], 'à plus de 20 km'],
  ] as const)('à %f km', (km, attendus, ou) => {
    expect(eleves(km)).toEqual(attendus);
    expect(face(km, regles)).toBe(ou);
  });

  it.each([
    ['R', true, 8.1, [9], 'était une R au recensement'],
    ['N', true, 8.1, [12], 'était une N au recensement'],
    ['R', false, 8.1, [12, 9, 9], 'à vérifier'],
    [null, null, 8.1, [12, 9, 9], 'n’est pas connue ici'],
  ] as const)('7282, VII.III.2 : une commune %s, sûre : %s', (classe, sure, km, attendus, dit) => {
    const commune = classerCommune(regles.densites, {
      commune: 'Ici',
      densite: classe,
      densiteSure: sure,
    });
    expect(normesDuLieu(regles, degre, km, commune).map((n) => n.eleves)).toEqual(attendus);
    expect(densiteDite(commune)).toContain(dit);
  });

  it('sans établissement du même caractère, la plus longue distance vaut', () => {
    expect(eleves(null)).toEqual([8]);
  });
});

describe('une option transformée', () => {
  const ancien = { ...option('2410'), nouveaux: ['2420'] };
  const nouveau = option('2420');
  const offre = new Map([
    ['100', [occurrence(ancien, 12, 0)]],
    ['101', [occurrence(ancien, 7, 0), occurrence(nouveau, 5, 0)]],
  ]);

  it('existe là où court son ancien code, une fois par site, et la phrase le dit', () => {
    const situe = situerDepart(LIEUX, DU_SITE);
    if (!situe) throw new Error('Départ inconnu.');
    const f = demander(LIEUX, offre, situe, nouveau);
    expect(f.ici?.option.code).toBe('2410');
    expect(f.plusProche?.site.id).toBe('101');
    expect(f.plusProche?.occurrence.eleves).toBe(12);
    expect(f.dansLeCercle['non confessionnel']).toBe(1);
    expect(constatDemande(f, situe)).toContain('sous l’ancien code 2410');
    expect(demander(LIEUX, offre, situe, ancien).dansLeCercle['non confessionnel']).toBe(1);
  });

  it('sans les anciens codes, ne compte que sous le sien', () => {
    const situe = situerDepart(LIEUX, DU_SITE);
    if (!situe) throw new Error('Départ inconnu.');
    const seule = sansAnciens({ ...LIEUX, options: [ancien, nouveau] }, offre);
    const f = demander(seule.lieux, seule.offre, situe, nouveau);
    expect(f.ici).toBeNull();
    expect(f.plusProche?.occurrence.eleves).toBe(5);
    const etat = { ...ETAT_INITIAL, choix: { option: ['2420'] } };
    const trouver = (lieux: Lieux, vue: OffreParSite) =>
      autour(lieux, vue, etat).sites.map(({ site }) => site.id);
    expect(trouver(LIEUX, offre)).toEqual(['100', '101']);
    expect(trouver(seule.lieux, seule.offre)).toEqual(['101']);
  });

  it('se filtre sous son nouveau code, l’ancien gardant le sien', () => {
    const valeurs = valeursDe(
      'option',
      LIEUX.implantations[0] as ImplantationSituee,
      occurrence(ancien, 1, 0),
    );
    expect(valeurs).toEqual(['2410', '2420']);
  });
});
