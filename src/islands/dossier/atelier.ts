import { DEMANDES_MAX } from '../../domain/dossier/bornes.ts';
import type { DossierLu, Lu } from '../../domain/dossier/codec.ts';
import type { ChoixDuLieu } from '../../domain/dossier/lieu.ts';
import {
  ajouter,
  type Demande,
  type Dossier,
  inserer,
  retirer,
} from '../../domain/dossier/panier.ts';
import {
  aDuTravail,
  avecDossier,
  echanger,
  estLeMeme,
  remplacer,
  type Tenu,
  tenuVide,
} from '../../domain/dossier/tenu.ts';
import { phrasesDesEcarts } from '../../phrases/dossier/garde.ts';
import { compte } from '../../phrases/nombres.ts';
import { type Garde, ouvrirLaGarde } from './garde.ts';

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
  /** Ce qui s’entend sans se voir. */
  readonly annonce: string;
}

const dire = (...phrases: readonly string[]): Message => ({
  texte: phrases.filter((phrase) => phrase !== '').join(' '),
});

const REVENU = 'Le dossier d’avant est revenu.';

/**
 * Le dossier en cours, gardé dans le navigateur et partagé par ses onglets. Rien n’en remplace un
 * autre sans un oui : ni un lien reçu, ni ce qu’un autre onglet a écrit.
 */
export class Atelier {
  readonly #edition: string;
  readonly #garde;
  #montrer: (etat: EtatDAtelier) => void = () => {};
  etat: EtatDAtelier;

  constructor(edition: string) {
    this.#edition = edition;
    this.#garde = ouvrirLaGarde(edition);
    this.etat = {
      tenu: tenuVide(edition),
      recu: null,
      autre: null,
      refus: false,
      message: null,
      retiree: null,
      annonce: '',
    };
  }

  /** Reprend ce qui est gardé, puis suit les autres onglets jusqu’à l’arrêt rendu. */
  demarrer(montrer: (etat: EtatDAtelier) => void): () => void {
    this.#montrer = montrer;
    const garde = this.#garde.reprendre();
    const laisse = garde.genre === 'tenu' ? phrasesDesEcarts(garde.ecarts) : [];
    const message = dire('Ce navigateur gardait plus qu’un dossier ne tient.', ...laisse);
    this.#prendre(garde, laisse.length > 0 ? message : null);
    return this.#garde.suivre(() => this.#revoir());
  }

