import type { Groupement, Mode } from '../normes/types.ts';
import { CARACTERES } from '../tables/valeurs.ts';
import type { Tu } from '../tu.ts';
import { ATTENDUS_MAX, DEMANDES_MAX, NOM_MAX, NOTE_MAX, OPTIONS_MAX } from './bornes.ts';
import { Carnet, type Ecarts } from './ecarts.ts';
import { EFFECTIF_MAX } from './effectif.ts';
import type { BesoinsCoches, ChoixDuLieu, LigneMienne, MesDonnees } from './lieu.ts';
import {
  type Demande,
  type Dossier,
  PIECES,
  PREALABLES,
  type Prealable,
  type Prealables,
  type ReponsesDuPanier,
} from './panier.ts';

const MODES: readonly Mode[] = ['PE', 'PE-ALT', 'ALT'];
const GROUPEMENTS: readonly Groupement[] = ['seule', '1/3', '2/3', 'toutes'];
const FASE = /^\d{1,6}$/;
const TYPES = ['Programmation', 'Dédoublement'] as const;
/** Les réponses d’une demande, dans l’ordre du lien ; trois se disent désormais pour tout le dossier. */
const CLES_REPONSE = ['accordCefa', 'fermetureImposee', 'avisCges', 'degre', 'annee'] as const;
type ReponsesLues = Readonly<Record<(typeof CLES_REPONSE)[number], boolean | null>>;
const DITES_AILLEURS = { accordCefa: null, degre: null, annee: null };

type Compact = readonly unknown[];

const trois = (reponse: boolean | null): number => (reponse === null ? 0 : reponse ? 1 : 2);
const deTrois = (n: unknown): boolean | null => (n === 1 ? true : n === 2 ? false : null);

function compacterReponses(reponses: ReponsesDuPanier): number {
  const toutes: ReponsesLues = { ...DITES_AILLEURS, ...reponses };
  return CLES_REPONSE.reduce((n, cle) => n * 3 + trois(toutes[cle]), 0);
}

const compacterDemande = ({ code, type, mode, groupement, attendus, note, reponses }: Demande) => [
  Number(code),
  TYPES.indexOf(type),
  MODES.indexOf(mode),
  GROUPEMENTS.indexOf(groupement),
  attendus ?? -1,
  note,
  compacterReponses(reponses),
];

const compacterPrealables = (prealables: Prealables): readonly Compact[] => {
  const rangs = PREALABLES.flatMap((cle, rang) => {
    const reponse = prealables[cle];
    return reponse === undefined ? [] : [[rang, trois(reponse)]];
  });
  return rangs.length > 0 ? [rangs] : [];
};

const compacterTu = (tu: Tu | undefined): Compact =>
  tu ? [tu.auMoins, ...(tu.auPlus === null ? [] : [tu.auPlus])] : [];

const compacterLigne = ({ code, pe, alt, tus }: LigneMienne): Compact => [
  ...[Number(code), pe, alt],
  ...(tus ? [[compacterTu(tus.pe), compacterTu(tus.alt)]] : []),
];

const compacterMiennes = (m: MesDonnees): Compact => [
  m.nom,
  m.commune,
  m.caractere === null ? -1 : CARACTERES.indexOf(m.caractere),
  trois(m.internat),
  trois(m.cefa),
  m.options.map(compacterLigne),
  m.besoins && [m.besoins.tc.map(Number), m.besoins.fc.map(Number)],
  ...(m.fase === undefined ? [] : [m.fase]),
];

const compacterLieu = (lieu: ChoixDuLieu | null): unknown =>
  lieu?.genre === 'implantation' ? lieu.fase : lieu && compacterMiennes(lieu.donnees);

/** Un dossier en listes, telles que le lien et le fichier les écrivent. */
export const compacter = ({ lieu, demandes, pieces, prealables, edition }: Dossier): Compact => [
  edition,
  compacterLieu(lieu),
  demandes.map(compacterDemande),
  pieces.map((piece) => PIECES.indexOf(piece)),
  ...compacterPrealables(prealables),
];

