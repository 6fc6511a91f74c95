import { type EffectifSuivi, enBorne, INCONNU } from '../domain/effectif.ts';
import type { ComptesDeLignee } from '../domain/filtre/anciens.ts';
import type { LigneIndicateur, Rupture } from '../domain/filtre/ligne.ts';
import { type Moteur, requete } from './moteur.ts';

/** Cinq années scolaires au plus : celle de la ligne et les quatre d’avant. */
const CINQ = `WINDOW cinq AS (PARTITION BY code_obg, zone ORDER BY annee_scolaire
  ROWS BETWEEN 4 PRECEDING AND CURRENT ROW)`;

const suivies = (table: string): string => `
  SELECT *, string_agg(coalesce(eleves::VARCHAR,
    CASE WHEN eleves_au_moins = 1 AND eleves_au_plus IS NOT NULL THEN '<' || (eleves_au_plus + 1)
      WHEN eleves_au_moins > 0 THEN '≥' || eleves_au_moins
      WHEN eleves_masque THEN '' ELSE '${INCONNU}' END), ' ') OVER cinq AS serie,
    string_agg(coalesce(annees_comptees, ''), ' ') OVER cinq AS comptees,
    occurrences > 0 AND eleves_premiere_annee IS NULL AND NOT eleves_premiere_annee_masque
      AND code_obg IN (SELECT code_obg FROM options WHERE annees IS NOT NULL) AS premiere_non_dite
  FROM ${table} ${CINQ}`;

const COMPTES = [
  ...['zone', 'code_obg', 'occurrences', 'occurrences_confessionnel'],
  ...['occurrences_non_confessionnel', 'occurrences_sous_norme', 'occurrences_norme_atteinte'],
  ...[
    'eleves',
    'eleves_premiere_annee',
    'eleves_premiere_annee_au_moins',
    'eleves_premiere_annee_au_plus',
    'premiere_non_dite',
    'tendance_annees',
    'tendance_debut',
    'tendance_fin',
  ],
  ...['serie', 'comptees'],
].join(', ');

const LIGNES = `
  SELECT ${COMPTES}, 0 AS occurrences_ancien_code, tc, fc, tc_fc, fc_quantitative, fc_structurelle,
    norme_creation, norme_creation_regle, norme_creation_motif,
    norme_creation_alt, norme_creation_alt_regle, norme_creation_alt_motif,
    intitule, secteur, groupe, filiere, forme, annees, reserve, statut, sous_reserve,
    coalesce(profils, '') AS profils, coalesce(anciens, '') AS anciens,
    coalesce(nouveaux, '') AS nouveaux
  FROM (${suivies('indicateurs')})
  JOIN options USING (code_obg)
  LEFT JOIN (
    SELECT code_obg, string_agg(profil, ' ' ORDER BY profil) AS profils FROM profils GROUP BY 1
  ) USING (code_obg)
  LEFT JOIN (
    SELECT code_obg, string_agg(membre, ' ' ORDER BY membre) AS anciens
    FROM lignees WHERE membre <> code_obg GROUP BY 1
  ) USING (code_obg)
  LEFT JOIN (
    SELECT ancien AS code_obg, string_agg(nouveau, ' ' ORDER BY nouveau) AS nouveaux
    FROM successions GROUP BY 1
  ) USING (code_obg)
  WHERE annee_scolaire = ? ORDER BY code_obg, zone`;

const LIGNEES = `SELECT ${COMPTES}, occurrences_ancien_code FROM (${suivies('indicateurs_lignees')})
  WHERE annee_scolaire = ? ORDER BY code_obg, zone`;

type Suivie = {
  readonly serie: string;
  readonly comptees: string;
  readonly eleves_premiere_annee: number | null;
  readonly eleves_premiere_annee_au_moins: number | null;
  readonly eleves_premiere_annee_au_plus: number | null;
  readonly premiere_non_dite: boolean | null;
};
type EnMots = Record<'profils' | 'anciens' | 'nouveaux', string>;
type LigneLue = Omit<LigneIndicateur, keyof EnMots | keyof Suivie | 'rupture' | 'parts'> &
  Suivie &
  EnMots;
type LigneeLue = Omit<ComptesDeLignee, keyof Suivie | 'rupture'> & Suivie;

const mots = (texte: string): string[] => texte.split(' ').filter(Boolean);

/** Rien entre deux espaces : un effectif masqué ; `<5`, tu par la source. */
const serieDe = (texte: string): EffectifSuivi[] =>
  texte.split(' ').map((eleves) => {
    if (eleves === INCONNU || /^[<≥]/.test(eleves)) return eleves as EffectifSuivi;
    return eleves === '' ? null : Number(eleves);
  });

function ruptureDe(texte: string): Rupture | null {
  const comptees = texte.split(' ');
  const place = comptees.findLastIndex((depuis, i) => {
    const avant = comptees[i - 1];
    return depuis !== '' && avant !== undefined && avant !== '' && avant !== depuis;
  });
  return place < 0
    ? null
    : { place, avant: comptees[place - 1] ?? '', apres: comptees[place] ?? '' };
}

const suivre = <T extends Suivie>({
  serie,
  comptees,
  premiere_non_dite,
  eleves_premiere_annee_au_moins: moins,
  eleves_premiere_annee_au_plus: plus,
  ...lue
}: T) => ({
  ...lue,
  eleves_premiere_annee: premiere_non_dite
    ? INCONNU
    : (lue.eleves_premiere_annee ?? enBorne(moins, plus)),
  serie: serieDe(serie),
  rupture: ruptureDe(comptees),
});

/** Les lignes d’une année scolaire, dans l’ordre des codes puis des zones, et leurs lignées. */
export async function lireIndicateurs(moteur: Moteur, annee: string) {
  const lignes = await moteur.lire<LigneLue>(requete(LIGNES, annee));
  const lignees = await moteur.lire<LigneeLue>(requete(LIGNEES, annee));
  return {
    lignes: lignes.map(
      ({ profils, anciens, nouveaux, ...lue }): LigneIndicateur => ({
        ...suivre(lue),
        profils: mots(profils),
        anciens: mots(anciens),
        nouveaux: mots(nouveaux),
        parts: [],
      }),
    ),
    lignees: lignees.map((lue): ComptesDeLignee => suivre(lue)),
  };
}
