import type { Couverture } from '../../domain/tables/connaissance.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import type { Rangee } from '../base.ts';
import { type Importee, refusees } from './compte.ts';
import type { Genre } from './genre.ts';

/** Ce par quoi commence la raison qu’un import écrit, et qu’un autre peut donc reprendre. */
const NOTRE = 'liste partielle';
const EN_LETTRES = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeZone: 'UTC' });
const LISTES: Readonly<Record<string, Couverture['table']>> = {
  fc: 'fonctions_critiques',
  tc: 'thematiques_communes',
};

export interface Partielle {
  /** Pourquoi la liste reçue n’est pas entière, si on le dit. */
  readonly partiel?: string | undefined;
  readonly zones: readonly Pick<Zone, 'zone' | 'region'>[];
  /** Le jour de l’import, en ISO. */
  readonly jour: string;
}

const zonesDe = (rangees: Iterable<Rangee>, zones: Partielle['zones']): ReadonlySet<number> =>
  new Set(
    [...rangees].flatMap(({ zone, region }) =>
      region === undefined
        ? [Number(zone)]
        : zones.filter((une) => une.region === region).map((une) => une.zone),
    ),
  );

function raisonDe(importee: Importee, { partiel, jour }: Partielle): string | null {
  const lue = `${NOTRE}, lue le ${EN_LETTRES.format(new Date(jour))}`;
  if (partiel) return `${lue} : ${partiel}`;
  const titres = importee.comptes.some((c) => refusees(c).some(({ code }) => code === 'METIER'));
  return titres ? `${lue} : des titres n’y sont rapprochés d’aucun métier` : null;
}

/**
 * Ce que `couverture.csv` dit après l’import d’une liste : dite partielle, ou dont un titre n’est
 * rapproché d’aucun métier, elle ne prouve aucune absence. Ce qui est écrit à la main reste.
 * @returns `null` s’il n’y a rien à y changer
 */
export function couvrir(
  genre: Genre,
  importee: Importee,
  actuelles: readonly Couverture[],
  partielle: Partielle,
): readonly Couverture[] | null {
  const table = LISTES[genre.nom];
  if (!table) return null;
  const touchees = zonesDe(importee.rangees, partielle.zones);
  const estNotre = (une: Couverture) =>
    une.table === table && touchees.has(une.zone ?? 0) && une.raison?.startsWith(NOTRE);
  const autres = actuelles.filter((une) => !estNotre(une));
  const raison = raisonDe(importee, partielle);
  const dites = new Set(
    autres
      .filter((une) => une.table === table && une.annee_scolaire === null)
      .map(({ zone }) => zone),
  );
  const neuves = raison === null ? [] : [...touchees].filter((zone) => !dites.has(zone));
  if (neuves.length === 0 && autres.length === actuelles.length) return null;
  return [
    ...autres,
    ...neuves.map((zone) => ({
      table,
      zone,
      annee_scolaire: null,
      etat: 'partiel' as const,
      raison,
    })),
  ];
}
