import {
  TABLES_COUVERTES,
  type TableCouverte,
  tableCouverte,
  tireeDesInscriptions,
} from '../../domain/connaissance.ts';
import type { Couverture } from '../../domain/tables/connaissance.ts';
import { anneesDeLEdition, connaissanceSql, listesEnSql } from '../couverture.ts';
import { type Constat, type ContexteDeControle, type Controle, natureLue } from './controle.ts';
import { lireListes } from './listes.ts';

interface Etat {
  readonly nom: string;
  readonly zone: number;
  readonly annee: string;
  readonly etat: string;
  /** Pourquoi, si l’éditeur le dit : il le sait donc. */
  readonly raison: string | null;
}

async function etatsDe({ base }: ContexteDeControle): Promise<readonly Etat[]> {
  const annees = await anneesDeLEdition(base);
  return base.lire<Etat>(`
    SELECT "table" AS nom, zone, annee_scolaire AS annee, etat, raison
    FROM (${connaissanceSql(listesEnSql(await lireListes(base, annees)))}) ORDER BY nom, annee, zone`);
}

const LISIBLES = [
  ...['edition', 'zones', 'implantations', 'couverture'],
  ...new Set(TABLES_COUVERTES.map(tableCouverte)),
];

const illisible = ({ lues }: ContexteDeControle): boolean =>
  LISIBLES.some((nom) => lues.get(nom)?.illisible && nom !== 'couverture');

/** Ce que `couverture.csv` dit ne contredit pas les lignes, et vise une année de l’édition. */
export const couvertureDite: Controle = {
  code: 'OAD-COUVERTURE',
  titre: 'La couverture dite ne contredit pas les données',
  table: 'couverture',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.couverture',
  suspects: () => 'SELECT count(*) FROM source.couverture',
  chercher: async (contexte): Promise<Constat[]> => {
    if (illisible(contexte)) return [];
    const { base } = contexte;
    const annees = await anneesDeLEdition(base);
    const dites = await base.lire<Couverture & { ligne: number }>(
      'SELECT *, _ligne AS ligne FROM source.couverture ORDER BY _ligne',
    );
    const presentes = await base.lire<Omit<Etat, 'etat' | 'raison'>>(`
      SELECT "table" AS nom, zone, annee_scolaire AS annee
      FROM (${connaissanceSql(listesEnSql(await lireListes(base, annees)), false)}) WHERE etat = 'connu'`);
    return dites.flatMap(({ ligne, table, zone, annee_scolaire: annee, etat }): Constat[] => {
      if (annee !== null && !annees.includes(annee)) {
        const message = `« ${annee} » n’est pas une année de l’édition (${annees[0]} à ${annees.at(-1)}). Corrigez-la, ou retirez la ligne.`;
        return [{ ligne, colonne: 'annee_scolaire', valeur: annee, message }];
      }
      const lues = presentes.filter(
        (p) => p.nom === table && p.zone === (zone ?? p.zone) && p.annee === (annee ?? p.annee),
      );
      if (etat !== 'inconnu' || lues.length === 0) return [];
      const [{ zone: ou, annee: quand } = { zone: 0, annee: '' }] = lues;
      const message = `« ${table} » est dite inconnue, mais a des lignes (zone ${ou}, ${quand}). Écrivez « partiel » ou « connu », ou retirez ces lignes.`;
      return [{ ligne, colonne: 'etat', valeur: etat, message }];
    });
  },
};

const SUITES: Readonly<Record<TableCouverte, string>> = {
  inscriptions: 'ni offre, ni élèves, ni « non organisée » n’y seront dits',
  'inscriptions.annee_etude':
    'ni tendance, ni première année, ni statut de maintien n’y seront dits',
  'inscriptions.mode': 'ni la part de l’alternance, ni statut de maintien n’y seront dits',
  totaux_zones: 'ni occurrences, ni élèves, ni « non organisée » n’y seront dits',
  population: 'les élèves du secondaire n’y seront pas dits',
  thematiques_communes: 'aucune option n’y sera dite TC ou non TC',
  fonctions_critiques: 'aucune option n’y sera dite FC ou non FC',
};

const enPlages = (zones: readonly number[]): string =>
  `${zones.length > 1 ? 'zones' : 'zone'} ${zones.join(', ')}`;

/** Une table de démonstration se publie avec ses trous sans qu’on le dise : rien n’y est vrai. */
const aDire = async (contexte: ContexteDeControle, nom: string): Promise<boolean> =>
  (await natureLue(contexte, nom)) !== 'demonstration';

const TOTAUX_SEULS =
  'totaux seuls ; ni implantation, ni distance, ni statut de maintien n’y seront dits';

/** Ce qui manque, et ce qui ne pourra pas se dire : l’état, puis la suite. */
function direEtat(nom: TableCouverte, etat: string, totaux: boolean): string {
  if (totaux) return TOTAUX_SEULS;
  if (nom.startsWith('inscriptions.'))
    return `colonne ${nom.split('.')[1]} non donnée ; ${SUITES[nom]}`;
  return `table ${etat === 'inconnu' ? 'non connue' : 'partielle'} ; ${SUITES[nom]}`;
}

