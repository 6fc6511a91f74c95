import { ecrireDossier } from '../../domain/dossier/fichier.ts';
import { donneesDuDossier } from '../../query/dossier.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { publierJson, unParMoteur } from '../../query/publication.ts';
import { tablesPartagees } from '../../query/tables-partagees.ts';

const publierDossier = unParMoteur(async (moteur) => {
  const donnees = await donneesDuDossier(moteur, await lireManifeste());
  const { chemins } = await tablesPartagees(moteur);
  const fichier = await publierJson('dossier', ecrireDossier(donnees));
  return { donnees, fichier, fichiers: { ...chemins, dossier: fichier.chemin } };
});

/** Les données de « Mon dossier », et les fichiers où il les lit. */
export const publicationDuDossier = async () => publierDossier(await moteurNode());
