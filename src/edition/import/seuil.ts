import { ErreurDUsage } from '../probleme.ts';
import { type Importee, refusees } from './compte.ts';
import { enLignes, type Fusion } from './fusion.ts';

export interface Seuil {
  /** La part de lignes refusées que l’on accepte, `20%` ; à défaut, 5 %. */
  readonly rejetsMax?: string | undefined;
  /** Accepter qu’une année ait moins de la moitié des lignes qu’elle avait, ou de la précédente. */
  readonly remplacer?: boolean | undefined;
}

const REJETS_MAX = 5;

/**
 * Lit `20%`, `20` ou `2,5%`.
 * @throws ErreurDUsage si ce n’est pas une part
 */
export function lirePart(texte: string | undefined): number | null {
  if (texte === undefined) return null;
  const lue = Number(texte.replace(/\s*%$/, '').replace(',', '.'));
  if (/^\d/.test(texte) && lue <= 100) return lue;
  throw new ErreurDUsage(`« ${texte} » n’est pas une part. Écrivez par exemple --rejets-max 20%.`);
}

const pourcent = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 });

/** Une ou deux lignes refusées se disent ; au-delà de la part admise, le fichier ne convient pas. */
function direRejets({ comptes }: Importee, max: number | null): string[] {
  const perdues = comptes.flatMap(refusees);
  const total = perdues.length + comptes.reduce((n, c) => n + c.entrees + c.reunies, 0);
  const part = (100 * perdues.length) / total;
  const force = `--rejets-max ${Math.ceil(part)}%`;
  if (perdues.length > (max === null ? 1 : 0) && part > (max ?? REJETS_MAX)) {
    return [
      `${enLignes(perdues.length)} de données sur ${total} refusées (${pourcent.format(part)} %) ; ` +
        `au plus ${pourcent.format(max ?? REJETS_MAX)} %. Corrigez le fichier, ou ajoutez ${force} ` +
        'pour l’importer sans elles : rejets.csv dira pourquoi, ligne par ligne.',
    ];
  }
  const tus = perdues.filter(({ code }) => code === 'EFFECTIF-TU').length;
  if (tus === 0 || max !== null) return [];
  return [
    `${enLignes(tus)} sans effectif (tu par la source) : ce que ces options deviennent n’est pas connu. ` +
      'Complétez le fichier, ou ajoutez --tus garder (organisées, effectif non donné), --tus zero ' +
      `(aucun élève), ou ${force} pour l’importer sans elles.`,
  ];
}

/**
 * Une année nouvelle devient celle que toutes les pages montrent : si elle a moins de la moitié des
 * lignes de la précédente, c’est un début, ou une faute de frappe dans l’année.
 */
function direMince(mouvements: Fusion['mouvements']): string[] {
  const annees = mouvements
    .filter(({ portee }) => /^\d{4}-\d{4}$/.test(portee))
    .map(({ portee, avant, apres }) => ({ portee, avant, n: apres || avant }));
  const [derniere, precedente] = annees.toSorted((a, b) => b.portee.localeCompare(a.portee));
  if (!derniere || !precedente || derniere.avant > 0 || 2 * derniere.n >= precedente.n) return [];
  return [
    `${enLignes(derniere.n)} de ${derniere.portee}, qui serait la dernière année, pour ` +
      `${enLignes(precedente.n)} de ${precedente.portee}`,
  ];
}

function direPertes(
  { mouvements, fictives, livrees, rangees }: Fusion,
  remplacer: boolean,
): string[] {
  if (remplacer) return [];
  const pertes = mouvements.filter(({ avant, apres }) => apres > 0 && 2 * apres < avant);
  const dites = pertes.map(
    ({ portee, avant, apres }) =>
      `${enLignes(avant)}${portee ? ` de ${portee}` : ''} : il n’en resterait que ${apres}`,
  );
  dites.push(...direMince(mouvements));
  if (2 * rangees.length < livrees) {
    dites.push(
      `${enLignes(livrees)} de l’édition livrée : il n’en resterait que ${rangees.length}`,
    );
  }
  if (2 * rangees.length < fictives) {
    dites.push(`${enLignes(fictives)} de démonstration : il n’en resterait que ${rangees.length}`);
  }
  if (dites.length === 0) return [];
  const reste = dites.length > 3 ? ` (et ${dites.length - 3} autres)` : '';
  return [
    `${dites.slice(0, 3).join(' ; ')}${reste}. Vérifiez les années, et que le fichier est entier, ou ajoutez ` +
      '--remplacer pour le préférer.',
  ];
}

/** Pourquoi un import ne doit rien écrire, et le mot qui l’y oblige ; vide s’il peut écrire. */
export const direObstacles = (
  importee: Importee,
  fusion: Fusion,
  { rejetsMax, remplacer = false }: Seuil,
): string[] => [...direRejets(importee, lirePart(rejetsMax)), ...direPertes(fusion, remplacer)];
