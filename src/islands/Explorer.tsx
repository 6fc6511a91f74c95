import { h } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ecrireTableau } from '../charts/csv.ts';
import { aDesTotaux, barresDeReponse, tableauDeReponse } from '../charts/explorer.ts';
import { enXml } from '../charts/noeud.ts';
import { href } from '../config.ts';
import { encodeExplorer } from '../domain/url/explorer.ts';
import { encodeSql } from '../domain/url/sql.ts';
import { FORMATS } from '../export/fichiers.ts';
import { direReponse, noteDeReponse } from '../phrases/explorer.ts';
import { avecPrefixe, typographie } from '../phrases/typographie.ts';
import { questionEnSql, sqlEcrit } from '../query/explorer/sql.ts';
import { Citer } from './Citer.tsx';
import { useAdresseExplorer } from './explorer/adresse.ts';
import { Constructeur } from './explorer/Constructeur.tsx';
import { Emporter } from './explorer/Emporter.tsx';
import { Figure, LARGEUR } from './explorer/Figures.tsx';
import { FiguresDeReponse } from './explorer/FiguresDeReponse.tsx';
import type { PropsExplorer } from './explorer/props.ts';
import { TableauDeReponse } from './explorer/TableauDeReponse.tsx';
import { useReponse } from './explorer/useReponse.ts';
import { creerAvancement } from './indicateurs/avancement.ts';
import { Avance } from './indicateurs/outils/Avance.tsx';
import { MesVues } from './MesVues.tsx';
import { Panne } from './Panne.tsx';
import './tableaux.ts';

/** Une question à l’édition, sa réponse en phrase, en barres et en tableau ; l’adresse la retient. */
export default function Explorer(props: PropsExplorer) {
  const { noms, connues, edition, prefixe, contexte, traces } = props;
  const avancement = useMemo(creerAvancement, []);
  const { question, avis, posee, demander } = useAdresseExplorer(connues);
  const { reponse, faute, attente, reessayer } = useReponse(props, avancement, question, posee);
  const tableau = useMemo(() => tableauDeReponse(reponse, noms, connues.annees), [reponse]);
  const cadre = useRef<HTMLElement>(null);
  const [largeur, mesurer] = useState(LARGEUR);
  useEffect(() => mesurer(Math.min(LARGEUR, cadre.current?.clientWidth ?? LARGEUR)), []);
  const barres = useMemo(() => barresDeReponse(reponse, noms, largeur), [reponse, largeur]);
  const sql = useMemo(() => sqlEcrit(questionEnSql(reponse.question, connues.annees)), [reponse]);
  const annee = reponse.question.annee || (connues.annees.at(-1) ?? '');
  const note = noteDeReponse(reponse);
  const montrees = reponse.lignes.length;
  const repondue = encodeExplorer(reponse.question);
  const cartouche = () => ({
    titre: tableau.titre,
    constat: avecPrefixe(prefixe, direReponse(reponse, noms)),
    ...(note && { note }),
    sources: contexte.map(([, dit]) => dit),
  });
  return (
    <div class="explorer" data-attente={attente} data-pour={repondue}>
      <Constructeur {...{ question, connues, noms, demander }} />
      {avis.map((phrase) => (
        <p class="message" key={phrase}>
          {typographie(phrase)}
        </p>
      ))}
      <section ref={cadre} class="explorer-reponse" aria-label="La réponse">
        {faute !== null && <Panne {...{ faute, reessayer }} sansAdresse />}
        <p class="petit discret explorer-avance" role="status">
          {attente && <Avance avancement={avancement} />}
        </p>
        <p class="explorer-constat" role="status">
          {avecPrefixe(prefixe, direReponse(reponse, noms))}
        </p>
        {note && <p class="petit">{note}</p>}
        {barres && (
          <Figure nom="explorer" cartouche={cartouche}>
            {h('div', {
              class: 'explorer-barres',
              dangerouslySetInnerHTML: { __html: enXml(barres) },
            })}
          </Figure>
        )}
        <FiguresDeReponse {...{ reponse, noms, traces, cartouche }} annees={connues.annees} />
        {montrees > 0 && <TableauDeReponse tableau={tableau} totaux={aDesTotaux(reponse)} />}
        {montrees < reponse.trouvees && (
          <p class="petit discret">
            Les {montrees} premières lignes sur {reponse.trouvees}.
          </p>
        )}
        <div class="explorer-actions pas-imprime">
          <Emporter
            nom="explorer"
            ecrire={() => ecrireTableau(tableau, contexte)}
            formats={FORMATS}
          />
          <Citer titre={tableau.titre} cle={tableau.titre} {...{ annee, edition, prefixe }} />
        </div>
        <details class="explorer-questions pas-imprime avec-script">
          <summary>Mes questions</summary>
          <MesVues
            page="explorer"
            quoi="question"
            adresse={repondue || '?'}
            invite={tableau.titre}
          />
        </details>
        <details class="explorer-sql">
          <summary>Voir le SQL</summary>
          <p class="petit discret">
            Les tables portent les noms des fichiers Parquet de la page Données.
          </p>
          <pre>
            <code>{sql}</code>
          </pre>
          <p>
            <a class="bouton bouton-leger" href={href('/explorer/sql/') + encodeSql(sql)}>
              Modifier ce SQL
            </a>
          </p>
        </details>
      </section>
    </div>
  );
}
