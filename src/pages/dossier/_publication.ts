import { createHash } from 'node:crypto';
import { donneesDuDossier } from '../../query/dossier.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';

async function publier() {
  const donnees = await donneesDuDossier(await moteurNode(), await lireManifeste());
  const corps = JSON.stringify(donnees);
  const empreinte = createHash('sha256').update(corps).digest('hex').slice(0, 10);
  return { donnees, corps, fichier: `donnees.${empreinte}` };
}

let publication: ReturnType<typeof publier> | undefined;

/** Les données de « Mon dossier », calculées une fois. */
export function publicationDuDossier() {
  publication ??= publier();
  return publication;
}
