import { ecrireTables } from '../domain/colonnes.ts';
import { type Couverte, toutConnu } from '../domain/connaissance.ts';
import { enBorne, INCONNU } from '../domain/effectif.ts';
import type { DetailDesLignes, DetailEcrit } from '../domain/filtre/detail.ts';
import { ANNEES_D_ETUDE } from '../domain/tendance.ts';
import { EN_VIGUEUR } from './listes.ts';
import { type Moteur, requete } from './moteur.ts';

type Table<N extends keyof DetailDesLignes> = DetailDesLignes[N][number];

const OPTIONS = requete(`
  SELECT o.code_obg AS code, coalesce((SELECT string_agg(m.metier, ' ' ORDER BY m.metier)
      FROM options_metiers m WHERE m.code_obg = o.code_obg), '') AS metiers, o.note, o.source
  FROM options o ORDER BY o.code_obg`);

const REMPLACEMENTS = requete(`
  SELECT s.ancien, a.intitule AS intitule_ancien, s.nouveau, n.intitule AS intitule_nouveau,
    s.depuis
  FROM successions s
  JOIN options a ON a.code_obg = s.ancien JOIN options n ON n.code_obg = s.nouveau
  ORDER BY s.ancien, s.nouveau`);

const METIERS = requete('SELECT metier, intitule FROM metiers ORDER BY metier');

const BESOINS = (annee: string) =>
  requete(
    `SELECT b.zone, b.metier,
       coalesce(bool_or(b.tc AND b.annee = v.annee_tc), false) AS tc,
       max(b.nature_fc) FILTER (b.annee = v.annee_fc) AS fc
     FROM ${EN_VIGUEUR} v JOIN besoins b ON b.zone = v.zone AND
       (b.tc AND b.annee = v.annee_tc OR b.fc AND b.annee = v.annee_fc)
     GROUP BY b.zone, b.metier ORDER BY b.zone, b.metier`,
    annee,
  );

/** Ce qu’une zone compte dans une année d’étude là où la source tait un effectif. */
const TUS = requete(`
  SELECT o.code_obg AS code, i.zone, o.annee_etude AS etude, o.annee_scolaire,
    sum(coalesce(o.eleves, o.eleves_au_moins))::INTEGER AS moins,
    CASE WHEN count(coalesce(o.eleves, o.eleves_au_plus)) = count(*)
      THEN sum(coalesce(o.eleves, o.eleves_au_plus))::INTEGER END AS plus
  FROM offre o JOIN implantations i ON i.fase_implantation = o.fase_implantation
  GROUP BY ALL HAVING count(o.eleves_au_moins) > 0
    AND count(*) FILTER (o.eleves_masque AND o.eleves_au_moins IS NULL) = 0
  ORDER BY ALL`);

interface TuLu extends Omit<EffectifLu, 'eleves'> {
  readonly moins: number;
  readonly plus: number | null;
}

const EFFECTIFS = requete(
  `${ANNEES_D_ETUDE.map(
    (etude) => `SELECT code_obg AS code, zone, ${etude} AS etude, annee_scolaire,
      CASE WHEN sum(masques_${etude}) = 0 THEN sum(eleves_${etude})::INTEGER END AS eleves
    FROM occurrences GROUP BY code_obg, zone, annee_scolaire
    HAVING count(eleves_${etude}) = count(*)
      AND (sum(eleves_${etude}) > 0 OR sum(masques_${etude}) > 0)`,
  ).join(' UNION ALL ')} ORDER BY code, zone, etude, annee_scolaire`,
);

interface EffectifLu {
  readonly code: string;
  readonly zone: number;
  readonly etude: number;
  readonly annee_scolaire: string;
  readonly eleves: number | null;
}

async function effectifs(
  moteur: Moteur,
  annees: readonly string[],
  couverte: Couverte,
): Promise<readonly Table<'effectifs'>[]> {
  const lus = await moteur.lire<EffectifLu>(EFFECTIFS);
  const cleDe = (l: Omit<EffectifLu, 'eleves'>) =>
    [l.code, l.zone, l.etude, l.annee_scolaire].join();
  const tus = new Map((await moteur.lire<TuLu>(TUS)).map((tu) => [cleDe(tu), tu]));
  const recents = lus.filter(({ annee_scolaire }) => annees.includes(annee_scolaire));
  const parEtude = Map.groupBy(recents, (lu) => [lu.code, lu.zone, lu.etude].join());
  return [...parEtude.values()].flatMap((siens) => {
    const [premier] = siens;
    if (!premier) return [];
    const { code, zone, etude } = premier;
    const eleves = annees.map((annee) => {
      const lu = siens.find(({ annee_scolaire }) => annee_scolaire === annee);
      const tu = lu && tus.get(cleDe(lu));
      if (lu) return lu.eleves ?? (tu ? enBorne(tu.moins, tu.plus) : null);
      return toutConnu(couverte, ['inscriptions.annee_etude'], zone, annee) ? 0 : INCONNU;
    });
    return [{ code, zone, etude, eleves }];
  });
}

/**
 * Ce que le détail des lignes ajoute au tableau, pour la dernière année scolaire.
 * @param annees toutes les années scolaires de l’édition ; les cinq dernières sont gardées
 */
export async function detailIndicateurs(
  moteur: Moteur,
  annees: readonly string[],
  couverte: Couverte = {},
): Promise<DetailEcrit> {
  const cinq = annees.slice(-5);
  type OptionLue = Omit<Table<'options'>, 'metiers'> & { readonly metiers: string };
  const options = await moteur.lire<OptionLue>(OPTIONS);
  return {
    annees: cinq,
    tables: ecrireTables({
      metiers: await moteur.lire<Table<'metiers'>>(METIERS),
      options: options.map((option) => ({
        ...option,
        metiers: option.metiers.split(' ').filter(Boolean),
      })),
      remplacements: await moteur.lire<Table<'remplacements'>>(REMPLACEMENTS),
      besoins: await moteur.lire<Table<'besoins'>>(BESOINS(cinq.at(-1) ?? '')),
      effectifs: await effectifs(moteur, cinq, couverte),
    }),
  };
}
