import type { Table } from 'apache-arrow';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TableauEcrit } from '../charts/csv.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import { decodeSql, encodeSql, tientDansLAdresse } from '../domain/url/sql.ts';
import { type CelluleSql, estNombre, valeurBrute } from '../phrases/cellule-sql.ts';
import { compte } from '../phrases/nombres.ts';
import type { Deposee } from '../query/engine.browser.ts';
import { lireJson, uneFois } from '../query/lecture.ts';
import { REPONSE } from '../query/sql-libre.ts';
import { Emporter } from './explorer/Emporter.tsx';
import { creerAvancement } from './indicateurs/avancement.ts';
import { Avance } from './indicateurs/outils/Avance.tsx';
import { MesVues } from './MesVues.tsx';
import { Panne } from './Panne.tsx';
import { Champ } from './sql/Champ.tsx';
import { Deposer } from './sql/Deposer.tsx';
import { Resultat } from './sql/Resultat.tsx';
import { MONTREES, useLibre } from './sql/useLibre.ts';

export interface PropsSql {
  /** La requête d’où partir. */
  readonly depart: string;
  /** Le dossier des Parquet et du manifeste. */
  readonly donnees: string;
  /** Ce qui accompagne chaque ligne d’un fichier. */
  readonly contexte: readonly (readonly [string, string])[];
}

const TROP_LONGUE =
  'Cette requête est trop longue pour l’adresse de la page : copiez-la pour la garder.';

/** La réponse d’une requête, telle qu’un fichier l’écrit ; son contexte d’abord, sauf s’il se répète. */
function ecrireReponse(table: Table, contexte: PropsSql['contexte']): TableauEcrit {
  const champs = table.schema.fields;
  const autour = contexte.filter(([nom]) => champs.every(({ name }) => name !== nom));
  const vecteurs = champs.map((_, i) => table.getChildAt(i));
  const fixes = Object.fromEntries(autour);
  return {
    colonnes: [
      ...autour.map(([nom]) => ({ nom, type: 'texte' as const })),
      ...champs.map(({ name, type }) => ({
        nom: name,
        type: estNombre(type) ? ('decimal' as const) : ('texte' as const),
      })),
    ],
    rangees: Array.from({ length: table.numRows }, (_, rang) => ({
      ...fixes,
      ...Object.fromEntries(
        champs.map(({ name, type }, i) => [
          name,
          valeurBrute(vecteurs[i]?.get(rang) as CelluleSql, type),
        ]),
      ),
    })),
  };
}

/** Une requête que le visiteur écrit, et sa réponse : tout se calcule dans sa page. */
export default function Sql({ depart, donnees, contexte }: PropsSql) {
  const avancement = useMemo(creerAvancement, []);
  const lireManifeste = useMemo(
    () => uneFois(() => lireJson<Manifeste>(`${donnees}manifest.json`)),
    [],
  );
  const adresseDe = (fichier: string) => donnees + fichier;
  const libre = useLibre(lireManifeste, adresseDe, avancement);
  const { reponse, erreur, panne, enCours, arretee } = libre;
  const [texte, poser] = useState(depart);
  const [tropLongue, direTropLongue] = useState(false);
  const [deposees, deposer] = useState<readonly Deposee[]>([]);
  const tables = useRef(deposees);
  const mener = useRef<((ligne: number, colonne: number) => void) | null>(null);

  useEffect(() => {
    const lire = () => poser((avant) => decodeSql(location.hash) ?? avant);
    lire();
    addEventListener('popstate', lire);
    return () => removeEventListener('popstate', lire);
  }, []);

  const executer = (requete = texte) => {
    if (enCours) return;
    const tient = tientDansLAdresse(requete);
    direTropLongue(!tient);
    const adresse = location.pathname + (tient ? encodeSql(requete) : '');
    if (adresse !== location.pathname + location.hash) history.pushState(null, '', adresse);
    libre.executer(requete);
  };

  const ecrire = async (): Promise<TableauEcrit> => {
    const table = await libre.tout();
    if (!table) throw new Error('La réponse n’est plus là.');
    return ecrireReponse(table, contexte);
  };

  const statut = () => {
    if (enCours) return <Avance avancement={avancement} />;
    if (arretee) return 'Requête arrêtée.';
    if (!reponse) return null;
    const suite =
      reponse.lignes > MONTREES ? ` Les ${compte(MONTREES, 'première')} sont ci-dessous.` : '';
    return `${compte(reponse.lignes, 'ligne')}.${suite}`;
  };

  return (
    <div class="sql" data-attente={enCours} data-lignes={reponse?.lignes}>
      <Champ
        {...{ texte, erreur, lireManifeste, mener }}
        executer={() => executer()}
        changer={poser}
      />
      <p class="sql-actions pas-imprime">
        <button
          type="button"
          class="bouton avec-script"
          aria-disabled={enCours}
          onClick={() => executer()}
        >
          Exécuter
        </button>
        {enCours && (
          <button type="button" class="bouton bouton-leger" onClick={libre.arreter}>
            Arrêter
          </button>
        )}
        <span class="petit discret avec-script">
          <kbd>Ctrl</kbd> + <kbd>Entrée</kbd>
        </span>
      </p>
      <Deposer
        deposees={deposees}
        actuelles={() => tables.current}
        prises={async () => [REPONSE, ...(await lireManifeste()).tables.map(({ nom }) => nom)]}
        changer={(modifier) => {
          const neuves = modifier(tables.current);
          tables.current = neuves;
          deposer(neuves);
          libre.avec(neuves);
        }}
        voir={(nom) => {
          if (enCours) return;
          const requete = `SELECT *\nFROM ${nom}\nLIMIT 100`;
          poser(requete);
          executer(requete);
        }}
      />
      {tropLongue && <p class="message">{TROP_LONGUE}</p>}
      {panne !== null && <Panne faute={panne} reessayer={() => executer()} />}
      {erreur && (
        <div class="message message-erreur" role="alert">
          <p>{erreur.phrase}</p>
          {erreur.ligne !== null && (
            <p>
              <button
                type="button"
                class="bouton bouton-leger"
                onClick={() => mener.current?.(erreur.ligne ?? 1, erreur.colonne ?? 1)}
              >
                Aller à la ligne {erreur.ligne}, caractère {erreur.colonne}
              </button>
            </p>
          )}
          <details>
            <summary>Ce qu’en dit DuckDB</summary>
            <pre lang="en">{erreur.original}</pre>
          </details>
        </div>
      )}
      <p class="sql-statut" role="status">
        {statut()}
      </p>
      <details class="pas-imprime avec-script">
        <summary>Mes requêtes</summary>
        <MesVues page="sql" quoi="requête" adresse={encodeSql(texte)} invite="Options par zone" />
      </details>
      {reponse && reponse.lignes > 0 && (
        <>
          <Resultat table={reponse.table} tri={reponse.tri} trier={libre.trier} />
          <div class="sql-actions pas-imprime">
            <Emporter nom="requete" ecrire={ecrire} />
          </div>
        </>
      )}
    </div>
  );
}
