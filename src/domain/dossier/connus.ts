import type { MesDonnees } from './lieu.ts';
import type { Dossier } from './panier.ts';

type Codes = Pick<ReadonlySet<string>, 'has'>;

function sansInconnus(donnees: MesDonnees, connus: Codes): MesDonnees {
  const garder = (codes: readonly string[]) => codes.filter((code) => connus.has(code));
  const { options, besoins } = donnees;
  return {
    ...donnees,
    options: options.filter(({ code }) => connus.has(code)),
    besoins: besoins && { tc: garder(besoins.tc), fc: garder(besoins.fc) },
  };
}

/**
 * Le dossier sans les codes de « Mes données » que l’édition ne connaît pas, et ces codes. Une
 * demande reste, connue ou non : elle porte une note et des réponses.
 */
export function selonEdition(
  dossier: Dossier,
  connus: Codes,
): { readonly dossier: Dossier; readonly inconnus: readonly string[] } {
  const { lieu } = dossier;
  if (lieu?.genre !== 'mes-donnees') return { dossier, inconnus: [] };
  const { options, besoins } = lieu.donnees;
  const codes = [
    ...options.map(({ code }) => code),
    ...(besoins?.tc ?? []),
    ...(besoins?.fc ?? []),
  ];
  const inconnus = [...new Set(codes.filter((code) => !connus.has(code)))];
  if (inconnus.length === 0) return { dossier, inconnus };
  const donnees = sansInconnus(lieu.donnees, connus);
  return { dossier: { ...dossier, lieu: { ...lieu, donnees } }, inconnus };
}
