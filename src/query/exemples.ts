import { commencent, enMots } from '../domain/recherche/texte.ts';
import { type Moteur, requete } from './moteur.ts';
import { ORGANISABLE } from './options-par-zone.ts';
import { unParMoteur } from './publication.ts';

/** Ce que les champs donnent en exemple : toujours quelque chose de cette édition. */
export interface Exemples {
  /** Une implantation ; `null` : l’édition n’en a pas. */
  readonly site: {
    readonly fase: string;
    readonly commune: string;
    readonly codePostal: string;
  } | null;
  /** Deux codes d’options organisables, d’abord de ceux qui en remplacent plusieurs. */
  readonly codes: readonly string[];
  /** Des mots par lesquels une option se trouve. */
  readonly mots: readonly string[];
}

/** Les mots proposés là où le répertoire les porte. */
const MOTS = ['électricien', 'coiffure', 'boulangerie'];

const SITES = requete(
  `SELECT fase_implantation AS fase, commune, code_postal AS "codePostal"
   FROM implantations ORDER BY fase_implantation`,
);

const CODES = requete(
  `SELECT o.code_obg AS code FROM options o LEFT JOIN successions s ON s.nouveau = o.code_obg
   WHERE o.statut ${ORGANISABLE}
   GROUP BY o.code_obg ORDER BY count(s.ancien) DESC, o.code_obg LIMIT 2`,
);

const INTITULES = requete(
  'SELECT intitule FROM options UNION SELECT intitule FROM groupes WHERE intitule IS NOT NULL',
);

/** Les exemples de l’édition, pour tous ses champs. */
export const lireExemples = unParMoteur(async (moteur: Moteur): Promise<Exemples> => {
  const sites = await moteur.lire<NonNullable<Exemples['site']>>(SITES);
  const codes = await moteur.lire<{ code: string }>(CODES);
  const intitules = await moteur.lire<{ intitule: string }>(INTITULES);
  const lus = intitules.flatMap(({ intitule }) => enMots(intitule));
  return {
    site: sites[Math.floor(sites.length / 2)] ?? null,
    codes: codes.map(({ code }) => code),
    mots: MOTS.filter((mot) => commencent(enMots(mot), lus)),
  };
});
