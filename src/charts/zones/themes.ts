import { additionner, estOrganise } from '../../domain/effectif.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { estPubliee, INDICATEURS } from './bref.ts';
import {
  besoinDe,
  deZone,
  grouper,
  organisees,
  parFrequentation,
  secteursDe,
  somme,
} from './calculs.ts';
import { comparable, franchie } from './franchies.ts';
import { PREMIERES } from './frequentees.ts';
import { soumise } from './maintien.ts';
import { ecartMinimal, RAYON_KM } from './proches.ts';
import type { Compte, Serie } from './serie.ts';

export interface Theme {
  readonly id: string;
  readonly titre: string;
  readonly series: readonly Serie[];
}

/** Le dossier d’une seule zone, pour l’année montrée. */
type Part = ReturnType<typeof partDe>;

interface Definition extends Omit<Serie, 'comptes'> {
  readonly compter: (part: Part) => Compte;
}

const partDe = (dossier: DossierZones, zone: number) => {
  const ouvertes = deZone(dossier.occurrences, zone).filter(estOrganise);
  const options = deZone(dossier.options, zone);
  return {
    parcours: deZone(dossier.parcours, zone).filter(
      (p) => p.annee_scolaire === dossier.anneeScolaire,
    ),
    voies: deZone(dossier.voies, zone),
    reseaux: deZone(dossier.reseaux, zone),
    mouvements: deZone(dossier.mouvements, zone),
    occurrences: deZone(dossier.occurrences, zone),
    ouvertes,
    options,
    organisees: organisees(options).sort(parFrequentation),
    organisables: options.filter(({ organisable }) => organisable),
  };
};

const OFFRE = ['offre', 'implantations'];
const BESOIN = ['indicateurs', 'besoins', 'options_metiers'];
const STATUTS = ['statuts'];

const TITRES: Readonly<Record<string, { titre: string; sur?: string }>> = {
  eleves: { titre: 'Élèves' },
  qualifiant: { titre: 'Part du qualifiant', sur: 'élèves de la 3e à la 7e année' },
  implantations: { titre: 'Implantations' },
  options: { titre: 'Options organisées' },
  occurrences: { titre: 'Occurrences' },
  taille: { titre: 'Élèves par occurrence', sur: 'occurrences' },
};

const deBref = (cle: string): Definition => {
  const indicateur = INDICATEURS.find((i) => i.cle === cle);
  if (!indicateur) throw new RangeError(`Indicateur inconnu : ${cle}`);
  const { numerateur, denominateur, masques, population } = indicateur;
  return {
    cle,
    titre: cle,
    ...TITRES[cle],
    ecriture: denominateur ? (cle === 'taille' ? 'decimal' : 'part') : 'entier',
    tables: ['population', ...OFFRE],
    compter: ({ parcours }) => [
      population && !estPubliee(parcours) ? null : somme(parcours, (p) => p[numerateur]),
      denominateur ? somme(parcours, (p) => p[denominateur]) : null,
      masques && somme(parcours, (p) => p[masques]),
    ],
  };
};

const voie = (cle: string, titre: string, nom: string): Definition => ({
  cle,
  titre,
  ecriture: 'part',
  sur: 'élèves des options',
  tables: ['offre', 'options'],
  compter: ({ voies }) => {
    const siennes = additionner(voies.filter((v) => v.voie === nom));
    return [siennes.eleves, additionner(voies).eleves, siennes.masques];
  },
});

const compte = (
  cle: string,
  titre: string,
  tables: readonly string[],
  compter: (part: Part) => number,
): Definition => ({ cle, titre, ecriture: 'entier', tables, compter: (p) => [compter(p), null] });

const proportion = (
  cle: string,
  titre: string,
  sur: string,
  tables: readonly string[],
  compter: (part: Part) => Compte,
): Definition => ({ cle, titre, sur, ecriture: 'part', tables, compter });

const mouvement = (liste: 'TC' | 'FC', sens: 'entree' | 'sortie', titre: string): Definition =>
  compte(`${liste.toLowerCase()}-${sens}s`, titre, ['besoins', 'metiers'], ({ mouvements }) => {
    return mouvements.filter((m) => m.liste === liste && m.sens === sens).length;
  });

