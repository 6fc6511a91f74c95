import { AnalyseCsv, type LigneCsv } from './analyse.ts';
import { type Bornes, compteur, exigerLignes } from './bornes.ts';
import { lireEncodage } from './encodage.ts';

/** Un CSV reçu : ses lignes, avec leur numéro dans le fichier, et ce qu’il a fallu supposer. */
export interface CsvRecu {
  readonly lignes: readonly LigneCsv[];
  readonly remarques: readonly string[];
}

const DELIMITEURS: ReadonlyMap<string, string> = new Map([
  [';', 'point-virgule'],
  [',', 'virgule'],
  ['\t', 'tabulation'],
  ['|', 'barre verticale'],
]);

/** Ce qu’Excel écrit en tête : « sep=; ». */
const SEP = /^"?sep=([^\r\n"])"?[;,\t| ]*(?=[\r\n]|$)/i;
const ECHANTILLON = 65_536;
const RANGEES = 40;

const lireAvec = (texte: string, delimiteur: string, surLigne: (ligne: LigneCsv) => void): void => {
  const analyse = new AnalyseCsv(surLigne, delimiteur);
  analyse.ecrire(texte);
  analyse.finir();
};

/** Combien de cellules un séparateur donne à des rangées de même largeur, titres et notes exclus. */
function poids(texte: string, delimiteur: string): number {
  const largeurs: number[] = [];
  lireAvec(texte, delimiteur, ({ cellules }) => {
    if (largeurs.length < RANGEES) largeurs.push(cellules.length);
  });
  const parLargeur = Map.groupBy(largeurs, (largeur) => largeur);
  return Math.max(0, ...[...parLargeur].map(([largeur, { length }]) => (largeur - 1) * length));
}

/** Les premières lignes entières d’un texte. */
function debutDe(texte: string): string {
  const debut = texte.slice(0, ECHANTILLON);
  const coupe = debut.length < texte.length ? debut.lastIndexOf('\n') : -1;
  return coupe > 0 ? debut.slice(0, coupe) : debut;
}

/** Le séparateur qui fait le plus grand tableau des premières rangées, guillemets compris. */
function deviner(debut: string): string {
  const pesees = [...DELIMITEURS.keys()].map((signe) => ({ signe, poids: poids(debut, signe) }));
  return pesees.reduce((a, b) => (b.poids > a.poids ? b : a)).signe;
}

/** Le séparateur d’un texte, et le texte sans la ligne « sep= » qui l’annonçait. */
export function separer(brut: string): { delimiteur: string; texte: string; remarque: string } {
  const annonce = SEP.exec(brut);
  // La ligne « sep= » se vide sans partir : les numéros de ligne restent ceux du fichier.
  const texte = annonce ? brut.slice(annonce[0].length) : brut;
  const debut = debutDe(texte);
  const dit = annonce?.[1];
  const delimiteur = dit !== undefined && poids(debut, dit) > 0 ? dit : deviner(debut);
  const enMots = DELIMITEURS.get(delimiteur) ?? `« ${delimiteur} »`;
  return { delimiteur, texte, remarque: `Séparateur : ${enMots}.` };
}

/**
 * Lit un CSV tel qu’on le reçoit : encodage et séparateur reconnus, « sep= » passé.
 * @throws FichierRefuse si son encodage ne se lit pas, ou s’il passe une borne
 */
export function lireCsvRecu(octets: Uint8Array, bornes: Bornes): CsvRecu {
  const { texte: brut, remarques } = lireEncodage(octets);
  exigerLignes(brut, bornes);
  const { delimiteur, texte, remarque } = separer(brut);
  const lignes: LigneCsv[] = [];
  const compter = compteur(bornes);
  lireAvec(texte, delimiteur, (ligne) => {
    compter(ligne.cellules, ligne.ligne);
    lignes.push(ligne);
  });
  return { lignes, remarques: [...remarques, remarque] };
}
