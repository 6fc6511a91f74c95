import type { Couverture } from '../../domain/tables/connaissance.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import type { Rangee } from '../base.ts';
import type { Importee, Perdue } from './compte.ts';
import { estPerte } from './compte.ts';
import type { Connues, Genre } from './genre.ts';

/** Ce par quoi commence la raison qu’un import écrit, et qu’un autre peut donc reprendre. */
const LISTE = 'liste partielle';
const REFUSEES = 'des lignes reçues n’y sont pas entrées';
const TITRES = 'des titres n’y sont rapprochés d’aucun métier';
const EN_LETTRES = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeZone: 'UTC' });
const COUVERTES: Readonly<Record<string, Couverture['table']>> = {
  fc: 'fonctions_critiques',
  tc: 'thematiques_communes',
  inscriptions: 'inscriptions',
  'oad-tableau': 'totaux_zones',
};

export interface Partielle {
  /** Pourquoi la liste reçue n’est pas entière, si on le dit. */
  readonly partiel?: string | undefined;
  readonly zones: readonly Pick<Zone, 'zone' | 'region'>[];
  readonly fases: Connues['fases'];
  /** Le jour de l’import, en ISO. */
  readonly jour: string;
}

type Lieu = Pick<Couverture, 'zone' | 'annee_scolaire'>;

const cleDe = ({ zone, annee_scolaire }: Lieu): string => `${zone ?? ''}/${annee_scolaire ?? ''}`;

function zonesDe({ zone, region, fase_implantation: fase }: Rangee, partielle: Partielle) {
  if (fase !== undefined) return [partielle.fases.get(String(fase)) ?? []].flat();
  if (region === undefined) return [Number(zone)];
  return partielle.zones.filter((une) => une.region === region).map((une) => une.zone);
}

/** Les zones et, hors des listes, les années scolaires que le fichier renseigne. */
function lieuxDe(rangees: Iterable<Rangee>, partielle: Partielle): readonly Lieu[] {
  const lieux = new Map<string, Lieu>();
  for (const rangee of rangees) {
    const { annee_scolaire: annee } = rangee;
    for (const zone of zonesDe(rangee, partielle)) {
      const lieu = { zone, annee_scolaire: annee === undefined ? null : String(annee) };
      lieux.set(cleDe(lieu), lieu);
    }
  }
  return [...lieux.values()];
}

/** Pourquoi la table n’est pas entière en ce lieu ; `null` : elle l’est. */
function raisonDe(
  { zone, annee_scolaire: annee }: Lieu,
  perdues: readonly Perdue[],
  estListe: boolean,
  { partiel, jour }: Partielle,
): string | null {
  const ici = perdues.filter(
    (perdue) =>
      (perdue.zones?.includes(zone ?? 0) ?? true) &&
      (annee === null || (perdue.annee ?? annee) === annee),
  );
  if (!estListe) return ici.length > 0 ? REFUSEES : null;
  const lue = `${LISTE}, lue le ${EN_LETTRES.format(new Date(jour))}`;
  if (partiel) return `${lue} : ${partiel}`;
  if (ici.length === 0) return null;
  return `${lue} : ${ici.some(({ code }) => code === 'METIER') ? TITRES : REFUSEES}`;
}

/** Une ligne écrite à la main répond déjà pour ce lieu. */
const repond = (une: Couverture, { zone, annee_scolaire: annee }: Lieu, estListe: boolean) =>
  (une.zone === zone || (!estListe && une.zone === null)) &&
  (une.annee_scolaire === annee || (!estListe && une.annee_scolaire === null));

/**
 * Ce que `couverture.csv` dit après un import : une liste dite partielle, ou dont un titre n’est
 * rapproché d’aucun métier, et une zone dont une ligne a été refusée, ne prouvent aucune absence.
 * Une ligne refusée dont la zone ne se lit pas pourrait être de chacune. Ce qui est écrit à la main
 * reste, et l’emporte.
 * @returns `null` s’il n’y a rien à y changer
 */
export function couvrir(
  genre: Genre,
  importee: Importee,
  actuelles: readonly Couverture[],
  partielle: Partielle,
): readonly Couverture[] | null {
  const table = COUVERTES[genre.nom];
  if (!table) return null;
  const estListe = genre.nom === 'fc' || genre.nom === 'tc';
  const lieux = lieuxDe(importee.rangees, partielle);
  const touchees = new Set(lieux.map(cleDe));
  const annees = new Set(lieux.map(({ annee_scolaire }) => annee_scolaire));
  const estNotre = (une: Couverture) =>
    une.table === table &&
    une.raison?.startsWith(estListe ? LISTE : REFUSEES) &&
    (genre.nom === 'inscriptions' ? annees.has(une.annee_scolaire) : touchees.has(cleDe(une)));
  const autres = actuelles.filter((une) => !estNotre(une));
  const dites = autres.filter((une) => une.table === table);
  const perdues = importee.comptes.flatMap((compte) => compte.perdues).filter(estPerte);
  const neuves = lieux.flatMap((lieu): Couverture[] => {
    const raison = raisonDe(lieu, perdues, estListe, partielle);
    if (raison === null || dites.some((une) => repond(une, lieu, estListe))) return [];
    return [{ table, ...lieu, etat: 'partiel', raison }];
  });
  if (neuves.length === 0 && autres.length === actuelles.length) return null;
  return [...autres, ...neuves];
}
