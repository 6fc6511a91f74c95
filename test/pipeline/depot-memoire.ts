import type { Depot, Depots } from '../../src/edition/read/depot.ts';

/** Un dépôt tenu tout entier en mémoire, comme le sont les fichiers qu’un navigateur reçoit. */
async function copier(depot: Depot): Promise<Depot> {
  const fichiers = new Map<string, readonly Uint8Array[]>();
  for (const nom of depot.lister()) {
    fichiers.set(nom, await Array.fromAsync(depot.ouvrir(nom)));
  }
  return {
    nom: depot.nom,
    citer: (fichier) => depot.citer(fichier),
    lister: () => [...fichiers.keys()],
    contient: (fichier) => fichiers.has(fichier),
    empechement: () => null,
    ouvrir: async function* (fichier) {
      yield* fichiers.get(fichier) ?? [];
    },
  };
}

/** Les mêmes dépôts, en mémoire. */
export const enMemoire = async ([livre, ...ajoutes]: Depots): Promise<Depots> => [
  await copier(livre),
  ...(await Promise.all(ajoutes.map(copier))),
];
