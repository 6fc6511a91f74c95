/** Les imports statiques de chaque script du site, tels que le constructeur les connaît. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const ILOT = /<astro-island((?:\s[\w-]+(?:="[^"]*")?)*)>/g;
const SCRIPT = /\s(?:component|renderer)-url="([^"]*)"/g;
/** Un îlot qui attend d’être vu ne se demande pas d’avance. */
const ATTENDU = /\sclient="(?:load|idle)"/;

function fermeture(entrees: Iterable<string>, imports: Imports): string[] {
  const vus = new Set<string>();
  const suivre = (script: string): void => {
    if (vus.has(script)) return;
    vus.add(script);
    imports.get(script)?.forEach(suivre);
  };
  for (const entree of entrees) suivre(entree);
  return [...vus];
}

/**
 * Annonce dans la page tous les scripts de ses îlots : le navigateur les demande ensemble, au lieu
 * de découvrir chaque étage d’imports après le précédent. Ils passent après ce qui se peint.
 * @param base commence et finit par `/` ; les scripts d’`imports` lui sont relatifs
 */
export function precharger(html: string, base: string, imports: Imports): string {
  const ilots = [...html.matchAll(ILOT)].map(([, attributs = '']) => attributs);
  const entrees = ilots
    .filter((attributs) => ATTENDU.test(attributs))
    .flatMap((attributs) => [...attributs.matchAll(SCRIPT)].map(([, adresse = '']) => adresse))
    .filter((adresse) => adresse.startsWith(base))
    .map((adresse) => adresse.slice(base.length));
  const liens = fermeture(entrees, imports).map(
    (script) => `<link rel="modulepreload" href="${base}${script}" fetchpriority="low">`,
  );
  return html.replace('</head>', () => `${liens.join('')}</head>`);
}
