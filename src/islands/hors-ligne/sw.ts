/*
 * Le service worker : publié tel quel, sans ses types. Il ne fait rien tant qu’une édition n’est
 * pas gardée entière ; ensuite il la sert, et elle seule, jusqu’à ce que la suivante soit entière.
 */
interface Duree extends Event {
  waitUntil(travail: Promise<unknown>): void;
}
interface Demande extends Duree {
  readonly request: Request;
  respondWith(reponse: Promise<Response>): void;
}
interface Message extends Duree {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface Portee {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(choix: { type: 'window' }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(nom: 'install' | 'activate', suite: (evenement: Duree) => void): void;
  addEventListener(nom: 'fetch', suite: (evenement: Demande) => void): void;
  addEventListener(nom: 'message', suite: (evenement: Message) => void): void;
}
interface Liste {
  readonly version: string;
  readonly edition: string;
  readonly octets: number;
  readonly fichiers: readonly (readonly [string, string, number])[];
}
interface Etat {
  readonly version: string;
  readonly edition: string;
  readonly octets: number;
  /** L’édition d’avant, tant qu’un onglet peut encore lui demander un fichier à empreinte. */
  readonly precedente: string | null;
}
/** Un téléchargement en route ; `dit` : quelqu’un l’a demandé, les onglets le suivent. */
interface Travail {
  readonly arret: AbortController;
  readonly promesse: Promise<void>;
  dit: boolean;
}
type Genre = 'liste' | 'serveur' | 'altéré' | 'silence' | 'arrêté';

const portee = globalThis as unknown as Portee;
const base = new URL('./', location.href).href;
const LISTE = `${base}hors-ligne-liste.json`;
/** La même liste sans ses fichiers : de quoi savoir si elle a changé. */
const RESUME = `${base}hors-ligne.json`;
const PREFIXE = `oad ${base} `;
const ETAT = `${PREFIXE}état`;
const SOMME = 'x-oad-sha256';
const EMPREINTE = /^_astro\/|\.[0-9a-f]{10}\.(parquet|json)$/;

/** Plus un octet pendant ce temps, en millisecondes : le réseau ne répond plus. */
const SILENCE = 30_000;
/** Un navigateur arrête un service worker qu’un même message occupe plus de cinq minutes. */
const MAINTIEN = 240_000;
const RYTHME = 200;

/** Tous les onglets ouverts l’entendent, le second comme le premier. */
const annonces = new BroadcastChannel(`${PREFIXE}étape`);
let travail: Travail | null = null;
let derniere: object | null = null;

class Faute extends Error {
  readonly genre: Genre;
  readonly fichier: string;
  constructor(genre: Genre, fichier = '') {
    super(`${genre} ${fichier}`);
    this.genre = genre;
    this.fichier = fichier;
  }
}

const enErreur = (cause: unknown): object => {
  if (cause instanceof Faute) {
    return { etape: 'erreur', raison: cause.genre, fichier: cause.fichier };
  }
  const plein = cause instanceof Error && /Quota/.test(cause.name);
  return { etape: 'erreur', raison: plein ? 'quota' : 'réseau', fichier: '' };
};

/** Une mise à jour que personne n’a demandée ne dit rien. */
const annoncer = (etape: object): void => {
  if (!travail?.dit) return;
  derniere = etape;
  annonces.postMessage(etape);
};

const nomDe = (version: string): string => `${PREFIXE}${version}`;

/** L’adresse d’un fichier dans la liste : relative à la base, sans recherche, `/` final rendu. */
const cleDe = (adresse: string): string => {
  const chemin = decodeURI(new URL(adresse).href.replace(/[?#].*/, '').slice(base.length));
  const page = chemin.replace(/(^|\/)index\.html$/, '$1');
  return /(^|\/|\.\w+)$/.test(page) ? page : `${page}/`;
};

async function lireEtat(): Promise<Etat | null> {
  const reponse = await caches.match(base, { cacheName: ETAT });
  return reponse ? ((await reponse.json()) as Etat) : null;
}

const ecrireEtat = async (etat: Etat): Promise<void> =>
  (await caches.open(ETAT)).put(base, new Response(JSON.stringify(etat)));

const chercher = (version: string, cle: string): Promise<Response | undefined> =>
  caches.match(base + cle, { cacheName: nomDe(version) });

async function effacerSauf(versions: readonly (string | null)[]): Promise<void> {
  const gardes = new Set([ETAT, ...versions.flatMap((version) => (version ? nomDe(version) : []))]);
  for (const nom of await caches.keys()) {
    const efface = nom.startsWith(PREFIXE) && !gardes.has(nom);
    if (efface) await caches.delete(nom);
  }
}

async function lireTout({ body }: Response, vivre: () => void): Promise<ArrayBuffer> {
  const morceaux: Uint8Array<ArrayBuffer>[] = [];
  const lecteur = body?.getReader();
  for (let lu = await lecteur?.read(); lu && !lu.done; lu = await lecteur?.read()) {
    vivre();
    morceaux.push(lu.value);
  }
  return new Blob(morceaux).arrayBuffer();
}

async function sommeDe(contenu: ArrayBuffer): Promise<string> {
  const calcule = new Uint8Array(await crypto.subtle.digest('SHA-256', contenu));
  return [...calcule].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** Va chercher un fichier ; s’il n’est pas le bon, le redemande une fois sans aucun cache. */
async function recuperer(
  cle: string,
  somme: string,
  signal: AbortSignal,
  vivre: () => void,
): Promise<Response> {
  for (const cache of ['no-cache', 'reload'] as const) {
    const reponse = await fetch(base + cle, { cache, credentials: 'same-origin', signal });
    if (!reponse.ok) throw new Faute('serveur', cle);
    const contenu = await lireTout(reponse, vivre);
    if ((await sommeDe(contenu)) !== somme) continue;
    const headers = new Headers(reponse.headers);
    headers.delete('content-encoding');
    headers.delete('content-length');
    headers.set(SOMME, somme);
    return new Response(contenu, { headers });
  }
  throw new Faute('altéré', cle);
}

async function estLa(version: string, cle: string, somme: string): Promise<Response | null> {
  const reponse = await chercher(version, cle);
  return reponse?.headers.get(SOMME) === somme ? reponse : null;
}

async function lireListe(signal: AbortSignal): Promise<Liste> {
  const reponse = await fetch(LISTE, { cache: 'no-cache', signal });
  const lue: Liste | null = reponse.ok ? await reponse.json().catch(() => null) : null;
  signal.throwIfAborted();
  if (!Array.isArray(lue?.fichiers)) throw new Faute('liste');
  return lue;
}

/** Télécharge ce qui manque d’une édition ; la première faute arrête tout, et elle seule se dit. */
async function telecharger(liste: Liste, etat: Etat | null, arret: AbortController): Promise<void> {
  const { version, octets } = liste;
  const { signal } = arret;
  const cache = await caches.open(nomDe(version));
  const restent = [...liste.fichiers];
  let recus = 0;
  let dit = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const vivre = (): void => {
    clearTimeout(silence);
    if (signal.aborted) return;
    silence = setTimeout(() => arret.abort(new Faute('silence')), SILENCE);
    if (performance.now() - dit < RYTHME) return;
    dit = performance.now();
    annoncer({ etape: 'en cours', recus, octets });
  };
  const ouvrier = async (): Promise<void> => {
    for (let fichier = restent.shift(); fichier; fichier = restent.shift()) {
      signal.throwIfAborted();
      const [cle, somme, taille] = fichier;
      if (!(await estLa(version, cle, somme))) {
        const deja = etat && (await estLa(etat.version, cle, somme));
        await cache.put(base + cle, deja ?? (await recuperer(cle, somme, signal, vivre)));
      }
      recus += taille;
      vivre();
    }
  };
  vivre();
  const fils = [ouvrier(), ouvrier(), ouvrier(), ouvrier()];
  await Promise.all(fils.map((fil) => fil.catch((cause) => arret.abort(cause))));
  clearTimeout(silence);
  signal.throwIfAborted();
}

async function garder(arret: AbortController): Promise<void> {
  const silence = setTimeout(() => arret.abort(new Faute('silence')), SILENCE);
  const liste = await lireListe(arret.signal).finally(() => clearTimeout(silence));
  const etat = await lireEtat();
  const { version, edition, octets } = liste;
  await effacerSauf([version, etat?.version ?? null, etat?.precedente ?? null]);
  await telecharger(liste, etat, arret);
  const change = etat && etat.version !== version;
  const precedente = change ? etat.version : (etat?.precedente ?? null);
  await ecrireEtat({ version, edition, octets, precedente });
  await effacerSauf([version, precedente]);
  annoncer({ etape: 'gardé' });
}

/** Un seul téléchargement à la fois, quel que soit le nombre d’onglets qui le demandent. */
function garderUneFois(dit: boolean): Promise<void> {
  if (!travail) {
    const arret = new AbortController();
    const promesse = garder(arret)
      .catch((cause) => {
        if (!(cause instanceof Faute && cause.genre === 'arrêté')) annoncer(enErreur(cause));
      })
      .finally(() => {
        travail = null;
      });
    travail = { arret, promesse, dit: false };
  }
  if (dit && !travail.dit) {
    travail.dit = true;
    annoncer({ etape: 'en cours', recus: 0, octets: 1 });
  }
  return travail.promesse;
}

async function arreter(): Promise<void> {
  travail?.arret.abort(new Faute('arrêté'));
  await travail?.promesse;
  derniere = null;
}

const attendre = (temps: number): Promise<void> =>
  new Promise((suite) => {
    setTimeout(suite, temps);
  });

/** Ce qu’un onglet demande : garder, suivre ce qui se garde, ou tout arrêter. */
async function obeir(ordre: unknown, port: MessagePort | undefined): Promise<void> {
  if (ordre === 'arrêter') {
    await arreter();
    port?.postMessage('arrêté');
    return;
  }
  if (travail?.arret.signal.aborted) await travail.promesse;
  if (ordre === 'garder') void garderUneFois(true);
  else annonces.postMessage(derniere ?? { etape: 'interrompu' });
  if (travail) await Promise.race([travail.promesse, attendre(MAINTIEN)]);
}

/** À chaque page : l’édition d’avant s’efface dès que possible, la suivante se télécharge. */
async function rafraichir(etat: Etat): Promise<void> {
  const fenetres = await portee.clients.matchAll({ type: 'window' });
  if (etat.precedente && fenetres.length <= 1) {
    await ecrireEtat({ ...etat, precedente: null });
    await effacerSauf([etat.version]);
  }
  const reponse = await fetch(RESUME, { cache: 'no-cache' });
  const { version } = (await reponse.json()) as Omit<Liste, 'fichiers'>;
  if (version !== etat.version) await garderUneFois(false);
}

async function repondre({ request }: Demande, etat: Etat): Promise<Response> {
  const cle = cleDe(request.url);
  const gardee = await chercher(etat.version, cle);
  if (gardee) return gardee;
  const ancienne =
    etat.precedente && EMPREINTE.test(cle) ? await chercher(etat.precedente, cle) : undefined;
  if (ancienne) return ancienne;
  try {
    return await fetch(request);
  } catch {
    const secours = await chercher(etat.version, 'hors-ligne/');
    return request.mode === 'navigate' && secours ? secours : Response.error();
  }
}

portee.addEventListener('install', (evenement) => evenement.waitUntil(portee.skipWaiting()));
portee.addEventListener('activate', (evenement) => evenement.waitUntil(portee.clients.claim()));
portee.addEventListener('message', (evenement) => {
  evenement.waitUntil(obeir(evenement.data, evenement.ports[0]));
});
portee.addEventListener('fetch', (evenement) => {
  const { request } = evenement;
  if (request.method !== 'GET' || !request.url.startsWith(base)) return;
  if (request.url === LISTE || request.url === RESUME) return;
  const etat = lireEtat();
  evenement.respondWith(etat.then((lu) => (lu ? repondre(evenement, lu) : fetch(request))));
  if (request.mode !== 'navigate') return;
  evenement.waitUntil(etat.then((lu) => (lu ? rafraichir(lu) : undefined)).catch(() => {}));
});
