/** Une ligne de `acces_7e.csv` : ce que veut dire une lettre d’accès. */
export type LettreDAcces = {
  readonly acces: string;
  readonly intitule: string;
  readonly sens: string;
  readonly reference: string;
};

/** Une ligne de `acces_7e_depuis.csv` : une option de 6e qui donne accès à une 7e. */
export type AccesDepuis = {
  readonly code_obg: string;
  readonly depuis: string;
  readonly edition: string;
  readonly reference: string;
};

export type Acces7e = {
  readonly intitule: string | null;
  readonly motif: string;
  readonly reference: string;
  /** Codes des options qui donnent accès, quand un texte les énumère. */
  readonly depuis: readonly string[];
};

const A_VERIFIER = 'lettre de 2019, à vérifier dans les correspondances de l’année';
const MUET = { intitule: null, motif: 'accès non publié', reference: '', depuis: [] } as const;

/** Qui peut s’inscrire dans une 7e année. Une énumération récente l’emporte sur la lettre de 2019,
 * qui ne vaut plus pour toutes. Source : circulaire 7282, VI.IV.4 ; circulaire 9146, § 5.4. */
export function acces7e(
  lettres: readonly LettreDAcces[],
  enumerations: readonly AccesDepuis[],
  option: { readonly code_obg: string; readonly acces_7e: string | null },
): Acces7e {
  const cites = enumerations.filter((e) => e.code_obg === option.code_obg);
  const lettre = lettres.find((l) => l.acces === option.acces_7e);
  if (cites[0]) {
    return {
      intitule: null,
      motif: 'seules les options citées donnent accès à cette 7e',
      reference: cites[0].reference,
      depuis: cites.map((e) => e.depuis),
    };
  }
  if (!lettre) return MUET;
  const { intitule, sens, reference } = lettre;
  return { intitule, motif: `${sens} (${A_VERIFIER})`, reference, depuis: [] };
}
