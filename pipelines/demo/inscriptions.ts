import type { InscriptionComptee } from '../../src/domain/tables/offre.ts';
import { creerAlea } from './alea.ts';
import { anneeDeRentree, GRAINE } from './entree.ts';
import type { OccurrenceTiree } from './occurrences.ts';
import { creerParcours } from './parcours.ts';
import type { Scolarite } from './scolarite.ts';

const PART_DES_ECOLES_EN_ALTERNANCE = 0.12;

/** La part d’alternance d’une occurrence : tout en CEFA et en article 45, un peu ailleurs. */
function alternance({ option, site }: OccurrenceTiree): number {
  if (site.cefa || option.filiere === 'ALT') return 1;
  if (site.ligne.fase_cefa === null || option.filiere !== 'PE-ALT') return 0;
  const alea = creerAlea(`${GRAINE}:alt:${site.ligne.fase_implantation}:${option.code_obg}`);
  return alea.chance(PART_DES_ECOLES_EN_ALTERNANCE) ? 0.1 + 0.25 * alea.reel() : 0;
}

const cle = (i: InscriptionComptee): string =>
  [i.annee_scolaire, i.fase_implantation, i.code_obg, i.annee_etude, i.mode].join();

/**
 * Les élèves par année scolaire, implantation, option, année d’étude et mode, triés par clé. En
 * 2019-2020 s’ajoute la 6e des anciens codes, là où l’option CPU qui les remplace montait de la 4e.
 * Une formation article 45 est en alternance (circulaire 7282, ch. VI.IV).
 */
export function tirerInscriptions(
  occurrences: readonly OccurrenceTiree[],
  scolarite: Scolarite,
): InscriptionComptee[] {
  const derouler = creerParcours(scolarite);
  const lignes = occurrences.flatMap((occurrence) => {
    const { option, site } = occurrence;
    const part = alternance(occurrence);
    const inscrire = (
      rentree: number,
      annee: number,
      code: string,
      eleves: number,
    ): InscriptionComptee[] => {
      const alt = Math.round(part * eleves);
      const modes = [['ALT', alt] as const, ['PE', eleves - alt] as const];
      return modes
        .filter(([, n]) => n > 0)
        .map(([mode, n]) => ({
          annee_scolaire: anneeDeRentree(rentree),
          fase_implantation: site.ligne.fase_implantation,
          code_obg: code,
          annee_etude: annee,
          mode,
          eleves: n,
          eleves_au_moins: null,
          eleves_au_plus: null,
        }));
    };
    return derouler(occurrence).flatMap(({ rentree, annee, eleves }) => {
      const code = option.code_obg;
      const anciens = rentree === 2019 && annee === 5 ? scolarite.anciennes(code) : [];
      const ancien = anciens[Number(site.ligne.fase_implantation) % anciens.length];
      const sixieme = ancien ? inscrire(rentree, 6, ancien, Math.round(0.9 * eleves)) : [];
      return [...inscrire(rentree, annee, code, eleves), ...sixieme];
    });
  });
  return lignes
    .map((ligne) => ({ ligne, cle: cle(ligne) }))
    .sort((a, b) => (a.cle < b.cle ? -1 : 1))
    .map(({ ligne }) => ligne);
}
