import { additionner, type Effectif } from '../effectif.ts';
import { type Contexte, organiseeIci } from './contexte.ts';
import { effectifDe } from './presence.ts';
import type { Caractere, OptionDuDossier } from './types.ts';

export interface OffreComptee extends Effectif {
  readonly occurrences: number;
}

/** Deuxième critère : les occurrences de l’option dans la zone, par caractère. */
export interface FaitsEquilibre {
  readonly confessionnel: OffreComptee;
  readonly nonConfessionnel: OffreComptee;
  /** Les mêmes, vus du lieu. */
  readonly memeCaractere: OffreComptee;
  readonly autreCaractere: OffreComptee;
}

/** L’implantation du dossier compte parmi celles de sa zone, comme dans le tableau d’indicateurs. */
export function equilibre(contexte: Contexte, option: OptionDuDossier): FaitsEquilibre {
  const { lieu, comptees } = contexte;
  const sienne = organiseeIci({ lieu, lignees: comptees }, option);
  const ici = sienne ? [{ caractere: lieu.caractere, ...effectifDe(sienne) }] : [];
  const autres = (contexte.occurrences.get(option.code_obg) ?? [])
    .filter((occurrence) => occurrence.lieu.zone === lieu.zone)
    .map((occurrence) => ({
      caractere: occurrence.lieu.caractere,
      ...effectifDe(occurrence),
    }));
  const compter = (caractere: Caractere): OffreComptee => {
    const siennes = [...ici, ...autres].filter((o) => o.caractere === caractere);
    return { occurrences: siennes.length, ...additionner(siennes) };
  };
  const confessionnel = compter('confessionnel');
  const nonConfessionnel = compter('non confessionnel');
  const estConfessionnel = lieu.caractere === 'confessionnel';
  return {
    confessionnel,
    nonConfessionnel,
    memeCaractere: estConfessionnel ? confessionnel : nonConfessionnel,
    autreCaractere: estConfessionnel ? nonConfessionnel : confessionnel,
  };
}
