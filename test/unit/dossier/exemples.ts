import type { Contexte } from '../../../src/domain/dossier/contexte.ts';
import { creerContexte } from '../../../src/domain/dossier/contexte.ts';
import { type ChoixDuLieu, lieuDe } from '../../../src/domain/dossier/lieu.ts';
import type {
  BesoinDOption,
  CitationDuDossier,
  Donnees,
  OccurrenceDuDossier,
  OptionDuDossier,
  SiteDuDossier,
} from '../../../src/domain/dossier/types.ts';
import type { Condition } from '../../../src/domain/normes/conditions.ts';
import { reglesEnVigueur } from '../../../src/domain/normes/edition.ts';
import type { ReglePerimetre } from '../../../src/domain/normes/perimetre.ts';
import { CAMPAGNE, creationEnVigueur, densites, option } from '../normes/exemples.ts';
import { lire } from '../normes/lire.ts';

/** Une option 4-5-6 P du groupe 21, à modifier champ par champ. */
export const uneOption = (champs: Partial<OptionDuDossier> = {}): OptionDuDossier => ({
  ...option(),
  intitule: 'Installateur électricien/Installatrice électricienne',
  secteur: 2,
  groupe: 21,
  reserve: null,
  acces_7e: null,
  sous_reserve: false,
  metiers: ['D001'],
  ...champs,
});

/** Un site confessionnel de la zone 4, à modifier champ par champ. */
export const unSite = (id: string, champs: Partial<SiteDuDossier> = {}): SiteDuDossier => ({
  id,
  nom: `Site ${id}`,
  etablissement: `École ${id}`,
  faseEtablissement: `E${id}`,
  adresse: null,
  codePostal: '4000',
  commune: 'Liège',
  zone: 4,
  reseau: 'libre confessionnel',
  caractere: 'confessionnel',
  internat: null,
  nomCefa: null,
  qualifiant: null,
  precision: 'adresse',
  lat: 50.6326,
  lon: 5.5797,
  cefa: null,
  ...champs,
});

/** L’option 2115 en TC dans la zone 4, par un métier, à modifier champ par champ. */
export const unBesoin = (champs: Partial<BesoinDOption> = {}): BesoinDOption => ({
  zone: 4,
  code: '2115',
  tc: true,
  fc: false,
  metiersTc: ['D001'],
  metiersFc: [],
  ...champs,
});

export const uneOccurrence = (
  site: string,
  code = '2115',
  champs: Partial<OccurrenceDuDossier> = {},
): OccurrenceDuDossier => ({ site, code, pe: 30, alt: 0, premiere: 12, troisieme: 18, ...champs });

/** Une édition minuscule, avec les vraies règles. */
export const donnees = (champs: Partial<Donnees> = {}): Donnees => ({
  edition: 'essai-1',
  campagne: '2025-2026',
  anneeScolaire: '2023-2024',
  sites: [unSite('1')],
  options: [uneOption()],
  successions: [],
  occurrences: [],
  ouvertures: [],
  besoins: [],
  fonctionsCritiques: [],
  listes: [],
  metiers: { D001: 'Électricien' },
  centres: [],
  communes: [{ commune: 'Liège', zone: 4, codesPostaux: ['4000'], lat: 50.6326, lon: 5.5797 }],
  zones: { 4: 'Liège' },
  secteurs: { 2: 'Industrie' },
  groupes: { 21: 'Électricité' },
  regles: {
    creation: creationEnVigueur,
    densites,
    perimetre: reglesEnVigueur(lire<ReglePerimetre>('perimetre'), CAMPAGNE),
    conditions: reglesEnVigueur(lire<Condition>('conditions_alternance', ['ordre']), CAMPAGNE),
    calendrier: lire('calendrier', ['jour', 'mois']),
    lettres7e: lire('acces_7e'),
    acces7e: lire('acces_7e_depuis'),
    references: Object.fromEntries(
      lire<{ enonce: CitationDuDossier; reference: string }>('enonces').map((e) => [
        e.enonce,
        e.reference,
      ]),
    ) as Record<CitationDuDossier, string>,
  },
  natures: {
    offre: 'demonstration',
    besoins: 'demonstration',
    centres: 'transcription',
    regles: 'transcription',
    implantations: 'demonstration',
  },
  sources: [],
  ...champs,
});

/** Le contexte d’un lieu de ces données ; l’implantation « 1 » par défaut. */
export function contexte(
  champs: Partial<Donnees> = {},
  choix: ChoixDuLieu = { genre: 'implantation', fase: '1' },
  anciens = true,
): Contexte {
  const toutes = donnees(champs);
  const lieu = lieuDe(toutes, choix);
  if (!lieu) throw new Error('Lieu absent de l’exemple.');
  return creerContexte(toutes, lieu, anciens);
}
