import { normesApplicables } from '../../domain/normes/creation.ts';
import { reglesEnVigueur } from '../../domain/normes/edition.ts';
import type { RegleCreation } from '../../domain/normes/types.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import { STATUTS_ORGANISABLES } from '../../domain/tables/valeurs.ts';
import { campagneLue } from './campagne.ts';
import type { Constat, Controle } from './controle.ts';

type Regle = RegleCreation & { readonly _ligne: number };

const BESOINS = [
  { tc: false, fc: false },
  { tc: true, fc: false },
  { tc: false, fc: true },
  { tc: true, fc: true },
];

/** Ce qu’une règle lit d’une option : deux options qui l’ont en commun ont la même réponse. */
const ETIQUETTES = [
  'regime',
  'degre',
  'forme',
  'annees',
  'type_7e',
  'filiere',
  'sans_norme',
  'statut',
] as const satisfies readonly (keyof Option)[];

const aUneReponse = (regles: readonly RegleCreation[], option: Option): boolean =>
  BESOINS.every((besoin) => {
    const normes = normesApplicables(regles, option, besoin);
    const cas = new Set(normes.map(({ mode, groupement }) => `${mode}/${groupement}`));
    const muettes = normes.some(({ norme }) => norme.motif === '' || norme.reference === '');
    return normes.length > 0 && cas.size === normes.length && !muettes;
  });

const commun = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true;
  const autres = b.split(' ');
  return a.split(' ').some((valeur) => autres.includes(valeur));
};

/** Deux règles d’une édition qui répondraient toutes deux pour une même option. */
const seRecouvrent = (a: Regle, b: Regle): boolean =>
  a.objet === b.objet &&
  (a.objet !== 'option' ||
    (a.annee === b.annee &&
      commun(a.forme, b.forme) &&
      commun(a.type_7e, b.type_7e) &&
      commun(a.mode, b.mode) &&
      commun(a.groupement, b.groupement)));

const GENERIQUES = [
  ...['option', 'SN', 'NP', 'art45', 'urgence'],
  ...['extinction', 'ancien-code', 'absente'],
];

/** Dans une édition des règles, aucune n’en double une autre. */
export const reglesUniques: Controle = {
  code: 'OAD-NORME',
  titre: 'Aucune règle de création n’en double une autre',
  table: 'normes_creation',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.normes_creation',
  chercher: async ({ base }) => {
    const regles = await base.lire<Regle>('SELECT * FROM source.normes_creation ORDER BY _ligne');
    const generiques = regles.filter(({ objet }) => GENERIQUES.includes(objet));
    return generiques.flatMap((regle, i): Constat[] => {
      const autre = generiques
        .slice(0, i)
        .find((avant) => avant.edition === regle.edition && seRecouvrent(avant, regle));
      if (!autre) return [];
      const message = `« ${regle.regle} » répond aux mêmes cas que « ${autre.regle} », ligne ${autre._ligne}. Gardez une seule des deux.`;
      return [{ ligne: regle._ligne, colonne: 'regle', valeur: regle.regle, message }];
    });
  },
};

/** Chaque option organisable a une réponse, et une seule, par mode et groupement. */
export const reponseUnique: Controle = {
  code: 'OAD-REPONSE',
  titre: 'Chaque option organisable a une réponse, et une seule, sur sa norme de création',
  table: 'options',
  gravite: 'erreur',
  verifies: `SELECT count(*) FROM source.options
    WHERE statut IN (${STATUTS_ORGANISABLES.map((statut) => `'${statut}'`).join(', ')})`,
  chercher: async ({ base }) => {
    const regles = reglesEnVigueur(
      await base.lire<RegleCreation>('SELECT * FROM source.normes_creation'),
      await campagneLue(base),
    );
    const options = await base.lire<Option & { _ligne: number }>(
      'SELECT * FROM source.options ORDER BY _ligne',
    );
    const reponses = new Map<string, boolean>();
    return options
      .filter(({ statut }) => STATUTS_ORGANISABLES.includes(statut))
      .flatMap((option): Constat[] => {
        const sorte = JSON.stringify(ETIQUETTES.map((champ) => option[champ]));
        if (!reponses.has(sorte)) reponses.set(sorte, aUneReponse(regles, option));
        if (reponses.get(sorte)) return [];
        const message = `l’option ${option.code_obg} n’a pas une réponse et une seule sur sa norme de création. Vérifiez normes_creation.csv et les colonnes filiere, annees et statut.`;
        return [{ ligne: option._ligne, colonne: 'code_obg', valeur: option.code_obg, message }];
      });
  },
};
