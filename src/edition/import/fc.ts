import { plat } from '../../domain/recherche/texte.ts';
import { fonctions_critiques } from '../../domain/tables/besoins.ts';
import { lireEntier } from './cellules.ts';
import { type Genre, refuser } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_METIER, rapprocheur } from './metiers.ts';

const REGIONS_DITES = new Map(
  Object.entries({
    wallonie: 'Wallonie',
    'region wallonne': 'Wallonie',
    forem: 'Wallonie',
    'le forem': 'Wallonie',
    bruxelles: 'Bruxelles-Capitale',
    'bruxelles capitale': 'Bruxelles-Capitale',
    'region bruxelloise': 'Bruxelles-Capitale',
    'region bruxelles capitale': 'Bruxelles-Capitale',
    'region de bruxelles capitale': 'Bruxelles-Capitale',
    rbc: 'Bruxelles-Capitale',
    actiris: 'Bruxelles-Capitale',
  }),
);

/** Rien d’autre que « quantitative » ou « structurelle », et le nom qu’elles qualifient. */
const nature = (texte: string): string | null => {
  const lue = plat(texte).match(
    /^(?:(?:penurie|tension|fonctions? critiques?|fc) )?(?:(quantitati(?:f|ve)s?)|(structurel(?:le)?s?))$/,
  );
  if (!lue) return null;
  return lue[1] ? 'quantitative' : 'structurelle';
};

/** Les fonctions critiques d’un service public de l’emploi. */
export const fc: Genre = {
  nom: 'fc',
  portee: ({ annee, region }) => [String(annee), String(region)],
  libre: 'metier',
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
      const lieu = REGIONS_DITES.get(plat(recue.cellule('region')));
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
      const annee = Number(lireEntier(recue.cellule('annee')));
      return { rangee: { annee, region: lieu, metier, nature_fc } };
    };
  },
};
