/*
 * Les premiers secours : écrits dans chaque page, avant tout le reste, pour dire ce qui n’est pas
 * venu. Un script que le réseau perd, une autre page à sa place, une exception à l’éveil, un silence
 * trop long : un seul message, en haut de ce qui ne répond pas, et de quoi recharger.
 */
type Gravite = 'tarde' | 'partie' | 'outil';

const TROP_LONG = 15_000;
const RANG: readonly Gravite[] = ['tarde', 'partie', 'outil'];
const DIT: Readonly<Record<Gravite, string>> = {
  tarde:
    'Une partie de cette page n’est pas encore venue. Ce qui est affiché reste lisible, mais des boutons ne répondent pas encore.',
  partie:
    'Une partie de cette page ne s’est pas chargée. Ce qui est affiché reste lisible, mais des boutons ou la recherche peuvent ne pas répondre.',
  outil:
    'Les outils de cette page ne se sont pas chargés. Ce qui est affiché reste lisible, mais les boutons et les champs ne répondent pas.',
};
const SANS_ADRESSE = 'Les filtres et les choix de l’adresse ne sont pas appliqués.';
const DOUTE = 'Les filtres et les choix de l’adresse ne sont peut-être pas appliqués.';

/** Une faute de nos scripts, ou d’un module qui n’est pas venu ; pas celle d’une extension. */
const NOTRE = /\/_astro\/|import(ed|ing) .*module/i;

const venus = new WeakSet<EventTarget>();
let boite: HTMLElement | null = null;
let dite: Gravite | null = null;

const ilots = (): Element[] => [...document.querySelectorAll('astro-island[ssr]')];
const duSite = (adresse: string): boolean => adresse.startsWith(`${location.origin}/`);
const choisit = (): boolean => location.search !== '' || location.hash.includes('=');

function bouton(texte: string, classe: string, geste: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = classe;
  element.textContent = texte;
  element.addEventListener('click', geste);
  return element;
}

function poser(avant: Element | null): HTMLElement {
  const neuve = document.createElement('div');
  neuve.className = 'message message-erreur secours pas-imprime';
  neuve.setAttribute('role', 'alert');
  const gestes = document.createElement('p');
  gestes.append(
    bouton('Recharger la page', 'bouton', () => location.reload()),
    bouton('Fermer', 'lien-bouton', fermer),
  );
  neuve.append(document.createElement('p'), gestes);
  if (avant) avant.before(neuve);
  else document.querySelector('main')?.prepend(neuve);
  if (neuve.getBoundingClientRect().bottom < 0) neuve.classList.add('secours-suit');
  return neuve;
}

/** Un îlot applique les choix de l’adresse ; sans îlot, ce sont les scripts de la page. */
function deLAdresse(gravite: Gravite, exception: boolean): string {
  if (!choisit()) return '';
  if (gravite !== 'partie' && ilots().length > 0) return SANS_ADRESSE;
  return exception || !document.querySelector('astro-island') ? DOUTE : '';
}

/** Dit une fois ce qui manque ; une panne plus grave change la phrase, pas le nombre de messages. */
function dire(gravite: Gravite, avant: Element | null = null, exception = false): void {
  if (!document.querySelector('main')) {
    const encore = () => dire(gravite, avant, exception);
    document.addEventListener('readystatechange', encore, { once: true });
    return;
  }
  if (dite && RANG.indexOf(gravite) <= RANG.indexOf(dite)) return;
  dite = gravite;
  boite ??= poser(avant);
  const [texte] = boite.children;
  if (texte) texte.textContent = `${DIT[gravite]} ${deLAdresse(gravite, exception)}`.trim();
}

/** Les îlots qui devraient vivre ; les autres ne s’éveillent qu’à l’écran. */
const attendus = (): Element[] =>
  ilots().filter((ilot) => ilot.getAttribute('client') !== 'visible');

const tarde = (): boolean => {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  const manque = scripts.some((script) => duSite(script.src) && !venus.has(script));
  return manque || attendus().length > 0;
};

function fermer(): void {
  boite?.remove();
  boite = null;
  dite = null;
}

/** Ce qui tardait est venu : le message s’en va. */
function venir({ target }: Event): void {
  if (target) venus.add(target);
  if (dite === 'tarde' && !tarde()) fermer();
}

/** Un éveil qui échoue a pu vider l’îlot : la page, relue, lui rend ce qu’il montrait. */
async function rendre(ilot: Element): Promise<void> {
  if (ilot.textContent.trim() !== '') return;
  const page = await (await fetch(location.href)).text();
  const lue = new DOMParser().parseFromString(page, 'text/html');
  const uid = CSS.escape(ilot.getAttribute('uid') ?? '');
  const montrait = lue.querySelector(`astro-island[uid="${uid}"]`);
  ilot.replaceChildren(...(montrait?.childNodes ?? []));
}

addEventListener('astro:hydration-error', ({ target }) => {
  if (!(target instanceof Element)) return;
  dire('outil', target);
  rendre(target).catch(() => {});
});
addEventListener('astro:hydrate', venir, true);
// L’arrivée d’un script ne remonte pas jusqu’à la fenêtre.
document.addEventListener('load', venir, true);
addEventListener(
  'error',
  (evenement) => {
    const { target } = evenement;
    if (target instanceof HTMLScriptElement) {
      if (duSite(target.src)) dire('partie');
    } else if (evenement instanceof ErrorEvent) {
      const { filename, message } = evenement;
      if (NOTRE.test(`${filename} ${message}`)) dire('partie', null, true);
    }
  },
  true,
);
addEventListener('unhandledrejection', ({ reason }) => {
  if (!(reason instanceof Error) || /^(Abort|NotAllowed)Error$/.test(reason.name)) return;
  if (NOTRE.test(`${reason.message} ${reason.stack}`)) dire('partie', null, true);
});

/** Un îlot qui dort alors qu’on le touche ou qu’on le voit : s’il ne s’éveille pas, la page le dit. */
function veiller(ilot: Element | null): void {
  if (ilot) setTimeout(() => ilot.hasAttribute('ssr') && dire('tarde', ilot), TROP_LONG);
}
const toucher = ({ target }: Event): void =>
  veiller(target instanceof Element ? target.closest('astro-island[ssr]') : null);
addEventListener('pointerdown', toucher, true);
addEventListener('focusin', toucher, true);
const vus = new IntersectionObserver((entrees) => {
  for (const { isIntersecting, target } of entrees)
    if (isIntersecting) veiller(target.closest('astro-island[ssr]'));
});

document.addEventListener('readystatechange', () => {
  if (document.readyState !== 'interactive') return;
  const feuilles = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]');
  if ([...feuilles].some(({ sheet }) => !sheet?.cssRules.length)) dire('partie');
  setTimeout(() => tarde() && dire('tarde', attendus()[0]), TROP_LONG);
  // Un îlot n’a pas de boîte à lui : ce qu’il montre en a une.
  for (const ilot of ilots()) if (ilot.firstElementChild) vus.observe(ilot.firstElementChild);
});
