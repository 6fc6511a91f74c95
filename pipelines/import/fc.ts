import { plat } from '../../src/domain/recherche/texte.ts';
import { fonctions_critiques } from '../../src/domain/tables/besoins.ts';
import { entier } from './cellules.ts';
import { type Genre, refuser } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_METIER, rapprocheur } from './metiers.ts';

const region = (texte: string): string | null => {
  if (/bruxelles|actiris|rbc/.test(plat(texte))) return 'Bruxelles-Capitale';
  return /wallon|forem/.test(plat(texte)) ? 'Wallonie' : null;
};

const nature = (texte: string): string | null => {
  if (plat(texte).includes('quanti')) return 'quantitative';
  return plat(texte).includes('struct') ? 'structurelle' : null;
};

/** Les fonctions critiques d’un service public de l’emploi. */
export const fc: Genre = {
  nom: 'fc',
  table: fonctions_critiques,
  colonnes: [
    COLONNE_METIER,
    COLONNE_ANNEE,
    { nom: 'region', noms: ['région', 'SPE', 'service de l’emploi'] },
    { nom: 'nature_fc', noms: ['nature', 'nature de la FC', 'type de pénurie'] },
  ],
  source: { titre: 'Liste des fonctions critiques', editeur: 'Service public de l’emploi' },
  lecteur: ({ metiers }) => {
    const rapprocher = rapprocheur(metiers);
    return (recue) => {
      const metier = rapprocher(recue.cellule('metier'));
      if (typeof metier !== 'string') return metier;
      const lieu = region(recue.cellule('region'));
      if (!lieu) {
        return refuser(
          'REGION',
          recue.cellule('region'),
          'attendu : Wallonie ou Bruxelles-Capitale.',
        );
      }
      const nature_fc = nature(recue.cellule('nature_fc'));
      if (!nature_fc) {
        const raison = 'attendu : quantitative ou structurelle.';
        return refuser('NATURE', recue.cellule('nature_fc'), raison);
      }
      const annee = Number(entier(recue.cellule('annee')));
      return { rangee: { annee, region: lieu, metier, nature_fc } };
    };
  },
};
