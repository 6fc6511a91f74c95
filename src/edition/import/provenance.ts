import type { Rejet, Source } from '../../domain/tables/edition.ts';
import { naturePlusFaible } from '../../domain/tables/index.ts';
import { rendrePublique, sansTraces } from '../adresse.ts';
import type { Rangee } from '../base.ts';
import { abreger, nomLibre } from './citer.ts';
import type { Importee } from './compte.ts';
import type { Fusion } from './fusion.ts';
import type { Genre } from './genre.ts';

/** Ce qu’un fichier a apporté à une table : des années, des lieux, lus un jour, parfois d’un serveur. */
interface Apport {
  readonly fichier: string;
  readonly portees: readonly string[];
  readonly lu: string;
  readonly serveur?: string | undefined;
}

interface Note {
  readonly apports: readonly Apport[];
  /** Elle nomme chaque fichier dont des lignes restent. */
  readonly entiere?: boolean;
  /** Ce que la note dit d’autre, écrit à la main. */
  readonly reste: string;
}

const NOTE_MAX = 590;
const APPORT =
  /(?:^Importé de | ; )(.+?) \(((?:[^()]*, )?)lu le (\d{4}-\d\d-\d\d)(?: sur ([^()\s]+))?\)/g;
const RESTE = ' Pour le reste : ';

/** `2024 zone 1` et `2024 zone 4` s’écrivent `2024 zone 1 + zone 4`. */
const ecrirePortees = (portees: readonly string[]): string[] => {
  const parAnnee = Map.groupBy(portees.filter(Boolean), (p) => p.split(' ', 1)[0] ?? '');
  return [...parAnnee].map(([annee, membres]) => {
    const lieux = membres.map((p) => p.slice(annee.length + 1)).filter(Boolean);
    return [annee, lieux.join(' + ')].filter(Boolean).join(' ');
  });
};

const lirePortees = (texte: string): string[] =>
  texte
    .split(', ')
    .filter(Boolean)
    .flatMap((groupe) => {
      const [annee = '', ...lieux] = groupe.split(' ');
      if (lieux.length === 0) return [annee];
      return lieux
        .join(' ')
        .split(' + ')
        .map((lieu) => `${annee} ${lieu}`);
    });

function lireNote(note: string | null): Note {
  const [debut = '', ...suites] = (note ?? '').split(RESTE);
  const apports = [...debut.matchAll(APPORT)].map(
    ([, fichier = '', portees = '', lu = '', serveur]): Apport => ({
      fichier,
      portees: lirePortees(portees),
      lu,
      serveur,
    }),
  );
  if (apports.length === 0) return { apports, reste: note ?? '' };
  const reste = suites.join(RESTE);
  return { apports, reste, entiere: reste === '' && !/ fichiers? de plus\./.test(debut) };
}

function ecrireNote({ apports, reste }: Note): string {
  const dits = [...apports]
    .sort((a, b) => b.lu.localeCompare(a.lu))
    .map(({ fichier, portees, lu, serveur }) => {
      const quand = `lu le ${lu}${serveur ? ` sur ${serveur}` : ''}`;
      return `${fichier} (${[...ecrirePortees(portees), quand].join(', ')})`;
    });
  const ecrire = (n: number): string => {
    const tus = dits.length - n;
    const suite = tus > 0 ? ` ; et ${tus} fichier${tus > 1 ? 's' : ''} de plus` : '';
    return `Importé de ${dits.slice(0, n).join(' ; ')}${suite}.${reste ? RESTE + reste : ''}`;
  };
  let n = dits.length;
  while (n > 1 && ecrire(n).length > NOTE_MAX) n--;
  return abreger(ecrire(n), NOTE_MAX);
}

function additionner(rangees: Iterable<Rangee>, colonne: string): number {
  let somme = 0;
  for (const rangee of rangees) somme += Number(rangee[colonne]);
  return somme;
}

/** Ce que `sources.csv` et `rejets.csv` doivent dire de la table après l’import. */
export interface Provenance {
  readonly source: Source;
  readonly rejets: readonly Rejet[];
}

