/** Les fichiers de cette page ne sont plus en ligne : une nouvelle édition les a remplacés. */
export class EditionDepassee extends Error {
  constructor() {
    super('Une nouvelle édition des données est en ligne. Rechargez la page pour la lire.');
    this.name = 'EditionDepassee';
  }
}

/** Un fichier qui n’est pas venu, ou pas entier ; son message se montre tel quel. */
export class LectureRatee extends Error {
  override name = 'LectureRatee';
}

/** Un serveur qui n’envoie plus rien pendant ce temps, en millisecondes, n’enverra plus rien. */
export const SILENCE = 20_000;

const COUPE = 'Le réseau ne répond pas : vérifiez votre connexion, puis réessayez.';
const PERDU = 'Une partie de cette page ne s’est pas chargée. Rechargez la page.';
const ABIME =
  'Un fichier de données est arrivé abîmé, ou une autre page est venue à sa place : celle d’un portail d’accès au réseau, peut-être.';

async function recevoir(adresse: string, signal: AbortSignal, vivre: () => void): Promise<Blob> {
  const reponse = await fetch(adresse, { signal });
  if (reponse.status === 404) throw new EditionDepassee();
  if (!reponse.ok)
    throw new LectureRatee(`Le serveur ne donne pas ce fichier (${reponse.status}).`);
  const morceaux: Uint8Array<ArrayBuffer>[] = [];
  const lecteur = reponse.body?.getReader();
  for (let lu = await lecteur?.read(); lu && !lu.done; lu = await lecteur?.read()) {
    vivre();
    morceaux.push(lu.value);
  }
  return new Blob(morceaux);
}

/**
 * Va chercher un fichier de données, toujours en entier.
 * @throws EditionDepassee s’il n’existe plus, LectureRatee s’il ne vient pas
 */
export async function lireFichier(adresse: string): Promise<Blob> {
  const arret = new AbortController();
  let attente: ReturnType<typeof setTimeout> | undefined;
  const vivre = (): void => {
    clearTimeout(attente);
    attente = setTimeout(() => arret.abort(), SILENCE);
  };
  vivre();
  try {
    return await recevoir(adresse, arret.signal, vivre);
  } catch (cause) {
    if (cause instanceof EditionDepassee || cause instanceof LectureRatee) throw cause;
    throw new LectureRatee(COUPE, { cause });
  } finally {
    clearTimeout(attente);
  }
}

/**
 * Va chercher un fichier JSON.
 * @throws EditionDepassee s’il n’existe plus, LectureRatee s’il ne vient pas ou n’est pas du JSON
 */
export async function lireJson<T>(adresse: string): Promise<T> {
  const texte = await (await lireFichier(adresse)).text();
  try {
    return JSON.parse(texte) as T;
  } catch (cause) {
    throw new LectureRatee(ABIME, { cause });
  }
}

/**
 * Ce que la promesse rend, si elle répond à temps.
 * @throws LectureRatee après un trop long silence
 */
function avantSilence<T>(promesse: Promise<T>): Promise<T> {
  let attente: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, renoncer) => {
    attente = setTimeout(() => renoncer(new LectureRatee(COUPE)), SILENCE);
  });
  return Promise.race([promesse, silence]).finally(() => clearTimeout(attente));
}

/**
 * Un module demandé par `import()`.
 * @throws LectureRatee s’il ne vient pas : le navigateur, lui, le dit en anglais
 */
export const charger = <T>(module: Promise<T>): Promise<T> =>
  avantSilence(module).catch((cause) => {
    throw new LectureRatee(PERDU, { cause });
  });

/** Une lecture faite une fois, et refaite si elle a échoué. */
export function uneFois<T>(charger: () => Promise<T>): () => Promise<T> {
  let promesse: Promise<T> | undefined;
  return () => {
    promesse ??= charger().catch((cause) => {
      promesse = undefined;
      throw cause;
    });
    return promesse;
  };
}

/** Une lecture par clé, faite une fois chacune, et refaite si elle a échoué. */
export function uneFoisPar<C extends readonly string[], T>(charger: (...cle: C) => Promise<T>) {
  const lectures = new Map<string, () => Promise<T>>();
  return (...cle: C): (() => Promise<T>) => {
    const nom = cle.join(' ');
    const lecture = lectures.get(nom) ?? uneFois(() => charger(...cle));
    lectures.set(nom, lecture);
    return lecture;
  };
}
