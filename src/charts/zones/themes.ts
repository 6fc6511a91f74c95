import { demandeesPar } from '../../domain/connaissance.ts';
import { additionner } from '../../domain/effectif.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { BESOIN } from './besoins.ts';
import {
  optionsOrganisees,
  parFrequentation,
  secteursDe,
  signeDe,
  sommeDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';
import { estConnue } from './connaissance.ts';
import {
  type Definition,
  deBref,
  definirCompte,
  definirProportion,
  dossierDUneZone,
  mouvement,
  TABLES_DES_STATUTS,
  voie,
} from './definitions.ts';
import { comparable, franchie } from './franchies.ts';
import { PREMIERES } from './frequentees.ts';
import { ouverturesDe } from './ouvertures.ts';
import type { CompteDeZone, Serie } from './serie.ts';
import { L_OFFRE } from './theme-offre.ts';

export interface Theme {
  readonly id: string;
  readonly titre: string;
  readonly series: readonly Serie[];
}

const ELEVES: readonly Definition[] = [
  deBref('eleves'),
  deBref('qualifiant'),
  voie('alternance', 'Part de l’alternance', 'ALT'),
  voie('article45', 'Part de l’article 45', 'art45'),
];

const ECOLES: readonly Definition[] = [
  deBref('implantations'),
  definirProportion(
    {
      cle: 'confessionnel',
      titre: 'Part du confessionnel',
      sur: 'implantations',
      population: 'toutes',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reseaux }) => [
      sommeDe(
        reseaux.filter((r) => r.caractere === 'confessionnel'),
        (r) => r.implantations,
      ),
      sommeDe(reseaux, (r) => r.implantations),
    ],
  ),
];

const TITRES_DU_BESOIN = {
  'tc-fc': 'Options TC-FC',
  tc: 'Options TC seule',
  fc: 'Options FC seule',
} as const;

const LE_BESOIN: readonly Definition[] = [
  ...(['tc-fc', 'tc', 'fc'] as const).map((signe) =>
    definirCompte(
      { cle: signe, titre: TITRES_DU_BESOIN[signe], population: 'organisables', tables: BESOIN },
      ({ organisables: ici }) => ici.filter((o) => signeDe(o) === signe).length,
    ),
  ),
  definirCompte(
    {
      cle: 'ouvertures',
      titre: 'TC-FC non organisées',
      population: 'organisablesReunies',
      tables: [...BESOIN, 'indicateurs_lignees'],
    },
    ({ reunies }) => ouverturesDe(reunies).length,
  ),
  definirProportion(
    {
      cle: 'sans-besoin',
      titre: `Sans TC ni FC parmi les ${PREMIERES} premières`,
      sur: 'options organisables les plus fréquentées',
      population: 'organisablesReunies',
      tables: [...BESOIN, 'indicateurs_lignees'],
    },
    ({ organisables: ici }) => {
      const premieres = optionsOrganisees(ici).sort(parFrequentation).slice(0, PREMIERES);
      return [premieres.filter((o) => signeDe(o) === null).length, premieres.length];
    },
  ),
];

const CHANGEMENTS: readonly Definition[] = [
  definirCompte(
    {
      cle: 'apparues',
      titre: 'Options apparues',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reunies }) => reunies.filter((o) => o.occurrences > 0 && o.occurrences_avant === 0).length,
  ),
  definirCompte(
    {
      cle: 'disparues',
      titre: 'Options disparues',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reunies }) => reunies.filter((o) => o.occurrences === 0 && o.occurrences_avant > 0).length,
  ),
  ...(['bas', 'haut'] as const).map((sens) =>
    definirProportion(
      {
        cle: `franchies-${sens}`,
        titre: `Norme franchie vers le ${sens} (approximatif)`,
        sur: 'occurrences soumises les deux années',
        population: 'toutes',
        tables: TABLES_DES_STATUTS,
      },
      ({ occurrences }) => {
        const comparables = occurrences.filter(comparable);
        return [comparables.filter((o) => franchie(o, sens)).length, comparables.length];
      },
    ),
  ),
  mouvement('TC', 'entree', 'Métiers entrés en TC'),
  mouvement('TC', 'sortie', 'Métiers sortis des TC'),
];

const secteurs = (dossier: DossierZones): Definition[] =>
  secteursDe(dossier).map(({ secteur, libelle }) =>
    definirProportion(
      {
        cle: `secteur-${secteur}`,
        titre: libelle,
        sur: 'élèves des options',
        population: 'toutes',
        tables: ['indicateurs', ...TABLES_DE_L_OFFRE, 'secteurs'],
        demande: { tables: ['totaux_zones'] },
      },
      ({ codes }) => {
        const siens = additionner(codes.filter((o) => o.secteur === secteur));
        return [siens.eleves, additionner(codes).eleves, siens.masques];
      },
    ),
  );

/** Le dossier où chaque code ne compte que pour lui. */
const sansAnciens = (dossier: DossierZones): DossierZones => ({
  ...dossier,
  reunies: dossier.options,
  lignees: [...new Set(dossier.options.map(({ code_obg }) => code_obg))].map((code_obg) => ({
    code_obg,
    membre: code_obg,
  })),
});

/** Tous les indicateurs des pages de zone, par thème, comptés dans chaque zone. */
export function themes(dossier: DossierZones): Theme[] {
  const seul = sansAnciens(dossier);
  const parts = dossier.zones.map(({ zone }) => dossierDUneZone(dossier, zone));
  const seules = dossier.zones.map(({ zone }) => dossierDUneZone(seul, zone));
  const compter = (definitions: readonly Definition[], avant = false): Serie[] =>
    definitions.map(({ compter: compterUne, demande, ...serie }) => {
      const voulu = { tables: demandeesPar(serie.tables), avant, ...demande };
      const connues = dossier.zones.map(({ zone }) => estConnue(dossier, voulu, zone));
      const comptesDe = (lues: typeof parts) =>
        lues.map((part, i): CompteDeZone => (connues[i] ? compterUne(part) : [null, null]));
      return {
        ...serie,
        comptes: comptesDe(parts),
        ...(serie.population?.endsWith('Reunies') && { seuls: comptesDe(seules) }),
      };
    });
  return [
    { id: 'eleves', titre: 'Les élèves', series: compter(ELEVES) },
    { id: 'secteurs', titre: 'Les élèves par secteur', series: compter(secteurs(dossier)) },
    { id: 'ecoles', titre: 'Les écoles', series: compter(ECOLES) },
    { id: 'offre', titre: 'L’offre d’options', series: compter(L_OFFRE) },
    { id: 'besoin', titre: 'Le besoin', series: compter(LE_BESOIN) },
    ...(dossier.precedente === null
      ? []
      : [
          {
            id: 'changements',
            titre: `Depuis ${dossier.precedente}`,
            series: compter(CHANGEMENTS, true),
          },
        ]),
  ];
}
