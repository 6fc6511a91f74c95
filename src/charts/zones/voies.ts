import { entier, part } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseVoies } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { ElevesParVoie, Voie } from '../../query/zones/voies.ts';
import { barres } from '../barres.ts';
import { type Figure, nombres } from '../figure.ts';
import { deZone, partDe, somme } from './calculs.ts';

const VOIES: readonly { voie: Voie; libelle: string }[] = [
  { voie: 'PE', libelle: 'Plein exercice' },
  { voie: 'ALT', libelle: 'Alternance' },
  { voie: 'art45', libelle: 'Article 45' },
];

const elevesDe = (rangees: readonly ElevesParVoie[], voie?: Voie): number =>
  somme(
    rangees.filter((r) => voie === undefined || r.voie === voie),
    (r) => r.eleves,
  );

/** Plein exercice, alternance, article 45. */
export function figureVoies(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.voies, zone);
  const total = elevesDe(ici);
  const totalFwb = elevesDe(dossier.voies);
  const rangees = VOIES.map(({ voie, libelle }) => ({
    voie,
    libelle,
    eleves: nbEntier(`voies.${voie}.eleves`, elevesDe(ici, voie)),
    part: partDe(`voies.${voie}.part`, elevesDe(ici, voie), total),
    fwb: partDe(`voies.${voie}.fwb`, elevesDe(dossier.voies, voie), totalFwb),
  }));
  const [, alternance, article45] = rangees;
  const constat = phraseVoies(
    total === 0
      ? null
      : {
          alternance: alternance?.part?.valeur ?? 0,
          alternanceFwb: alternance?.fwb?.valeur ?? 0,
          article45: article45?.part?.valeur ?? 0,
          article45Fwb: article45?.fwb?.valeur ?? 0,
        },
  );
  return {
    id: 'voies',
    titre: 'Plein exercice, alternance, article 45',
    constat,
    dessin:
      total === 0
        ? null
        : (largeur) =>
            barres(
              rangees.map((r) => ({
                cle: r.voie,
                libelle: r.libelle,
                valeur: r.part?.valeur ?? 0,
                etiquette: `${entier(r.eleves.valeur)} · ${part(r.part?.valeur ?? 0)}`,
                repere: r.fwb?.valeur,
                repereEcrit: r.fwb?.texte,
              })),
              { largeur, constat: enTexte(constat), repere: 'part en FWB' },
            ),
    absence: 'Aucune option de la zone ne compte d’élève.',
    note: 'Article 45 : formations spécifiques en alternance, comptées à part.',
    tableau: {
      titre: 'Élèves par voie',
      colonnes: [{ titre: 'Voie' }, nombres('Élèves'), nombres('Part'), nombres('Part en FWB')],
      rangees: rangees.map((r) => ({
        cle: r.voie,
        cellules: [r.libelle, r.eleves, r.part, r.fwb],
      })),
    },
    tables: ['offre', 'options'],
  };
}
