import { entier, part } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseTailles } from '../../phrases/zones/offre.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Occurrence } from '../../query/zones/occurrences.ts';
import { barres } from '../barres.ts';
import { type Figure, nombres } from '../figure.ts';
import { deZone, partDe, somme } from './calculs.ts';

/** Les classes de taille, bornes comprises ; la première est celle que compte le constat. */
const CLASSES = [
  { de: 1, a: 5 },
  { de: 6, a: 9 },
  { de: 10, a: 14 },
  { de: 15, a: 24 },
  { de: 25, a: 49 },
  { de: 50, a: Number.POSITIVE_INFINITY },
] as const;

const ouvertes = (rangees: readonly Occurrence[]): Occurrence[] =>
  rangees.filter(({ eleves }) => eleves > 0);

/** Les occurrences selon leur nombre d’élèves, toutes années d’étude. */
export function figureTailles(dossier: DossierZones, zone: number): Figure {
  const ici = ouvertes(deZone(dossier.occurrences, zone));
  const partout = ouvertes(dossier.occurrences);
  const rangees = CLASSES.map(({ de, a }) => {
    const cle = Number.isFinite(a) ? `${de}-${a}` : `${de}`;
    const dans = ({ eleves }: Occurrence): boolean => eleves >= de && eleves <= a;
    const n = ici.filter(dans);
    return {
      cle,
      libelle: Number.isFinite(a) ? `${de} à ${a} élèves` : `${de} élèves et plus`,
      occurrences: nbEntier(`tailles.${cle}.occurrences`, n.length),
      eleves: nbEntier(
        `tailles.${cle}.eleves`,
        somme(n, (o) => o.eleves),
      ),
      part: partDe(`tailles.${cle}.part`, n.length, ici.length),
      sousNorme: nbEntier(`tailles.${cle}.sous-norme`, n.filter((o) => o.sous_norme).length),
      fwb: partDe(`tailles.${cle}.fwb`, partout.filter(dans).length, partout.length),
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
          moyenne: somme(ici, (o) => o.eleves) / ici.length,
        },
  );
  return {
    id: 'tailles',
    titre: 'La taille des occurrences',
    constat,
    dessin:
      ici.length === 0
        ? null
        : (largeur) =>
            barres(
              rangees.map((r) => ({
                cle: r.cle,
                libelle: r.libelle,
                valeur: r.part?.valeur ?? 0,
                etiquette: `${entier(r.occurrences.valeur)} · ${part(r.part?.valeur ?? 0)}`,
                repere: r.fwb?.valeur,
                repereEcrit: r.fwb?.texte,
              })),
              { largeur, constat: enTexte(constat), repere: 'part en FWB' },
            ),
    absence: 'Aucune option n’est organisée dans la zone.',
    note: 'Une occurrence : une option sur une implantation, avec au moins un élève, toutes années d’étude et tous modes.',
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
    tables: ['offre', 'implantations', 'statuts'],
  };
}
