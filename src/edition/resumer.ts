import type { Base } from './base.ts';

/** Ce qu’une zone a, la dernière année ; `null` : ce n’est pas connu. */
export interface ZoneResumee {
  readonly zone: number;
  readonly nom: string;
  readonly implantations: number;
  readonly options: number | null;
  readonly eleves: number | null;
  /** Des effectifs y sont tus ou masqués : la somme est un minimum. */
  readonly tus: boolean;
  readonly etat: 'connu' | 'partiel' | 'inconnu';
}

/** Une édition en quelques nombres, pour qui vient de la composer. */
export interface Resume {
  /** Vide : les fichiers reçus ne le disent pas. */
  readonly titre: string;
  readonly annee: string;
  readonly zones: readonly ZoneResumee[];
}

const ZONES = (annee: string): string => `
  WITH lieux AS (
    SELECT zone, count(*)::INTEGER AS n FROM main.implantations WHERE zone IS NOT NULL GROUP BY zone
  ), chiffres AS (
    SELECT zone, CASE WHEN count(occurrences) = 0 THEN NULL
        ELSE (count(*) FILTER (WHERE occurrences > 0))::INTEGER END AS options,
      sum(eleves)::INTEGER AS eleves,
      (count(*) FILTER (WHERE occurrences > 0 AND eleves IS NULL))::INTEGER AS tus
    FROM main.indicateurs WHERE annee_scolaire = '${annee}' GROUP BY zone
  ), etats AS (
    SELECT zone, etat FROM main.connaissance
    WHERE "table" = 'totaux_zones' AND annee_scolaire = '${annee}'
  )
  SELECT z.zone, z.nom, coalesce(l.n, 0)::INTEGER AS implantations, c.options, c.eleves,
    coalesce(c.tus, 0) > 0 AS tus, coalesce(e.etat, 'inconnu') AS etat
  FROM source.zones z LEFT JOIN lieux l USING (zone) LEFT JOIN chiffres c USING (zone)
    LEFT JOIN etats e USING (zone)
  ORDER BY z.zone`;

/**
 * Résume l’édition dont les marts sont calculés.
 * @param nommee ses fichiers disent son titre ; sinon, celui de la table est à l’édition publique
 */
export async function resumer(base: Base, nommee: boolean): Promise<Resume> {
  const [edition] = await base.lire<{ titre: string; annee: string }>(
    'SELECT titre, annee_scolaire AS annee FROM source.edition',
  );
  const { titre = '', annee = '' } = edition ?? {};
  return {
    titre: nommee ? titre : '',
    annee,
    zones: await base.lire<ZoneResumee>(ZONES(annee)),
  };
}