interface Avant {
  readonly source: Source | undefined;
  readonly rejets: readonly Rejet[];
}

/**
 * La source d’une table après un import : la note nomme chaque fichier dont des lignes restent, avec
 * ses années et son jour ; l’adresse est publique et n’est gardée que si elle vaut encore.
 */
export function direProvenance(
  genre: Genre,
  { comptes }: Importee,
  fusion: Fusion,
  avant: Avant,
  adresse: string,
): Provenance {
  const ancienne = avant.source?.nature === 'demonstration' ? undefined : avant.source;
  const publique = rendrePublique(adresse).adresse;
  const note = lireNote(ancienne?.note ?? null);
  const gardes = note.apports.flatMap((apport) => {
    const portees = apport.portees.filter((portee) => !fusion.touchees.has(portee));
    return portees.length > 0 ? [{ ...apport, portees }] : [];
  });
  const pris = gardes.map(({ fichier }) => fichier);
  const noms = new Map(comptes.map(({ fichier }) => [fichier, nomLibre(fichier, pris)]));
  const aujourdhui = new Date().toISOString().slice(0, 10);
  const utiles = comptes.filter(({ entrees, reunies }) => entrees + reunies > 0);
  const nouveaux = utiles.map(({ fichier, portees }): Apport => {
    const serveur = URL.parse(publique)?.host;
    return { fichier: noms.get(fichier) ?? fichier, portees, lu: aujourdhui, serveur };
  });
  const telechargee = note.apports.some(({ serveur }) => serveur !== undefined);
  const vaut = !telechargee || gardes.some(({ serveur }) => serveur !== undefined);
  const ancienneAdresse = vaut ? rendrePublique(ancienne?.adresse ?? '').adresse : '';
  const natureAvant = ancienne?.nature ?? 'transcription';
  const { somme } = genre.table;
  const { nature = 'officiel' } = genre.source;
  return {
    source: {
      table: genre.table.nom,
      titre: sansTraces(ancienne?.titre ?? genre.source.titre),
      editeur: sansTraces(ancienne?.editeur ?? genre.source.editeur),
      nature: fusion.gardees > 0 ? naturePlusFaible([natureAvant, nature]) : nature,
      adresse: publique || ancienneAdresse || null,
      consulte_le: aujourdhui,
      licence: ancienne?.licence ?? genre.source.licence ?? null,
      note: ecrireNote({
        apports: [...nouveaux, ...gardes],
        reste: fusion.gardees > 0 ? sansTraces(note.reste) : '',
      }),
      somme_controle: somme ? additionner(fusion.rangees, somme) : fusion.rangees.length,
    },
    rejets: trierRejets(genre, comptes, avant.rejets, { note, pris, noms, fusion }),
  };
}

interface Tri {
  readonly note: Note;
  readonly pris: readonly string[];
  readonly noms: ReadonlyMap<string, string>;
  readonly fusion: Fusion;
}

/** Les rejets du genre suivent leurs fichiers : ceux d’un fichier dont rien ne reste s’en vont. */
function trierRejets(
  genre: Genre,
  comptes: Importee['comptes'],
  avant: readonly Rejet[],
  { note, pris, noms, fusion }: Tri,
): Rejet[] {
  const partis = new Set([
    ...noms.values(),
    ...note.apports.map(({ fichier }) => fichier).filter((fichier) => !pris.includes(fichier)),
  ]);
  const reste = (fichier: string) => (note.entiere ? pris.includes(fichier) : !partis.has(fichier));
  const restent = avant.filter(
    (rejet) => rejet.genre !== genre.nom || (fusion.gardees > 0 && reste(rejet.fichier)),
  );
  const nouveaux = comptes.flatMap(({ fichier, rejets }) =>
    rejets.map((rejet) => ({ ...rejet, fichier: noms.get(fichier) ?? fichier })),
  );
  return [...restent, ...nouveaux];
}
