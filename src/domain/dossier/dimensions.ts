import { clef } from '../fichier-recu.ts';
import { plat } from '../recherche/texte.ts';
import { motDeTotal } from '../totaux-recus.ts';

type Rangee = readonly string[];

const ANNEE = /^(as|annees?( scol.*)?|rentree|exercice|campagne)$/;
const JOUR = /^(date|jour)( (de|du) \w+)?$/;
const IMPLANTATION = /^((id|code|n) )?(fase|fase impl|(fase )?implantation|implantation fase)$/;
/** Une année scolaire : sous n’importe quel titre (« AS », « Période »), deux ne s’additionnent pas. */
const SCOLAIRE = /^20\d\d ?[-/–] ?(20)?\d\d$/;

/** Une année scolaire, une année ou un jour, sous une forme qui se range ; `null` : autre chose. */
function moment(texte: string): string | null {
  const [, jour, mois, an] = texte.match(/\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b/) ?? [];
  if (jour && mois && an) return `${an}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`;
  return texte.match(/\b(?:19|20)\d\d-\d\d-\d\d\b|\b(?:19|20)\d\d(?!\d)/)?.[0] ?? null;
}

const cellule = (rangee: Rangee, place: number): string => (rangee[place] ?? '').trim();

export interface LignesTriees {
  /** Les lignes à lire, à leur place ; vide : laissée. */
  readonly lignes: readonly Rangee[];
  /** Ce qui a été laissé, en une phrase par colonne. */
  readonly remarques: readonly string[];
}

/** Un total, une note ou un en-tête répété n’est pas une implantation de plus. */
const estNumero = (texte: string): boolean => /\d/.test(texte) && !motDeTotal(texte);

const nombre = (lignes: readonly Rangee[]): number =>
  lignes.filter((ligne) => ligne.length > 0).length;

/** Les lignes du dernier moment seul, et la phrase qui le dit ; `null` : il n’y en a qu’un. */
function dernierMoment(lignes: readonly Rangee[], place: number) {
  const moments = lignes.map((ligne) => moment(cellule(ligne, place)));
  const distincts = [...new Set(moments.filter((m) => m !== null))].sort();
  const dernier = distincts.at(-1);
  if (dernier === undefined || distincts.length < 2) return null;
  const lues = lignes.map((ligne, i) => (moments[i] === dernier ? ligne : []));
  const dit = cellule(lignes[moments.indexOf(dernier)] ?? [], place);
  const laissees = nombre(lignes) - nombre(lues);
  const reste = laissees > 1 ? `${laissees} autres sont laissées` : '1 autre est laissée';
  return { lues, remarque: `Seules les lignes « ${dit} », les dernières, sont lues ; ${reste}.` };
}

/**
 * Écarte ce qu’on ne peut pas additionner : d’un fichier de plusieurs années scolaires, ou de
 * plusieurs jours, la dernière seule se lit ; un fichier de plusieurs implantations ne se lit pas.
 */
export function trierLesDimensions(entete: Rangee, rangees: readonly Rangee[]): LignesTriees {
  const noms = entete.map(plat);
  const remarques: string[] = [];
  let lignes = rangees;
  for (const [place, nom] of noms.entries()) {
    const date =
      ANNEE.test(nom) ||
      JOUR.test(nom) ||
      lignes.some((ligne) => SCOLAIRE.test(cellule(ligne, place)));
    const tri = date ? dernierMoment(lignes, place) : null;
    if (!tri) continue;
    lignes = tri.lues;
    remarques.push(tri.remarque);
  }
  const comptes = entete.map((nom, place) =>
    IMPLANTATION.test(clef(nom))
      ? new Set(lignes.map((ligne) => cellule(ligne, place)).filter(estNumero)).size
      : 0,
  );
  const lieux = Math.max(...comptes);
  if (lieux < 2) return { lignes, remarques };
  const refus = `Ce fichier compte ${lieux} implantations : n’y laissez que les lignes de la vôtre.`;
  return { lignes: [], remarques: [refus] };
}
