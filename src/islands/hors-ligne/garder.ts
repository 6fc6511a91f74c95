/** Pourquoi une copie ne s’est pas faite. */
export type Raison =
  | 'liste'
  | 'serveur'
  | 'altéré'
  | 'silence'
  | 'quota'
  | 'réseau'
  | 'ouvrier'
  | 'interrompu';

export type EtapeDeGarde =
  | { readonly etape: 'inconnu' }
  | { readonly etape: 'impossible' }
  | { readonly etape: 'absent'; readonly octets: number | null }
  /** Une copie commencée, qui ne sert pas tant qu’elle n’est pas entière. */
  | { readonly etape: 'partiel'; readonly octets: number | null }
  | { readonly etape: 'en cours'; readonly recus: number; readonly octets: number }
  | { readonly etape: 'gardé'; readonly edition: string; readonly octets: number }
  | { readonly etape: 'erreur'; readonly raison: Raison; readonly fichier: string };

type Annonce = EtapeDeGarde | { readonly etape: 'interrompu' } | { readonly etape: 'retiré' };

/** Un service worker qui se tait aussi longtemps, en millisecondes, est arrêté. */
const SILENCE = 45_000;
const BATTEMENT = 20_000;
const ACCUSE = 5_000;

const possible = (): boolean => {
  try {
    return 'serviceWorker' in navigator && Boolean(globalThis.caches) && isSecureContext;
  } catch {
    return false;
  }
};

const prefixe = (base: string): string => `oad ${new URL(base, location.href).href} `;

const EN_ERREUR = (raison: Raison): EtapeDeGarde => ({ etape: 'erreur', raison, fichier: '' });

interface Copie {
  readonly version: string;
  readonly edition: string;
  readonly octets: number;
}

async function gardee(base: string): Promise<Copie | null> {
  const cacheName = `${prefixe(base)}état`;
  const reponse = await caches.match(new URL(base, location.href), { cacheName });
  const copie: Copie | null = reponse ? await reponse.json() : null;
  return copie && (await caches.has(prefixe(base) + copie.version)) ? copie : null;
}

async function commencee(base: string): Promise<boolean> {
  const noms = await caches.keys();
  return noms.some((nom) => nom.startsWith(prefixe(base)) && !nom.endsWith('état'));
}

/** Où en est la copie de ce site dans ce navigateur. */
export async function lireEtape(base: string): Promise<EtapeDeGarde> {
  if (!possible()) return { etape: 'impossible' };
  let etape: 'absent' | 'partiel' = 'absent';
  try {
    const copie = await gardee(base);
    if (copie) return { etape: 'gardé', edition: copie.edition, octets: copie.octets };
    if (await commencee(base)) etape = 'partiel';
  } catch {
    return { etape: 'impossible' };
  }
  try {
    const { octets } = await (await fetch(`${base}hors-ligne.json`)).json();
    return { etape, octets: Number.isFinite(octets) ? octets : null };
  } catch {
    return { etape, octets: null };
  }
}

const ouvrierDe = async (base: string): Promise<ServiceWorker | null> => {
  const enregistrement = await navigator.serviceWorker.getRegistration(base);
  return enregistrement?.active ?? null;
};

const ordonner = (base: string, ordre: 'suivre' | 'arrêter'): Promise<void> =>
  ouvrierDe(base).then(
    (ouvrier) => ouvrier?.postMessage(ordre),
    () => {},
  );

async function arreter(base: string): Promise<void> {
  const ouvrier = await ouvrierDe(base);
  if (!ouvrier) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<unknown>((suite) => {
    port1.onmessage = suite;
    setTimeout(suite, ACCUSE);
    ouvrier.postMessage('arrêter', [port2]);
  });
}

/** Ce qu’un onglet peut faire de la copie ; tous les onglets en suivent l’étape. */
export interface Copiste {
  garder(): Promise<void>;
  /** Efface la copie, même commencée, et le service worker : plus rien ne reste ici. */
  retirer(): Promise<void>;
  fermer(): void;
}

/** Suit la copie : `suite` reçoit chaque étape, d’où qu’elle vienne. Un silence est une erreur. */
export function suivre(base: string, suite: (etape: EtapeDeGarde) => void): Copiste {
  let canal: BroadcastChannel | null = null;
  let enCours = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let battement: ReturnType<typeof setInterval> | undefined;

  let posees = 0;

  const poser = (etape: EtapeDeGarde): void => {
    posees += 1;
    clearTimeout(silence);
    if (etape.etape === 'en cours') silence = setTimeout(renoncer, SILENCE);
    if (enCours !== (etape.etape === 'en cours')) {
      clearInterval(battement);
      enCours = !enCours;
      if (enCours) battement = setInterval(() => void ordonner(base, 'suivre'), BATTEMENT);
    }
    suite(etape);
  };
  const renoncer = (): void => {
    poser(EN_ERREUR('silence'));
    void ordonner(base, 'arrêter');
  };
  /** Ce qui s’est dit pendant la lecture est plus récent qu’elle. */
  const relire = async (): Promise<void> => {
    const avant = posees;
    const lue = await lireEtape(base);
    if (posees === avant) poser(lue);
  };
  const entendre = (annonce: Annonce): void => {
    if (annonce.etape === 'interrompu') {
      if (enCours) poser(EN_ERREUR('interrompu'));
    } else if (annonce.etape === 'retiré' || annonce.etape === 'gardé') void relire();
    else poser(annonce);
  };

  if (possible()) {
    canal = new BroadcastChannel(`${prefixe(base)}étape`);
    canal.onmessage = ({ data }) => entendre(data);
    void relire().then(() => ordonner(base, 'suivre'));
  } else suite({ etape: 'impossible' });

  return {
    async garder() {
      poser({ etape: 'en cours', recus: 0, octets: 1 });
      navigator.storage?.persist?.().catch(() => {});
      try {
        await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
        const { active } = await navigator.serviceWorker.ready;
        active?.postMessage('garder');
      } catch {
        poser(EN_ERREUR('ouvrier'));
      }
    },
    async retirer() {
      await arreter(base);
      await (await navigator.serviceWorker.getRegistration(base))?.unregister();
      for (const nom of await caches.keys()) {
        if (nom.startsWith(prefixe(base))) await caches.delete(nom);
      }
      canal?.postMessage({ etape: 'retiré' });
      await relire();
    },
    fermer() {
      clearTimeout(silence);
      clearInterval(battement);
      canal?.close();
    },
  };
}
