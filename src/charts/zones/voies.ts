import { additionner, type Effectif, estMasque, estOrganise } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves, partDEffectif } from '../../phrases/effectif.ts';
import { phraseMasquee, phraseVoies } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { ElevesParVoie, Voie } from '../../query/zones/voies.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter } from './calculs.ts';

const VOIES: readonly { voie: Voie; libelle: string }[] = [
  { voie: 'PE', libelle: 'Plein exercice' },
  { voie: 'ALT', libelle: 'Alternance' },
  { voie: 'art45', libelle: 'Article 45' },
];

const effectifDe = (rangees: readonly ElevesParVoie[], voie?: Voie): Effectif =>
  additionner(rangees.filter((r) => voie === undefined || r.voie === voie));

/** Plein exercice, alternance, article 45. */
export function figureVoies(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.voies, zone);
  const total = effectifDe(ici);
  const totalFwb = effectifDe(dossier.voies);
  const rangees = VOIES.map(({ voie, libelle }) => ({
    voie,
    libelle,
    effectif: effectifDe(ici, voie),
    eleves: nbEleves(`voies.${voie}.eleves`, effectifDe(ici, voie)),
    part: partDEffectif(`voies.${voie}.part`, effectifDe(ici, voie), total),
    fwb: partDEffectif(`voies.${voie}.fwb`, effectifDe(dossier.voies, voie), totalFwb),
  }));
  const [, alternance, article45] = rangees;
  const masquee = estMasque(total) || alternance?.part?.masques || article45?.part?.masques;
  const constat = masquee
    ? phraseMasquee(total)
    : phraseVoies(
        !estOrganise(total)
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
    dessin: !estOrganise(total)
      ? null
      : barresDeZone(
          constat,
          rangees.map((r) => ({
            cle: r.voie,
            libelle: r.libelle,
            valeur: r.part,
            etiquette: `${effectifCourt(r.effectif)} · ${r.part?.texte ?? '–'}`,
            fwb: r.fwb,
          })),
          { repere: 'part en FWB' },
        ),
    absence: 'Aucune option de la zone ne compte d’élève.',
    population: 'toutes',
    ...noter(total, 'Article 45 : formations spécifiques en alternance, comptées à part.'),
    tableau: {
      titre: 'Élèves par voie',
      colonnes: [{ titre: 'Voie' }, nombres('Élèves'), nombres('Part'), nombres('Part en FWB')],
      rangees: rangees.map((r) => ({
        cle: r.voie,
        cellules: [r.libelle, r.eleves, r.part, r.fwb],
      })),
    },
    tables: ['occurrences', 'offre', 'options'],
  };
}
