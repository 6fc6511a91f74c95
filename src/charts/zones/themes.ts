import { additionner, estOrganise } from '../../domain/effectif.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { BESOIN } from './besoins.ts';
import {
  deZone,
  occurrencesParOption,
  optionsOrganisees,
  organisables,
  parFrequentation,
  secteursDe,
  signeDe,
  sommeDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';
import { comparable, franchie } from './franchies.ts';
import { PREMIERES } from './frequentees.ts';
import { soumise } from './maintien.ts';
import { estPubliee, INDICATEURS_DE_ZONE } from './mesures.ts';
import { ouverturesDe } from './ouvertures.ts';
import { ecartMinimal, RAYON_KM } from './proches.ts';
import type { CompteDeZone, Serie } from './serie.ts';

export interface Theme {
  readonly id: string;
  readonly titre: string;
  readonly series: readonly Serie[];
}

/** Le dossier d’une seule zone, pour l’année montrée. */
type Part = ReturnType<typeof partDe>;

interface Definition extends Omit<Serie, 'comptes'> {
  readonly compter: (part: Part) => CompteDeZone;
}

const partDe = (dossier: DossierZones, zone: number) => {
  const ouvertes = deZone(dossier.occurrences, zone).filter(estOrganise);
  const reunies = deZone(dossier.reunies, zone);
  return {
    parcours: deZone(dossier.parcours, zone).filter(
      (p) => p.annee_scolaire === dossier.anneeScolaire,
    ),
    voies: deZone(dossier.voies, zone),
    reseaux: deZone(dossier.reseaux, zone),
    mouvements: deZone(dossier.mouvements, zone),
    occurrences: deZone(dossier.occurrences, zone),
    ouvertes,
    parOption: occurrencesParOption(dossier, zone, ouvertes),
    codes: optionsOrganisees(deZone(dossier.options, zone)),
    reunies,
    organisables: organisables(reunies),
  };
};

const STATUTS = ['occurrences', 'statuts'];

const TITRES: Readonly<Record<string, Pick<Serie, 'titre' | 'sur' | 'population'>>> = {
  eleves: { titre: 'Élèves' },
  qualifiant: { titre: 'Part du qualifiant', sur: 'élèves de la 3e à la 7e année' },
  implantations: { titre: 'Implantations', population: 'toutes' },
  options: { titre: 'Options organisées', population: 'toutes' },
  occurrences: { titre: 'Occurrences', population: 'toutes' },
  taille: { titre: 'Élèves par occurrence', sur: 'occurrences', population: 'toutes' },
};

const deBref = (cle: string): Definition => {
  const indicateur = INDICATEURS_DE_ZONE.find((i) => i.cle === cle);
  if (!indicateur) throw new RangeError(`Indicateur inconnu : ${cle}`);
  const { numerateur, denominateur, masques, population } = indicateur;
  return {
    cle,
    titre: cle,
    ...TITRES[cle],
    ecriture: denominateur ? (cle === 'taille' ? 'decimal' : 'part') : 'entier',
    tables: ['population', ...TABLES_DE_L_OFFRE],
    compter: ({ parcours }) => [
      population && !estPubliee(parcours) ? null : sommeDe(parcours, (p) => p[numerateur]),
      denominateur ? sommeDe(parcours, (p) => p[denominateur]) : null,
      masques && sommeDe(parcours, (p) => p[masques]),
    ],
  };
};

const voie = (cle: string, titre: string, nom: string): Definition => ({
  cle,
  titre,
  ecriture: 'part',
  sur: 'élèves des options',
  population: 'toutes',
  tables: TABLES_DE_L_OFFRE,
  compter: ({ voies }) => {
    const siennes = additionner(voies.filter((v) => v.voie === nom));
    return [siennes.eleves, additionner(voies).eleves, siennes.masques];
  },
});

type Entete = Omit<Definition, 'ecriture' | 'compter'>;

const compte = (entete: Entete, compter: (part: Part) => number): Definition => ({
  ...entete,
  ecriture: 'entier',
  compter: (p) => [compter(p), null],
});

const proportion = (
  entete: Entete & { readonly sur: string },
  compter: (part: Part) => CompteDeZone,
): Definition => ({ ...entete, ecriture: 'part', compter });

const mouvement = (liste: 'TC' | 'FC', sens: 'entree' | 'sortie', titre: string): Definition =>
  compte(
    { cle: `${liste.toLowerCase()}-${sens}s`, titre, tables: ['besoins', 'metiers'] },
    ({ mouvements }) => mouvements.filter((m) => m.liste === liste && m.sens === sens).length,
  );

const ELEVES: readonly Definition[] = [
  deBref('eleves'),
  deBref('qualifiant'),
  voie('alternance', 'Part de l’alternance', 'ALT'),
  voie('article45', 'Part de l’article 45', 'art45'),
];

const ECOLES: readonly Definition[] = [
  deBref('implantations'),
  proportion(
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

const L_OFFRE: readonly Definition[] = [
  deBref('options'),
  deBref('occurrences'),
  deBref('taille'),
  proportion(
    {
      cle: 'petites',
      titre: 'Moins de six élèves',
      sur: 'occurrences',
      population: 'toutes',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ ouvertes }) => [
      ouvertes.filter(({ eleves, masques }) => masques === 0 && eleves < 6).length,
      ouvertes.filter(({ masques }) => masques === 0).length,
    ],
  ),
  proportion(
    {
      cle: 'sous-norme',
      titre: 'Sous la norme de maintien (approximatif)',
      sur: 'occurrences soumises à une norme',
      population: 'toutes',
      tables: STATUTS,
    },
    ({ ouvertes }) => {
      const soumises = ouvertes.filter(soumise);
      return [soumises.filter(({ sous_norme }) => sous_norme).length, soumises.length];
    },
  ),
  proportion(
    {
      cle: 'uniques',
      titre: 'Organisées une seule fois',
      sur: 'options organisées',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reunies }) => [
      reunies.filter(({ occurrences }) => occurrences === 1).length,
      optionsOrganisees(reunies).length,
    ],
  ),
  proportion(
    {
      cle: 'proches',
      titre: 'Deux fois à moins de 10 km',
      sur: 'options sur plusieurs implantations',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ parOption }) => {
      const plusieurs = [...parOption.values()].filter(({ length }) => length > 1);
      return [plusieurs.filter((o) => ecartMinimal(o) <= RAYON_KM).length, plusieurs.length];
    },
  ),
];

