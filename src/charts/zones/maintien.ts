import { additionner, estOrganise } from '../../domain/effectif.ts';
import type { StatutMaintien } from '../../domain/tables/statuts.ts';
import { motDuMasque, motsDuMasque } from '../../phrases/effectif.ts';
import { entier, part, rapport } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { noteDesNonDites, phraseMaintien } from '../../phrases/zones/maintien.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../query/zones/occurrences.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, partDe } from './calculs.ts';

/** Dans l’ordre où une option les traverse ; aucun n’est une décision connue. */
const STATUTS: readonly { statut: StatutMaintien['statut']; titre: string }[] = [
  { statut: 'atteinte', titre: 'Norme atteinte' },
  { statut: 'creation', titre: 'En création : norme pas encore exigée' },
  { statut: 'M1', titre: 'M1 : sous la norme une première année' },
  { statut: 'M2', titre: 'M2 : sous la norme une deuxième année' },
  { statut: 'derogation', titre: 'Dérogation supposée : sous la norme plus de deux ans' },
  { statut: 'S1', titre: 'S1 : suspension supposée, première année' },
  { statut: 'S2', titre: 'S2 : suspension supposée, deuxième année' },
  { statut: 'fermee', titre: 'Fermeture supposée' },
  {
    statut: 'indetermine',
    titre: 'Le texte ne fixe pas de norme',
  },
];

const SELON_LE_LIEU = {
  statut: 'selon_lieu',
  titre: 'Non dit : la densité ou la distance, mal connue, en décide',
} as const;
const masque = (mot: string) =>
  ({ statut: 'masque', titre: `Non dit : un effectif ${mot} en décide` }) as const;

export const soumise = (o: OccurrenceDeZone): boolean => estOrganise(o) && o.sous_norme !== null;
/** Soumise à une norme, mais un effectif masqué décide si elle l’atteint. */
const nonDite = (o: OccurrenceDeZone): boolean =>
  estOrganise(o) && o.sous_norme === null && o.statut === 'masque';
const sous = (rangees: readonly OccurrenceDeZone[]): OccurrenceDeZone[] =>
  rangees.filter(({ sous_norme }) => sous_norme);

/** « Approximatif : … » : ce que le calcul ignore, tel que la table le dit. */
export const noteDeMaintien = ({ reserves }: DossierZones): string =>
  `Une occurrence sans élève dans la première année de l’option, tenue pour suspendue ou fermée, n’y est pas. Toujours approximatif : ${reserves.join(' ; ')}. Normes de la circulaire 7282 (2019), ch. VII ; celles d’un décret de 2023 (presse, à confirmer) n’y sont pas.`;

/** Les occurrences sous leur norme de maintien, par norme. */
export function figureMaintien(dossier: DossierZones, zone: number): Figure {
  const ouvertes = deZone(dossier.occurrences, zone).filter(estOrganise);
  const ici = ouvertes.filter(soumise);
  const tues = additionner(ouvertes.filter(nonDite));
  const nonDites = ouvertes.filter(nonDite).length;
  const presents = new Set(ouvertes.map(({ statut }) => statut));
  const statuts = [
    ...STATUTS,
    ...[SELON_LE_LIEU, masque(motDuMasque(tues))].filter(({ statut }) => presents.has(statut)),
  ];
  const partout = dossier.occurrences.filter(soumise);
  const lues = [...new Set(partout.map(({ norme }) => norme))];
  const fixees = lues.filter((norme) => norme !== null).sort((a, b) => a - b);
  const normes = lues.includes(null) ? [...fixees, null] : fixees;
  const rangees = normes.map((norme) => {
    const dIci = ici.filter((o) => o.norme === norme);
    const ailleurs = partout.filter((o) => o.norme === norme);
    const cle = `maintien.${norme ?? 'selon'}`;
    return {
      cle: String(norme ?? 'selon'),
      norme,
      libelle: norme === null ? 'Norme selon le lieu' : `Norme de ${norme} élèves`,
      soumises: nbEntier(`${cle}.soumises`, dIci.length),
      sous: nbEntier(`${cle}.sous`, sous(dIci).length),
      part: partDe(`${cle}.part`, sous(dIci).length, dIci.length),
      fwb: partDe(`${cle}.fwb`, sous(ailleurs).length, ailleurs.length),
    };
  });
  const constat = phraseMaintien(
    ici.length === 0
      ? null
      : {
          soumises: ici.length,
          sous: sous(ici).length,
          normes: rangees.flatMap((r) => (r.soumises.valeur > 0 ? (r.norme ?? []) : [])),
          part: sous(ici).length / ici.length,
          partFwb: rapport(sous(partout).length, partout.length) ?? 0,
        },
    nonDites,
    motsDuMasque(tues),
  );
  return {
    id: 'maintien',
    titre: 'Sous la norme de maintien',
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
              etiquette: r.part
                ? `${entier(r.sous.valeur)} sur ${entier(r.soumises.valeur)} · ${part(r.part.valeur)}`
                : 'aucune',
              fwb: r.fwb,
              repere: r.part && r.fwb?.valeur,
            })),
            { repere: 'part en FWB', auMoins: 1 },
          ),
    absence:
      nonDites > 0
        ? enTexte(constat)
        : 'Le texte ne soumet aucune occurrence de la zone à une norme de maintien.',
    population: 'toutes',
    note: [noteDeMaintien(dossier), noteDesNonDites(nonDites, motDuMasque(tues))]
      .filter(Boolean)
      .join(' '),
    tableau: {
      titre: 'Occurrences sous leur norme de maintien, par norme',
      colonnes: [
        { titre: 'Norme de maintien' },
        nombres('Occurrences soumises'),
        nombres('Sous la norme'),
        nombres('Part'),
        nombres('Part en FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.soumises, r.sous, r.part, r.fwb],
      })),
    },
    listes: [
      {
        titre: 'Par statut supposé : déduit des élèves, jamais une décision connue',
        colonnes: [{ titre: 'Statut' }, nombres('Occurrences')],
        rangees: statuts.map(({ statut, titre }) => ({
          cle: statut,
          cellules: [
            titre,
            nbEntier(
              `maintien.statut.${statut}`,
              ouvertes.filter((o) => o.statut === statut).length,
            ),
          ],
        })),
      },
    ],
    tables: ['occurrences', 'statuts'],
  };
}
