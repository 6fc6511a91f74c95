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

const gAnnee = (annee: string) => ({ '@value': annee, '@type': 'xsd:gYear' });

/** Les années d’une table qui en a : de la première rentrée à la fin de la dernière année scolaire. */
function periode(table: TableDuManifeste, { anneesScolaires }: Manifeste) {
  if (!table.colonnes.some(({ nom }) => nom === 'annee_scolaire')) return {};
  const [premiere = ''] = anneesScolaires;
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': gAnnee(premiere.slice(0, 4)),
      'dcat:endDate': gAnnee((anneesScolaires.at(-1) ?? '').slice(-4)),
    },
  };
}

/** Le dernier jour où une source de ces tables a été consultée, si l’une le dit. */
function modifie(tables: readonly TableDuManifeste[]) {
  const jours = tables.flatMap((t) => t.sources.flatMap(({ consulte_le }) => consulte_le ?? []));
  const dernier = jours.sort().at(-1);
  return dernier ? { 'dct:modified': { '@value': dernier, '@type': 'xsd:date' } } : {};
}

/** Les licences que disent les sources ; aucune, ce qui s’en sait. */
function droits({ sources }: TableDuManifeste) {
  const licences = [...new Set(sources.flatMap(({ licence }) => licence ?? []))];
  const [licence, ...autres] = licences;
  const enDroits = (label: string) => ({
    '@type': 'dct:RightsStatement',
    'rdfs:label': texte(label),
  });
  if (licence && autres.length === 0) {
    return { 'dct:license': { '@type': 'dct:LicenseDocument', 'rdfs:label': licence } };
  }
  return { 'dct:rights': enDroits(licence ? licences.join(' ; ') : 'Licence non précisée') };
}

const jeu = (table: TableDuManifeste, manifeste: Manifeste, adresse: Adresse) => ({
  '@id': adresse(`#${table.nom}`),
  '@type': 'dcat:Dataset',
  'dct:identifier': table.nom,
  'dct:title': texte(table.titre),
  'dct:description': texte(`${avis(table, manifeste)} ${table.sens}`),
  'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/FRA' },
  'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/BEL' },
  'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/EDUC' },
  ...periode(table, manifeste),
  ...modifie([table]),
  'dct:provenance': table.sources.map(({ titre }) => ({
    '@type': 'dct:ProvenanceStatement',
    'rdfs:label': texte(titre),
  })),
  'dcat:distribution': FORMATS.map((format) => ({
    '@type': 'dcat:Distribution',
    'dct:title': texte(nomStable(table, format)),
    ...droits(table),
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
    xsd: 'http://www.w3.org/2001/XMLSchema#',
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
  ...modifie(manifeste.tables),
  'dcat:dataset': manifeste.tables.map((table) => jeu(table, manifeste, adresse)),
});
