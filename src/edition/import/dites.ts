import type { ReponseDImport } from './reponses.ts';
import type { Seuil } from './seuil.ts';

/** Une option qu’un message propose : `--annee fin`, `--colonne 'eleves=6'`, `--remplacer`. */
export interface OptionDite {
  readonly nom: string;
  readonly valeur: string;
}

/** Ce qu’on a répondu à un fichier. */
export interface Reponse {
  readonly reponse: ReponseDImport;
  readonly seuil: Seuil;
}

const SEULES = ['milliers', 'annee', 'masquees', 'tus', 'deux'];
const LISTES = ['colonne', 'feuille', 'additionner', 'garder', 'sans'];
const NOMS = [...SEULES, ...LISTES, 'rejets-max'].join('|');
const OPTION = new RegExp(
  `--(?:(${NOMS}) (?:'([^']+)'|([^\\s'),;]*[^\\s'),;.:]))|(remplacer)\\b)`,
  'g',
);

/** Les options qu’un message propose, chacune une fois, dans l’ordre où il les dit. */
export function optionsDites(message: string): readonly OptionDite[] {
  const dites = [...message.matchAll(OPTION)].map(
    ([, nom = '', citee, nue = '', seule]): OptionDite =>
      seule ? { nom: seule, valeur: '' } : { nom, valeur: citee ?? nue },
  );
  return [...new Map(dites.map((une) => [`${une.nom} ${une.valeur}`, une])).values()];
}

/** Ce qu’on a répondu, une option de plus. */
export function repondre({ reponse, seuil }: Reponse, { nom, valeur }: OptionDite): Reponse {
  if (nom === 'remplacer') return { reponse, seuil: { ...seuil, remplacer: true } };
  if (nom === 'rejets-max') return { reponse, seuil: { ...seuil, rejetsMax: valeur } };
  if (SEULES.includes(nom)) return { reponse: { ...reponse, [nom]: valeur }, seuil };
  const deja = reponse[nom as 'colonne'] ?? [];
  return { reponse: { ...reponse, [nom]: [...deja, valeur] }, seuil };
}
