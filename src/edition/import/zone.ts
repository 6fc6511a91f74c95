import { plat } from '../../domain/recherche/texte.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import type { Voulue } from './colonnes.ts';
import { type Lue, refuser } from './genre.ts';
import { chercheur } from './proches.ts';

/** Les mots dont une IBEFE entoure le nom de sa zone. */
const AUTOUR = new Set(
  (
    'instance instances bassin bassins ibefe efe enseignement qualifiant formation emploi zone ' +
    'region n no numero de du des d la le les l et capitale'
  ).split(' '),
);

const enMots = (texte: string): readonly string[] =>
  plat(texte)
    .replace(/(?<=\d) 0$/, '')
    .split(' ')
    .filter((mot) => mot !== '' && !AUTOUR.has(mot));

/**
 * Une zone par son numéro, son nom ou les deux : « Bassin EFE de Liège », « Hainaut Sud (zone 10) ».
 * Un numéro et un nom de deux zones différentes n’en désignent aucune.
 */
function zoneDe(texte: string, zones: readonly Zone[]): number | null {
  const mots = enMots(texte);
  const nom = mots.filter((mot) => !/^\d+$/.test(mot)).join(' ');
  const [numero, ...autres] = mots.filter((mot) => /^\d+$/.test(mot)).map(Number);
  if (autres.length > 0 || mots.length === 0) return null;
  const convient = (zone: Zone): boolean =>
    (numero === undefined || zone.zone === numero) &&
    (nom === '' || [zone.nom, zone.slug].some((dit) => enMots(dit).join(' ') === nom));
  return zones.find(convient)?.zone ?? null;
}

export const COLONNE_ZONE: Voulue = {
  nom: 'zone',
  noms: ['zone', 'IBEFE', 'bassin', 'bassin EFE', 'instance bassin'],
};

/** La zone d’une ligne refusée, si elle se lit. */
export const zonesLues = (lue: number | Lue): readonly number[] | null =>
  typeof lue === 'number' ? [lue] : null;

/** Reconnaît les zones de l’édition ; d’une autre, le refus dit la plus proche. */
export function lecteurDeZone(zones: readonly Zone[]): (texte: string) => number | Lue {
  const noms = zones.map(({ nom }) => nom);
  const proches = chercheur(noms);
  return (texte) => {
    const zone = zoneDe(texte, zones);
    if (zone !== null) return zone;
    const proche = proches(texte);
    const raison = proche ? `Vouliez-vous ${proche} ?` : `attendu : ${noms.join(', ')}.`;
    return refuser('ZONE', texte, raison);
  };
}
