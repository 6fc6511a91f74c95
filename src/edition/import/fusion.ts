import type { Source } from '../../domain/tables/edition.ts';
import type { Rangee } from '../base.ts';
import { type Importee, premieres } from './compte.ts';
import { type Genre, porteeDe } from './genre.ts';
import type { Rangees, Suite } from './rangees.ts';

/** Ce que le dossier tient déjà : les rangées de la table, et d’où elles viennent. */
export interface Avant {
  readonly rangees: Suite;
  readonly source: Source | undefined;
  /** Les lignes d’un dépôt plus général, que la table entière remplacera. */
  readonly livrees: number;
}

/** Ce qu’une année, ou une année et un lieu, avait de lignes, et ce que l’import en apporte. */
export interface Mouvement {
  readonly portee: string;
  readonly avant: number;
  readonly apres: number;
}

/** La table telle qu’elle serait, et ce qui y change. */
export interface Fusion<R extends Suite = Suite> {
  readonly rangees: R;
  readonly gardees: number;
  /** Celles que l’import apporte. */
  readonly apportees?: Suite;
  /** Les portées que l’import remplace ou ajoute. */
  readonly touchees: ReadonlySet<string>;
  readonly mouvements: readonly Mouvement[];
  /** Des lignes fictives, qui ne restent pas à côté de lignes officielles. */
  readonly fictives: number;
  /** Des lignes de l’édition livrée, que la table remplace toutes. */
  readonly livrees: number;
}

const compter = (genre: Genre, rangees: Iterable<Rangee>): Map<string, number> => {
  const comptes = new Map<string, number>();
  for (const rangee of rangees) {
    const portee = porteeDe(genre, rangee);
    comptes.set(portee, (comptes.get(portee) ?? 0) + 1);
  }
  return comptes;
};

/** Ce qui s’écrit à la main suit sa ligne, de l’ancienne table à la nouvelle. */
function suivre({ gardees }: Genre, neuves: Rangees, avant: Iterable<Rangee>): void {
  if (!gardees) return;
  for (const ancienne of avant) {
    const place = neuves.trouver(ancienne);
    if (place < 0) continue;
    const neuve = neuves.lire(place);
    const suivies = gardees.map((nom) => [nom, neuve[nom] ?? ancienne[nom] ?? null]);
    neuves.remplacer(place, { ...neuve, ...Object.fromEntries(suivies) });
  }
}

/**
 * Joint ce qu’un import apporte à ce que la table tenait : les années (et les lieux) que le fichier
 * donne sont remplacées, les autres restent, ajoutées aux siennes.
 */
export function fusionner(
  genre: Genre,
  importee: Importee<Rangees>,
  { rangees, source, livrees }: Avant,
): Fusion<Rangees> {
  const fictive = source?.nature === 'demonstration';
  const anciennes = compter(genre, fictive ? [] : rangees);
  const nouvelles = compter(genre, importee.rangees);
  suivre(genre, importee.rangees, fictive ? [] : rangees);
  const apportees = importee.rangees.premieres(importee.rangees.length);
  let gardees = 0;
  for (const ancienne of fictive ? [] : rangees) {
    if (nouvelles.has(porteeDe(genre, ancienne))) continue;
    importee.rangees.ajouter(ancienne);
    gardees++;
  }
  const portees = [...new Set([...anciennes.keys(), ...nouvelles.keys()])].sort();
  return {
    rangees: importee.rangees,
    apportees,
    gardees,
    touchees: new Set(nouvelles.keys()),
    mouvements: portees.map((portee) => ({
      portee,
      avant: anciennes.get(portee) ?? 0,
      apres: nouvelles.get(portee) ?? 0,
    })),
    fictives: fictive ? rangees.length : 0,
    livrees,
  };
}

const nombre = new Intl.NumberFormat('fr-BE');

/** `1 ligne`, `12 695 lignes`. */
export const enLignes = (n: number): string => `${nombre.format(n)} ligne${n > 1 ? 's' : ''}`;

const accord = (n: number): string => (n > 1 ? 'es' : 'e');

function direMouvement({ portee, avant, apres }: Mouvement): string {
  const quoi = `${enLignes(avant || apres)}${portee ? ` de ${portee}` : ''}`;
  if (apres === 0) return `${quoi} gardé${accord(avant)}.`;
  if (avant === 0) return `${quoi} ajouté${accord(apres)}.`;
  return `${quoi} remplacé${accord(avant)} par ${nombre.format(apres)}.`;
}

/** Ce qui change dans la table, année par année. */
export const direFusion = ({ mouvements, fictives, livrees }: Fusion): string[] => [
  ...(fictives > 0
    ? [
        `${enLignes(fictives)} de démonstration retiré${accord(fictives)} : ` +
          'des données fictives ne se mêlent pas à des données officielles.',
      ]
    : []),
  ...(livrees > 0 ? [`${enLignes(livrees)} de l’édition livrée laissées pour celles-ci.`] : []),
  ...premieres(mouvements.map(direMouvement)),
];
