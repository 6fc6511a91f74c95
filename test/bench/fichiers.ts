import { eprouver } from '../pipeline/lire-au-hasard.ts';

const CAS = 3_000;

/**
 * Tire des fichiers d’inscriptions au sort (titres, feuilles, fusions, encodages, totaux, colonnes qui
 * se disputent…) et les importe : la table connue, ou une question. Finit en faute à la première valeur
 * fausse en silence.
 * @param options `--n N` : combien ; `--graine G` : les mêmes fichiers
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const lire = (nom: string): number | undefined =>
    options.includes(nom) ? Number(options[options.indexOf(nom) + 1]) : undefined;
  const [n, graine] = [lire('--n') ?? CAS, lire('--graine') ?? Math.floor(Math.random() * 2 ** 31)];
  const debut = performance.now();
  const { sorts, fautes } = await eprouver(n, graine);
  const secondes = Math.round((performance.now() - debut) / 1000);
  for (const [sorte, s] of [...sorts].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(
      `${sorte} : ${s.cas} cas, ${s.entieres} entiers, ${s.demandes} questions, ` +
        `${s.ecartes} aux lignes refusées, ${s.repondues} entiers une fois répondu.`,
    );
  }
  console.log(
    `${n} fichiers, graine ${graine}, ${secondes} s : ${fautes.length} valeur fausse en silence.`,
  );
  for (const faute of fautes) console.log(faute);
  if (fautes.length > 0) process.exitCode = 1;
}
