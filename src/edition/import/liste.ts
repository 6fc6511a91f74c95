import { nettoyer } from '../../domain/fichier-recu.ts';
import { plat } from '../../domain/recherche/texte.ts';
import type { Voulue } from './colonnes.ts';
import { type Lue, poserQuestion, type Refus, refuser } from './genre.ts';
import type { ReponsesDImport } from './reponses.ts';

const CIVILE = /^20\d\d$/;

/** Ce que les listes d’emploi disent d’elles : leur année, leurs lieux, ce qui en est sorti. */
export const COLONNE_ANNEE: Voulue = {
  nom: 'annee',
  noms: ['année', 'année de la liste', 'édition', 'édition de la liste', 'millésime'],
  aDefaut: { option: '--annee 2025', donnee: ({ annee }) => CIVILE.test(annee ?? '') },
};

export const COLONNE_STATUT: Voulue = {
  nom: 'statut',
  noms: ['statut', 'évolution', 'mouvement'],
  facultative: true,
};

/** Une fonction que la source dit sortie de la liste n’y est plus. */
export function refuserSortie(statut: string): Lue | null {
  if (!/^(sorti|retire|supprime|disparu)/.test(plat(statut))) return null;
  return refuser('HORS-CHAMP', nettoyer(statut), 'ce titre est sorti de la liste.');
}

/** L’année d’une liste : `2025`, `liste 2025`, `2025 (lue en avril)`, `1er février 2025`. */
export function lireAnneeDeListe(
  brute: string,
  { annee: reponse }: ReponsesDImport,
): number | { readonly refus: Refus } {
  const texte = plat(brute.replace(/\([^)]*\)/g, ' '));
  if (texte === '' && CIVILE.test(reponse ?? '')) return Number(reponse);
  const [, seule] =
    texte.match(/^(?:(?:liste|edition|annee|listes) )?(?:de |en )?(20\d\d)(?: 0)?$/) ??
    texte.match(/^(?:0?1(?:er)? (?:0?2|fevrier) )(20\d\d)$/) ??
    [];
  if (seule !== undefined) return Number(seule);
  const [, debut, fin] = texte.match(/^(20\d\d) (?:a )?(20\d\d|\d\d)$/) ?? [];
  if (debut !== undefined && fin !== undefined) {
    const suivante = Number(debut) + 1;
    if (Number(fin) % 100 === suivante % 100) {
      const annees = { debut: Number(debut), fin: suivante };
      const [choisie] = Object.entries(annees)
        .filter(([sens, annee]) => reponse === sens || reponse === String(annee))
        .map(([, annee]) => annee);
      if (choisie !== undefined) return choisie;
      const question =
        `« ${nettoyer(brute)} » se lit liste de ${debut} (--annee debut) ou de ` +
        `${suivante} (--annee fin), celle qui vaut au 1er février`;
      return poserQuestion('ANNEE-LISTE', nettoyer(brute), question) as { refus: Refus };
    }
  }
  const raison = 'attendu : l’année du 1er février où la liste vaut, par exemple 2025.';
  return refuser('ANNEE-LISTE', nettoyer(brute), raison) as { refus: Refus };
}
