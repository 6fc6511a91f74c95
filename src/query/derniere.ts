/**
 * Exécute une tâche à la fois et ne garde que la dernière demande : celles qu’une plus récente a
 * dépassées, en attente ou en cours, rendent `null`.
 */
export function derniereSeulement<D, R>(executer: (demande: D) => Promise<R>) {
  let derniere = 0;
  let enCours: Promise<unknown> = Promise.resolve();
  return (demande: D): Promise<R | null> => {
    const numero = ++derniere;
    const suite = enCours.then(async () => {
      if (numero !== derniere) return null;
      const reponse = await executer(demande);
      return numero === derniere ? reponse : null;
    });
    enCours = suite.catch(() => null);
    return suite;
  };
}
