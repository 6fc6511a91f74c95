/** Pourquoi l’import écarte une ligne, par code ; un code nouveau se lit seul. */
const RAISONS: Readonly<Record<string, string>> = {
  ANNEE: 'année d’étude non reconnue',
  COMMUNE: 'commune absente',
  DOUBLON: 'ligne déjà lue plus haut',
  ELEVES: 'nombre d’élèves illisible',
  EXCEL: 'cellule changée par le tableur',
  FASE: 'implantation absente de l’édition',
  GUILLEMETS: 'guillemets mal fermés',
  'HORS-CHAMP': 'hors de l’enseignement décrit ici',
  METIER: 'métier que rien ne rapproche d’un métier connu',
  LONGUEUR: 'texte trop long',
  MODE: 'ni plein exercice, ni alternance',
  NATURE: 'nature de pénurie non reconnue',
  NOTE: 'note au bas du tableau',
  OPTION: 'option absente du répertoire',
  REGION: 'région non reconnue',
  RESEAU: 'réseau non reconnu',
  TOTAL: 'ligne de total, juste',
  'TOTAL-FAUX': 'ligne de total qui ne tombe pas juste',
  ZONE: 'zone non reconnue',
};

/** La raison d’un rejet, en mots : `implantation absente de l’édition (FASE)`. */
export const direRejet = (code: string): string => {
  const raison = RAISONS[code] ?? (code.startsWith('OAD-') ? 'cellule que la table refuse' : null);
  return raison === null ? code : `${raison} (${code})`;
};
