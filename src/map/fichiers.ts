import { setWorkerUrl } from 'maplibre-gl';
import feuilleDeStyle from 'maplibre-gl/dist/maplibre-gl.css?url';
import ouvrier from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** MapLibre ne dit rien d’un ouvrier qui manque : la carte l’attendrait sans fin. */
async function exigerOuvrier(): Promise<void> {
  const { ok } = await fetch(ouvrier);
  if (!ok) throw new Error(`Ouvrier absent : ${ouvrier}`);
}

function chargerFeuille(): Promise<void> {
  if (document.querySelector(`link[href="${feuilleDeStyle}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const lien = document.createElement('link');
    lien.rel = 'stylesheet';
    lien.href = feuilleDeStyle;
    const perdre = () => {
      lien.remove();
      reject(new Error(`Feuille de style absente : ${feuilleDeStyle}`));
    };
    // Une page à la place de la feuille « arrive », sans une règle.
    lien.onload = () => (lien.sheet?.cssRules.length ? resolve() : perdre());
    lien.onerror = perdre;
    document.head.append(lien);
  });
}

const PATIENCE_POLICE = 3000;
const PATIENCE_FICHIERS = 20_000;

const renoncer = (temps: number): Promise<never> =>
  new Promise((_, rejeter) => {
    setTimeout(() => rejeter(new Error('Les fichiers de la carte ne viennent pas.')), temps);
  });

/** Les noms de la carte s’écrivent mieux dans leur police, et s’écrivent sans elle. */
const attendrePolice = (): Promise<unknown> =>
  Promise.race([
    document.fonts.load('600 15px "Source Sans 3"').catch(() => {}),
    new Promise((suite) => setTimeout(suite, PATIENCE_POLICE)),
  ]);

/**
 * Attend ce que MapLibre ne sait pas attendre : son ouvrier, sa feuille de style, la police.
 * @throws si l’un manque, ou tarde trop
 */
export async function attendreFichiers(): Promise<void> {
  setWorkerUrl(ouvrier);
  const fichiers = Promise.all([chargerFeuille(), exigerOuvrier(), attendrePolice()]);
  await Promise.race([fichiers, renoncer(PATIENCE_FICHIERS)]);
}
