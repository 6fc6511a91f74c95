/**
 * Fait quelque chose quand le navigateur n’a rien de plus pressé.
 * @param attente millisecondes au bout desquelles il le fait quand même
 * @returns de quoi y renoncer
 */
export function quandLibre(faire: () => void, attente: number): () => void {
  if (!('requestIdleCallback' in window)) {
    const minuterie = setTimeout(faire, attente / 8);
    return () => clearTimeout(minuterie);
  }
  const rappel = requestIdleCallback(faire, { timeout: attente });
  return () => cancelIdleCallback(rappel);
}
