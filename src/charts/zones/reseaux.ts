import { entier, part } from '../../phrases/nombres.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseReseaux } from '../../phrases/zones/apercu.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, partDe, sommeDe } from './calculs.ts';

const RESEAUX = [
  { reseau: 'WBE', cle: 'wbe', libelle: 'Wallonie-Bruxelles Enseignement' },
  { reseau: 'officiel subventionné', cle: 'officiel', libelle: 'Officiel subventionné' },
  { reseau: 'libre confessionnel', cle: 'libre-conf', libelle: 'Libre confessionnel' },
  { reseau: 'libre non confessionnel', cle: 'libre-non', libelle: 'Libre non confessionnel' },
] as const;

/** Les implantations par réseau et caractère, en part, face à celle de la FWB. */
export function figureReseaux(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.reseaux, zone);
  const compter = (rangees: DossierZones['reseaux'], reseau?: string): number =>
    sommeDe(
      rangees.filter((r) => reseau === undefined || r.reseau === reseau),
      (r) => r.implantations,
    );
  const total = compter(ici);
  const totalFwb = compter(dossier.reseaux);
  const rangees = RESEAUX.map(({ reseau, cle, libelle }) => {
    const n = compter(ici, reseau);
    return {
      cle,
      libelle,
      implantations: nbEntier(`reseaux.${cle}.implantations`, n),
      part: partDe(`reseaux.${cle}.part`, n, total),
      fwb: partDe(`reseaux.${cle}.fwb`, compter(dossier.reseaux, reseau), totalFwb),
      caractere: reseau === 'libre confessionnel' ? 'confessionnel' : 'non confessionnel',
    };
  });
  const confessionnel = sommeDe(
    ici.filter(({ caractere }) => caractere === 'confessionnel'),
    (r) => r.implantations,
  );
  const constat = phraseReseaux(total, confessionnel);
  return {
    id: 'reseaux',
    titre: 'Les implantations',
    constat,
    dessin:
      total === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.part,
              etiquette: `${entier(r.implantations.valeur)} · ${part(r.part?.valeur ?? 0)}`,
              fwb: r.fwb,
            })),
            { repere: 'part en FWB' },
          ),
    population: 'toutes',
    absence: 'Aucune option n’est organisée dans la zone.',
    tableau: {
      titre: 'Implantations par réseau',
      colonnes: [
        { titre: 'Réseau' },
        { titre: 'Caractère' },
        nombres('Implantations'),
        nombres('Part'),
        nombres('Part en FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.caractere, r.implantations, r.part, r.fwb],
      })),
    },
    tables: ['occurrences', 'offre', 'implantations'],
  };
}
