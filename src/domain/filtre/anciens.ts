import type { ComptesDeLigne, LigneIndicateur, PartDeLigne } from './ligne.ts';

/** Les comptes d’une option avec les codes qu’elle remplace. */
export type ComptesDeLignee = ComptesDeLigne & Pick<LigneIndicateur, 'zone' | 'code_obg'>;

const cleDe = ({ code_obg, zone }: { code_obg: string; zone: number }): string =>
  `${code_obg}/${zone}`;

const partDe = ({ code_obg, occurrences, eleves, serie }: LigneIndicateur): PartDeLigne => ({
  code_obg,
  occurrences,
  eleves,
  serie,
});

/**
 * Les lignes, chaque ancien code réuni à celui qui le remplace : il n’a plus de ligne à lui, et ses
 * élèves sont comptés avec son successeur.
 */
export function avecAnciens(
  lignes: readonly LigneIndicateur[],
  lignees: readonly ComptesDeLignee[],
): readonly LigneIndicateur[] {
  const reunis = new Map(lignees.map((comptes) => [cleDe(comptes), comptes]));
  const seules = new Map(lignes.map((ligne) => [cleDe(ligne), ligne]));
  return lignes
    .filter(({ nouveaux }) => nouveaux.length === 0)
    .map((ligne) => {
      const comptes = reunis.get(cleDe(ligne));
      if (!comptes) return ligne;
      const anciennes = ligne.anciens.flatMap(
        (code_obg) => seules.get(cleDe({ code_obg, zone: ligne.zone })) ?? [],
      );
      return { ...ligne, ...comptes, parts: [ligne, ...anciennes].map(partDe) };
    });
}

/** Ce que des lignes réunissent, chaque code d’une zone une seule fois : la base de tout total. */
export function partsDe(lignes: readonly LigneIndicateur[]): readonly PartDeLigne[] {
  const parts = new Map<string, PartDeLigne>();
  for (const ligne of lignes) {
    for (const part of ligne.parts.length > 0 ? ligne.parts : [ligne]) {
      parts.set(cleDe({ code_obg: part.code_obg, zone: ligne.zone }), part);
    }
  }
  return [...parts.values()];
}
