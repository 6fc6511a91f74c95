import { type Avertissement, avertir } from './avertissements.ts';
import type { Contexte } from './contexte.ts';
import { type Demande, PREALABLES, type Prealable, type Prealables } from './panier.ts';
import { lignesDuDossier, prealablesDe } from './structures.ts';

/** Ce que les demandes du dossier supposent que l’école a déjà, chacun une fois. */
export function prealablesDuDossier(
  { options }: Contexte,
  demandes: readonly Demande[],
): readonly Prealable[] {
  const supposes = demandes.flatMap((demande) => {
    const option = options.get(demande.code);
    return option ? prealablesDe(option, demande) : [];
  });
  return PREALABLES.filter((cle) => supposes.includes(cle));
}

/** L’alternance qu’on programme, sans qu’un CEFA soit connu. */
function surLeCefa({ lieu }: Contexte, demandes: readonly Demande[], prealables: Prealables) {
  const alternance = demandes.some((d) => d.mode !== 'PE' && d.type === 'Programmation');
  if (!alternance || (prealables.CEFA ?? lieu.cefa) === true) return [];
  const texte = 'l’alternance s’organise dans un CEFA : l’école doit en être siège ou coopérante';
  return [avertir('cefa', 'attention', texte, 'circulaire 7282, I.I')];
}

/** Ce qu’il faut savoir de l’école avant toutes ses demandes : le CEFA, le degré, l’année. */
export function avertissementsDesPrealables(
  contexte: Contexte,
  demandes: readonly Demande[],
  prealables: Prealables,
): readonly Avertissement[] {
  const reference = contexte.donnees.regles.references['goss-degre'];
  const structures = lignesDuDossier(contexte, demandes, prealables)
    .filter(({ structure }) => structure !== 'option de base groupée')
    .map(({ structure, libelle }) => {
      const [genre, article, pronom] =
        structure === 'degré spécifique'
          ? ['degre-d-abord', 'le ', 'le']
          : ['annee-d-abord', 'l’', 'la'];
      const texte = `si ${article}${structure} ${libelle} n’est pas dans vos structures autorisées, demandez-${pronom} d’abord`;
      return avertir(genre, 'attention', texte, reference);
    });
  return [...surLeCefa(contexte, demandes, prealables), ...structures];
}
