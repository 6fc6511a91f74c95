import { enumerer } from '../enumerer.ts';
import { accord } from '../nombres.ts';
import { nbEntier, nbPart, type Phrase, phrase } from '../phrase.ts';
import { ORGANISABLES } from '../population.ts';
import { combien, ouAucune } from './repere.ts';

export interface NombresDeBesoins {
  readonly tcFc: number;
  readonly tc: number;
  readonly fc: number;
  readonly organisables: number;
}

export function phraseBesoins({ tcFc, tc, fc, organisables }: NombresDeBesoins): Phrase {
  if (tcFc + tc + fc === 0)
    return phrase`Aucune option organisable n’est liée à une TC ou à une FC.`;
  const total = phrase`${nbEntier('besoins.organisables', organisables)} ${accord(organisables, 'option du répertoire organisable', ORGANISABLES)}`;
  const deux = combien(nbEntier('besoins.tc-fc', tcFc), 'n’est liée', 'est liée', 'sont liées');
  return phrase`Sur ${total}, ${deux} à la fois à une TC et à une FC, ${ouAucune(nbEntier('besoins.tc', tc))} à une TC seule et ${ouAucune(nbEntier('besoins.fc', fc))} à une FC seule.`;
}

export interface SecteurOuvert {
  readonly nom: string;
  readonly cle: string;
  readonly ouvertures: number;
}

/**
 * Les options TC-FC que la zone n’organise pas.
 * @param premiers le secteur qui en compte le plus, ou les secteurs à égalité
 * @param anciennes celles qu’elle n’organise que sous un ancien code
 */
export function phraseOuvertures(
  total: number,
  tcFc: number,
  premiers: readonly SecteurOuvert[],
  anciennes = 0,
): Phrase {
  const [premier] = premiers;
  if (tcFc === 0)
    return phrase`Aucune option organisable n’est liée à la fois à une TC et à une FC.`;
  const anciens = nbEntier('ouvertures.anciens-codes', anciennes);
  const codes = accord(anciennes, 'son ancien code', 'leur ancien code');
  if (total === 0 || !premier) {
    const dont = anciennes === 0 ? '' : phrase`, dont ${anciens} sous ${codes}`;
    return phrase`La zone organise toutes les options organisables liées à une TC et à une FC${dont}.`;
  }
  const autres =
    anciennes === 0
      ? ''
      : phrase` ; ${anciens} ${accord(anciennes, 'autre ne l’est', 'autres ne le sont')} que sous ${codes}`;
  const constat = phrase`${nbEntier('ouvertures.total', total)} ${accord(total, 'option liée', 'options liées')} à une TC et à une FC, sur ${nbEntier('besoins.tc-fc', tcFc)}, ${accord(total, 'n’est organisée', 'ne sont organisées')} nulle part dans la zone${autres}.`;
  const nombre = nbEntier(`ouvertures.${premier.cle}.ouvertures`, premier.ouvertures);
  return premiers.length === 1
    ? phrase`${constat} Le secteur qui en compte le plus : ${premier.nom} (${nombre}).`
    : phrase`${constat} Les secteurs qui en comptent le plus : ${enumerer(premiers.map(({ nom }) => nom))} (${nombre} chacun).`;
}

export interface Contraste {
  readonly premieres: number;
  readonly autres: number;
  /** TC-FC parmi les premières, puis parmi les autres. */
  readonly tcFcPremieres: number;
  readonly tcFcAutres: number;
  readonly sansBesoin: number;
}

export function phraseContraste(c: Contraste | null): Phrase {
  if (!c) return phrase`Aucune option organisable n’est organisée dans la zone.`;
  if (c.premieres === 1)
    return phrase`La zone n’organise qu’une option organisable : rien à quoi la comparer.`;
  const tcFc = (cle: string, nombre: number): Phrase =>
    combien(nbEntier(cle, nombre), 'n’est TC-FC', 'est TC-FC', 'sont TC-FC');
  const sansBesoin =
    c.sansBesoin === 0
      ? phrase`toutes sont liées à une TC ou à une FC`
      : phrase`${nbEntier('contraste.premieres.aucun', c.sansBesoin)} ${accord(c.sansBesoin, 'n’est liée', 'ne sont liées')} ni à une TC ni à une FC`;
  const premieres = phrase`Parmi les ${nbEntier('contraste.premieres', c.premieres)} options organisables les plus fréquentées, ${tcFc('contraste.premieres.tc-fc', c.tcFcPremieres)} et ${sansBesoin}.`;
  if (c.autres === 0) return premieres;
  if (c.autres === 1) {
    return phrase`${premieres} La seule autre ${c.tcFcAutres === 1 ? 'est TC-FC' : 'n’est pas TC-FC'}.`;
  }
  const part = phrase`, soit ${nbPart('contraste.autres.tc-fc.part', c.tcFcAutres / c.autres)}`;
  return phrase`${premieres} Parmi les ${nbEntier('contraste.autres', c.autres)} autres, ${tcFc('contraste.autres.tc-fc', c.tcFcAutres)}${c.tcFcAutres === 0 ? '' : part}.`;
}