  #mettre(champs: Partial<EtatDAtelier>): void {
    this.etat = { ...this.etat, ...champs };
    this.#montrer(this.etat);
  }

  /** Tient un changement, et le garde si aucun autre onglet n’est passé entre-temps. */
  #tenir(tenu: Tenu, champs: Partial<EtatDAtelier> = {}): void {
    const { autre, refus } = this.etat;
    const issue = autre ? 'devance' : this.#garde.garder(tenu);
    if (issue === 'devance') {
      this.#mettre({ ...champs, tenu, autre: this.#garde.regarder() });
      return;
    }
    const revenu = refus && issue === 'garde';
    const message = dire('Le dossier est de nouveau gardé dans ce navigateur.');
    this.#mettre({ ...(revenu && { message }), ...champs, tenu, refus: issue === 'refus' });
  }

  #forcer(tenu: Tenu): void {
    const refus = this.#garde.forcer(tenu) === 'refus';
    this.#mettre({ tenu, refus, autre: null, recu: null, retiree: null, annonce: '' });
  }

  #prendre(garde: Garde, message: Message | null): void {
    if (garde.genre === 'illisible') this.#mettre({ autre: garde });
    else {
      const { tenu } = garde;
      this.#mettre({ tenu, message, autre: null, refus: false, retiree: null, annonce: '' });
    }
  }

  /** Un autre onglet a pu écrire : ce qu’il a laissé est repris si rien ici ne serait perdu. */
  #revoir(): void {
    const { autre, refus, tenu } = this.etat;
    if (!this.#garde.change()) {
      if (refus) this.#tenir(tenu);
      return;
    }
    if (autre || refus) {
      this.#mettre({ autre: this.#garde.regarder() });
      return;
    }
    const venu = this.#garde.reprendre();
    const efface = venu.genre === 'tenu' && aDuTravail(tenu) && !aDuTravail(venu.tenu);
    const texte = efface
      ? 'Le dossier a été effacé dans un autre onglet.'
      : 'Le dossier a changé dans un autre onglet : voici sa dernière version.';
    this.#prendre(venu, { texte });
  }

  changer(dossier: Dossier, champs: Partial<EtatDAtelier> = {}): void {
    const { tenu, message } = this.etat;
    const suite = message?.avant
      ? { ...message, texte: 'Le dossier d’avant peut encore revenir.', discret: true }
      : null;
    const suivant = avecDossier(tenu, { ...dossier, edition: this.#edition });
    this.#tenir(suivant, { message: suite, ...champs });
  }

  choisir(lieu: ChoixDuLieu | null): void {
    this.changer({ ...this.etat.tenu.dossier, lieu });
  }

  demander(demande: Demande): void {
    const { tenu, retiree } = this.etat;
    if (retiree?.demande.code === demande.code) {
      this.remettre();
      return;
    }
    if (tenu.dossier.demandes.length >= DEMANDES_MAX) {
      this.#mettre({ message: dire(`Un dossier tient ${DEMANDES_MAX} demandes au plus.`) });
      return;
    }
    const suivant = ajouter(tenu.dossier, demande);
    this.changer(suivant, { retiree: null, annonce: this.#ajoutee(demande, suivant) });
  }

  #ajoutee({ code }: Demande, { demandes }: Dossier): string {
    return `${code} ajoutée : ${compte(demandes.length, 'demande')}.`;
  }

  retirer(code: string, endroit: Endroit): void {
    const { dossier } = this.etat.tenu;
    const place = dossier.demandes.findIndex((demande) => demande.code === code);
    const demande = dossier.demandes[place];
    if (!demande) return;
    this.changer(retirer(dossier, code), { retiree: { demande, place, endroit }, annonce: '' });
  }

  /** Remet la dernière demande retirée, à sa place, avec sa note et ses réponses. */
  remettre(): void {
    const { tenu, retiree } = this.etat;
    if (!retiree) return;
    const suivant = inserer(tenu.dossier, retiree.demande, retiree.place);
    this.changer(suivant, { retiree: null, annonce: this.#ajoutee(retiree.demande, suivant) });
  }

  dire(phrases: readonly string[]): void {
    this.#mettre({ message: dire(...phrases) });
  }

  annoncer(annonce: string): void {
    this.#mettre({ annonce });
  }

  /** Un dossier arrive : il s’ouvre s’il ne remplace rien, sinon il attend un oui. */
  recevoir(lu: DossierLu, comment = 'Le dossier reçu'): void {
    const { tenu } = this.etat;
    if (estLeMeme(tenu.dossier, lu.dossier)) {
      this.#mettre({ recu: null, message: dire('Ce dossier est déjà celui de ce navigateur.') });
    } else if (aDuTravail(tenu)) this.#mettre({ recu: lu, message: null });
    else this.#ouvrir(lu, comment);
  }

  #ouvrir({ dossier, ecarts }: DossierLu, comment: string): void {
    const { tenu } = this.etat;
    this.#tenir(remplacer(tenu, { ...dossier, edition: this.#edition }), {
      recu: null,
      retiree: null,
      annonce: '',
    });
    const garde = this.etat.refus || this.etat.autre ? '' : ' et gardé dans ce navigateur';
    const avant = aDuTravail(tenu) ? tenu : undefined;
    const phrases = [`${comment} est ouvert${garde}.`, ...phrasesDesEcarts(ecarts)];
    this.#mettre({ message: { ...dire(...phrases), avant } });
  }

  accepter(): void {
    if (this.etat.recu) this.#ouvrir(this.etat.recu, 'Le dossier reçu');
  }

  refuser(): void {
    this.#mettre({ recu: null, message: dire('Votre dossier est resté tel quel.') });
  }

  /** @param lu ce qui empêche de lire l’adresse */
  signaler({ message }: Extract<Lu, { genre: 'illisible' }>): void {
    const reste = aDuTravail(this.etat.tenu);
    const suite = reste ? 'Ci-dessous, celui que ce navigateur garde.' : '';
    this.#mettre({ message: dire(message, suite) });
  }

  effacer(): void {
    const { tenu } = this.etat;
    this.#forcer(tenuVide(this.#edition));
    const texte = this.etat.refus
      ? 'Ce navigateur n’a pas pu tout effacer.'
      : 'Tout est effacé : ce navigateur ne garde plus rien de votre dossier.';
    this.#mettre({ message: { texte, avant: tenu } });
  }

  #revenir(tenu: Tenu): void {
    const message = { texte: REVENU, avant: this.etat.tenu };
    this.#tenir(tenu, { message, retiree: null, annonce: '' });
  }

  /** Rend ce qu’un geste a remplacé ; « Annuler » refait alors ce geste. */
  annuler(): void {
    const avant = this.etat.message?.avant;
    if (avant) this.#revenir(avant);
  }

  /** Rouvre le dossier qu’un dossier reçu a remplacé. */
  reprendreAvant(): void {
    this.#revenir(echanger(this.etat.tenu));
  }

  reprendreLAutre(): void {
    const { tenu } = this.etat;
    this.#prendre(this.#garde.reprendre(), { texte: 'L’autre version est reprise.', avant: tenu });
  }

  garderCelleCi(): void {
    const { tenu, autre } = this.etat;
    this.#forcer(tenu);
    const avant = autre?.genre === 'tenu' ? autre.tenu : undefined;
    if (!this.etat.refus) this.#mettre({ message: { texte: 'Cette version est gardée.', avant } });
  }

  reessayer(): void {
    this.#tenir(this.etat.tenu);
  }
}
