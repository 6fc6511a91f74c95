import { anneeDesListes, type ListesDeZone } from '../domain/listes.ts';
import { enumerer } from './enumerer.ts';

type Liste = 'annee_tc' | 'annee_fc';

type NomsDeZone = Readonly<Record<number, string>>;

const direAnnee = (annee: number | null): string =>
  annee === null ? 'aucune liste' : `liste ${annee}`;

/** L’année d’une liste, puis celle des zones qui en lisent une autre. */
function direListe(lues: readonly ListesDeZone[], liste: Liste, noms: NomsDeZone): string {
  const groupes = [...Map.groupBy(lues, (lue) => lue[liste])].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return groupes
    .map(([annee, celles], i) => {
      if (i === 0) return direAnnee(annee);
      const zones = celles.map(({ zone }) => noms[zone] ?? `${zone}`);
      return `${direAnnee(annee)} pour ${enumerer(zones)}`;
    })
    .join(', ');
}

/**
 * D’où viennent les TC et les FC d’une année scolaire : « listes du 1er février 2024 », ou « liste
 * 2026, effectifs 2024-2025 » quand elles ne sont pas de cette année.
 */
export function direListes(
  lues: readonly ListesDeZone[],
  anneeScolaire: string,
  noms: NomsDeZone,
): string {
  const attendue = anneeDesListes(anneeScolaire);
  const annees = new Set(lues.flatMap(({ annee_tc, annee_fc }) => [annee_tc, annee_fc]));
  const [seule = null] = annees;
  if (annees.size === 1 && seule === attendue) return `listes du 1er février ${attendue}`;
  const effectifs = `effectifs ${anneeScolaire}`;
  if (annees.size < 2) return `${direAnnee(seule)}, ${effectifs}`;
  const [tc, fc] = (['annee_tc', 'annee_fc'] as const).map((l) => direListe(lues, l, noms));
  return `pour les TC, ${tc} ; pour les FC, ${fc} ; ${effectifs}`;
}
