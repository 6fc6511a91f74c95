import { rentree } from '../annees.ts';

type Editee = { readonly edition: string };
/** Sans dates, une règle vaut dès la rentrée de son édition. */
type Bornee = Editee & { readonly valide_du?: string; readonly valide_au?: string | null };

const debutDe = ({ edition, valide_du }: Bornee): string =>
  valide_du ?? `${edition.slice(0, 4)}-09-01`;

/**
 * Les règles d’une édition nommée ; sans nom, elles ont déjà été choisies par `reglesEnVigueur`.
 * @throws Error si des règles de plusieurs éditions se mêlent : aucune ne serait la bonne
 */
export function reglesDe<R extends Editee>(regles: readonly R[], edition?: string): readonly R[] {
  if (edition !== undefined) return regles.filter((regle) => regle.edition === edition);
  const editions = new Set(regles.map((regle) => regle.edition));
  if (editions.size > 1) {
    throw new Error(`Des règles de plusieurs éditions se mêlent : ${[...editions].join(', ')}.`);
  }
  return regles;
}

/** L’édition qui vaut à une date ISO, sinon la dernière commencée avant elle, sinon la première :
 * `exacte` dit si le texte couvre vraiment cette date. */
export function editionAu(
  regles: readonly Bornee[],
  date: string,
): { readonly edition: string; readonly exacte: boolean } | null {
  const parDebut = regles.toSorted((a, b) => (debutDe(a) < debutDe(b) ? -1 : 1));
  const derniere = parDebut.findLast((regle) => debutDe(regle) <= date);
  const choisie = derniere ?? parDebut[0];
  if (!choisie) return null;
  const { edition } = choisie;
  const couvre = (regle: Bornee) =>
    regle.edition === edition &&
    debutDe(regle) <= date &&
    (!regle.valide_au || regle.valide_au >= date);
  return { edition, exacte: regles.some(couvre) };
}

/** Le jour d’une campagne où ses normes se comptent : le 1er octobre de la rentrée. */
export const jourDeCampagne = (campagne: string): string => `${rentree(campagne)}-10-01`;

type Sujets = {
  readonly procedure?: string;
  readonly parametre?: string;
  readonly depuis?: string;
  readonly code_obg?: string;
  readonly objet?: string;
};

/** Une édition qui ne règle que des options (celles de la CPU) ne fait pas une campagne. */
function entieres<R extends Bornee & Sujets>(regles: readonly R[]): readonly R[] {
  const completes = new Set(
    regles.filter(({ objet }) => objet !== 'option').map(({ edition }) => edition),
  );
  return completes.size > 0 ? regles.filter(({ edition }) => completes.has(edition)) : regles;
}

/** Ce dont une table parle, quand elle tient plusieurs suites d’éditions. */
const sujetDe = (regle: Bornee & Sujets): string =>
  regle.procedure ?? regle.parametre ?? (regle.depuis ? (regle.code_obg ?? '') : '');

/** L’édition qu’une campagne applique dans une table, sujet par sujet. */
export const editionsEnVigueur = (regles: readonly Bornee[], campagne: string) =>
  [...Map.groupBy(regles, sujetDe)].flatMap(([sujet, siennes]) => {
    const choix = editionAu(entieres(siennes), jourDeCampagne(campagne));
    return choix ? [{ sujet, ...choix }] : [];
  });

/**
 * Les règles de la campagne d’une édition : dans chaque table, celles qui valent le jour où ses
 * normes se comptent, ou, faute de texte, les dernières d’avant, reconduites.
 * @param campagne l’année scolaire où s’ouvrirait ce qu’on demande, par exemple `2025-2026`
 */
export const reglesEnVigueur = <R extends Bornee>(
  regles: readonly R[],
  campagne: string,
): readonly R[] => {
  const choisies = new Map(
    editionsEnVigueur(regles, campagne).map(({ sujet, edition }) => [sujet, edition]),
  );
  return regles.filter((regle) => choisies.get(sujetDe(regle)) === regle.edition);
};

/** Les règles que la campagne connaît : celles qu’elle applique et celles d’avant, aucune d’après. */
export const reglesJusqua = <R extends Bornee>(
  regles: readonly R[],
  campagne: string,
): readonly R[] => regles.filter((regle) => debutDe(regle) <= jourDeCampagne(campagne));
