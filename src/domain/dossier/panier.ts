import type { Groupement, Mode } from '../normes/types.ts';
import type { ChoixDuLieu } from './lieu.ts';
import type { Hypothese } from './types.ts';

/** Ce que l’utilisateur répond d’une demande ; `null` : il ne l’a pas dit. */
export interface ReponsesDuPanier {
  /** Une fermeture imposée vise l’option en plein exercice. */
  readonly fermetureImposee: boolean | null;
  /** Le CGES est d’avis que la 7e PB complète une offre 4-5-6. */
  readonly avisCges: boolean | null;
}

export const SANS_REPONSE: ReponsesDuPanier = {
  fermetureImposee: null,
  avisCges: null,
};

/**
 * Ce que l’école a déjà, et qu’une demande suppose : l’accord du CEFA dont elle est siège ou
 * coopérante, un degré ou une année de ses structures autorisées, sous leur nom dans GOSS.
 */
export const PREALABLES = [
  'CEFA',
  'DQ',
  'DQ 4 P',
  'DQ 4 TQ',
  'DQ 4 AQ',
  'RDQ',
  'RDQ 4 P',
  'RDQ 4 TQ',
  'RDQ 4 AQ',
] as const;
export type Prealable = (typeof PREALABLES)[number];

/** Dit une fois pour toutes les demandes ; absent : l’utilisateur ne l’a pas dit. */
export type Prealables = Readonly<Partial<Record<Prealable, boolean>>>;

export type TypeDeDemande = 'Programmation' | 'Dédoublement';

export interface Demande {
  readonly code: string;
  readonly type: TypeDeDemande;
  readonly mode: Mode;
  readonly groupement: Groupement;
  readonly attendus: number | null;
  readonly note: string;
  readonly reponses: ReponsesDuPanier;
}

/** Ce que l’école confirme pour tout le dossier (circulaire 9146, § 3 et § 5.4). */
export const PIECES = ['concertation', 'locaux', 'equipement', 'enseignants'] as const;
export type Piece = (typeof PIECES)[number];

/** Un dossier : d’où, quoi, et ce qui l’accompagne. Il ne quitte jamais le navigateur. */
export interface Dossier {
  readonly lieu: ChoixDuLieu | null;
  readonly demandes: readonly Demande[];
  readonly pieces: readonly Piece[];
  readonly prealables: Prealables;
  /** Édition où il a été composé. */
  readonly edition: string;
}

export const dossierVide = (edition: string): Dossier => ({
  lieu: null,
  demandes: [],
  pieces: [],
  prealables: {},
  edition,
});

export const hypotheseDe = ({ mode, groupement, attendus, reponses }: Demande): Hypothese => ({
  mode,
  groupement,
  attendus,
  avisCges: reponses.avisCges ?? undefined,
});

/** Répond d’un préalable, pour toutes les demandes ; `null` reprend la réponse. */
export function repondre(dossier: Dossier, cle: Prealable, reponse: boolean | null): Dossier {
  const { [cle]: _, ...autres } = dossier.prealables;
  return { ...dossier, prealables: reponse === null ? autres : { ...autres, [cle]: reponse } };
}

/** Ajoute une demande ; une option n’est demandée qu’une fois, la première demande reste. */
export function ajouter(dossier: Dossier, demande: Demande): Dossier {
  if (dossier.demandes.some(({ code }) => code === demande.code)) return dossier;
  return { ...dossier, demandes: [...dossier.demandes, demande] };
}

/** Remet une demande à la place qu’elle avait. */
export function inserer(dossier: Dossier, demande: Demande, place: number): Dossier {
  const autres = dossier.demandes.filter(({ code }) => code !== demande.code);
  return { ...dossier, demandes: autres.toSpliced(place, 0, demande) };
}

export const retirer = (dossier: Dossier, code: string): Dossier => ({
  ...dossier,
  demandes: dossier.demandes.filter((demande) => demande.code !== code),
});

export const modifier = (dossier: Dossier, code: string, champs: Partial<Demande>): Dossier => ({
  ...dossier,
  demandes: dossier.demandes.map((d) => (d.code === code ? { ...d, ...champs } : d)),
});

/** Monte ou descend une demande d’une place ; hors des bords, rien ne change. */
export function deplacer(dossier: Dossier, code: string, pas: -1 | 1): Dossier {
  const demandes = [...dossier.demandes];
  const place = demandes.findIndex((demande) => demande.code === code);
  const [demande] = demandes.slice(place, place + 1);
  const vers = place + pas;
  if (!demande || vers < 0 || vers >= demandes.length) return dossier;
  demandes.splice(place, 1);
  demandes.splice(vers, 0, demande);
  return { ...dossier, demandes };
}
