import type { DossierLu } from '../../domain/dossier/codec.ts';
import type { Demande, Dossier } from '../../domain/dossier/panier.ts';
import { type Tenu, tenuVide } from '../../domain/dossier/tenu.ts';
import { compte } from '../../phrases/nombres.ts';
import type { Garde } from './garde.ts';

/** Ce que la page dit de tout le dossier ; `avant` est ce que « Annuler » rend. */
export interface Message {
  readonly texte: string;
  readonly avant?: Tenu | undefined;
  /** Le travail a repris : de quoi revenir reste là, sans prendre le focus. */
  readonly discret?: boolean;
}

/** Où une demande a été retirée : c’est là qu’elle se remet. */
export type Endroit = 'panier' | 'table' | 'page';

export interface Retiree {
  readonly demande: Demande;
  readonly place: number;
  readonly endroit: Endroit;
}

export interface EtatDAtelier {
  readonly tenu: Tenu;
  /** Un dossier arrivé par un lien ou un fichier, en attente d’une réponse. */
  readonly recu: DossierLu | null;
  /** Ce qu’un autre onglet garde et que celui-ci n’a pas vu, en attente d’un choix. */
  readonly autre: Garde | null;
  /** Le navigateur a refusé de garder le dernier changement. */
  readonly refus: boolean;
  readonly message: Message | null;
  readonly retiree: Retiree | null;
  /** Un dossier vient d’entrer, sans en remplacer un autre : ses demandes restent à montrer. */
  readonly arrive: boolean;
  /** Ce qui s’entend sans se voir. */
  readonly annonce: string;
}

/** L’atelier avant d’avoir relu ce que le navigateur garde. */
export const etatNeuf = (edition: string): EtatDAtelier => ({
  tenu: tenuVide(edition),
  recu: null,
  autre: null,
  refus: false,
  message: null,
  retiree: null,
  arrive: false,
  annonce: '',
});

/** Un message fait de ces phrases, sans celles qui sont vides. */
export const messageDe = (...phrases: readonly string[]): Message => ({
  texte: phrases.filter((phrase) => phrase !== '').join(' '),
});

/** Ce qui s’entend quand une demande entre au dossier. */
export const direAjout = ({ code }: Demande, { demandes }: Dossier): string =>
  `${code} ajoutée : ${compte(demandes.length, 'demande')}.`;
