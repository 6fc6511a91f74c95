import { anneeScolaireDe } from '../../domain/annees.ts';
import {
  anneeDeLaCampagne,
  anneeDesListes,
  type ListesDeZone,
  listeEnVigueur,
} from '../../domain/listes.ts';
import type { Edition } from '../../domain/tables/edition.ts';
import type { Zone } from '../../domain/tables/territoire.ts';
import type { Base } from '../base.ts';
import type { Constat, ContexteDeControle, Controle } from './controle.ts';

/** Les listes qu’une zone lit pour une année scolaire. */
export interface ListesLues extends ListesDeZone {
  readonly annee_scolaire: string;
}

interface Liste {
  readonly zone: number;
  readonly annee: number;
}

const parZone = (listes: readonly Liste[], zone: number): number[] =>
  listes.filter((liste) => liste.zone === zone).map(({ annee }) => annee);

/** Les listes TC et FC que lit chaque zone, pour chacune de ces années scolaires. */
export async function lireListes(base: Base, annees: readonly string[]): Promise<ListesLues[]> {
  const [edition] = await base.lire<Edition>(
    'SELECT * FROM source.edition ORDER BY _ligne LIMIT 1',
  );
  const zones = await base.lire<{ zone: number }>('SELECT zone FROM source.zones ORDER BY zone');
  const tc = await base.lire<Liste>('SELECT DISTINCT zone, annee FROM source.thematiques_communes');
  const fc = await base.lire<Liste>(`SELECT DISTINCT z.zone, f.annee
    FROM source.fonctions_critiques f JOIN source.zones z USING (region)`);
  if (!edition) return [];
  return annees.flatMap((annee_scolaire) =>
    zones.map(({ zone }) => ({
      annee_scolaire,
      zone,
      annee_tc: listeEnVigueur(parZone(tc, zone), annee_scolaire, edition),
      annee_fc: listeEnVigueur(parZone(fc, zone), annee_scolaire, edition),
    })),
  );
}

type Lieu = 'nom' | 'region';

const LISTES = [
  { table: 'thematiques_communes', quoi: 'TC', annee: 'annee_tc', lieu: 'nom' },
  { table: 'fonctions_critiques', quoi: 'FC', annee: 'annee_fc', lieu: 'region' },
] as const;

/** Les lieux d’une édition selon l’année de la liste qu’y lit la dernière année scolaire. */
async function lieuxParAnnee(
  { base }: ContexteDeControle,
  { annee_scolaire }: Edition,
  { annee, lieu }: (typeof LISTES)[number],
): Promise<Map<number | null, string[]>> {
  const zones = await base.lire<Pick<Zone, 'zone' | Lieu>>(
    'SELECT zone, nom, region FROM source.zones ORDER BY zone',
  );
  const lieux = new Map(zones.map((zone) => [zone.zone, zone[lieu]]));
  const parAnnee = Map.groupBy(await lireListes(base, [annee_scolaire]), (lue) => lue[annee]);
  return new Map(
    [...parAnnee].map(([lue, celles]) => [
      lue,
      [...new Set(celles.map(({ zone }) => lieux.get(zone) ?? String(zone)))],
    ]),
  );
}

/** La liste en vigueur est de l’année des effectifs et du 1er février de la campagne, ou on le dit. */
export const listesDeLAnnee: readonly Controle[] = LISTES.map((liste) => ({
  code: 'OAD-LISTE',
  titre: 'Les listes TC et FC sont de l’année des effectifs et de la campagne',
  table: liste.table,
  gravite: 'avertissement',
  verifies: `SELECT count(DISTINCT annee) FROM source."${liste.table}"`,
  chercher: async (contexte): Promise<Constat[]> => {
    const { base, lues } = contexte;
    if (lues.get('edition')?.illisible || lues.get('zones')?.illisible) return [];
    const [edition] = await base.lire<Edition>(
      'SELECT * FROM source.edition ORDER BY _ligne LIMIT 1',
    );
    if (!edition) return [];
    const { annee_scolaire, campagne } = edition;
    const attendues = [anneeDesListes(annee_scolaire), anneeDeLaCampagne(campagne)];
    const voulue = Math.max(...attendues);
    const [table] = await base.lire<{ derniere: number | null }>(
      `SELECT max(annee)::INTEGER AS derniere FROM source."${liste.table}"`,
    );
    const derniere = table?.derniere ?? 0;
    const ecarts = [...(await lieuxParAnnee(contexte, edition, liste))].filter(
      ([annee]) => annee !== null && [...attendues, derniere].some((une) => une !== annee),
    );
    return ecarts.map(([annee, lieux]) => ({
      colonne: 'annee',
      valeur: `${annee}, ${lieux.join(', ')}`,
      message:
        `${lieux.join(', ')} : la liste ${liste.quoi} en vigueur est celle de ${annee}, les ` +
        `effectifs sont de ${annee_scolaire}, la campagne est ${campagne}. ` +
        (derniere > (annee ?? 0)
          ? `Celle de ${derniere} ne vaut qu’à partir de la campagne ${anneeScolaireDe(derniere + 1)}. `
          : '') +
        (annee === voulue
          ? 'Les pages disent ces années ; acceptez, ou changez la campagne.'
          : `Donnez celle du 1er février ${voulue}, ou acceptez : les pages disent ces années.`),
    }));
  },
}));
