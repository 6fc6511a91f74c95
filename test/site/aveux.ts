import type { Page } from 'playwright';

/** Ce qu’une page peut dire d’un fichier qui n’est pas venu. */
const AVEU =
  /ne (s’est|se sont) pas chargée?s?|n’est pas encore venue|ne répond pas|ne donne pas|n’(a|ont) pas pu|Recharge[rz] la page|Réessayer|arrivé abîmé|pas pu venir|s’est arrêté|réseau a manqué/;

/** Ce que la page avoue, annoncé et sous les yeux du visiteur. */
export const aveux = async (page: Page): Promise<string[]> => {
  const dits = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=alert], [role=status]')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
  );
  return dits.filter((dit) => AVEU.test(dit));
};

/** Le même, attendu ; vide si rien ne vient dans ce temps, en millisecondes. */
export async function attendreAveu(page: Page, patience: number): Promise<string[]> {
  const fin = performance.now() + patience;
  for (;;) {
    const dits = await aveux(page).catch(() => []);
    if (dits.length > 0 || performance.now() > fin) return dits;
    await page.waitForTimeout(100).catch(() => {});
  }
}
