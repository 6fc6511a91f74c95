import { type Constat, type Controle, natureLue, rangDuNom } from './controle.ts';

/** Les numéros FASE à partir d’ici sont réservés aux établissements de démonstration. */
export const FASE_DEMONSTRATION = 900_001;

const estReelle = (nature: string | undefined): boolean =>
  nature !== undefined && nature !== 'demonstration';

const fictif = (colonne: string): string => `${colonne}::INTEGER >= ${FASE_DEMONSTRATION}`;

/** Un numéro FASE réservé va avec la nature « demonstration », et seulement avec elle. */
export const implantationsSansMelange: Controle = {
  code: 'OAD-MELANGE',
  titre: `Un FASE à partir de ${FASE_DEMONSTRATION} est de démonstration, et lui seul`,
  table: 'implantations',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.implantations',
  chercher: async ({ base }) => {
    const lignes = await base.lire<{ ligne: number; fase: string; nature: string }>(`
      SELECT _ligne AS ligne, fase_implantation AS fase, nature FROM source.implantations
      WHERE (${fictif('fase_implantation')}) <> (nature = 'demonstration')
        OR (${fictif('fase_etablissement')}) <> (nature = 'demonstration')
      ORDER BY _ligne`);
    return lignes.map(({ ligne, fase, nature }) => {
      const message =
        `l’implantation ${fase} est de nature « ${nature} ». À partir de ${FASE_DEMONSTRATION}, ` +
        'un numéro FASE (implantation et établissement) est de démonstration ; en dessous, il est réel.';
      return { ligne, colonne: 'nature', valeur: nature, message };
    });
  },
};

/** Des élèves de démonstration ne sont jamais attribués à une école réelle, ni l’inverse. */
export const inscriptionsSansMelange: Controle = {
  code: 'OAD-MELANGE',
  titre: 'Aucun effectif de démonstration sur une école réelle, ni l’inverse',
  table: 'inscriptions',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.inscriptions',
  chercher: async (contexte) => {
    const nature = (await natureLue(contexte, 'inscriptions')) ?? 'demonstration';
    const demonstration = nature === 'demonstration';
    const lignes = await contexte.base.lire<{ ligne: number; fase: string; n: number }>(`
      SELECT min(_ligne)::INTEGER AS ligne, fase_implantation AS fase, count(*)::DOUBLE AS n
      FROM source.inscriptions WHERE (${fictif('fase_implantation')}) <> ${demonstration}
      GROUP BY fase_implantation ORDER BY ligne`);
    return lignes.map(({ ligne, fase, n }): Constat => {
      const genre = demonstration ? 'une école réelle' : 'une école de démonstration';
      const message = `${n} ligne(s) d’effectifs « ${nature} » pour ${fase}, ${genre}. Corrigez le numéro FASE, ou la nature dans sources.csv.`;
      return { ligne, colonne: 'fase_implantation', valeur: fase, message };
    });
  },
};

/** Qui remplace les implantations remplace les inscriptions ; des effectifs réels ont leur édition. */
export const tablesSolidaires: Controle = {
  code: 'OAD-MELANGE',
  titre: 'Les tables remplacées ensemble le sont toutes',
  table: 'implantations',
  gravite: 'erreur',
  verifies: 'SELECT 2',
  chercher: async (contexte) => {
    const { depots } = contexte;
    const implantations = rangDuNom('implantations', depots);
    const inscriptions = rangDuNom('inscriptions', depots);
    const constats: Constat[] = [];
    const reelles = estReelle(await natureLue(contexte, 'implantations'));
    if (implantations > inscriptions && !reelles) {
      const message = `« ${depots[implantations]?.nom} » remplace les implantations sans remplacer les inscriptions. Ajoutez-y offre/inscriptions.csv.`;
      constats.push({ valeur: 'inscriptions', message });
    }
    const edition = rangDuNom('edition', depots);
    const nature = await natureLue(contexte, 'inscriptions');
    if (estReelle(nature) && inscriptions > edition) {
      const message = `« ${depots[inscriptions]?.nom} » apporte des effectifs réels sous le titre d’une autre édition. Ajoutez-y edition.csv.`;
      constats.push({ valeur: 'edition', message });
    } else if (reelles && implantations > edition) {
      const message = `« ${depots[implantations]?.nom} » apporte de vraies écoles sous le titre d’une autre édition. Ajoutez-y edition.csv.`;
      constats.push({ valeur: 'edition', message });
    }
    return constats;
  },
};

/** Une population de démonstration ne se montre pas à côté d’effectifs réels. */
export const populationSansMelange: Controle = {
  code: 'OAD-MELANGE',
  titre: 'Aucune population de démonstration à côté d’effectifs réels',
  table: 'population',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.population',
  chercher: async (contexte) => {
    const reelles = estReelle(await natureLue(contexte, 'inscriptions'));
    const fictive = (await natureLue(contexte, 'population')) === 'demonstration';
    const [compte] = await contexte.base.lire<{ n: number }>(
      'SELECT count(*)::INTEGER AS n FROM source.population',
    );
    if (!reelles || !fictive || compte?.n === 0) return [];
    const message =
      'la population est de démonstration et les effectifs ne le sont pas : elle n’est pas publiée. ' +
      'Donnez offre/population.csv, ou acceptez de vous en passer dans acceptes.csv.';
    return [{ valeur: 'population', message }];
  },
};