const estListe = (x: unknown): x is readonly unknown[] => Array.isArray(x);
const listeDe = (x: unknown): readonly unknown[] => (estListe(x) ? x : []);
const texteDe = (x: unknown): string => (typeof x === 'string' ? x : '');
const entierDe = (x: unknown): number => (Number.isInteger(x) ? (x as number) : -1);
const codeDe = (x: unknown): string | null => {
  const code = entierDe(x);
  return code >= 1000 && code <= 9999 ? String(code) : null;
};

/** Les éléments qui ont un code, chacun une fois, `max` au plus ; le carnet note les autres. */
function uniques<T>(
  liste: unknown,
  max: number,
  carnet: Carnet,
  lire: (x: unknown) => readonly [code: unknown, element: (code: string) => T],
): { readonly lus: readonly T[]; readonly enTrop: number } {
  const lus = new Map<string, T>();
  let enTrop = 0;
  for (const x of listeDe(liste)) {
    const [brut, element] = lire(x);
    const code = codeDe(brut);
    if (code === null) carnet.illisibles += 1;
    else if (lus.has(code)) carnet.double(code);
    else if (lus.size >= max) enTrop += 1;
    else lus.set(code, element(code));
  }
  return { lus: [...lus.values()], enTrop };
}

function deplierReponses(n: number): ReponsesLues {
  let reste = n;
  const reponses: Record<string, boolean | null> = {};
  for (const cle of CLES_REPONSE.toReversed()) {
    reponses[cle] = deTrois(reste % 3);
    reste = Math.floor(reste / 3);
  }
  return reponses as unknown as ReponsesLues;
}

/**
 * Les préalables du dossier, et ceux que d’anciens liens disaient demande par demande. L’année y
 * était sans sa forme : elle se redemande.
 */
function deplierPrealables(x: unknown, anciennes: readonly unknown[], carnet: Carnet): Prealables {
  const lus: Partial<Record<Prealable, boolean>> = {};
  for (const demande of anciennes) {
    const [code, type, mode, , , , n] = listeDe(demande);
    const { accordCefa, degre, annee } = deplierReponses(Math.max(0, entierDe(n)));
    if (accordCefa !== null) lus.CEFA ??= accordCefa;
    const alternance = TYPES[entierDe(type)] === 'Dédoublement' || MODES[entierDe(mode)] === 'ALT';
    if (degre !== null) lus[alternance ? 'RDQ' : 'DQ'] ??= degre;
    if (annee !== null) carnet.corriger(codeDe(code) ?? 'année');
  }
  for (const paire of listeDe(x)) {
    const [rang, reponse] = listeDe(paire);
    const cle = PREALABLES[entierDe(rang)];
    const lue = deTrois(reponse);
    if (cle !== undefined && lue !== null) lus[cle] = lue;
  }
  return lus;
}

function deplierDemande(x: readonly unknown[], code: string, carnet: Carnet): Demande {
  const [, type, mode, groupement, attendus, note, reponses] = x;
  const parmi = <T>(valeurs: readonly T[], place: unknown, defaut: T): T => {
    const valeur = valeurs[entierDe(place)];
    if (valeur === undefined) carnet.corriger(code);
    return valeur ?? defaut;
  };
  const prevus = entierDe(attendus);
  const { fermetureImposee, avisCges } = deplierReponses(Math.max(0, entierDe(reponses)));
  if (prevus > ATTENDUS_MAX || (prevus < 0 && attendus !== -1)) carnet.corriger(code);
  return {
    code,
    type: parmi(TYPES, type, 'Programmation'),
    mode: parmi(MODES, mode, 'PE'),
    groupement: parmi(GROUPEMENTS, groupement, 'seule'),
    attendus: prevus < 0 || prevus > ATTENDUS_MAX ? null : prevus,
    note: carnet.couper(texteDe(note), NOTE_MAX, code),
    reponses: { fermetureImposee, avisCges },
  };
}

