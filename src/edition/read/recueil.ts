import type { Probleme } from '../probleme.ts';

/** Au-delà, les fautes de même code et de même colonne sont comptées sans être détaillées. */
const DETAILLEES = 1000;

/** Recueille les problèmes d’une table : tous comptés, les mille premiers de chaque sorte détaillés. */
export class Recueil {
  readonly #problemes: Probleme[] = [];
  readonly #comptes = new Map<string, { premier: Probleme; n: number }>();

  ajouter(...problemes: readonly Probleme[]): void {
    for (const probleme of problemes) {
      const sorte = `${probleme.code}/${probleme.fichier}/${probleme.colonne ?? ''}`;
      const compte = this.#comptes.get(sorte) ?? { premier: probleme, n: 0 };
      compte.n++;
      this.#comptes.set(sorte, compte);
      if (compte.n <= DETAILLEES) this.#problemes.push(probleme);
    }
  }

  liste(): Probleme[] {
    const restes = [...this.#comptes.values()].filter(({ n }) => n > DETAILLEES);
    return [
      ...this.#problemes,
      ...restes.map(({ premier: { code, gravite, fichier, table, colonne }, n }): Probleme => {
        const message = `et ${n - DETAILLEES} autres fautes de même sorte.`;
        return { code, gravite, fichier, table, colonne, message };
      }),
    ];
  }
}
