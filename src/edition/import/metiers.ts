import { nettoyer } from '../../domain/fichier-recu.ts';
import { plat } from '../../domain/recherche/texte.ts';
import type { AliasDeMetier, Metier } from '../../domain/tables/besoins.ts';
import type { Rangee } from '../base.ts';
import { citer } from './citer.ts';
import { type Connues, type Lue, type Refus, refuser } from './genre.ts';
import { formes } from './intitules.ts';
import { chercherProches, clesDe } from './titres.ts';

/** Les métiers qu’un titre nomme : d’ordinaire un seul. */
export interface Rapproche {
  readonly metiers: readonly string[];
  readonly corrections: readonly string[];
  readonly suppositions: readonly string[];
}

const nommer = ({ metier, intitule }: Metier): string => `${metier} ${intitule}`;

function grouper<T>(tout: readonly T[], cles: (un: T) => readonly string[]) {
  const groupes = new Map<string, T[]>();
  for (const un of tout) {
    for (const cle of new Set(cles(un))) groupes.set(cle, [...(groupes.get(cle) ?? []), un]);
  }
  return (titre: readonly string[]): readonly T[] => [
    ...new Set(titre.flatMap((cle) => groupes.get(cle) ?? [])),
  ];
}

/** Les façons d’écrire un métier : son code, son intitulé en entier à chaque genre, ou les deux. */
const facons = ({ metier, intitule }: Metier): readonly string[] => [
  plat(metier),
  ...clesDe(intitule),
  ...[...formes(intitule)].flatMap((forme) => clesDe(`${metier} ${forme}`)),
];

/** Un titre que rien ne fait entrer, et les trois métiers les plus proches : ceux d’un alias d’abord. */
function demander(titre: string, proposes: readonly Metier[], proches: readonly Metier[]): Lue {
  const trois = [...new Set([...proposes, ...proches])].slice(0, 3).map(nommer);
  const suite =
    trois.length > 0
      ? ` Les plus proches : ${trois.join(' ; ')}. Réglez-le dans besoins/alias_metiers.csv (titre, métier ou « aucun », source).`
      : '';
  return refuser('METIER', titre, `aucun métier connu n’a cet intitulé.${suite}`);
}

/**
 * Rapproche un titre reçu d’un métier connu, sans jamais deviner : le code, l’intitulé entier (casse,
 * accents, genre et ordre des mots mis à part), ou un alias.
 */
export function rapprocheur({
  metiers,
  alias,
}: Pick<Connues, 'metiers' | 'alias'>): (texte: string) => Rapproche | { readonly refus: Refus } {
  const egaux = grouper(metiers, facons);
  const parCode = new Map(metiers.map((m) => [m.metier, m]));
  const nommes = alias.map((siens) =>
    grouper(
      siens.filter(({ metier }) => metier === null || parCode.has(metier)),
      ({ titre }) => clesDe(titre),
    ),
  );
  const proches = chercherProches(metiers);
  const metierDe = ({ metier }: AliasDeMetier): Metier | [] => parCode.get(metier ?? '') ?? [];
  return (brut) => {
    const titre = nettoyer(brut);
    const cles = clesDe(titre);
    const [egal, ...autres] = egaux(cles);
    if (egal && autres.length > 0) {
      const noms = [egal, ...autres].map(nommer).join(' ; ');
      const raison = `plusieurs métiers portent ce nom : ${noms}. Écrivez le code.`;
      return refuser('METIER', titre, raison) as { refus: Refus };
    }
    if (egal) {
      const suppositions = ['métier trouvé par son intitulé ou son code'];
      return { metiers: [egal.metier], corrections: [], suppositions };
    }
    const siens = nommes.map((lire) => lire(cles)).findLast((lus) => lus.length > 0) ?? [];
    const surs = siens.filter(({ confiance }) => confiance === null || confiance === 'haute');
    const designes = [...new Set(surs.flatMap(metierDe))];
    if (surs.length > 0 && designes.length === 0) {
      const raison = 'alias_metiers.csv : ce titre n’est celui d’aucun métier des options.';
      return refuser('HORS-CHAMP', titre, raison) as { refus: Refus };
    }
    if (designes.length === 0) {
      return demander(titre, siens.flatMap(metierDe), proches(titre)) as { refus: Refus };
    }
    return {
      metiers: designes.map(({ metier }) => metier),
      corrections: [`« ${citer(titre)} » → ${designes.map(nommer).join(' et ')}, par un alias`],
      suppositions: ['métier trouvé par un alias (alias_metiers.csv)'],
    };
  };
}

/** Une ligne d’une liste d’emploi : une rangée par métier que son titre nomme. */
export function enRangees(
  rapproche: Rapproche,
  rangee: Rangee,
  suppositions: readonly string[] = [],
): Lue {
  const [premiere = rangee, ...autres] = rapproche.metiers.map((metier) => ({ ...rangee, metier }));
  return {
    rangee: premiere,
    autres,
    corrections: rapproche.corrections,
    suppositions: [...rapproche.suppositions, ...suppositions],
  };
}

export const COLONNE_METIER = {
  nom: 'metier',
  noms: [
    ...['métier', 'intitulé du métier', 'intitulé', 'profession', 'fonction', 'code métier'],
    ...['titre', 'libellé', 'dénomination', 'fonction critique', 'intitulé de la fonction'],
    ...['métier en pénurie', 'métier prioritaire', 'nom du métier'],
  ],
};
