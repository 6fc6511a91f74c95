import { accord } from '../nombres.ts';
import { nbEntier, nbPart, type Phrase, phrase } from '../phrase.ts';

export interface Besoins {
  readonly tcFc: number;
  readonly tc: number;
  readonly fc: number;
  readonly organisables: number;
}

export const phraseBesoins = ({ tcFc, tc, fc, organisables }: Besoins): Phrase =>
  tcFc + tc + fc === 0
    ? phrase`Aucune option organisable n’est liée à une TC ou à une FC.`
    : phrase`Sur ${nbEntier('besoins.organisables', organisables)} options organisables, ${nbEntier('besoins.tc-fc', tcFc)} ${accord(tcFc, 'est liée', 'sont liées')} à la fois à une TC et à une FC, ${nbEntier('besoins.tc', tc)} à une TC seule et ${nbEntier('besoins.fc', fc)} à une FC seule.`;

/** Les options TC-FC que la zone n’organise pas. */
export const phraseOuvertures = (
  total: number,
  tcFc: number,
  premier: { nom: string; cle: string; ouvertures: number } | null,
): Phrase =>
  total === 0 || premier === null
    ? phrase`La zone organise toutes les options organisables liées à une TC et à une FC.`
    : phrase`${nbEntier('ouvertures.total', total)} ${accord(total, 'option liée', 'options liées')} à une TC et à une FC, sur ${nbEntier('besoins.tc-fc', tcFc)}, ${accord(total, 'n’est organisée', 'ne sont organisées')} nulle part dans la zone. Le secteur qui en compte le plus : ${premier.nom} (${nbEntier(`ouvertures.${premier.cle}.ouvertures`, premier.ouvertures)}).`;

export interface Contraste {
  readonly premieres: number;
  readonly autres: number;
  /** TC-FC parmi les premières, puis parmi les autres. */
  readonly tcFcPremieres: number;
  readonly tcFcAutres: number;
  readonly sansBesoin: number;
}

export const phraseContraste = (c: Contraste | null): Phrase => {
  if (!c) return phrase`Aucune option n’est organisée dans la zone.`;
  const premieres = phrase`Parmi les ${nbEntier('contraste.premieres', c.premieres)} options les plus fréquentées, ${nbEntier('contraste.premieres.tc-fc', c.tcFcPremieres)} ${accord(c.tcFcPremieres, 'est TC-FC', 'sont TC-FC')} et ${nbEntier('contraste.premieres.aucun', c.sansBesoin)} ${accord(c.sansBesoin, 'n’est liée', 'ne sont liées')} ni à une TC ni à une FC.`;
  return c.autres === 0
    ? premieres
    : phrase`${premieres} Parmi les ${nbEntier('contraste.autres', c.autres)} autres, ${nbEntier('contraste.autres.tc-fc', c.tcFcAutres)} ${accord(c.tcFcAutres, 'est TC-FC', 'sont TC-FC')}, soit ${nbPart('contraste.autres.tc-fc.part', c.tcFcAutres / c.autres)}.`;
};
