import { plusProche } from '../recherche/proche.ts';
import { plat } from '../recherche/texte.ts';
import type { LigneMienne } from './lieu.ts';

export interface Saisie {
  readonly options: readonly LigneMienne[];
  /** Une phrase par ligne écartée. */
  readonly avis: readonly string[];
}

type Champ = 'code' | 'eleves' | 'mode' | 'pe' | 'alt';

/** Les en-têtes qu’on reconnaît, sans casse ni accents. */
const EN_TETES: Readonly<Record<Champ, readonly string[]>> = {
  code: ['code obg', 'code', 'obg', 'option', 'code option'],
  eleves: ['eleves', 'nombre d eleves', 'nombre', 'population'],
  mode: ['mode', 'filiere'],
  pe: ['pe', 'plein exercice', 'eleves pe'],
  alt: ['alt', 'alternance', 'eleves alt'],
};

const CHAMPS = Object.keys(EN_TETES) as readonly Champ[];

type Colonnes = Readonly<Partial<Record<Champ, number>>>;

function colonnesDe(entete: readonly string[]): Colonnes {
  const noms = entete.map(plat);
  const paires = CHAMPS.map((champ) => [
    champ,
    noms.findIndex((nom) => EN_TETES[champ].includes(nom)),
  ]);
  return Object.fromEntries(paires.filter(([, place]) => Number(place) >= 0));
}

const estNombre = (texte: string): boolean => /^\d{1,4}$/.test(texte);

/** Les élèves PE et ALT d’une ligne ; `null` si l’un des nombres n’en est pas un. */
function elevesDe(lire: (champ: Champ) => string): Omit<LigneMienne, 'code'> | null {
  const nombres = { pe: lire('pe') || '0', alt: lire('alt') || '0', eleves: lire('eleves') || '0' };
  if (!Object.values(nombres).every(estNombre)) return null;
  const enAlternance = /^(alt|alternance|art ?45)$/.test(plat(lire('mode')));
  const reste = Number(nombres.eleves);
  return {
    pe: Number(nombres.pe) + (enAlternance ? 0 : reste),
    alt: Number(nombres.alt) + (enAlternance ? reste : 0),
  };
}

/**
 * Lit un tableau d’options et d’élèves, tel qu’il vient d’un fichier ou d’un collage. Il faut une
 * colonne de codes, et des élèves : `eleves` (avec ou sans `mode`), ou `pe` et `alt`. Les lignes
 * d’un même code s’additionnent ; les autres colonnes sont laissées de côté.
 * @param connus les codes du répertoire
 */
export function lireSaisie(
  rangees: readonly (readonly string[])[],
  connus: readonly string[],
): Saisie {
  const [entete = [], ...lignes] = rangees;
  const colonnes = colonnesDe(entete);
  const { code: placeDuCode, eleves, pe, alt } = colonnes;
  if (placeDuCode === undefined || [eleves, pe, alt].every((place) => place === undefined)) {
    const avis =
      'Il faut une ligne d’en-têtes avec « code_obg » et « eleves » (ou « pe » et « alt »).';
    return { options: [], avis: [avis] };
  }
  const sommes = new Map<string, LigneMienne>();
  const avis: string[] = [];
  lignes.forEach((ligne, i) => {
    const lire = (champ: Champ): string => (ligne[colonnes[champ] ?? -1] ?? '').trim();
    const code = lire('code');
    if (ligne.every((cellule) => cellule.trim() === '')) return;
    if (!connus.includes(code)) {
      const proche = plusProche(code, connus);
      const conseil = proche ? ` Vouliez-vous ${proche} ?` : '';
      avis.push(`Ligne ${i + 2} : « ${code} » n’est pas au répertoire.${conseil}`);
      return;
    }
    const lus = elevesDe(lire);
    if (!lus) {
      avis.push(`Ligne ${i + 2} : le nombre d’élèves de ${code} n’est pas un nombre entier.`);
      return;
    }
    const deja = sommes.get(code) ?? { code, pe: 0, alt: 0 };
    sommes.set(code, { code, pe: deja.pe + lus.pe, alt: deja.alt + lus.alt });
  });
  return { options: [...sommes.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), avis };
}
