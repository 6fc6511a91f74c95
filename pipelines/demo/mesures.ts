import type { Option } from '../../src/domain/tables/referentiel.ts';
import { STATUTS_ORGANISABLES } from '../../src/domain/tables/valeurs.ts';
import { codesParEleves } from './besoins.ts';
import { type CIBLES, DIX_OPTIONS, MOINS_SUIVIES, PLUS_SUIVIES } from './cibles.ts';
import { anneeDeRentree, DERNIERE, type EntreeDeDemo } from './entree.ts';
import type { Demo } from './index.ts';
import { somme } from './repartir.ts';

export type Mesures = Record<keyof typeof CIBLES, number>;

const QUALIFIANT = ['TQ', 'AQ', 'P'];

/** Regroupe des nombres sous une clé et les additionne. */
function totaliser<T>(lignes: readonly T[], cle: (l: T) => string, n: (l: T) => number) {
  const totaux = new Map<string, number>();
  for (const ligne of lignes) totaux.set(cle(ligne), (totaux.get(cle(ligne)) ?? 0) + n(ligne));
  return totaux;
}

/**
 * Ce que le tirage donne en face de chaque cible, pour la dernière année. Recompté depuis les
 * rangées écrites, sans rien reprendre du calage.
 */
export function mesurerDemo({ options, zones }: EntreeDeDemo, demo: Demo): Mesures {
  const annee = anneeDeRentree(DERNIERE);
  const inscrits = demo.inscriptions.filter((i) => i.annee_scolaire === annee);
  const occurrences = totaliser(
    inscrits,
    (i) => `${i.fase_implantation} ${i.code_obg}`,
    (i) => i.eleves,
  );
  const parOption = totaliser(
    inscrits,
    (i) => i.code_obg,
    (i) => i.eleves,
  );
  const degre = inscrits.filter((i) => i.annee_etude === 5 || i.annee_etude === 6);
  const eleves = somme(parOption.values());

  const liste = new Set([
    ...demo.fonctions_critiques
      .filter((f) => f.annee === DERNIERE + 1)
      .map((f) => `${f.region} ${f.metier}`),
    ...demo.thematiques_communes
      .filter((t) => t.annee === DERNIERE + 1)
      .map((t) => `${t.zone} ${t.metier}`),
  ]);
  const lie = (code: string, ou: string | number): boolean =>
    demo.options_metiers.some((l) => l.code_obg === code && liste.has(`${ou} ${l.metier}`));
  const rangees = options
    .filter(({ statut }: Option) => STATUTS_ORGANISABLES.includes(statut))
    .flatMap(({ code_obg: code }) =>
      zones.map(({ zone, region }) => ({ tc: lie(code, zone), fc: lie(code, region) })),
    );
  const part = (garde: (r: { tc: boolean; fc: boolean }) => boolean): number =>
    rangees.filter(garde).length / rangees.length;

  const classement = codesParEleves(demo.inscriptions);
  const moins = classement.slice(-MOINS_SUIVIES);
  const enPenurie = (codes: readonly string[]): number =>
    codes.filter((code) => lie(code, 'Wallonie') || lie(code, 'Bruxelles-Capitale')).length;
  const secondaire = demo.population.filter((p) => p.annee_scolaire === annee);
  const degres23 = secondaire.filter((p) => p.annee_etude > 2);
  const partQualifiante = (lignes: typeof secondaire): number =>
    somme(lignes.filter((p) => QUALIFIANT.includes(p.forme)).map((p) => p.eleves)) /
    somme(lignes.map((p) => p.eleves));

  return {
    occurrences: occurrences.size,
    eleves,
    petites: [...occurrences.values()].filter((n) => n < 10).length / occurrences.size,
    fc: part(({ fc }) => fc),
    tc: part(({ tc }) => tc),
    tcFc: part(({ tc, fc }) => tc && fc),
    dixOptions:
      somme(degre.filter((i) => DIX_OPTIONS.includes(i.code_obg)).map((i) => i.eleves)) /
      somme(degre.map((i) => i.eleves)),
    fcPlusSuivies: enPenurie(classement.slice(0, PLUS_SUIVIES)),
    fcMoinsSuivies: enPenurie(moins),
    partMoinsSuivies: somme(moins.map((code) => parOption.get(code) ?? 0)) / eleves,
    partSecondaire: partQualifiante(secondaire),
    partDegres23: partQualifiante(degres23),
  };
}
