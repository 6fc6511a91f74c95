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
import {
  direAjout,
  type Endroit,
  type EtatDAtelier,
  etatNeuf,
  type Message,
  messageDe,
} from './etatDAtelier.ts';
import { type Garde, ouvrirLaGarde } from './garde.ts';

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
    this.etat = etatNeuf(edition);
  }

  /** Reprend ce qui est gardé, puis suit les autres onglets jusqu’à l’arrêt rendu. */
  demarrer(montrer: (etat: EtatDAtelier) => void): () => void {
    this.#montrer = montrer;
    const garde = this.#garde.reprendre();
    const laisse = garde.genre === 'tenu' ? phrasesDesEcarts(garde.ecarts) : [];
    const message = messageDe('Ce navigateur gardait plus qu’un dossier ne tient.', ...laisse);
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
    const message = messageDe('Le dossier est de nouveau gardé dans ce navigateur.');
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
      this.#mettre({ message: messageDe(`Un dossier tient ${DEMANDES_MAX} demandes au plus.`) });
      return;
    }
    const suivant = ajouter(tenu.dossier, demande);
    this.changer(suivant, { retiree: null, annonce: direAjout(demande, suivant) });
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
    this.changer(suivant, { retiree: null, annonce: direAjout(retiree.demande, suivant) });
  }

  dire(phrases: readonly string[]): void {
    this.#mettre({ message: messageDe(...phrases) });
  }

  annoncer(annonce: string): void {
    this.#mettre({ annonce });
  }

  /** Un dossier arrive : il s’ouvre s’il ne remplace rien, sinon il attend un oui. */
  recevoir(lu: DossierLu, comment = 'Le dossier reçu'): void {
    const { tenu } = this.etat;
    if (estLeMeme(tenu.dossier, lu.dossier)) {
      this.#mettre({
        recu: null,
        message: messageDe('Ce dossier est déjà celui de ce navigateur.'),
      });
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
    this.#mettre({ message: { ...messageDe(...phrases), avant }, arrive: avant === undefined });
  }

  /** Les demandes du dossier entré sont montrées. */
  montrees(): void {
    this.#mettre({ arrive: false });
  }

  accepter(): void {
    if (this.etat.recu) this.#ouvrir(this.etat.recu, 'Le dossier reçu');
  }

  refuser(): void {
    this.#mettre({ recu: null, message: messageDe('Votre dossier est resté tel quel.') });
  }

  /** @param lu ce qui empêche de lire l’adresse */
  signaler({ message }: Extract<Lu, { genre: 'illisible' }>): void {
    const reste = aDuTravail(this.etat.tenu);
    const suite = reste ? 'Ci-dessous, celui que ce navigateur garde.' : '';
    this.#mettre({ message: messageDe(message, suite) });
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
    const message = { texte: 'Le dossier d’avant est revenu.', avant: this.etat.tenu };
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
