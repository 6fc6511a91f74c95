import { NATURES_FC } from '../domain/tables/besoins.ts';
import { REGIONS } from '../domain/tables/valeurs.ts';
import type { ColonneDeModele, ListeDeModele, Modele } from './modele.ts';

interface Nomme {
  readonly code: string;
  readonly nom: string;
}

/** Ce que les listes des modèles proposent : les codes de l’édition. */
export interface CodesDesModeles {
  readonly options: readonly Nomme[];
  readonly zones: readonly Nomme[];
  readonly metiers: readonly Nomme[];
  readonly implantations: readonly Nomme[];
}

const OPTION: ColonneDeModele = {
  titre: 'Code OBG',
  aide: 'Le code de l’option, quatre chiffres, du répertoire.',
  exemple: '2115',
  liste: 'Options',
};
const METIER: ColonneDeModele = {
  titre: 'Métier',
  aide: 'Le code du métier, ou son intitulé entier.',
  exemple: 'D026',
  liste: 'Métiers',
};
const ANNEE: ColonneDeModele = {
  titre: 'Année',
  aide: 'L’année du 1er février où la liste vaut.',
  exemple: '2025',
};

const INSCRIPTIONS: readonly ColonneDeModele[] = [
  { titre: 'Année scolaire', aide: 'Les deux années.', exemple: '2023-2024' },
  {
    titre: 'FASE implantation',
    aide: 'Le numéro FASE de l’implantation, pas celui de l’établissement.',
    exemple: '4101',
    liste: 'Implantations',
  },
  OPTION,
  { titre: 'Année d’étude', aide: 'De 3 à 7.', exemple: '4', liste: 'Années d’étude' },
  { titre: 'Mode', aide: 'PE : plein exercice ; ALT : alternance.', exemple: 'PE', liste: 'Modes' },
  { titre: 'Élèves', aide: 'Inscrits au 15 janvier ; 0 si l’option n’en a pas.', exemple: '12' },
];

const totaux = (zone: ColonneDeModele): readonly ColonneDeModele[] => [
  { titre: 'Année scolaire', aide: 'Les deux années.', exemple: '2023-2024' },
  zone,
  OPTION,
  {
    titre: 'Occurrences',
    aide: 'Le nombre d’implantations où l’option a des élèves ; 0 si elle n’y est pas organisée.',
    exemple: '3',
  },
  {
    titre: 'Élèves',
    aide: 'Inscrits au 15 janvier ; vide si la source ne le dit pas, jamais 0 à la place.',
    exemple: '42',
  },
];

const lister = (nom: string, nommes: readonly Nomme[]): ListeDeModele => ({
  nom,
  valeurs: nommes.map((n) => [n.code, n.nom]),
});

const ETUDES = lister(
  'Années d’étude',
  ['3', '4', '5', '6', '7'].map((code) => ({ code, nom: `${code}e année` })),
);
const MODES: ListeDeModele = {
  nom: 'Modes',
  valeurs: [
    ['PE', 'plein exercice'],
    ['ALT', 'alternance'],
  ],
};

/** L’exemple d’une colonne à codes est un code de l’édition. */
function avecExemple(colonne: ColonneDeModele, listes: readonly ListeDeModele[]): ColonneDeModele {
  const { valeurs = [] } = listes.find(({ nom }) => nom === colonne.liste) ?? {};
  const codes = valeurs.map(([code = '']) => code);
  return codes.length === 0 || codes.includes(colonne.exemple)
    ? colonne
    : { ...colonne, exemple: codes[0] ?? '' };
}

/** Les modèles des tables qu’un opérateur remplit ; le registre et les classes viennent du portail. */
export function modelesDe(codes: CodesDesModeles): readonly Modele[] {
  const options = lister('Options', codes.options);
  const metiers = lister('Métiers', codes.metiers);
  const zones = lister('Zones', codes.zones);
  const implantations = lister('Implantations', codes.implantations);
  const modele = (
    nom: string,
    titre: string,
    colonnes: readonly ColonneDeModele[],
    listes: readonly ListeDeModele[],
  ): Modele => ({
    ...{ nom, titre, colonnes: colonnes.map((colonne) => avecExemple(colonne, listes)) },
    commande: `npm run data -- import ${nom} modele-${nom}.xlsx --out ../mes-donnees`,
    listes: listes.filter(({ valeurs }) => valeurs.length > 0),
  });
  const region: ColonneDeModele = {
    ...{ titre: 'Région', aide: 'Celle du service de l’emploi.', exemple: 'Wallonie' },
    liste: 'Régions',
  };
  const nature: ColonneDeModele = {
    ...{ titre: 'Nature', aide: 'Telle que la liste la dit.', exemple: 'quantitative' },
    liste: 'Natures',
  };
  const zone: ColonneDeModele = {
    ...{ titre: 'Zone', aide: 'Son numéro, ou son nom.', exemple: '4', liste: 'Zones' },
  };
  const regions = lister(
    'Régions',
    REGIONS.map((code) => ({ code, nom: '' })),
  );
  const natures = lister(
    'Natures',
    NATURES_FC.map((code) => ({ code, nom: '' })),
  );
  const code = { titre: 'Code métier', aide: 'Une lettre puis des chiffres.', exemple: 'D026' };
  const intitule = { titre: 'Intitulé', aide: 'Aux deux genres.', exemple: 'Soudeur/Soudeuse' };
  return [
    modele('inscriptions', 'Inscriptions au 15 janvier', INSCRIPTIONS, [
      ...[implantations, options, ETUDES, MODES],
    ]),
    modele('oad-tableau', 'Totaux des zones, sans implantation', totaux(zone), [zones, options]),
    modele(
      'fc',
      'Fonctions critiques',
      [METIER, ANNEE, region, nature],
      [metiers, regions, natures],
    ),
    modele('tc', 'Thématiques communes', [METIER, ANNEE, zone], [metiers, zones]),
    modele('metiers', 'Métiers', [code, intitule], []),
    modele(
      'options-metiers',
      'Liens entre options et métiers',
      [OPTION, METIER],
      [options, metiers],
    ),
  ];
}

/** Le nom du fichier d’un modèle : `modele-fc.xlsx`. */
export const fichierDuModele = ({ nom }: Pick<Modele, 'nom'>): string => `modele-${nom}.xlsx`;

/** Les modèles tels que la page des données les nomme. */
export const MODELES: readonly { readonly nom: string; readonly titre: string }[] = modelesDe({
  options: [],
  zones: [],
  metiers: [],
  implantations: [],
}).map(({ nom, titre }) => ({ nom, titre }));
