import type { Manifeste, TableDuManifeste } from '../domain/manifeste.ts';
import { FORMATS, type Format, MIME, nomStable } from './fichiers.ts';
import { avis } from './table.ts';

const TYPE_DE_FICHIER: Record<Format, string> = {
  csv: 'CSV',
  excel: 'CSV',
  xlsx: 'XLSX',
  parquet: 'PARQUET',
};

const type = (format: Format): string => MIME[format].split(';')[0] ?? '';

/** Une adresse de fichier, absolue si l’on sait où est le site. */
type Adresse = (fichier: string) => string;

/** La fiche schema.org d’une table, pour la section qui la présente. */
export const ficheJsonLd = (table: TableDuManifeste, manifeste: Manifeste, adresse: Adresse) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: table.titre,
  description: `${avis(table, manifeste)} ${table.sens}`,
  inLanguage: 'fr-BE',
  version: manifeste.edition.id,
  isAccessibleForFree: true,
  creator: { '@type': 'Organization', name: manifeste.edition.editeur },
  temporalCoverage: manifeste.edition.annee_scolaire,
  variableMeasured: table.colonnes.map(({ nom, sens, unite }) => ({
    '@type': 'PropertyValue',
    name: nom,
    description: sens,
    ...(unite !== null && { unitText: unite }),
  })),
  isBasedOn: table.sources.map(({ titre }) => titre),
  distribution: FORMATS.map((format) => ({
    '@type': 'DataDownload',
    encodingFormat: type(format),
    contentUrl: adresse(nomStable(table, format)),
  })),
});

const texte = (valeur: string) => ({ '@value': valeur, '@language': 'fr' });

const jeu = (table: TableDuManifeste, manifeste: Manifeste, adresse: Adresse) => ({
  '@id': adresse(`#${table.nom}`),
  '@type': 'dcat:Dataset',
  'dct:identifier': table.nom,
  'dct:title': texte(table.titre),
  'dct:description': texte(`${avis(table, manifeste)} ${table.sens}`),
  'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/FRA' },
  'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/BEL' },
  'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/EDUC' },
  'dct:provenance': table.sources.map(({ titre }) => ({
    '@type': 'dct:ProvenanceStatement',
    'rdfs:label': texte(titre),
  })),
  'dcat:distribution': FORMATS.map((format) => ({
    '@type': 'dcat:Distribution',
    'dct:title': texte(nomStable(table, format)),
    'dcat:accessURL': { '@id': adresse(nomStable(table, format)) },
    'dcat:downloadURL': { '@id': adresse(nomStable(table, format)) },
    'dcat:mediaType': {
      '@id': `https://www.iana.org/assignments/media-types/${type(format)}`,
    },
    'dct:format': {
      '@id': `http://publications.europa.eu/resource/authority/file-type/${TYPE_DE_FICHIER[format]}`,
    },
  })),
});

/** Le catalogue DCAT-AP de l’édition, en JSON-LD. */
export const catalogueDcat = (manifeste: Manifeste, adresse: Adresse) => ({
  '@context': {
    dcat: 'http://www.w3.org/ns/dcat#',
    dct: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  },
  '@id': adresse(''),
  '@type': 'dcat:Catalog',
  'dct:title': texte(`OAD ouvert – ${manifeste.edition.titre}`),
  'dct:description': texte(
    'Les tables publiées par OAD ouvert, outil d’aide à la décision indépendant pour ' +
      'l’enseignement qualifiant en Fédération Wallonie-Bruxelles.',
  ),
  'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': texte(manifeste.edition.editeur) },
  'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/FRA' },
  'dcat:dataset': manifeste.tables.map((table) => jeu(table, manifeste, adresse)),
});
