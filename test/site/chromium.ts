import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const trouver = (): string | undefined =>
  [process.env.CHROME_PATH, ...PLACES, chromium.executablePath()].find(
    (chemin) => chemin !== undefined && existsSync(chemin),
  );

const executer = (commande: string, ...options: string[]): void => {
  execFileSync(commande, options, { stdio: 'inherit' });
};

/**
 * Le chemin d’un Chromium, installé s’il n’y en a pas.
 * @throws si aucun n’est là et qu’aucun ne s’installe
 */
export function exigerChromium(): string {
  const present = trouver();
  if (present) return present;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Aucun Chromium trouvé : installation de celui de Debian (apt-get).');
    executer('apt-get', 'update', '-qq');
    executer('apt-get', 'install', '-y', '-qq', 'chromium');
  } else {
    console.log('Aucun Chromium trouvé : installation de celui de Playwright.');
    executer(process.execPath, 'node_modules/playwright/cli.js', 'install', 'chromium');
  }
  const installe = trouver();
  if (!installe) throw new Error('Aucun Chromium. Donnez son chemin dans CHROME_PATH.');
  return installe;
}

/**
 * Ce qu’un Chromium piloté n’emploie pas. Les deux premiers ouvrent, à chaque contexte, deux pages
 * cachées pour la barre d’adresse : la moitié du temps de calcul des tests. Les autres sont ceux que
 * Playwright éteint ; Chromium ne lit que la dernière liste.
 */
const ETEINTS = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'DestroyProfileOnBrowserClose',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/** Les options d’un Chromium sans écran, qui n’appelle personne et rend WebGL en logiciel. */
export const OPTIONS_CHROMIUM = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-extensions',
  `--disable-features=${ETEINTS.join(',')}`,
];
