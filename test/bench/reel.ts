import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { REGISTRE, servirRegistre } from '../pipeline/registre-servi.ts';
import { batir } from '../site/batir.ts';
import { fichiers } from '../site/construit.ts';

const [ENTETE = ''] = REGISTRE.split('\r\n', 1);
const SITES = 980;

/** Un registre de la taille du vrai, d’écoles inventées posées au centre de vraies communes. */
function inventer(): string {
  const lire = Papa.parse<Record<string, string>>;
  const { data } = lire(readFileSync('data/territoire/communes.csv', 'utf8').trim(), {
    header: true,
  });
  const lignes = Array.from({ length: SITES }, (_, i) => {
    const { commune = '', codes_postaux = '', lat = '', lon = '' } = data[i % data.length] ?? {};
    const [code = ''] = codes_postaux.split(' ');
    const reseau = i % 2 === 0 ? 'WBE' : 'Libre confessionnel';
    const ecole = `${10_000 + i};École de mesure ${i};Secondaire ordinaire;${reseau}`;
    return `${ecole};${20_000 + i};Rue ${i};${code};${commune};${lat};${lon}`;
  });
  return [ENTETE, ...lignes].join('\r\n');
}

/**
 * La construction de l’édition réelle, du téléchargement au site.
 * @param options le chemin d’un registre ; à défaut, un registre inventé de la taille du vrai
 */
export default async function mesurer([chemin]: readonly string[]): Promise<void> {
  const texte = chemin ? readFileSync(chemin, 'utf8') : inventer();
  const portail = await servirRegistre(texte);
  const cache = mkdtempSync(join(tmpdir(), 'oad-mesure-reel-'));
  const debut = performance.now();
  const site = await batir({ reel: portail.adresse, cache });
  const secondes = (performance.now() - debut) / 1000;
  await portail.fermer();
  const tous = fichiers(site);
  const octets = (noms: readonly string[]) =>
    (noms.reduce((n, nom) => n + statSync(nom).size, 0) / 1e6).toFixed(1);
  const pages = tous.filter((nom) => nom.endsWith('.html'));
  const ecoles = pages.filter((nom) => /implantations\/\d+\/index\.html$/.test(nom));
  const json = tous.filter((nom) => /sites\.[^/]*\.json$/.test(nom));
  console.log(
    `${secondes.toFixed(0)} s ; ${pages.length} pages (${octets(pages)} Mo), dont ${ecoles.length} écoles ; ` +
      `site ${octets(tous)} Mo ; sites.json ${octets(json)} Mo`,
  );
  for (const dossier of [site, cache]) rmSync(dossier, { recursive: true });
}
