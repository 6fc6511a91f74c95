import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nomDansAdresse, rendrePublique, sansPourcent } from '../../src/edition/adresse.ts';
import { nomDeFichier } from '../../src/edition/import/citer.ts';
import { dossierProvisoire } from '../menage.ts';

/** Un fichier qui n’a pas pu être téléchargé ; rien n’a été écrit. */
export class ErreurDeTelechargement extends Error {
  override name = 'ErreurDeTelechargement';
}

export interface Delais {
  /** Au-delà, en millisecondes, un serveur muet est abandonné. */
  readonly silence?: number | undefined;
  /** Au-delà, en millisecondes, un téléchargement est abandonné. */
  readonly duree?: number | undefined;
}

const RENVOIS = 5;
/** Le plus grand fichier que l’import lit. */
const OCTETS = 100_000_000;
const REMEDE = 'Réessayez, ou téléchargez le fichier et donnez son chemin.';

/** L’erreur d’une adresse, citée sans rien de ce qui sert à y entrer. */
const echec = (adresse: string, raison: string, remede = REMEDE): ErreurDeTelechargement =>
  new ErreurDeTelechargement(`${rendrePublique(adresse).adresse} ${raison}. ${remede}`);

function adresseWeb(texte: string): URL {
  const url = URL.parse(texte);
  if (url && /^https?:$/.test(url.protocol)) return url;
  const quoi = url ? `commence par « ${url.protocol.slice(0, 12)} »` : 'ne se lit pas';
  throw new ErreurDeTelechargement(
    `L’adresse donnée ${quoi} : seules http:// et https:// se téléchargent. ` +
      'Corrigez-la, ou donnez le chemin du fichier.',
  );
}

/** L’identifiant et le mot de passe d’une adresse vont dans l’en-tête, pour elle seule. */
function demander(url: URL, origine: string, signal: AbortSignal): Promise<Response> {
  const { username, password } = url;
  const nue = new URL(url);
  nue.username = '';
  nue.password = '';
  const entetes = new Headers();
  if (url.origin === origine && (username || password)) {
    const paire = `${sansPourcent(username)}:${sansPourcent(password)}`;
    entetes.set('Authorization', `Basic ${Buffer.from(paire).toString('base64')}`);
  }
  return fetch(nue, { signal, redirect: 'manual', headers: entetes });
}

/** Suit les renvois, cinq au plus, et seulement vers le Web. */
async function suivre(adresse: string, signal: AbortSignal): Promise<Response> {
  const depart = adresseWeb(adresse);
  let url = depart;
  for (let renvois = 0; renvois <= RENVOIS; renvois++) {
    const reponse = await demander(url, depart.origin, signal);
    const vers = reponse.headers.get('location');
    if (reponse.status < 300 || reponse.status > 399 || vers === null) return reponse;
    await reponse.body?.cancel();
    const suivante = URL.parse(vers, url);
    if (!suivante || !/^https?:$/.test(suivante.protocol)) {
      throw echec(adresse, 'renvoie vers autre chose qu’une adresse du Web');
    }
    if (suivante.origin === depart.origin && !suivante.username) {
      suivante.username = depart.username;
      suivante.password = depart.password;
    }
    url = suivante;
  }
  throw echec(adresse, `renvoie d’adresse en adresse plus de ${RENVOIS} fois`);
}

const tropLourd = (adresse: string) =>
  echec(
    adresse,
    `envoie plus de ${OCTETS / 1e6} Mo, c’est la borne`,
    'Téléchargez le fichier, découpez-le et donnez son chemin.',
  );

async function recevoir(adresse: string, reponse: Response, vivant: () => void): Promise<Buffer> {
  if (!reponse.ok) throw echec(adresse, `répond ${reponse.status}`);
  const annonces = Number(reponse.headers.get('content-length') ?? Number.NaN);
  if (annonces > OCTETS) throw tropLourd(adresse);
  const morceaux: Uint8Array[] = [];
  let recus = 0;
  for await (const morceau of reponse.body ?? []) {
    recus += morceau.byteLength;
    if (recus > OCTETS) throw tropLourd(adresse);
    morceaux.push(morceau);
    vivant();
  }
  const compresse = reponse.headers.has('content-encoding');
  if (!compresse && recus !== annonces && !Number.isNaN(annonces)) {
    throw echec(adresse, 'a coupé avant la fin');
  }
  return Buffer.concat(morceaux);
}

const raison = (cause: unknown): string => {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return cause.message;
  const jamais = cause instanceof TypeError && cause.message === 'fetch failed';
  return jamais ? 'est injoignable, ou a coupé la connexion' : 'a coupé avant la fin';
};

/**
 * Télécharge un fichier dans un dossier provisoire, que le départ du processus efface, sous le nom
 * que dit son adresse.
 * @returns le chemin du fichier, et de quoi l’effacer
 * @throws ErreurDeTelechargement si le serveur répond mal, se tait, coupe avant la fin, ou envoie
 * trop ou trop longtemps
 */
export async function telecharger(
  adresse: string,
  { silence = 60_000, duree = 600_000 }: Delais = {},
): Promise<{ chemin: string; effacer: () => void }> {
  const arret = new AbortController();
  const couper = (mots: string) => () => arret.abort(new DOMException(mots, 'TimeoutError'));
  const muet = couper('ne répond plus');
  const fin = setTimeout(couper(`envoie depuis plus de ${duree / 1000} secondes`), duree);
  let garde = setTimeout(muet, silence);
  try {
    const reponse = await suivre(adresse, arret.signal);
    const octets = await recevoir(adresse, reponse, () => {
      clearTimeout(garde);
      garde = setTimeout(muet, silence);
    });
    const { chemin: dossier, effacer } = dossierProvisoire('oad-import-');
    const chemin = join(dossier, nomDeFichier(nomDansAdresse(adresse)));
    await writeFile(chemin, octets);
    return { chemin, effacer };
  } catch (cause) {
    if (cause instanceof ErreurDeTelechargement) throw cause;
    throw echec(adresse, raison(cause));
  } finally {
    arret.abort();
    clearTimeout(garde);
    clearTimeout(fin);
  }
}
