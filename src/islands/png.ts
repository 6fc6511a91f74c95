import { lireFichier } from '../query/lecture.ts';

const ECHELLE = 2;

const enUrlDeDonnees = (blob: Blob): Promise<string> =>
  new Promise((resoudre, rejeter) => {
    const lecteur = new FileReader();
    lecteur.onload = () => resoudre(`${lecteur.result}`);
    lecteur.onerror = () => rejeter(lecteur.error);
    lecteur.readAsDataURL(blob);
  });

/** Une image SVG ne voit pas les polices de la page : on les y met. */
async function polices(): Promise<string> {
  const regles = [...document.styleSheets]
    .flatMap((feuille) => [...feuille.cssRules])
    .filter((regle) => regle instanceof CSSFontFaceRule)
    .map(async ({ style, parentStyleSheet }) => {
      const [, chemin = ''] = style.getPropertyValue('src').match(/url\("?([^")]+)"?\)/) ?? [];
      const adresse = new URL(chemin, parentStyleSheet?.href ?? document.baseURI);
      const url = await lireFichier(adresse.href).then(enUrlDeDonnees, () => '');
      if (!url) return '';
      const famille = style.getPropertyValue('font-family');
      return `@font-face{font-family:${famille};font-weight:200 900;src:url(${url})}`;
    });
  return `<style>${(await Promise.all(regles)).join('')}</style>`;
}

/**
 * Dessine un SVG autonome en PNG, deux pixels par unité.
 * @throws quand le navigateur refuse de le dessiner
 */
export async function enPng(svg: string): Promise<Blob> {
  const complet = svg.replace(/(<svg[^>]*>)/, `$1${await polices()}`);
  const url = URL.createObjectURL(new Blob([complet], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const toile = document.createElement('canvas');
    toile.width = image.naturalWidth * ECHELLE;
    toile.height = image.naturalHeight * ECHELLE;
    const pinceau = toile.getContext('2d');
    if (!pinceau) throw new Error('PNG refusé');
    pinceau.drawImage(image, 0, 0, toile.width, toile.height);
    return await new Promise((resoudre, rejeter) => {
      toile.toBlob((blob) => (blob ? resoudre(blob) : rejeter(new Error('PNG refusé'))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
