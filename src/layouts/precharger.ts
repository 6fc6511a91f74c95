const DELAI = 80;
const demandees = new Set<string>();
let attente: ReturnType<typeof setTimeout> | undefined;

const economise = (): boolean => {
  const { connection } = navigator as { connection?: { saveData: boolean; effectiveType: string } };
  return connection?.saveData === true || /2g/.test(connection?.effectiveType ?? '');
};

const precharger = (adresse: string): void => {
  if (demandees.has(adresse) || economise()) return;
  demandees.add(adresse);
  const lien = document.createElement('link');
  lien.rel = 'prefetch';
  lien.href = adresse;
  document.head.append(lien);
};

/** Une page du site, autre que celle-ci ; jamais un fichier à télécharger. */
const pageVisee = ({ target }: Event): string | undefined => {
  const lien = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!lien || lien.origin !== location.origin || !lien.pathname.endsWith('/')) return undefined;
  const adresse = `${lien.origin}${lien.pathname}`;
  return lien.pathname === location.pathname || lien.hasAttribute('download') ? undefined : adresse;
};

const viser = (evenement: Event): void => {
  clearTimeout(attente);
  const adresse = pageVisee(evenement);
  if (adresse) attente = setTimeout(() => precharger(adresse), DELAI);
};

for (const nom of ['pointerover', 'focusin', 'touchstart']) {
  document.addEventListener(nom, viser, { passive: true });
}
