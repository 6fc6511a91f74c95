import { CLES_CHOIX, type CleChoix, type EtatCarte } from '../domain/autour/etat.ts';

/** Le nom d’un filtre, là où la liste quitte la page. */
const FILTRES_EN_MOTS: Readonly<Record<CleChoix, string>> = {
  option: 'Option',
  secteur: 'Secteur',
  groupe: 'Groupe',
  caractere: 'Caractère',
  filiere: 'Organisation',
  reseau: 'Réseau',
  qualifiant: 'Section qualifiante',
  zone: 'Zone',
  besoin: 'Besoin dans la zone',
  maintien: 'Norme de maintien',
  centre: 'Centres',
};

export interface SortieDeCarte {
  readonly etat: EtatCarte;
  readonly depart: string;
  readonly constat: string;
  readonly anneeScolaire: string;
  readonly edition: string;
  readonly nature: string;
  readonly adresse: string;
  readonly date: string;
  /** Le nom d’une valeur de filtre. */
  readonly nommer: (cle: CleChoix, valeur: string) => string;
}

/** Ce qu’il faut lire avant la liste, sur papier comme dans un classeur. */
export function enteteDeSortie(sortie: SortieDeCarte): readonly (readonly [string, string])[] {
  const { etat, depart, nommer } = sortie;
  const filtres = CLES_CHOIX.flatMap((cle) => {
    const valeurs = (etat.choix[cle] ?? []).map((valeur) => nommer(cle, valeur));
    return valeurs.length > 0 ? [`${FILTRES_EN_MOTS[cle]} : ${valeurs.join(' ou ')}`] : [];
  });
  if (!etat.anciens) filtres.push('Sans les anciens codes');
  return [
    ['Constat', sortie.constat],
    ...(depart ? [['Point de départ', `${depart}, rayon de ${etat.rayon} km`] as const] : []),
    ['Filtres', filtres.length > 0 ? filtres.join(' ; ') : 'aucun'],
    ['Année scolaire', `${sortie.anneeScolaire}, élèves au 15 janvier`],
    ['Édition', sortie.edition],
    ['Nature des élèves et des besoins', sortie.nature],
    ['Distances', 'à vol d’oiseau, sur l’ellipsoïde WGS84'],
    ['Adresse', sortie.adresse],
    ['Date', sortie.date],
  ];
}
