import { additionner, estOrganise } from '../../domain/effectif.ts';
import { motDuMasque, nbEleves } from '../../phrases/effectif.ts';
import { entier, part } from '../../phrases/nombres.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseTailles } from '../../phrases/zones/offre.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../query/zones/occurrences.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter, partDe } from './calculs.ts';
import { estConnue } from './connaissance.ts';

const STATUTS = ['inscriptions.annee_etude', 'inscriptions.mode'] as const;

interface Classe {
  readonly cle: string;
  readonly libelle: string;
  readonly contient: (occurrence: OccurrenceDeZone) => boolean;
}

const entre = (de: number, a: number): Classe => ({
  cle: `${de}-${a}`,
  libelle: `${de} à ${a} élèves`,
  contient: ({ eleves, masques }) => masques === 0 && eleves >= de && eleves <= a,
});

/** Les classes de taille, bornes comprises ; la première est celle que compte le constat. */
const CLASSES: readonly Classe[] = [
  entre(1, 5),
  entre(6, 9),
  entre(10, 14),
  entre(15, 24),
  entre(25, 49),
  {
    cle: '50',
    libelle: '50 élèves et plus',
    contient: ({ eleves, masques }) => masques === 0 && eleves >= 50,
  },
];

/** Une occurrence dont un effectif est tu : on ne sait pas sa taille. */
const MASQUEE: Classe = {
  cle: 'masquee',
  libelle: 'Effectif masqué',
  contient: ({ masques }) => masques > 0,
};

/** Les occurrences selon leur nombre d’élèves, toutes années d’étude. */
export function figureTailles(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.occurrences, zone).filter(estOrganise);
  const partout = dossier.occurrences.filter(estOrganise);
  const masquees = ici.filter(MASQUEE.contient);
  const publiees = ici.filter(({ masques }) => masques === 0);
  const statuts = estConnue(dossier, { tables: STATUTS }, zone);
  const tue = { ...MASQUEE, libelle: `Effectif ${motDuMasque(additionner(masquees))}` };
  const classes = masquees.length > 0 ? [...CLASSES, tue] : CLASSES;
  const rangees = classes.map(({ cle, libelle, contient }) => {
    const n = ici.filter(contient);
    return {
      cle,
      libelle,
      occurrences: nbEntier(`tailles.${cle}.occurrences`, n.length),
      eleves: nbEleves(`tailles.${cle}.eleves`, additionner(n)),
      part: partDe(`tailles.${cle}.part`, n.length, ici.length),
      sousNorme: statuts
        ? nbEntier(`tailles.${cle}.sous-norme`, n.filter((o) => o.sous_norme).length)
        : null,
      fwb: partDe(`tailles.${cle}.fwb`, partout.filter(contient).length, partout.length),
    };
  });
  const [petites] = rangees;
  const constat = phraseTailles(
    ici.length === 0 || !petites
      ? null
      : {
          occurrences: ici.length,
          petites: petites.occurrences.valeur,
          part: petites.part?.valeur ?? 0,
          partFwb: petites.fwb?.valeur ?? 0,
          moyenne: additionner(publiees).eleves / Math.max(1, publiees.length),
          masquees: masquees.length,
          mot: motDuMasque(additionner(masquees)),
        },
  );
  return {
    id: 'tailles',
    titre: 'La taille des occurrences',
    constat,
    dessin:
      ici.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.part,
              etiquette: `${entier(r.occurrences.valeur)} · ${part(r.part?.valeur ?? 0)}`,
              fwb: r.fwb,
            })),
            { repere: 'part en FWB' },
          ),
    absence: 'Aucune option n’est organisée dans la zone.',
    population: 'toutes',
    ...noter(
      additionner(ici),
      'Une occurrence : une option sur une implantation, avec au moins un élève, toutes années d’étude et tous modes.',
    ),
    tableau: {
      titre: 'Occurrences par taille',
      colonnes: [
        { titre: 'Taille' },
        nombres('Occurrences'),
        nombres('Part'),
        nombres('Part en FWB'),
        nombres('Élèves'),
        nombres('Sous leur norme de maintien (approximatif)'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.occurrences, r.part, r.fwb, r.eleves, r.sousNorme],
      })),
    },
    tables: ['occurrences', 'offre', 'statuts'],
  };
}