const lieuDe = ({ zone, annee }: Etat): string => `${zone}/${annee}`;

/** Ce que l’édition publiera sans le connaître : dit avant, et à l’écran ensuite. */
export const couvertures: readonly Controle[] = TABLES_COUVERTES.map((nom) => ({
  code: 'OAD-COUVERTURE',
  titre: 'Chaque zone et chaque année scolaire ont leurs lignes',
  table: tableCouverte(nom),
  gravite: 'avertissement',
  verifies: `SELECT count(*) FROM source."${tableCouverte(nom)}"`,
  chercher: async (contexte): Promise<Constat[]> => {
    if (illisible(contexte) || !(await aDire(contexte, tableCouverte(nom)))) return [];
    const etats = await etatsDe(contexte);
    const ou = (table: TableCouverte, voulus: readonly string[]): ReadonlySet<string> =>
      new Set(etats.filter((e) => e.nom === table && voulus.includes(e.etat)).map(lieuDe));
    const dits = tireeDesInscriptions(nom)
      ? ou('inscriptions', ['inconnu', 'partiel'])
      : new Set<string>();
    const totaux = nom === 'inscriptions' ? ou('totaux_zones', ['connu']) : new Set<string>();
    const siens = etats.filter((e) => e.nom === nom);
    return [...Map.groupBy(siens, ({ annee }) => annee)].flatMap(([annee, lus]) => {
      const muets = lus.filter((l) => l.etat !== 'connu' && !l.raison && !dits.has(lieuDe(l)));
      const cas = Map.groupBy(
        muets,
        (l) => `${l.etat}${l.etat === 'inconnu' && totaux.has(lieuDe(l)) ? ', totaux' : ''}`,
      );
      return [...cas].sort().map(([cle, celles]): Constat => {
        const [etat = ''] = cle.split(',');
        const zones = celles.map(({ zone }) => zone);
        const lieux = zones.length === lus.length ? 'toutes les zones' : enPlages(zones);
        const message = `${annee}, ${lieux} : ${direEtat(nom, etat, cle !== etat)}. Donnez-la, ou dites pourquoi dans couverture.csv.`;
        const [, colonne] = nom.split('.');
        const quoi = colonne ? `sans ${colonne}, ` : '';
        return { valeur: `${quoi}${annee}, ${cle}, ${lieux}`, message };
      });
    });
  },
}));

/** Des années qui manquent entre deux autres, ou une seule année : ce qui ne pourra pas se dire. */
export const anneesSansOffre: Controle = {
  code: 'OAD-COUVERTURE',
  titre: 'Les années scolaires se suivent, et il y en a plus d’une',
  table: 'inscriptions',
  gravite: 'avertissement',
  verifies: 'SELECT count(DISTINCT annee_scolaire) FROM source.inscriptions',
  chercher: async (contexte): Promise<Constat[]> => {
    if (illisible(contexte) || !(await aDire(contexte, 'inscriptions'))) return [];
    const annees = await anneesDeLEdition(contexte.base);
    const lues = (
      await contexte.base.lire<{ annee: string }>(
        `SELECT annee_scolaire AS annee FROM source.inscriptions
         UNION SELECT annee_scolaire FROM source.totaux_zones ORDER BY 1`,
      )
    ).map(({ annee }) => annee);
    if (lues.length === 0) return [];
    if (lues.length === 1) {
      const message = `${lues[0]} est la seule année : ni tendance, ni changement, ni M2 ne se diront.`;
      return [{ valeur: `${lues[0]} seule`, message }];
    }
    return annees
      .filter((annee) => !lues.includes(annee))
      .map((annee) => ({
        valeur: `${annee} sans inscriptions`,
        message: `${annee} n’a pas d’inscriptions : aucun statut M1 ou M2 ne passera d’une année à l’autre à travers elle.`,
      }));
  },
};

/** Des liens option–métier inventés, sous des listes officielles : le besoin reste de démonstration. */
export const liensFictifs: Controle = {
  code: 'OAD-COUVERTURE',
  titre: 'Des listes officielles ne passent pas par des liens de démonstration',
  table: 'options_metiers',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.options_metiers',
  chercher: async (contexte): Promise<Constat[]> => {
    const lien = await natureLue(contexte, 'options_metiers');
    const listes = ['thematiques_communes', 'fonctions_critiques'];
    const natures = await Promise.all(listes.map((nom) => natureLue(contexte, nom)));
    if (lien !== 'demonstration' || !natures.includes('officiel')) return [];
    const message =
      'les listes TC ou FC sont officielles, mais les liens entre options et métiers sont de ' +
      'démonstration : aucun « TC » ni « FC » d’une option ne sera officiel. Donnez besoins/options_metiers.csv.';
    return [{ valeur: 'options_metiers', message }];
  },
};
