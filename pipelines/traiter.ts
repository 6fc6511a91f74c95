import { ErreurDeDonnees } from '../src/edition/probleme.ts';
import { type Construite, construire, controler } from './construire.ts';
import { crier, dire } from './dire.ts';
import { verifierDossiers } from './dossiers.ts';
import { enJson, rapportEnTexte, resumerEdition } from './rapport.ts';
import { refuserRacines, refuserRencontre, situerDossier } from './write/lieu.ts';

interface Demande {
  readonly commande: 'build' | 'check';
  /** L’édition livrée, puis les dossiers ajoutés. */
  readonly dossiers: readonly string[];
  readonly sortie: string;
  readonly json?: boolean | undefined;
  readonly strict?: boolean | undefined;
  /** Ce qui se fait de l’édition publiée, avant qu’une autre commande puisse la remplacer. */
  readonly suite?: () => Promise<void>;
}

/**
 * Refuse de publier là où sont des données ou le projet.
 * @throws ErreurDUsage
 */
export function verifierSortie(sortie: string, dossiers: readonly string[]): void {
  const lieu = situerDossier(sortie, 'le dossier où publier');
  refuserRacines(lieu, 'le dossier où publier');
  refuserRencontre(lieu, 'le dossier où publier', dossiers, 'contient des données');
}

/**
 * Contrôle ou publie une édition, et dit ce qu’il en est.
 * @returns faux si les données ont des fautes
 * @throws ErreurDUsage si un dossier ne convient pas ; rien n’est alors touché
 */
export async function traiter(demande: Demande): Promise<boolean> {
  const { commande, dossiers, sortie, json = false, strict = false, suite } = demande;
  try {
    if (commande === 'check') {
      const problemes = await controler(dossiers, { strict });
      dire(json ? enJson({ commande, problemes }) : rapportEnTexte(problemes));
      if (!json) dire('Données contrôlées : aucune erreur.');
      return true;
    }
    const annoncer = async ({ manifeste, problemes }: Construite) => {
      dire(json ? enJson({ commande, problemes, manifeste }) : rapportEnTexte(problemes));
      if (!json) dire(resumerEdition(manifeste, sortie));
      await suite?.();
    };
    verifierDossiers(dossiers);
    verifierSortie(sortie, dossiers);
    await construire(dossiers, sortie, { strict, suite: annoncer });
    return true;
  } catch (cause) {
    if (!(cause instanceof ErreurDeDonnees)) throw cause;
    process.exitCode = 1;
    if (json) dire(enJson({ commande, problemes: cause.problemes }));
    else crier(`${rapportEnTexte(cause.problemes)}\n\nRien n’a été écrit.`);
    return false;
  }
}
