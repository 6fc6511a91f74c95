import { enColonnes } from '../domain/colonnes.ts';
import type { OptionDuRepertoire } from '../domain/recherche/options.ts';
import { type Moteur, requete } from './moteur.ts';
import { publierJson, unParMoteur } from './publication.ts';

const OPTIONS = requete(
  `SELECT code_obg AS code, o.intitule, o.statut, o.regime, coalesce(g.intitule, 'article 45 et urgence') AS groupe,
     s.intitule AS secteur
   FROM options o JOIN groupes g USING (groupe) JOIN secteurs s ON s.secteur = o.secteur
   ORDER BY code`,
);
const METIERS = requete(
  `SELECT code_obg AS code, intitule FROM options_metiers JOIN metiers USING (metier)
   ORDER BY code, intitule`,
);
const ANCIENS = requete(
  `SELECT nouveau AS code, ancien, intitule FROM successions JOIN options ON code_obg = ancien
   ORDER BY nouveau, ancien`,
);

const NOUVEAUX = requete(
  'SELECT ancien AS code, nouveau FROM successions ORDER BY ancien, nouveau',
);
const SYNONYMES = requete(
  'SELECT code_obg AS code, terme AS intitule FROM synonymes ORDER BY code, terme',
);

type OptionLue = Pick<
  OptionDuRepertoire,
  'code' | 'intitule' | 'groupe' | 'secteur' | 'statut' | 'regime'
>;
type MetierLu = { readonly code: string; readonly intitule: string };
type AncienLu = MetierLu & { readonly ancien: string };

/** Toutes les options du répertoire, telles que la recherche les lit. */
async function optionsCherchees(moteur: Moteur): Promise<OptionDuRepertoire[]> {
  const options = await moteur.lire<OptionLue>(OPTIONS);
  const metiers = Map.groupBy(await moteur.lire<MetierLu>(METIERS), ({ code }) => code);
  const synonymes = Map.groupBy(await moteur.lire<MetierLu>(SYNONYMES), ({ code }) => code);
  const anciens = Map.groupBy(await moteur.lire<AncienLu>(ANCIENS), ({ code }) => code);
  const lus = await moteur.lire<{ code: string; nouveau: string }>(NOUVEAUX);
  const nouveaux = Map.groupBy(lus, ({ code }) => code);
  return options.map((option) => ({
    ...option,
    nouveaux: (nouveaux.get(option.code) ?? []).map(({ nouveau }) => nouveau),
    metiers: (metiers.get(option.code) ?? []).map(({ intitule }) => intitule),
    synonymes: (synonymes.get(option.code) ?? []).map(({ intitule }) => intitule),
    anciens: (anciens.get(option.code) ?? []).map(({ ancien, intitule }) => ({
      code: ancien,
      intitule,
    })),
  }));
}

/** La recherche d’options, que le tableau, la carte, le dossier et le site se partagent. */
export const rechercheDesOptions = unParMoteur(async (moteur) =>
  publierJson('recherche-options', enColonnes(await optionsCherchees(moteur))),
);
