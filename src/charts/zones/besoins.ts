import { decimal, entier } from '../../phrases/nombres.ts';
import { enTexte, nbDecimal, nbEntier } from '../../phrases/phrase.ts';
import { phraseBesoins, phraseOuvertures } from '../../phrases/zones/besoin.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { OptionDeZone } from '../../query/zones/options.ts';
import { barres } from '../barres.ts';
import type { Signe } from '../disposition.ts';
import { type Figure, lienOption, nombres } from '../figure.ts';
import { besoinDe, deZone, FWB, secteursDe } from './calculs.ts';

const BESOINS: readonly { signe: Signe; titre: string }[] = [
  { signe: 'tc-fc', titre: 'TC et FC' },
  { signe: 'tc', titre: 'TC seule' },
  { signe: 'fc', titre: 'FC seule' },
];

const organisables = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  options.filter(({ organisable }) => organisable);
const tcFc = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  organisables(options).filter(({ tc, fc }) => tc && fc);
const manquantes = (options: readonly OptionDeZone[]): OptionDeZone[] =>
  tcFc(options).filter(({ occurrences }) => occurrences === 0);

/** Les options organisables liées à une TC, à une FC ou aux deux, par secteur. */
export function figureBesoins(dossier: DossierZones, zone: number): Figure {
  const ici = organisables(deZone(dossier.options, zone));
  const compter = (options: readonly OptionDeZone[], signe: Signe, secteur?: number): number =>
    options.filter((o) => besoinDe(o) === signe && (!secteur || o.secteur === secteur)).length;
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
        compter(organisables(dossier.options), signe, secteur) / Math.max(1, dossier.zones.length),
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
    dessin: ici.some((o) => besoinDe(o))
      ? (largeur) =>
          barres(
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
            {
              largeur,
              constat: enTexte(constat),
              facettes: BESOINS.map(({ titre }) => titre),
              repere: FWB,
            },
          )
      : null,
    absence: 'Aucune option organisable n’est liée à une TC ou à une FC dans cette édition.',
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
    tables: ['indicateurs', 'besoins', 'options_metiers', 'secteurs'],
  };
}

/** Les options TC-FC organisables que la zone n’organise pas : les ouvertures possibles. */
export function figureOuvertures(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.options, zone);
  const absentes = manquantes(ici);
  const rangees = secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const duSecteur = (o: OptionDeZone): boolean => o.secteur === secteur;
    const n = absentes.filter(duSecteur).length;
    const cle = `ouvertures.${secteur}`;
    return {
      cle: String(secteur),
      nom,
      libelle,
      ouvertures: nbEntier(`${cle}.ouvertures`, n),
      tcFc: nbEntier(`${cle}.tc-fc`, tcFc(ici).filter(duSecteur).length),
      fwb: nbDecimal(
        `${cle}.fwb`,
        manquantes(dossier.options).filter(duSecteur).length / Math.max(1, dossier.zones.length),
      ),
    };
  });
  const maximum = Math.max(0, ...rangees.map(({ ouvertures }) => ouvertures.valeur));
  const premiers = rangees.filter(({ ouvertures }) => ouvertures.valeur === maximum);
  const constat = phraseOuvertures(
    absentes.length,
    tcFc(ici).length,
    premiers.map(({ nom, cle, ouvertures }) => ({ nom, cle, ouvertures: ouvertures.valeur })),
  );
  return {
    id: 'ouvertures',
    titre: 'Les options TC-FC non organisées',
    constat,
    dessin:
      absentes.length === 0
        ? null
        : (largeur) =>
            barres(
              rangees.map((r) => ({
                cle: r.cle,
                libelle: r.libelle,
                valeur: r.ouvertures.valeur,
                etiquette: `${entier(r.ouvertures.valeur)} sur ${entier(r.tcFc.valeur)}`,
                repere: r.fwb.valeur,
                repereEcrit: r.fwb.texte,
              })),
              { largeur, constat: enTexte(constat), repere: FWB },
            ),
    absence: 'Toutes les options TC-FC organisables sont organisées dans la zone.',
    tableau: {
      titre: 'Options TC-FC non organisées, par secteur',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Options TC-FC'),
        nombres('Non organisées'),
        nombres('Non organisées, moyenne FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.tcFc, r.ouvertures, r.fwb],
      })),
    },
    listes: [
      {
        titre: 'La liste et ses normes de création',
        colonnes: [
          { titre: 'Option' },
          { titre: 'Code' },
          nombres('Norme de création (plein exercice)'),
          nombres('Norme de création (alternance seule)'),
        ],
        rangees: absentes.map((o) => ({
          cle: o.code_obg,
          cellules: [
            o.intitule,
            lienOption(o.code_obg),
            o.norme_creation === null
              ? null
              : nbEntier(`option.${o.code_obg}.norme`, o.norme_creation),
            o.norme_creation_alt === null
              ? null
              : nbEntier(`option.${o.code_obg}.norme-alt`, o.norme_creation_alt),
          ],
        })),
      },
    ],
    tables: ['indicateurs', 'besoins', 'options_metiers', 'secteurs'],
  };
}
