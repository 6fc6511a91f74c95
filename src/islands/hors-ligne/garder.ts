export type Etape =
  | { readonly etape: 'inconnu' }
  | { readonly etape: 'impossible' }
  | { readonly etape: 'absent'; readonly octets: number | null }
  | { readonly etape: 'en cours'; readonly recus: number; readonly octets: number }
  | { readonly etape: 'gardé'; readonly edition: string; readonly octets: number }
  | { readonly etape: 'erreur'; readonly raison: string };

type Suite = (etape: Etape) => void;

const possible = (): boolean => {
  try {
    return 'serviceWorker' in navigator && Boolean(globalThis.caches) && isSecureContext;
  } catch {
    return false;
  }
};

const prefixe = (base: string): string => `oad ${new URL(base, location.href).href} `;

async function gardee(base: string): Promise<{ edition: string; octets: number } | null> {
  const nom = `${prefixe(base)}état`;
  if (!(await caches.has(nom))) return null;
  const reponse = await (await caches.open(nom)).match(new URL(base, location.href));
  return reponse ? reponse.json() : null;
}

/** Où en est la copie de ce site dans ce navigateur. */
export async function lireEtape(base: string): Promise<Etape> {
  if (!possible()) return { etape: 'impossible' };
  try {
    const copie = await gardee(base);
    if (copie) return { etape: 'gardé', ...copie };
  } catch {
    return { etape: 'impossible' };
  }
  try {
    const { octets } = await (await fetch(`${base}hors-ligne.json`)).json();
    return { etape: 'absent', octets };
  } catch {
    return { etape: 'absent', octets: null };
  }
}

const ordonner = (ouvrier: ServiceWorker, ordre: string, suite: Suite): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      suite(data);
      if (data.etape !== 'en cours') resolve();
    };
    ouvrier.postMessage(ordre, [port2]);
  });

/** Enregistre le service worker, qui télécharge l’édition ; `suite` reçoit chaque étape. */
export async function garder(base: string, suite: Suite): Promise<void> {
  suite({ etape: 'en cours', recus: 0, octets: 1 });
  try {
    await navigator.storage?.persist?.();
    await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) throw new Error('service worker inactif');
    await ordonner(active, 'garder', suite);
  } catch (cause) {
    suite({ etape: 'erreur', raison: String(cause) });
  }
}

/** Efface la copie et désenregistre le service worker : plus rien ne reste dans ce navigateur. */
export async function retirer(base: string): Promise<Etape> {
  const enregistrement = await navigator.serviceWorker.getRegistration(base);
  await enregistrement?.unregister();
  for (const nom of await caches.keys()) {
    if (nom.startsWith(prefixe(base))) await caches.delete(nom);
  }
  return lireEtape(base);
}
