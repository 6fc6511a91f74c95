import { type CentreSitue, type Contexte, organiseesIci } from './contexte.ts';
import type { Organisee } from './lieu.ts';
import type { OptionDuDossier } from './types.ts';

/** Premier critère : ce que l’école organise déjà, sur toutes ses implantations. */
export interface FaitsCoherence {
  /** L’école organise-t-elle quoi que ce soit dans nos données ? */
  readonly offreConnue: boolean;
  /** Codes du secteur de l’option, elle-même exclue, dans l’ordre. */
  readonly secteur: readonly string[];
  /** Parmi eux, ceux du même groupe. */
  readonly groupe: readonly string[];
  /** Dans le groupe, ce qui mène à l’option (2e degré avant 4-5-6, 4-5-6 avant 7e). */
  readonly avant: readonly string[];
  /** Dans le groupe, ce à quoi l’option mène. */
  readonly apres: readonly string[];
  /** L’option existe sur une autre implantation de l’école. */
  readonly ailleurs: boolean;
  /** Centres du secteur à moins de dix kilomètres. */
  readonly centres: readonly CentreSitue[];
}

/** 1 : 2e degré, 2 : 4-5-6, 3 : 7e ; `null` : les textes ne disent pas les années. */
function etape({ annees }: OptionDuDossier): number | null {
  if (annees === null) return null;
  if (annees === '3') return 1;
  return annees === '7' ? 3 : 2;
}

const codesDe = (offre: readonly Organisee[]): readonly string[] => [
  ...new Set(offre.map(({ code }) => code).sort()),
];

/** Les options qu’un texte énumère comme menant à celle-ci (7e), ou `null` s’il ne le fait pas. */
function accesEnumeres({ donnees }: Contexte, code: string): readonly string[] | null {
  const cites = donnees.regles.acces7e.filter((acces) => acces.code_obg === code);
  return cites.length > 0 ? cites.map(({ depuis }) => depuis) : null;
}

/** Les faits de cohérence d’une option pour l’école du dossier. */
export function coherence(contexte: Contexte, option: OptionDuDossier): FaitsCoherence {
  const { lieu, options } = contexte;
  const codes = codesDe(lieu.offre);
  const lignee = contexte.lignees.get(option.code_obg) ?? [option.code_obg];
  const autres = codes.filter((code) => !lignee.includes(code));
  const de = (garder: (o: OptionDuDossier) => boolean) =>
    autres.filter((code) => {
      const autre = options.get(code);
      return autre !== undefined && garder(autre);
    });
  const rang = etape(option);
  const memeGroupe = (o: OptionDuDossier) => o.groupe === option.groupe;
  const vers = (ecart: number) =>
    rang === null ? [] : de((o) => memeGroupe(o) && etape(o) === rang + ecart);
  const enumeres = accesEnumeres(contexte, option.code_obg);
  return {
    offreConnue: codes.length > 0,
    secteur: de((o) => o.secteur === option.secteur),
    groupe: de(memeGroupe),
    avant: enumeres ? codes.filter((code) => enumeres.includes(code)) : vers(-1),
    apres: vers(1),
    ailleurs: organiseesIci(contexte, option).some(({ ici }) => !ici),
    centres: contexte.centres.filter(({ centre }) => centre.secteurs.includes(option.secteur)),
  };
}
