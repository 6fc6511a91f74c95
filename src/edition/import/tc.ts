import { plat } from '../../domain/recherche/texte.ts';
import { thematiques_communes } from '../../domain/tables/besoins.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import { lireEntier } from './cellules.ts';
import { type Genre, refuser } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_METIER, rapprocheur } from './metiers.ts';
import { chercheur } from './proches.ts';

/** Une zone par son numéro, son nom ou son nom d’adresse ; « Zone 4 » et « bassin de Liège » aussi. */
const zoneDe = (texte: string, zones: readonly Zone[]): number | null => {
  const propre = plat(texte)
    .replace(/^(bassin efe|bassin|ibefe|zone)( (de|du|d))? /, '')
    .replace(/ 0$/, '');
  const trouvee = zones.find(
    ({ zone, nom, slug }) =>
      propre === String(zone) || propre === plat(nom) || propre === plat(slug),
  );
  return trouvee?.zone ?? null;
};

/** Les thématiques communes d’une IBEFE. */
export const tc: Genre = {
  nom: 'tc',
  portee: ({ annee, zone }) => [String(annee), `zone ${zone}`],
  libre: 'metier',
  table: thematiques_communes,
  colonnes: [COLONNE_METIER, COLONNE_ANNEE, { nom: 'zone', noms: ['zone', 'IBEFE', 'bassin'] }],
  source: { titre: 'Thématiques communes', editeur: 'IBEFE' },
  lecteur: ({ metiers, zones }) => {
    const rapprocher = rapprocheur(metiers);
    const noms = zones.map(({ nom }) => nom);
    const proches = chercheur(noms);
    return (recue) => {
      const metier = rapprocher(recue.cellule('metier'));
      if (typeof metier !== 'string') return metier;
      const zone = zoneDe(recue.cellule('zone'), zones);
      if (zone === null) {
        const proche = proches(recue.cellule('zone'));
        const raison = proche ? `Vouliez-vous ${proche} ?` : `attendu : ${noms.join(', ')}.`;
        return refuser('ZONE', recue.cellule('zone'), raison);
      }
      return { rangee: { annee: Number(lireEntier(recue.cellule('annee'))), zone, metier } };
    };
  },
};
