import { plusProche } from '../../domain/recherche/proche.ts';
import { plat } from '../../domain/recherche/texte.ts';
import { citer } from './citer.ts';

/** Une colonne attendue d’un fichier reçu, et les noms qu’elle peut y porter. */
export interface Voulue {
  readonly nom: string;
  readonly noms: readonly string[];
  readonly facultative?: boolean;
}

export interface Entete {
  /** La place de chaque colonne reconnue. */
  readonly places: ReadonlyMap<string, number>;
  readonly manquantes: readonly string[];
  readonly remarques: readonly string[];
}

/** Les colonnes en trop que l’on nomme ; le registre officiel en a trente. */
const CITEES = 40;

/** Accents, casse, ponctuation, « n° » et « ndeg » ne comptent pas. */
const clef = (nom: string): string =>
  plat(nom)
    .replace(/\b(ndeg|no|numero)\b/g, 'n')
    .replace(/\b(de|du|des|d|la|le|les|l)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Reconnaît les colonnes d’un en-tête, dans n’importe quel ordre ; dit celles qui ne servent pas. */
export function reconnaitre(entete: readonly string[], voulues: readonly Voulue[]): Entete {
  const clefs = entete.map(clef);
  const places = new Map<string, number>();
  for (const { nom, noms } of voulues) {
    const place = [nom, ...noms].map((n) => clefs.indexOf(clef(n))).find((p) => p >= 0);
    if (place !== undefined) places.set(nom, place);
  }
  const prises = new Set(places.values());
  const ignorees = entete.filter((nom, i) => nom !== '' && !prises.has(i));
  const manquantes = voulues
    .filter(({ nom, facultative }) => !facultative && !places.has(nom))
    .map(({ nom, noms }) => {
      const proche = plusProche(noms[0] ?? nom, ignorees);
      const suite = proche ? ` « ${citer(proche)} » est-elle cette colonne ?` : '';
      return `La colonne « ${noms[0] ?? nom} » manque.${suite}`;
    });
  const citees = ignorees.slice(0, CITEES).map(citer);
  const reste = ignorees.length - citees.length;
  const suite = reste > 0 ? `, et ${reste} autres` : '';
  const remarques =
    ignorees.length > 0 ? [`Colonnes non reprises : ${citees.join(', ')}${suite}.`] : [];
  return { places, manquantes, remarques };
}
