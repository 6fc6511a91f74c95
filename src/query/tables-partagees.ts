import type { CentreTechnique } from '../domain/autour/types.ts';
import { enColonnes } from '../domain/colonnes.ts';
import type { CommuneDuDossier, SiteDuDossier } from '../domain/dossier/types.ts';
import type { OptionPartagee, TablesPartagees } from '../domain/tables-partagees.ts';
import { type Moteur, requete } from './moteur.ts';
import { publierJson, unParMoteur } from './publication.ts';
import { rechercheDesOptions } from './recherche.ts';

/** Les implantations, placées au point central de leur commune si leur adresse n’est pas située. */
const SITES = requete(`
  SELECT i.fase_implantation AS id, i.nom, i.etablissement,
    i.fase_etablissement AS "faseEtablissement", i.adresse, i.code_postal AS "codePostal",
    i.commune, i.zone, i.reseau, i.caractere, i.fase_cefa AS cefa,
    i.nom_cefa AS "nomCefa", i.internat, i.qualifiant,
    coalesce(i.lat, c.lat) AS lat, coalesce(i.lon, c.lon) AS lon,
    CASE WHEN i.lat IS NULL THEN 'commune' ELSE i.precision END AS precision
  FROM implantations i JOIN communes c ON c.commune = i.commune
  ORDER BY i.fase_implantation`);

const OPTIONS = requete(`
  SELECT o.code_obg, o.intitule, o.secteur, o.groupe, o.regime, o.degre, o.forme, o.annees,
    o.type_7e, o.filiere, o.reserve, o.sans_norme, o.acces_7e, o.statut, o.sous_reserve,
    coalesce((SELECT string_agg(m.metier, ' ' ORDER BY m.metier) FROM options_metiers m
      WHERE m.code_obg = o.code_obg), '') AS metiers,
    coalesce((SELECT string_agg(l.code_obg, ' ' ORDER BY l.code_obg) FROM lignees l
      WHERE l.membre = o.code_obg AND l.code_obg <> o.code_obg), '') AS nouveaux
  FROM options o ORDER BY o.code_obg`);

const COMMUNES = requete(
  `SELECT commune, zone, codes_postaux AS "codesPostaux", lat, lon, densite_2001 AS densite,
     densite_2001_sure AS "densiteSure"
   FROM communes ORDER BY nis`,
);

const CENTRES = requete(`
  SELECT id, type, nom, domaine, secteurs, adresse, commune, zone, lat, lon, precision
  FROM centres ORDER BY id`);

/** Une table telle que la requête la donne : ses listes sont des mots séparés par une espace. */
type Lue<T, L extends keyof T> = Omit<T, L> & Readonly<Record<L, string | null>>;

const liste = (mots: string | null): string[] => (mots ?? '').split(' ').filter(Boolean);

async function lire(moteur: Moteur): Promise<TablesPartagees> {
  const options = await moteur.lire<Lue<OptionPartagee, 'metiers' | 'nouveaux'>>(OPTIONS);
  const communes = await moteur.lire<Lue<CommuneDuDossier, 'codesPostaux'>>(COMMUNES);
  const centres = await moteur.lire<Lue<CentreTechnique, 'secteurs'>>(CENTRES);
  return {
    sites: await moteur.lire<SiteDuDossier>(SITES),
    options: options.map((option) => ({
      ...option,
      metiers: liste(option.metiers),
      nouveaux: liste(option.nouveaux),
    })),
    communes: communes.map((c) => ({ ...c, codesPostaux: liste(c.codesPostaux) })),
    centres: centres.map((c) => ({ ...c, secteurs: liste(c.secteurs).map(Number) })),
  };
}

/** Les tables que la carte et le dossier se partagent, et le fichier de chacune. */
export const tablesPartagees = unParMoteur(async (moteur) => {
  const tables = await lire(moteur);
  const fichiers = {
    sites: await publierJson('sites', enColonnes(tables.sites)),
    options: await publierJson('options', enColonnes(tables.options)),
    communes: await publierJson('communes', enColonnes(tables.communes)),
    centres: await publierJson('centres', enColonnes(tables.centres)),
  };
  const chemins = {
    sites: fichiers.sites.chemin,
    options: fichiers.options.chemin,
    communes: fichiers.communes.chemin,
    centres: fichiers.centres.chemin,
    recherche: (await rechercheDesOptions(moteur)).chemin,
  };
  return { tables, fichiers, chemins };
});
