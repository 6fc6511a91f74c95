import type { Manifeste } from '../src/domain/manifeste.ts';
import type { Base } from '../src/edition/base.ts';
import { taireSecrets } from '../src/edition/check/sources.ts';
import { type Controlee, lireEtControler } from '../src/edition/controler.ts';
import { calculerMarts } from '../src/edition/marts/index.ts';
import { bloquants, ErreurDeDonnees, type Probleme } from '../src/edition/probleme.ts';
import { ouvrirBase } from './base.ts';
import { etatDe, octetsDe, ouvrirDepots, verifierDossiers } from './dossiers.ts';
import { ErreurDeDisque } from './erreurs.ts';
import { exigerEntier } from './write/ensemble.ts';
import { situerDossier } from './write/lieu.ts';
import { publiable } from './write/publiable.ts';
import { publierEdition } from './write/publier.ts';
import { lirePublies } from './write/publies.ts';
import { sousVerrou } from './write/verrou.ts';

export interface Options {
  /** Les avertissements non acceptés arrêtent aussi. */
  readonly strict?: boolean;
}

interface OptionsDeConstruction extends Options {
  /** Ce qui se fait de l’édition publiée, avant qu’une autre commande puisse la remplacer. */
  readonly suite?: (construite: Construite) => Promise<void>;
}

async function surUneBase<T>(
  dossiers: readonly string[],
  { strict = false }: Options,
  suite: (base: Base, controlee: Controlee) => Promise<T>,
): Promise<T> {
  verifierDossiers(dossiers);
  for (const dossier of dossiers) await exigerEntier(dossier);
  const base = await ouvrirBase(octetsDe(dossiers));
  try {
    const avant = etatDe(dossiers);
    const controlee = await lireEtControler(base, ouvrirDepots(dossiers));
    if (etatDe(dossiers) !== avant) {
      throw new ErreurDeDisque(
        'les données ont changé pendant leur lecture. Relancez la commande.',
      );
    }
    if (bloquants(controlee.problemes, strict).length > 0) {
      throw new ErreurDeDonnees(controlee.problemes);
    }
    return await suite(base, controlee);
  } finally {
    await base.fermer();
  }
}

/**
 * Contrôle une édition sans rien écrire.
 * @returns les avertissements
 * @throws ErreurDeDonnees avec tous les problèmes à la fois
 */
export const controler = (
  dossiers: readonly string[],
  options: Options = {},
): Promise<readonly Probleme[]> =>
  surUneBase(dossiers, options, async (_base, { problemes }) => problemes);

/** Ce qu’une construction a publié, et tout ce qu’elle a trouvé à redire : pour l’éditeur seul. */
export interface Construite {
  readonly manifeste: Manifeste;
  readonly problemes: readonly Probleme[];
}

/**
 * Construit une édition : CSV contrôlés, marts, Parquet et manifeste.
 * @param dossiers du plus général au plus particulier ; le dernier qui fournit une table gagne
 * @param sortie le dossier publié, intact si la construction échoue
 * @throws ErreurDeDonnees avec tous les problèmes à la fois
 * @throws ErreurDUsage si un dossier ne convient pas
 */
export async function construireEtDire(
  dossiers: readonly string[],
  sortie: string,
  { suite, ...options }: OptionsDeConstruction = {},
): Promise<Construite> {
  const { reel } = situerDossier(sortie, 'le dossier où publier');
  verifierDossiers(dossiers);
  lirePublies(reel);
  return sousVerrou(reel, async () => {
    const construite = await surUneBase(dossiers, options, async (base, { problemes, bilans }) => {
      await taireSecrets(base);
      const masquage = await calculerMarts(base);
      const constats = await publiable(base, problemes, masquage);
      const manifeste = await publierEdition(base, reel, { ...constats, bilans, masquage });
      return { manifeste, problemes };
    });
    await suite?.(construite);
    return construite;
  });
}

/** Construit une édition, et rend ce qui s’en publie. */
export const construire = async (
  dossiers: readonly string[],
  sortie: string,
  options: OptionsDeConstruction = {},
): Promise<Manifeste> => (await construireEtDire(dossiers, sortie, options)).manifeste;
