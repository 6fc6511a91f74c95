import { decimal, entier } from '../../phrases/nombres.ts';
import { nbDecimal, nbEntier } from '../../phrases/phrase.ts';
import { phraseBesoins } from '../../phrases/zones/besoin.ts';
import type { OptionDeZone } from '../../query/options-par-zone.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Signe } from '../disposition.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, FWB, organisables, secteursDe, signeDe } from './calculs.ts';

const BESOINS: readonly { signe: Signe; titre: string }[] = [
  { signe: 'tc-fc', titre: 'TC et FC' },
  { signe: 'tc', titre: 'TC seule' },
  { signe: 'fc', titre: 'FC seule' },
];
/** D’où vient le besoin d’une option, et combien la suivent. */
export const BESOIN = ['indicateurs', 'besoins_options', 'besoins', 'options', 'secteurs'];

/** Les options organisables liées à une TC, à une FC ou aux deux, par secteur. */
export function figureBesoins(dossier: DossierZones, zone: number): Figure {
  const ici = organisables(deZone(dossier.reunies, zone));
  const compter = (options: readonly OptionDeZone[], signe: Signe, secteur?: number): number =>
    options.filter((o) => signeDe(o) === signe && (!secteur || o.secteur === secteur)).length;
  const rangees = secteursDe(dossier).map(({ secteur, libelle }) => ({
    cle: String(secteur),
    libelle,
    organisables: nbEntier(
      `besoins.${secteur}.organisables`,
      ici.filter((o) => o.secteur === secteur).length,
    ),
    besoins: BESOINS.map(({ signe, titre }) => ({
      titre,
      nombre: nbEntier(`besoins.${secteur}.${signe}`, compter(ici, signe, secteur)),
      fwb:
        compter(organisables(dossier.reunies), signe, secteur) / Math.max(1, dossier.zones.length),
    })),
  }));
  const constat = phraseBesoins({
    tcFc: compter(ici, 'tc-fc'),
    tc: compter(ici, 'tc'),
    fc: compter(ici, 'fc'),
    organisables: ici.length,
  });
  return {
    id: 'besoins',
    titre: 'Les besoins par secteur',
    constat,
    dessin: ici.some((o) => signeDe(o))
      ? barresDeZone(
          constat,
          rangees.flatMap((r) =>
            r.besoins.map(({ titre, nombre, fwb }) => ({
              cle: r.cle,
              libelle: r.libelle,
              facette: titre,
              valeur: nombre.valeur,
              etiquette: entier(nombre.valeur),
              repere: fwb,
              repereEcrit: decimal(fwb),
            })),
          ),
          { facettes: BESOINS.map(({ titre }) => titre), repere: FWB },
        )
      : null,
    absence: 'Aucune option organisable n’est liée à une TC ou à une FC dans cette édition.',
    population: 'organisables',
    note: 'Une option est liée à une liste par l’un au moins des métiers auxquels elle prépare.',
    tableau: {
      titre: 'Options organisables par besoin et secteur',
      colonnes: [
        { titre: 'Secteur' },
        ...BESOINS.map(({ titre }) => nombres(titre)),
        nombres('Organisables'),
        ...BESOINS.map(({ titre }) => nombres(`${titre}, moyenne FWB`)),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [
          r.libelle,
          ...r.besoins.map(({ nombre }) => nombre),
          r.organisables,
          ...r.besoins.map(({ nombre, fwb }) => nbDecimal(`${nombre.cle}.fwb`, fwb)),
        ],
      })),
    },
    tables: BESOIN,
  };
}
