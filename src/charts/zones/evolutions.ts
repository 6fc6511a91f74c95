import { toutConnu } from '../../domain/connaissance.ts';
import { decimal, part } from '../../phrases/nombres.ts';
import type { Nombre } from '../../phrases/phrase.ts';
import { rupturesDe } from '../../phrases/tendance.ts';
import type { Zone } from '../../query/territoire.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { anneesDe, lecteurDe, TROIS_ANS } from './bref.ts';
import type { Evolution, Valeurs } from './evolution-comparee.ts';
import { demandeeDe, INDICATEURS_DE_ZONE } from './mesures.ts';
import type { EcritureDeNombre } from './serie.ts';

const ecritureDe = (ecrire: (valeur: number) => string): EcritureDeNombre =>
  ecrire === part ? 'part' : ecrire === decimal ? 'decimal' : 'entier';

/** Les mesures d’une zone, dans les dix, toutes les années de l’édition ; sans celles que rien ne dit. */
export function evolutions(dossier: DossierZones): readonly Evolution[] {
  const annees = anneesDe(dossier);
  return INDICATEURS_DE_ZONE.map((indicateur) => {
    const coupure = indicateur.rupture ? rupturesDe(TROIS_ANS, annees).at(-1)?.annee : undefined;
    const nommer = (nombre: Nombre | null, slug: string, annee: string): Nombre | null =>
      nombre && { ...nombre, cle: `evolutions.${slug}.${annee}.${indicateur.cle}` };
    const valeursDe = ({ zone, slug }: Zone): Valeurs =>
      annees.map((annee) =>
        toutConnu(dossier, [demandeeDe(indicateur)], zone, annee)
          ? nommer(lecteurDe(dossier, zone)(indicateur, annee).ici, slug, annee)
          : null,
      );
    const [premiere] = dossier.zones;
    return {
      cle: indicateur.cle,
      titre: indicateur.nom ?? indicateur.titre,
      ecriture: ecritureDe(indicateur.ecrire),
      annees,
      depuis: coupure === undefined ? 0 : Math.max(0, annees.indexOf(coupure)),
      zones: dossier.zones.map(valeursDe),
      fwb: annees.map((annee) =>
        premiere
          ? nommer(lecteurDe(dossier, premiere.zone)(indicateur, annee).fwb, 'fwb', annee)
          : null,
      ),
    };
  }).filter(({ zones }) => zones.some((valeurs) => valeurs.some((nombre) => nombre !== null)));
}
