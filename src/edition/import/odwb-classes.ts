import { degat, lireEntier, nettoyer } from '../../domain/fichier-recu.ts';
import { plat } from '../../domain/recherche/texte.ts';
import { classes } from '../../domain/tables/offre.ts';
import { type Connues, type Genre, type Lue, type Recue, refuser } from './genre.ts';

/** Une classe : `12`, `12.0`, `3a` ou vide. */
const classe = (texte: string): string | null => {
  const propre = nettoyer(texte).toLowerCase();
  if (propre === '' || propre === 'null') return null;
  return /^3[ab]$/.test(propre) ? propre : lireEntier(propre);
};

function lire(recue: Recue, { fases }: Connues): Lue {
  const type = nettoyer(recue.cellule('type_d_enseignement'));
  if (plat(type) !== 'secondaire ordinaire') {
    return refuser('HORS-CHAMP', type, 'ce n’est pas le secondaire ordinaire.');
  }
  const fase = lireEntier(recue.cellule('numero_fase_de_l_implantation'));
  if (!fases.has(fase)) {
    return refuser(
      'FASE',
      fase,
      'implantation absente de l’édition. Importez d’abord le registre.',
    );
  }
  const porte = degat(nettoyer(recue.cellule('numero_de_porte')));
  return {
    rangee: {
      annee: Number(lireEntier(recue.cellule('annee_de_reference_de_la_donnee'))),
      fase_implantation: fase,
      classe: classe(recue.cellule('numero_de_classe')),
      classe_hed: classe(recue.cellule('numero_de_classe_hed')),
    },
    ...(porte && { corrections: [`numéro de porte non repris : ${porte}`] }),
  };
}

/** Les classes socio-économiques des implantations, du portail ODWB. */
export const odwbClasses: Genre = {
  nom: 'odwb-classes',
  portee: ({ annee }) => [String(annee)],
  cles: ['numero_fase_de_l_implantation', 'annee_de_reference_de_la_donnee'],
  table: classes,
  colonnes: [
    { nom: 'type_d_enseignement', noms: [] },
    { nom: 'numero_fase_de_l_implantation', noms: [] },
    { nom: 'numero_de_classe', noms: [] },
    { nom: 'numero_de_classe_hed', noms: [], facultative: true },
    { nom: 'annee_de_reference_de_la_donnee', noms: [] },
    { nom: 'numero_de_porte', noms: [], facultative: true },
  ],
  source: {
    titre: 'Classes socio-économiques des implantations scolaires (ODWB)',
    editeur: 'Fédération Wallonie-Bruxelles',
  },
  lecteur: (connues) => (recue) => lire(recue, connues),
};