const TITRES_DU_BESOIN = {
  'tc-fc': 'Options TC-FC',
  tc: 'Options TC seule',
  fc: 'Options FC seule',
} as const;

const LE_BESOIN: readonly Definition[] = [
  ...(['tc-fc', 'tc', 'fc'] as const).map((signe) =>
    compte(
      { cle: signe, titre: TITRES_DU_BESOIN[signe], population: 'organisables', tables: BESOIN },
      ({ organisables: ici }) => ici.filter((o) => signeDe(o) === signe).length,
    ),
  ),
  compte(
    {
      cle: 'ouvertures',
      titre: 'TC-FC non organisées',
      population: 'organisablesReunies',
      tables: [...BESOIN, 'indicateurs_lignees'],
    },
    ({ reunies }) => ouverturesDe(reunies).length,
  ),
  proportion(
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
  compte(
    {
      cle: 'apparues',
      titre: 'Options apparues',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reunies }) => reunies.filter((o) => o.occurrences > 0 && o.occurrences_avant === 0).length,
  ),
  compte(
    {
      cle: 'disparues',
      titre: 'Options disparues',
      population: 'toutesReunies',
      tables: TABLES_DE_L_OFFRE,
    },
    ({ reunies }) => reunies.filter((o) => o.occurrences === 0 && o.occurrences_avant > 0).length,
  ),
  ...(['bas', 'haut'] as const).map((sens) =>
    proportion(
      {
        cle: `franchies-${sens}`,
        titre: `Norme franchie vers le ${sens} (approximatif)`,
        sur: 'occurrences soumises les deux années',
        population: 'toutes',
        tables: STATUTS,
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
    proportion(
      {
        cle: `secteur-${secteur}`,
        titre: libelle,
        sur: 'élèves des options',
        population: 'toutes',
        tables: ['indicateurs', ...TABLES_DE_L_OFFRE, 'secteurs'],
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
  const parts = dossier.zones.map(({ zone }) => partDe(dossier, zone));
  const seules = dossier.zones.map(({ zone }) => partDe(seul, zone));
  const compter = (definitions: readonly Definition[]): Serie[] =>
    definitions.map(({ compter: compterUne, ...serie }) => ({
      ...serie,
      comptes: parts.map(compterUne),
      ...(serie.population?.endsWith('Reunies') && { seuls: seules.map(compterUne) }),
    }));
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
            series: compter(CHANGEMENTS),
          },
        ]),
  ];
}
