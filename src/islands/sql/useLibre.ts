import type { Table } from 'apache-arrow';
import { useRef, useState } from 'preact/hooks';
import type { Manifeste } from '../../domain/manifeste.ts';
import { direErreurSql, type ErreurSql } from '../../phrases/erreur-sql.ts';
import type { Deposee, MoteurLibre } from '../../query/engine.browser.ts';
import { charger } from '../../query/lecture.ts';
import { ordreDe, sansFin } from '../../query/sql-libre.ts';
import type { Avancement } from '../indicateurs/props.ts';
import type { Tri } from './Resultat.tsx';

/** Combien de lignes se montrent ; les fichiers, eux, emportent tout. */
export const MONTREES = 100_000;

export interface ReponseSql {
  /** La requête qui l’a donnée. */
  readonly texte: string;
  readonly lignes: number;
  readonly table: Table;
  readonly tri: Tri | null;
  /** Son ORDER BY ; vide, l’ordre de la requête. */
  readonly ordre: string;
}

interface Etat {
  readonly reponse: ReponseSql | null;
  /** La requête ne va pas. */
  readonly erreur: ErreurSql | null;
  /** Le moteur ou une table n’est pas venu. */
  readonly panne: unknown;
  readonly enCours: boolean;
  readonly arretee: boolean;
}

const REPOS: Etat = { reponse: null, erreur: null, panne: null, enCours: false, arretee: false };

/** Exécute des requêtes, l’une après l’autre, et arrête celle qui dure. */
export function useLibre(
  lireManifeste: () => Promise<Manifeste>,
  adresseDe: (fichier: string) => string,
  avancement: Avancement,
) {
  const [etat, poser] = useState<Etat>(REPOS);
  const moteur = useRef<MoteurLibre | null>(null);
  /** La requête dont le moteur tient la réponse. */
  const tenue = useRef<string | null>(null);
  const tour = useRef(0);
  const ouverture = useRef<Promise<MoteurLibre> | null>(null);
  const deposees = useRef<readonly Deposee[]>([]);
  const changer = (suite: Partial<Etat>) => poser((avant) => ({ ...avant, ...suite }));

  async function ouvrirAvec(): Promise<MoteurLibre> {
    const [{ tables }, { moteurLibre }] = await Promise.all([
      lireManifeste(),
      charger(import('../../query/engine.browser.ts')),
    ]);
    const fichiers = tables.map(({ nom, fichier }) => [nom, adresseDe(fichier)] as const);
    for (;;) {
      const voulues = deposees.current;
      const ouvert = await moteurLibre(Object.fromEntries(fichiers), voulues, avancement.dire);
      if (voulues === deposees.current) {
        moteur.current = ouvert;
        return ouvert;
      }
      // Une table est venue pendant qu’il s’ouvrait : celui-ci ne l’aurait jamais.
      ouvert.arreter(new Error('Une table change.'));
    }
  }

  /** Une ouverture à la fois : deux se fermeraient l’une l’autre. */
  const ouvrir = (): Promise<MoteurLibre> => {
    ouverture.current ??= ouvrirAvec().finally(() => {
      ouverture.current = null;
    });
    return ouverture.current;
  };

  /** Mène une demande jusqu’au bout ; une autre, ou « Arrêter », la rend sans suite. */
  async function mener<T>(texte: string, demander: (m: MoteurLibre) => Promise<T>) {
    const sien = ++tour.current;
    const dernier = () => sien === tour.current;
    changer({ erreur: null, panne: null, enCours: true, arretee: false });
    try {
      const ouvert = await ouvrir();
      if (!dernier()) return null;
      const rendu = await demander(ouvert).catch((cause: Error) => {
        if (dernier()) changer({ erreur: direErreurSql(cause.message, texte) });
        return null;
      });
      return dernier() ? rendu : null;
    } catch (panne) {
      if (dernier()) changer({ panne });
      return null;
    } finally {
      if (dernier()) changer({ enCours: false });
    }
  }

  async function executer(ecrit: string): Promise<void> {
    const texte = sansFin(ecrit);
    const reponse = await mener(texte, async (m) => {
      const lignes = await m.executer(texte);
      tenue.current = texte;
      return { texte, lignes, table: await m.montrer(MONTREES), tri: null, ordre: '' };
    });
    if (reponse) changer({ reponse });
  }

  /** Montre autrement la dernière réponse, refaite si le moteur qui la tenait a été arrêté. */
  const montrer = ({ texte }: ReponseSql, lignes: number, ordre: string): Promise<Table | null> =>
    mener(texte, async (m) => {
      if (tenue.current !== texte) await m.executer(texte);
      tenue.current = texte;
      return m.montrer(lignes, ordre);
    });

  async function trier(colonne: string, enTexte: boolean): Promise<void> {
    const { reponse } = etat;
    if (!reponse) return;
    const monte = reponse.tri?.colonne === colonne && reponse.tri.sens === 'ASC';
    const tri: Tri = { colonne, sens: monte ? 'DESC' : 'ASC' };
    const ordre = ordreDe(colonne, enTexte, tri.sens);
    const table = await montrer(reponse, MONTREES, ordre);
    if (table) changer({ reponse: { ...reponse, tri, ordre, table } });
  }

  /** Toutes les lignes, dans l’ordre montré. */
  async function tout(): Promise<Table | null> {
    const { reponse } = etat;
    if (!reponse) return null;
    if (reponse.lignes <= MONTREES) return reponse.table;
    return montrer(reponse, reponse.lignes, reponse.ordre);
  }

  function fermer(cause: string): void {
    tour.current += 1;
    tenue.current = null;
    moteur.current?.arreter(new Error(cause));
    moteur.current = null;
  }

  function arreter(): void {
    fermer('Requête arrêtée.');
    changer({ enCours: false, arretee: true });
  }

  /** D’autres tables que celles de l’édition : le moteur, fermé, se rouvre avec elles. */
  function avec(neuves: readonly Deposee[]): void {
    deposees.current = neuves;
    fermer('Une table change.');
    // Une réponse d’avant ne se trierait plus sur les mêmes tables.
    poser(({ enCours }) => ({ ...REPOS, arretee: enCours }));
  }

  return { ...etat, executer, trier, tout, arreter, avec };
}
