import { AnalyseCsv, type LigneCsv } from './analyse.ts';
import { type Bornes, compteur, enChiffres, FichierRefuse } from './bornes.ts';
import { accentDouble, direAccentDouble, encodageDe } from './encodage.ts';
import { exigerTexte } from './format.ts';
import { separer } from './recu.ts';

/** Les octets d’un fichier, du début, à chaque appel. */
export type Ouvrir = () => AsyncIterable<Uint8Array>;

/** Un CSV qui ne tient pas en mémoire : ses premières lignes, et toutes, par lots, à chaque appel. */
export interface CsvAuFil {
  readonly debut: readonly LigneCsv[];
  readonly lots: () => AsyncIterable<readonly LigneCsv[]>;
  readonly remarques: readonly string[];
}

/** Ce qu’un morceau a pu couper d’un accent encodé deux fois. */
const RECOUVREMENT = 3;

/** Vérifie un texte à mesure qu’il vient : ses signes, ses accents, la longueur de ses lignes. */
class Gardien {
  readonly #bornes: Bornes;
  #fin = '';
  #ligne = 1;
  #longueur = 0;

  constructor(bornes: Bornes) {
    this.#bornes = bornes;
  }

  verifier(texte: string): void {
    exigerTexte(texte);
    const accent = accentDouble(this.#fin + texte);
    if (accent !== null) {
      const avant = (this.#fin + texte).split(accent, 1)[0] ?? '';
      const rang = this.#ligne + avant.split('\n').length - 1;
      throw new FichierRefuse(direAccentDouble(`ligne ${rang}`, accent));
    }
    this.#fin = texte.slice(-RECOUVREMENT);
    const dernier = Math.max(texte.lastIndexOf('\n'), texte.lastIndexOf('\r'));
    this.#longueur = dernier < 0 ? this.#longueur + texte.length : texte.length - dernier;
    for (let i = texte.indexOf('\n'); i >= 0; i = texte.indexOf('\n', i + 1)) this.#ligne++;
    if (this.#longueur <= this.#bornes.ligne) return;
    throw new FichierRefuse(
      `ligne ${enChiffres(this.#ligne)} : plus de ${enChiffres(this.#bornes.ligne)} caractères. ` +
        'Corrigez-la : un guillemet est peut-être resté ouvert.',
    );
  }
}

async function* enTextes(ouvrir: Ouvrir, encodage: string, bornes: Bornes) {
  const decodeur = new TextDecoder(encodage);
  const gardien = new Gardien(bornes);
  for await (const morceau of ouvrir()) {
    const texte = decodeur.decode(morceau, { stream: true });
    gardien.verifier(texte);
    yield texte;
  }
  yield decodeur.decode();
}

/**
 * Ouvre un long CSV tel qu’on le reçoit : encodage et séparateur reconnus sur ses octets, puis ses
 * lignes au fil de l’eau, jamais toutes ensemble.
 * @param tete combien de premières lignes garder
 * @throws FichierRefuse si son encodage ne se lit pas ; en le lisant, s’il passe une borne
 */
export async function ouvrirCsvRecu(
  ouvrir: Ouvrir,
  bornes: Bornes,
  tete: number,
): Promise<CsvAuFil> {
  const { nom, remarques } = await encodageDe(ouvrir);
  let separe: ReturnType<typeof separer> | undefined;
  async function* lots(): AsyncGenerator<readonly LigneCsv[]> {
    let lot: LigneCsv[] = [];
    let analyse: AnalyseCsv | undefined;
    const compter = compteur(bornes);
    for await (const brut of enTextes(ouvrir, nom, bornes)) {
      let texte = brut;
      if (analyse === undefined) {
        separe = separer(brut);
        texte = separe.texte;
        analyse = new AnalyseCsv((ligne) => {
          compter(ligne.cellules, ligne.ligne);
          lot.push(ligne);
        }, separe.delimiteur);
      }
      analyse.ecrire(texte);
      yield lot;
      lot = [];
    }
    analyse?.finir();
    yield lot;
  }
  const debut: LigneCsv[] = [];
  for await (const lot of lots()) {
    debut.push(...lot.slice(0, tete - debut.length));
    if (debut.length >= tete) break;
  }
  return { debut, lots, remarques: [...remarques, ...(separe ? [separe.remarque] : [])] };
}
