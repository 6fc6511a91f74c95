import { type Effectif, estTu } from '../../domain/effectif.ts';
import { direEleves, effectifCourt, nbEleves } from '../effectif.ts';
import { enumerer } from '../enumerer.ts';
import { accord } from '../nombres.ts';
import { type Nombre, nbPart, type Phrase, phrase } from '../phrase.ts';
import { contre } from './repere.ts';

/** Le constat d’une figure dont l’essentiel est masqué. */
export const phraseMasquee = (total: Effectif): Phrase =>
  estTu(total)
    ? phrase`La source tait des effectifs. Le tableau donne ce qu’elle en dit.`
    : phrase`Des effectifs sont masqués : trop peu d’élèves pour publier leur nombre. Le tableau donne le reste.`;

export interface Formes {
  readonly technique: Effectif;
  readonly professionnelle: Effectif;
  /** Part du qualifiant à partir de la 3e année. */
  readonly part: number | null;
}

const nbMinimum = (cle: string, effectif: Effectif): Nombre => ({
  ...nbEleves(cle, effectif),
  texte: effectifCourt(effectif),
});

/** @param formes `null` : l’édition ne publie pas cette population */
export const phraseFormes = (formes: Formes | null): Phrase => {
  if (!formes) return phrase`Les élèves du secondaire ordinaire ne sont pas publiés.`;
  const { technique, professionnelle, part } = formes;
  return part === null
    ? phrase`Aucun élève n’est compté à partir de la 3e année.`
    : phrase`À partir de la 3e année, ${nbMinimum('formes.tq-aq', technique)} ${accord(technique.eleves, 'élève suit', 'élèves suivent')} une forme technique ou artistique de qualification (TQ, AQ) et ${nbMinimum('formes.p', professionnelle)} la forme professionnelle (P) : ${nbPart('formes.part', part)} de l’ensemble.`;
};

export interface Premier {
  readonly nom: string;
  readonly cle: string;
  readonly eleves: Effectif;
  readonly part: number;
  readonly partFwb: number;
}

/** Le premier secteur, et les deux qui le suivent. */
export const phraseSecteurs = (premier: Premier | null, suivants: readonly string[]): Phrase => {
  if (!premier) return phrase`Aucun élève n’est inscrit dans une option.`;
  const { nom, cle, eleves, part, partFwb } = premier;
  const suite =
    suivants.length === 0
      ? ''
      : ` Viennent ensuite ${enumerer(suivants)}.`.replace(
          'Viennent',
          suivants.length === 1 ? 'Vient' : 'Viennent',
        );
  const lui = nbPart(`secteurs.${cle}.part`, part);
  return phrase`Le secteur ${nom} réunit ${direEleves(`secteurs.${cle}.eleves`, eleves)}, soit ${lui} de ceux qui suivent une option, ${contre(lui, nbPart(`secteurs.${cle}.fwb`, partFwb))}.${suite}`;
};

/** Le poids des premiers groupes. */
export const phraseGroupes = (noms: readonly string[], part: number | null): Phrase => {
  if (part === null || noms.length === 0) return phrase`Aucun groupe ne compte d’élève.`;
  const [verbe, sujet] =
    noms.length === 1
      ? ['réunit', 'Un seul groupe']
      : ['réunissent', `${noms.length === 2 ? 'Deux' : 'Trois'} groupes`];
  return phrase`${sujet} ${verbe} ${nbPart('groupes.premiers', part)} des élèves : ${enumerer(noms)}.`;
};

export interface Voies {
  readonly alternance: number;
  readonly alternanceFwb: number;
  readonly article45: number;
  readonly article45Fwb: number;
}

export const phraseVoies = (voies: Voies | null): Phrase => {
  if (!voies) return phrase`Aucun élève n’est inscrit dans une option.`;
  const { alternance, alternanceFwb, article45, article45Fwb } = voies;
  const fwb = (cle: string, part: number, repere: number) =>
    contre(nbPart(`voies.${cle}.part`, part), nbPart(`voies.${cle}.fwb`, repere));
  const alt =
    alternance === 0
      ? phrase`Aucun élève ne suit une option en alternance, ${fwb('ALT', alternance, alternanceFwb)}`
      : phrase`${nbPart('voies.ALT.part', alternance)} des élèves suivent une option en alternance, ${fwb('ALT', alternance, alternanceFwb)}`;
  const art45 =
    article45 === 0
      ? phrase`aucun ne suit une formation de l’article 45, ${fwb('art45', article45, article45Fwb)}.`
      : phrase`${nbPart('voies.art45.part', article45)} suivent une formation de l’article 45, ${fwb('art45', article45, article45Fwb)}.`;
  return phrase`${alt} ; ${art45}`;
};

/** Où l’alternance pèse le plus. */
export const phraseAlternance = (
  premier: { nom: string; cle: string; part: number } | null,
): Phrase =>
  premier === null
    ? phrase`Aucun secteur de la zone ne compte d’élève en alternance.`
    : phrase`L’alternance pèse le plus dans le secteur ${premier.nom} : ${nbPart(`alternance.${premier.cle}.part`, premier.part)} des élèves, article 45 compris.`;
