import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { couleursDe } from './pixels.ts';
import { violations, visiter } from './visite.ts';

/** Les feuilles de style sont communes : l’accueil et les outils les emploient toutes. */
const OUTILS = ['', 'indicateurs/', 'carte/', 'comparer/', 'dossier/'];

describe.each(OUTILS)('la page « %s »', (chemin) => {
  test('couleurs forcées : axe net, un contour au focus', async () => {
    const { page, fautes, fermer } = await visiter(chemin, { forcedColors: 'active' });
    await page.waitForLoadState('networkidle');
    expect(await violations(page, 'formes')).toEqual([]);
    await page.keyboard.press('Tab');
    const contour = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(contour).not.toBe('none');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('mouvement réduit : rien ne bouge', async () => {
    const { page, fermer } = await visiter(chemin, { reducedMotion: 'reduce' });
    await page.waitForLoadState('networkidle');
    const bougent = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const dure = transitionDuration.split(', ').some((duree) => Number.parseFloat(duree) > 0);
          return dure || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => element.tagName),
    );
    expect([...new Set(bougent)]).toEqual([]);
    await fermer();
  });
});

/** Les éléments enfoncés ou courants que rien d’autre que la graisse ne distingue de leurs voisins. */
const indistincts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const aspect = (element: Element): string => {
      const { backgroundColor, borderBottomColor, outlineStyle, textDecorationLine } =
        getComputedStyle(element);
      return [backgroundColor, borderBottomColor, outlineStyle, textDecorationLine].join();
    };
    const choisis = [...document.querySelectorAll('[aria-pressed=true], nav a[aria-current]')];
    return choisis.flatMap((choisi) => {
      const groupe = choisi.closest('fieldset, nav, p') ?? choisi.parentElement;
      const voisins = [...(groupe?.querySelectorAll(choisi.localName) ?? [])].filter(
        (voisin) => voisin.className === choisi.className && !choisis.includes(voisin),
      );
      const pareils = voisins.filter((voisin) => aspect(voisin) === aspect(choisi));
      return pareils.length > 0 ? [choisi.textContent?.trim() ?? ''] : [];
    });
  });

describe.each(['light', 'dark'] as const)('couleurs forcées, système %s', (colorScheme) => {
  const FACON = { forcedColors: 'active', colorScheme } as const;

  test.each([
    ['indicateurs/?zone=4', '.outils-vues [aria-pressed=true]'],
    ['procedure/normes/', '.pages-procedure [aria-current]'],
    ['carte/?vue=carte', '.vues [aria-pressed=true]'],
  ])('« %s » : ce qui est choisi ne se dit pas par la graisse seule', async (chemin, choisi) => {
    const viewport = { width: chemin.startsWith('carte') ? 390 : 1440, height: 844 };
    const { page, fermer } = await visiter(chemin, { ...FACON, viewport });
    await page.locator(choisi).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await indistincts(page)).toEqual([]);
    await fermer();
  });

  test('la carte a ses zones, ses marques et ses boutons', async () => {
    const viewport = { width: 1440, height: 900 };
    const { page, fautes, fermer } = await visiter('carte/?implantation=900010', {
      ...FACON,
      viewport,
    });
    await page.waitForSelector('.plan-gl[data-sites]', { timeout: 60_000 });
    expect(await couleursDe(page.locator('.plan-cadre'))).toBeGreaterThan(4);
    for (const nom of ['Agrandir', 'Réduire']) {
      expect(await couleursDe(page.getByRole('button', { name: nom })), nom).toBeGreaterThan(1);
    }
    expect(await violations(page, 'formes')).toEqual([]);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('les noms de la choroplèthe sont ceux du système, sur leur propre fond', async () => {
    const { page, fermer } = await visiter('zones/', FACON);
    const couleurs = await page.evaluate(() => {
      const temoin = document.createElement('p');
      document.body.append(temoin);
      const systeme = (mot: string): string => {
        temoin.style.color = mot;
        return getComputedStyle(temoin).color;
      };
      const textes = [...document.querySelectorAll('.carte-zones .zone text')];
      return {
        attendues: `${systeme('CanvasText')} sur ${systeme('Canvas')}`,
        lues: [
          ...new Set(
            textes
              .map((texte) => getComputedStyle(texte))
              .map(({ fill, stroke }) => `${fill} sur ${stroke}`),
          ),
        ],
      };
    });
    expect(couleurs.lues).toEqual([couleurs.attendues]);
    await fermer();
  });
});
