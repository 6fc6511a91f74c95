import type { Page } from 'playwright';

/** Les gestes d’une mesure : des mots tapés lettre à lettre, puis effacés, et des cases cochées. */
const MOTS = ['electric', 'coiffure', 'mecanique auto', '2115', 'boulanger', 'soudure'];
const CASES = 24;

export interface Frappe {
  readonly ms: number;
  readonly par: string;
}

type Fenetre = Window & { fini?: Promise<Frappe> };

/** Attend la prochaine réponse peinte ; le temps court depuis la touche. */
const armer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const fenetre = window as Fenetre;
    const ilot = document.querySelector<HTMLElement>('.indicateurs');
    if (!ilot) throw new Error('Le tableau n’est pas là.');
    fenetre.fini = new Promise((resolve) => {
      let debut = 0;
      const partir = ({ timeStamp }: Event): void => {
        debut = timeStamp;
      };
      addEventListener('keydown', partir, { capture: true, once: true });
      const guet = new MutationObserver(() => {
        guet.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // Une tâche posée dans l’image est servie une fois qu’elle est peinte.
          port1.onmessage = () =>
            resolve({ ms: performance.now() - debut, par: ilot.dataset.par ?? '' });
          port2.postMessage(0);
        });
      });
      guet.observe(ilot, { attributes: true, attributeFilter: ['data-pour'] });
    });
  });

/** De la touche aux lignes et aux comptes peints. */
async function frapper(page: Page, touche: string): Promise<Frappe> {
  await armer(page);
  await page.keyboard.press(touche);
  return page.evaluate(() => (window as Fenetre).fini as Promise<Frappe>);
}

async function taper(page: Page, mot: string): Promise<Frappe[]> {
  const frappes: Frappe[] = [];
  await page.locator('.indicateurs-recherche input').focus();
  for (const lettre of mot) frappes.push(await frapper(page, lettre === ' ' ? 'Space' : lettre));
  for (const _ of mot) frappes.push(await frapper(page, 'Backspace'));
  return frappes;
}

async function cocher(page: Page): Promise<Frappe[]> {
  const frappes: Frappe[] = [];
  const cases = page.locator('.facette[open] input[type=checkbox]');
  const nombre = await cases.count();
  for (let i = 0; i < CASES; i++) {
    // Un pas de cinq passe d’une facette à l’autre.
    await cases.nth((i * 5) % nombre).focus();
    frappes.push(await frapper(page, 'Space'));
    if (i % 4 === 3) {
      await page.getByRole('button', { name: 'Tout effacer' }).first().focus();
      frappes.push(await frapper(page, 'Enter'));
    }
  }
  return frappes;
}

/** Tous les gestes, sur une page du tableau déjà ouverte. */
export async function gestes(page: Page) {
  const recherche: Frappe[] = [];
  for (const mot of MOTS) recherche.push(...(await taper(page, mot)));
  return { recherche, filtres: await cocher(page) };
}