const ELEVES: readonly Definition[] = [
  deBref('eleves'),
  deBref('qualifiant'),
  voie('alternance', 'Part de l’alternance', 'ALT'),
  voie('article45', 'Part de l’article 45', 'art45'),
];

const ECOLES: readonly Definition[] = [
  deBref('implantations'),
  proportion('confessionnel', 'Part du confessionnel', 'implantations', OFFRE, ({ reseaux }) => [
    somme(
      reseaux.filter((r) => r.caractere === 'confessionnel'),
      (r) => r.implantations,
    ),
    somme(reseaux, (r) => r.implantations),
  ]),
];

const L_OFFRE: readonly Definition[] = [
  deBref('options'),
  deBref('occurrences'),
  deBref('taille'),
  proportion('petites', 'Moins de six élèves', 'occurrences', OFFRE, ({ ouvertes }) => [
    ouvertes.filter(({ eleves, masques }) => masques === 0 && eleves < 6).length,
    ouvertes.filter(({ masques }) => masques === 0).length,
  ]),
  proportion(
    'sous-norme',
    'Sous la norme de maintien (approximatif)',
    'occurrences soumises à une norme',
    STATUTS,
    ({ ouvertes }) => {
      const soumises = ouvertes.filter(soumise);
      return [soumises.filter(({ sous_norme }) => sous_norme).length, soumises.length];
    },
  ),
  proportion('uniques', 'Organisées une seule fois', 'options organisées', OFFRE, (p) => [
    p.organisees.filter(({ occurrences }) => occurrences === 1).length,
    p.organisees.length,
  ]),
  proportion(
    'proches',
    'Deux fois à moins de 10 km',
    'options sur plusieurs implantations',
    OFFRE,
    ({ ouvertes }) => {
      const plusieurs = [...grouper(ouvertes, (o) => o.code_obg).values()].filter(
        ({ length }) => length > 1,
      );
      return [plusieurs.filter((o) => ecartMinimal(o) <= RAYON_KM).length, plusieurs.length];
    },
  ),
];

const LE_BESOIN: readonly Definition[] = [
  ...(['tc-fc', 'tc', 'fc'] as const).map((signe) =>
    compte(
      signe,
      { 'tc-fc': 'Options TC-FC', tc: 'Options TC seule', fc: 'Options FC seule' }[signe],
      BESOIN,
      ({ organisables }) => organisables.filter((o) => besoinDe(o) === signe).length,
    ),
  ),
  compte('ouvertures', 'TC-FC non organisées', BESOIN, ({ organisables }) => {
    return organisables.filter((o) => besoinDe(o) === 'tc-fc' && o.occurrences === 0).length;
  }),
  proportion(
    'sans-besoin',
    `Sans TC ni FC parmi les ${PREMIERES} premières`,
    'options les plus fréquentées',
    [...OFFRE, 'besoins', 'options_metiers'],
    (p) => {
      const premieres = p.organisees.slice(0, PREMIERES);
      return [premieres.filter((o) => besoinDe(o) === null).length, premieres.length];
    },
  ),
];

const CHANGEMENTS: readonly Definition[] = [
  compte('apparues', 'Options apparues', OFFRE, ({ options }) => {
    return options.filter((o) => o.occurrences > 0 && o.occurrences_avant === 0).length;
  }),
  compte('disparues', 'Options disparues', OFFRE, ({ options }) => {
    return options.filter((o) => o.occurrences === 0 && o.occurrences_avant > 0).length;
  }),
  ...(['bas', 'haut'] as const).map((sens) =>
    proportion(
      `franchies-${sens}`,
      `Norme franchie vers le ${sens} (approximatif)`,
      'occurrences soumises les deux années',
      STATUTS,
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
    proportion(`secteur-${secteur}`, libelle, 'élèves des options', [...OFFRE, 'secteurs'], (p) => {
      const siens = additionner(p.organisees.filter((o) => o.secteur === secteur));
      return [siens.eleves, additionner(p.organisees).eleves, siens.masques];
    }),
  );

/** Tous les indicateurs des pages de zone, par thème, comptés dans chaque zone. */
export function themes(dossier: DossierZones): Theme[] {
  const parts = dossier.zones.map(({ zone }) => partDe(dossier, zone));
  const compter = (definitions: readonly Definition[]): Serie[] =>
    definitions.map(({ compter: compterUne, ...serie }) => ({
      ...serie,
      comptes: parts.map(compterUne),
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
