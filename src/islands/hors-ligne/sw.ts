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
type Signal = (etat: object) => void;

const portee = globalThis as unknown as Portee;
const base = new URL('./', location.href).href;
const LISTE = `${base}hors-ligne-liste.json`;
/** La même liste sans ses fichiers : de quoi savoir si elle a changé. */
const RESUME = `${base}hors-ligne.json`;
const PREFIXE = `oad ${base} `;
const ETAT = `${PREFIXE}état`;
const SOMME = 'x-oad-sha256';
const EMPREINTE = /^_astro\/|\.[0-9a-f]{10}\.(parquet|json)$/;

const nomDe = (version: string): string => `${PREFIXE}${version}`;

/** L’adresse d’un fichier dans la liste : relative à la base, sans recherche, `/` final rendu. */
const cleDe = (adresse: string): string => {
  const chemin = decodeURI(new URL(adresse).href.replace(/[?#].*/, '').slice(base.length));
  const page = chemin.replace(/(^|\/)index\.html$/, '$1');
  return /(^|\/|\.\w+)$/.test(page) ? page : `${page}/`;
};

async function lireEtat(): Promise<Etat | null> {
  const reponse = await (await caches.open(ETAT)).match(base);
  return reponse ? ((await reponse.json()) as Etat) : null;
}

const ecrireEtat = async (etat: Etat): Promise<void> =>
  (await caches.open(ETAT)).put(base, new Response(JSON.stringify(etat)));

const chercher = async (version: string, cle: string): Promise<Response | undefined> =>
  (await caches.open(nomDe(version))).match(base + cle);

async function effacerSauf(versions: readonly (string | null)[]): Promise<void> {
  const gardes = new Set([ETAT, ...versions.flatMap((version) => (version ? nomDe(version) : []))]);
  for (const nom of await caches.keys()) {
    const efface = nom.startsWith(PREFIXE) && !gardes.has(nom);
    if (efface) await caches.delete(nom);
  }
}

async function recuperer(cle: string, somme: string): Promise<Response> {
  const reponse = await fetch(base + cle, { cache: 'no-cache', credentials: 'same-origin' });
  if (!reponse.ok) throw new Error(`${cle} : ${reponse.status}`);
  const contenu = await reponse.arrayBuffer();
  const calcule = new Uint8Array(await crypto.subtle.digest('SHA-256', contenu));
  const lue = [...calcule].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  if (lue !== somme) throw new Error(`${cle} : pas de cette édition`);
  const headers = new Headers(reponse.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set(SOMME, somme);
  return new Response(contenu, { headers });
}

async function dejaLa(etat: Etat | null, cle: string, somme: string): Promise<Response | null> {
  const reponse = etat ? await chercher(etat.version, cle) : undefined;
  return reponse?.headers.get(SOMME) === somme ? reponse : null;
}

async function garder(signaler: Signal): Promise<void> {
  const liste = (await (await fetch(LISTE, { cache: 'no-cache' })).json()) as Liste;
  const etat = await lireEtat();
  const { version, edition, octets } = liste;
  const cache = await caches.open(nomDe(version));
  const restent = [...liste.fichiers];
  let recus = 0;
  const ouvrier = async (): Promise<void> => {
    for (let fichier = restent.shift(); fichier; fichier = restent.shift()) {
      const [cle, somme, taille] = fichier;
      if (!(await cache.match(base + cle))) {
        const reponse = (await dejaLa(etat, cle, somme)) ?? (await recuperer(cle, somme));
        await cache.put(base + cle, reponse);
      }
      recus += taille;
      signaler({ etape: 'en cours', recus, octets });
    }
  };
  await Promise.all([ouvrier(), ouvrier(), ouvrier(), ouvrier()]);
  const change = etat && etat.version !== version;
  const precedente = change ? etat.version : (etat?.precedente ?? null);
  await ecrireEtat({ version, edition, octets, precedente });
  await effacerSauf([version, precedente]);
  signaler({ etape: 'gardé', edition, octets });
}

let enCours: Promise<void> | null = null;

const garderUneFois = (signaler: Signal): Promise<void> => {
  enCours ??= garder(signaler).finally(() => {
    enCours = null;
  });
  return enCours;
};

/** À chaque page : l’édition d’avant s’efface dès que possible, la suivante se télécharge. */
async function rafraichir(etat: Etat): Promise<void> {
  const fenetres = await portee.clients.matchAll({ type: 'window' });
  if (etat.precedente && fenetres.length <= 1) {
    await ecrireEtat({ ...etat, precedente: null });
    await effacerSauf([etat.version]);
  }
  const reponse = await fetch(RESUME, { cache: 'no-cache' });
  const { version } = (await reponse.json()) as Omit<Liste, 'fichiers'>;
  if (version !== etat.version) await garderUneFois(() => {});
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
  const [port] = evenement.ports;
  if (!port || evenement.data !== 'garder') return;
  const signaler: Signal = (etat) => port.postMessage(etat);
  evenement.waitUntil(
    garderUneFois(signaler).catch((cause) => signaler({ etape: 'erreur', raison: String(cause) })),
  );
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
