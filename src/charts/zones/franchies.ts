import { additionner, estOrganise } from '../../domain/effectif.ts';
import { MASQUE, motsDuMasque } from '../../phrases/effectif.ts';
import { entier, part } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseFranchies } from '../../phrases/zones/maintien.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OccurrenceDeZone } from '../../query/zones/occurrences.ts';
import {
  type CelluleDeTableau,
  type Figure,
  lienImplantation,
  lienOption,
  nombres,
} from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, organiseeAvant, partDe } from './calculs.ts';
import { soumise } from './maintien.ts';

export const SENS_FRANCHIS = ['bas', 'haut'] as const;

/** Soumise à une norme les deux années : on peut dire si elle l’a franchie. */
export const comparable = (o: OccurrenceDeZone): boolean =>
  soumise(o) && organiseeAvant(o) && o.sous_norme_avant !== null;

/** Soumise à une norme les deux années, mais un effectif masqué décide si elle l’a franchie. */
const nonComparee = (o: OccurrenceDeZone): boolean =>
  estOrganise(o) &&
  organiseeAvant(o) &&
  o.norme !== null &&
  o.norme_avant !== null &&
  !comparable(o);

export const franchie = (o: OccurrenceDeZone, sens: (typeof SENS_FRANCHIS)[number]): boolean =>
  comparable(o) && o.sous_norme !== o.sous_norme_avant && o.sous_norme === (sens === 'bas');

const compte = (cle: string, valeur: number | null): CelluleDeTableau =>
  valeur === null ? MASQUE : nbEntier(cle, valeur);

/** Les occurrences passées d’un côté à l’autre de leur norme de maintien. */
export function figureFranchies(dossier: DossierZones, zone: number): Figure {
  const { precedente } = dossier;
  const intitules = new Map(dossier.options.map((o) => [o.code_obg, o.intitule]));
  const ici = deZone(dossier.occurrences, zone).filter(comparable);
  const partout = dossier.occurrences.filter(comparable);
  const tues = additionner(deZone(dossier.occurrences, zone).filter(nonComparee));
  const nonDites = deZone(dossier.occurrences, zone).some(nonComparee);
  const rangees = SENS_FRANCHIS.map((sens) => {
    const passees = ici.filter((o) => franchie(o, sens));
    return {
      sens,
      libelle: `Franchie vers le ${sens}`,
      passees,
      nombre: nbEntier(`franchies.${sens}`, passees.length),
      part: partDe(`franchies.${sens}.part`, passees.length, ici.length),
      fwb: partDe(
        `franchies.${sens}.fwb`,
        partout.filter((o) => franchie(o, sens)).length,
        partout.length,
      ),
    };
  });
  const [bas, haut] = rangees;
  const constat = phraseFranchies(
    precedente === null
      ? null
      : {
          precedente,
          comparables: ici.length,
          bas: bas?.nombre.valeur ?? 0,
          haut: haut?.nombre.valeur ?? 0,
          nonDites,
          mots: motsDuMasque(tues),
        },
  );
  return {
    id: 'franchies',
    titre: 'La norme de maintien franchie',
    constat,
    dessin:
      precedente === null || ici.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.map((r) => ({
              cle: r.sens,
              libelle: r.libelle,
              valeur: r.part,
              etiquette: `${entier(r.nombre.valeur)} · ${part(r.part?.valeur ?? 0)}`,
              fwb: r.fwb,
              seconde: r.sens === 'haut',
            })),
            { repere: 'part en FWB' },
          ),
    absence:
      precedente === null
        ? 'L’édition ne porte qu’une année scolaire.'
        : nonDites
          ? enTexte(constat)
          : 'Aucune occurrence n’est soumise à une norme les deux années.',
    population: 'toutes',
    note: 'Approximatif : calculé par implantation, sur les seuls élèves. Une option passée en trois ans à la rentrée 2023 se compte en 4e depuis, en 5e avant.',
    tableau: {
      titre: 'Occurrences qui ont franchi leur norme de maintien',
      colonnes: [
        { titre: 'Sens' },
        nombres('Occurrences'),
        nombres('Part des comparables'),
        nombres('Part en FWB'),
      ],
      rangees:
        precedente === null
          ? []
          : rangees.map((r) => ({
              cle: r.sens,
              cellules: [r.libelle, r.nombre, r.part, r.fwb],
            })),
    },
    listes: rangees.map(({ sens, passees }) => ({
      titre: `Les occurrences passées ${sens === 'bas' ? 'sous' : 'au-dessus de'} leur norme`,
      colonnes: [
        { titre: 'Option' },
        { titre: 'Code' },
        { titre: 'Implantation (FASE)' },
        nombres('Élèves comptés avant'),
        nombres('Élèves comptés'),
        nombres('Norme'),
      ],
      rangees: passees.map((o) => {
        const cle = `franchies.${o.fase_implantation}.${o.code_obg}`;
        return {
          cle,
          cellules: [
            intitules.get(o.code_obg) ?? '',
            lienOption(o.code_obg),
            lienImplantation(o.fase_implantation),
            compte(`${cle}.avant`, o.comptes_avant),
            compte(`${cle}.comptes`, o.comptes),
            o.norme === null ? 'selon le lieu' : nbEntier(`${cle}.norme`, o.norme),
          ],
        };
      }),
    })),
    tables: ['occurrences', 'statuts', 'options', 'lignees'],
  };
}
