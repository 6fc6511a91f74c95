import { plat } from '../../domain/recherche/texte.ts';
import { thematiques_communes } from '../../domain/tables/besoins.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import { type Genre, refuser } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_STATUT, lireAnneeDeListe, refuserSortie } from './liste.ts';
import { COLONNE_METIER, enRangees, rapprocheur } from './metiers.ts';
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

/** Les thématiques communes d’une IBEFE. */
export const tc: Genre = {
  nom: 'tc',
  portee: ({ annee, zone }) => [String(annee), `zone ${zone}`],
  libre: 'metier',
  table: thematiques_communes,
  colonnes: [
    COLONNE_METIER,
    COLONNE_ANNEE,
    { nom: 'zone', noms: ['zone', 'IBEFE', 'bassin', 'bassin EFE', 'instance bassin'] },
    COLONNE_STATUT,
  ],
  source: { titre: 'Thématiques communes', editeur: 'IBEFE' },
  lecteur: (connues, reponses) => {
    const rapprocher = rapprocheur(connues);
    const { zones } = connues;
    const noms = zones.map(({ nom }) => nom);
    const proches = chercheur(noms);
    return (recue) => {
      const sortie = refuserSortie(recue.cellule('statut'));
      if (sortie) return sortie;
      const rapproche = rapprocher(recue.cellule('metier'));
      if ('refus' in rapproche) return rapproche;
      const zone = zoneDe(recue.cellule('zone'), zones);
      if (zone === null) {
        const proche = proches(recue.cellule('zone'));
        const raison = proche ? `Vouliez-vous ${proche} ?` : `attendu : ${noms.join(', ')}.`;
        return refuser('ZONE', recue.cellule('zone'), raison);
      }
      const annee = lireAnneeDeListe(recue.cellule('annee'), reponses);
      return typeof annee === 'number' ? enRangees(rapproche, { annee, zone }) : annee;
    };
  },
  // Deux titres peuvent nommer un même métier.
  reunir: (premiere) => premiere,
};
