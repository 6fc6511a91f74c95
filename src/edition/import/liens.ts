import { lireEntier, nettoyer } from '../../domain/fichier-recu.ts';
import { metiers, options_metiers } from '../../domain/tables/besoins.ts';
import { type Genre, refuser } from './genre.ts';
import { COLONNE_METIER, enRangees, rapprocheur } from './metiers.ts';
import { chercheur } from './proches.ts';

/** Les métiers eux-mêmes : leur code et leur intitulé. */
export const metiersRecus: Genre = {
  nom: 'metiers',
  portee: () => [],
  completeLaTable: true,
  libre: 'intitule',
  table: metiers,
  colonnes: [
    { nom: 'metier', noms: ['code métier', 'code du métier', 'code', 'identifiant'] },
    { nom: 'intitule', noms: ['intitulé', 'intitulé du métier', 'libellé', 'nom', 'métier'] },
  ],
  source: { titre: 'Métiers', editeur: 'Éditeur à renseigner', nature: 'transcription' },
  lecteur: () => (recue) => {
    const intitule = nettoyer(recue.cellule('intitule'));
    if (intitule === '') return refuser('INTITULE', '', 'l’intitulé du métier est vide.');
    return { rangee: { metier: nettoyer(recue.cellule('metier')).toUpperCase(), intitule } };
  },
};

/** À quels métiers prépare chaque option. */
export const liensRecus: Genre = {
  nom: 'options-metiers',
  portee: () => [],
  completeLaTable: true,
  libre: 'metier',
  table: options_metiers,
  colonnes: [
    { nom: 'code_obg', noms: ['code OBG', 'OBG', 'code option', 'option'], forme: /\d{4}/ },
    COLONNE_METIER,
  ],
  source: {
    titre: 'Liens entre options et métiers',
    editeur: 'Éditeur à renseigner',
    nature: 'transcription',
  },
  lecteur: (connues) => {
    const rapprocher = rapprocheur(connues);
    const codes = connues.options.map(({ code_obg }) => code_obg);
    const connus = new Set(codes);
    const procheCode = chercheur(codes);
    return (recue) => {
      const code_obg = lireEntier(recue.cellule('code_obg'));
      if (!connus.has(code_obg)) {
        const proche = procheCode(code_obg);
        const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
        return refuser('OPTION', code_obg, `option absente du répertoire.${suite}`);
      }
      const rapproche = rapprocher(recue.cellule('metier'));
      return 'refus' in rapproche ? rapproche : enRangees(rapproche, { code_obg });
    };
  },
  reunir: (premiere) => premiere,
};