function deplierLignes(x: unknown, carnet: Carnet): readonly LigneMienne[] {
  const effectif = (n: unknown, code: string): number => {
    const lu = entierDe(n);
    if (lu >= 0 && lu <= EFFECTIF_MAX) return lu;
    carnet.corriger(code);
    return 0;
  };
  const borne = (n: unknown): boolean => entierDe(n) >= 1 && entierDe(n) <= EFFECTIF_MAX;
  const deplierTu = (x: unknown, code: string): Tu | undefined => {
    const [moins, plus] = listeDe(x);
    if (moins === undefined) return undefined;
    const juste = borne(moins) && (plus === undefined || borne(plus));
    if (juste && (plus === undefined || entierDe(plus) >= entierDe(moins))) {
      return { auMoins: entierDe(moins), auPlus: plus === undefined ? null : entierDe(plus) };
    }
    carnet.corriger(code);
    return undefined;
  };
  const tusDe = (x: unknown, code: string): Pick<LigneMienne, 'tus'> => {
    const [pe, alt] = listeDe(x).map((tu) => deplierTu(tu, code));
    return pe || alt ? { tus: { ...(pe && { pe }), ...(alt && { alt }) } } : {};
  };
  const { lus, enTrop } = uniques(x, OPTIONS_MAX, carnet, (ligne) => {
    const [code, pe, alt, tus] = listeDe(ligne);
    return [
      code,
      (sien) => ({
        ...{ code: sien, pe: effectif(pe, sien), alt: effectif(alt, sien) },
        ...tusDe(tus, sien),
      }),
    ];
  });
  carnet.codesEnTrop += enTrop;
  return lus;
}

function deplierMiennes(x: readonly unknown[], carnet: Carnet): MesDonnees {
  const [nom, commune, caractere, internat, cefa, options, besoins, fase] = x;
  const codes = (liste: unknown): readonly string[] => {
    const { lus, enTrop } = uniques(liste, OPTIONS_MAX, carnet, (code) => [code, (sien) => sien]);
    carnet.codesEnTrop += enTrop;
    return lus;
  };
  const coches: BesoinsCoches | null = estListe(besoins)
    ? { tc: codes(besoins[0]), fc: codes(besoins[1]) }
    : null;
  return {
    nom: carnet.couper(texteDe(nom), NOM_MAX, 'nom'),
    commune: carnet.couper(texteDe(commune), NOM_MAX, 'commune'),
    caractere: CARACTERES[entierDe(caractere)] ?? null,
    internat: deTrois(internat),
    cefa: deTrois(cefa),
    options: deplierLignes(options, carnet),
    besoins: coches,
    ...(FASE.test(texteDe(fase)) && { fase: texteDe(fase) }),
  };
}

function deplierLieu(x: unknown, carnet: Carnet): ChoixDuLieu | null {
  if (estListe(x)) return { genre: 'mes-donnees', donnees: deplierMiennes(x, carnet) };
  if (typeof x !== 'string') return null;
  if (FASE.test(x)) return { genre: 'implantation', fase: x };
  carnet.corriger('implantation');
  return null;
}

/**
 * Le dossier que portent des listes venues d’un lien, d’un fichier ou du navigateur : jamais plus
 * que ce qu’une page sait montrer, et ce qui en a été laissé.
 * @throws si ce ne sont pas celles d’un dossier
 */
export function deplierDossier(x: unknown): {
  readonly dossier: Dossier;
  readonly ecarts?: Ecarts;
} {
  if (!estListe(x) || !estListe(x[2])) throw new RangeError('forme');
  const [edition, lieu, demandes, pieces, prealables] = x;
  const carnet = new Carnet();
  const { lus, enTrop } = uniques(demandes, DEMANDES_MAX, carnet, (demande) => [
    listeDe(demande)[0],
    (code) => deplierDemande(listeDe(demande), code, carnet),
  ]);
  carnet.demandesEnTrop = enTrop;
  const cochees = listeDe(pieces);
  const dossier: Dossier = {
    edition: texteDe(edition).slice(0, NOM_MAX),
    lieu: deplierLieu(lieu, carnet),
    demandes: lus,
    pieces: PIECES.filter((_, place) => cochees.includes(place)),
    prealables: deplierPrealables(prealables, listeDe(demandes).slice(0, DEMANDES_MAX), carnet),
  };
  const ecarts = carnet.ecarts();
  return ecarts ? { dossier, ecarts } : { dossier };
}
