import type { Formation } from '../domain/recherche/formations.ts';
import type { Lieu, LieuxNommes } from '../domain/recherche/lieux.ts';
import type { Option } from '../domain/tables/referentiel.ts';
import { STATUTS_ORGANISABLES } from '../domain/tables/valeurs.ts';
import { enumerer } from './enumerer.ts';
import { compte } from './nombres.ts';
import { majuscule } from './typographie.ts';
import { deLaZone } from './zones/noms.ts';

interface OptionSuivie {
  readonly regime: string;
  readonly statut: Option['statut'];
  readonly nouveaux: readonly string[];
}

/** « éteinte, remplacée par 8217 » : ce qui empêche de demander une option ; vide si rien. */
export function direEmpechement({ regime, statut, nouveaux }: OptionSuivie): string {
  if (regime === 'urgence') return 'en urgence : non prévue par le texte';
  const suite = nouveaux.length > 0 ? `remplacée par ${enumerer([...nouveaux])}` : '';
  if (statut === 'non_programmable') return ['non programmable', suite].filter(Boolean).join(', ');
  if (statut === 'extinction') return ['éteinte', suite].filter(Boolean).join(', ');
  return suite;
}

/** Ce qu’il faut faire d’une option qu’on ne peut pas demander ; vide si on le peut. */
export function direQueFaire(option: OptionSuivie & { code: string; intitule: string }): string {
  const { code, intitule, regime, statut, nouveaux } = option;
  const nom = `${code} ${intitule}`;
  if (regime === 'urgence') {
    return `${nom} est une formation « en urgence » : la campagne ne la cite pas parmi ce qui se programme.`;
  }
  if (nouveaux.length > 0)
    return `${nom} est remplacée : demandez plutôt ${enumerer([...nouveaux])}.`;
  if (STATUTS_ORGANISABLES.includes(statut)) return '';
  return statut === 'non_programmable'
    ? `${nom} est non programmable : elle ne peut plus être demandée.`
    : `${nom} est éteinte : elle ne peut plus être demandée, et aucune ne la remplace.`;
}

const nomDuLieu = ({ genre, cle, nom }: Lieu): string =>
  genre === 'implantation' ? `${nom} (FASE ${cle})` : nom;

/**
 * Ce qu’est le lieu qu’une question nomme, pour qui ne connaît pas les zones ; vide pour une zone.
 * @param zones le nom de chaque zone, par son numéro
 */
export function direLieux(
  { lieux, ambigu }: LieuxNommes,
  zones: Readonly<Record<string, string>>,
): string {
  const petits = lieux.filter(({ genre }) => genre !== 'zone');
  const [premier] = petits;
  if (!premier) return '';
  const dites = [...new Set(petits.map(({ zone }) => zones[zone] ?? ''))];
  const ou =
    dites.length > 1 ? `les zones ${enumerer(dites)}` : `la zone ${deLaZone(dites[0] ?? '')}`;
  const genre = premier.genre === 'commune' ? 'commune' : 'implantation';
  if (petits.length > 3) return `${compte(petits.length, genre)} portent ce nom, dans ${ou}.`;
  const aussi = ambigu && lieux.length === 1 ? 'est aussi' : 'est';
  const quoi = petits.length > 1 ? `sont dans ${ou}` : `${aussi} une ${genre} de ${ou}`;
  return `${enumerer([...new Set(petits.map(nomDuLieu))])} ${quoi}.`;
}

/** « Le 4e degré professionnel… ne se programme pas (circulaire 9146, § 5.2). » */
export const direFormation = ({ precision, reference }: Formation): string =>
  `${majuscule(precision)} ne se programme pas (${reference}).`;
