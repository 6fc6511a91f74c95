/** L’issue d’une écriture : gardée, refusée par le navigateur, ou devancée par un autre onglet. */
export type Issue = 'garde' | 'refus' | 'devance';

type Textes = readonly (string | null)[];

const egaux = (a: Textes, b: Textes): boolean => a.every((texte, i) => texte === b[i]);

/**
 * Des textes que le navigateur garde et que tous les onglets partagent. Un onglet n’écrase jamais
 * ce qu’il n’a pas lu : entre sa lecture et son écriture, un autre a pu passer.
 */
export class Gardoir {
  readonly #cles: readonly string[];
  #vus: Textes;

  constructor(...cles: readonly string[]) {
    this.#cles = cles;
    this.#vus = cles.map(() => null);
  }

  #relever(): Textes {
    try {
      return this.#cles.map((cle) => localStorage.getItem(cle));
    } catch {
      return this.#cles.map(() => null);
    }
  }

  /** Ce qui est gardé, tenu désormais pour vu. */
  lire(): Textes {
    this.#vus = this.#relever();
    return this.#vus;
  }

  /** Ce qui est gardé, sans le tenir pour vu : l’écrire l’écraserait. */
  regarder(): Textes {
    return this.#relever();
  }

  /** Ce qui est gardé n’est plus ce que cet onglet a vu. */
  get change(): boolean {
    return !egaux(this.#relever(), this.#vus);
  }

  /** Écrit tous les textes ; `null` ôte le sien. */
  ecrire(textes: Textes): Issue {
    return this.change ? 'devance' : this.forcer(textes);
  }

  /** Écrit par-dessus ce qui est gardé, vu ou non. */
  forcer(textes: Textes): Exclude<Issue, 'devance'> {
    try {
      for (const [i, cle] of this.#cles.entries()) {
        const texte = textes[i] ?? null;
        if (texte === null) localStorage.removeItem(cle);
        else localStorage.setItem(cle, texte);
      }
    } catch {
      // Plein ou fermé : ce qui est relevé ci-dessous dit ce qui a vraiment été gardé.
    }
    return egaux(this.lire(), textes) ? 'garde' : 'refus';
  }

  /**
   * Appelle `revoir` chaque fois qu’un autre onglet a pu écrire : aussitôt, ou quand cet onglet
   * sort de l’arrière-plan, où rien ne lui parvenait.
   */
  suivre(revoir: () => void): () => void {
    const siVisible = () => document.visibilityState === 'visible' && revoir();
    const ecoutes = [
      [window, 'storage', revoir],
      [window, 'pageshow', revoir],
      [window, 'focus', revoir],
      [document, 'visibilitychange', siVisible],
      [document, 'resume', revoir],
    ] as const;
    for (const [cible, nom, action] of ecoutes) cible.addEventListener(nom, action);
    return () => {
      for (const [cible, nom, action] of ecoutes) cible.removeEventListener(nom, action);
    };
  }
}
