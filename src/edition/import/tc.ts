import { thematiques_communes } from '../../domain/tables/besoins.ts';
import type { Genre } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_STATUT, lireAnneeDeListe, refuserSortie } from './liste.ts';
import { COLONNE_METIER, enRangees, rapprocheur } from './metiers.ts';
import { COLONNE_ZONE, lecteurDeZone, zonesLues } from './zone.ts';

/** Les thématiques communes d’une IBEFE. */
export const tc: Genre = {
  nom: 'tc',
  portee: ({ annee, zone }) => [String(annee), `zone ${zone}`],
  libre: 'metier',
  table: thematiques_communes,
  colonnes: [COLONNE_METIER, COLONNE_ANNEE, COLONNE_ZONE, COLONNE_STATUT],
  source: { titre: 'Thématiques communes', editeur: 'IBEFE' },
  lecteur: (connues, reponses) => {
    const rapprocher = rapprocheur(connues);
    const lireZone = lecteurDeZone(connues.zones);
    return (recue) => {
      const sortie = refuserSortie(recue.cellule('statut'));
      if (sortie) return sortie;
      const rapproche = rapprocher(recue.cellule('metier'));
      if ('refus' in rapproche) return rapproche;
      const zone = lireZone(recue.cellule('zone'));
      if (typeof zone !== 'number') return zone;
      const annee = lireAnneeDeListe(recue.cellule('annee'), reponses);
      return typeof annee === 'number' ? enRangees(rapproche, { annee, zone }) : annee;
    };
  },
  situer: ({ zones }) => {
    const lireZone = lecteurDeZone(zones);
    return (recue) => ({ zones: zonesLues(lireZone(recue.cellule('zone'))), annee: null });
  },
  // Deux titres peuvent nommer un même métier.
  reunir: (premiere) => premiere,
};
