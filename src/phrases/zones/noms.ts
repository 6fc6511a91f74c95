const MASCULINS = /^(Brabant|Luxembourg|Hainaut)/;

/** « de Liège », « du Hainaut Sud » : la zone après « zone ». */
export const deLaZone = (nom: string): string => (MASCULINS.test(nom) ? `du ${nom}` : `de ${nom}`);

/** « d’Ottignies », « de Namur ». */
export const deNom = (nom: string): string =>
  /^[aeiouâàéèêîôû]/i.test(nom) ? `d’${nom}` : `de ${nom}`;
