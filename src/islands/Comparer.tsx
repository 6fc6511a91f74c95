import { useMemo } from 'preact/hooks';
import { choisir, comparer, toutComparer } from '../charts/zones/comparee.ts';
import type { Phrase as Morceaux } from '../phrases/phrase.ts';
import { enMinuscule } from '../phrases/typographie.ts';
import { enumerer } from '../phrases/zones/noms.ts';
import { Citer } from './Citer.tsx';
import { useAdresse } from './comparer/adresse.ts';
import { Choix } from './comparer/Choix.tsx';
import { Differences } from './comparer/Differences.tsx';
import { enregistrerCsv } from './comparer/exporter.ts';
import { Figure } from './comparer/Figure.tsx';
import { Phrase } from './comparer/Phrase.tsx';
import { LARGEUR, type PropsComparer } from './comparer/props.ts';
import { useApres } from './comparer/useApres.ts';

const minuscule = ([debut = '', ...reste]: Morceaux): Morceaux =>
  typeof debut === 'string' ? [enMinuscule(debut), ...reste] : [debut, ...reste];

/** L’indicateur que dit la phrase de tête. */
const PHARE = 'qualifiant';

/** Les zones choisies côte à côte ; l’adresse retient le choix. */
export default function Comparer(props: PropsComparer) {
  const { themes, contexte, edition, prefixe, annee, fichiers } = props;
  const connues = props.zones.map(({ zone }) => zone);
  const { zones, avis, changer } = useAdresse(connues);
  const choisies = choisir(props.zones, zones);
  const toutes = zones.length === connues.length;
  const noms = toutes ? 'les dix zones' : enumerer(choisies.map(({ nom }) => nom));
  const series = themes.flatMap((theme) => theme.series);
  const qualifiant = series.find(({ cle }) => cle === PHARE);
  const phare = qualifiant && comparer(qualifiant, choisies, LARGEUR);
  const montrees = useApres(zones);
  const figures = useMemo(() => {
    const dessinees = choisir(props.zones, montrees);
    return (
      <>
        {themes.map(({ id, titre, series: duTheme, source }) => (
          <section
            class="zone-section"
            id={`theme-${id}`}
            aria-labelledby={`theme-${id}-titre`}
            key={id}
          >
            <h2 id={`theme-${id}-titre`}>{titre}</h2>
            <ul class="multiples">
              {duTheme.map((serie) => (
                <Figure
                  key={serie.cle}
                  {...{ serie, source, contexte, edition, fichiers, prefixe }}
                  choisies={dessinees}
                />
              ))}
            </ul>
            <p class="source">
              {source} <a href="#sources">Sources</a>
            </p>
          </section>
        ))}
        <section id="differences" class="zone-section" aria-labelledby="differences-titre">
          <h2 id="differences-titre">Les écarts</h2>
          <p>
            Sous chaque valeur, son écart à la moyenne FWB ; en points (pt) entre deux parts.
            L’étendue va de la zone la plus basse à la plus haute.
          </p>
          <Differences themes={themes} choisies={dessinees} />
        </section>
      </>
    );
  }, [montrees]);
  return (
    <>
      <Choix {...{ zones: props.zones, choisies: zones, avis, changer }} />
      <p class="comparer-titre">
        {prefixe} {noms}, année scolaire {annee}.
        {phare && (
          <>
            {' '}
            {phare.titre}, à partir de la 3e année : <Phrase phrase={minuscule(phare.constat)} />
          </>
        )}
      </p>
      <div class="comparer-actions pas-imprime">
        <a
          class="bouton bouton-leger"
          href={`${fichiers}tout.csv`}
          download="comparer-zones.csv"
          onClick={(evenement) => {
            evenement.preventDefault();
            enregistrerCsv(toutComparer(series, choisies, LARGEUR), contexte, 'comparer-zones');
          }}
        >
          Exporter (CSV)
        </a>
        <button type="button" class="bouton bouton-leger avec-script" onClick={() => print()}>
          Imprimer
        </button>
        <Citer
          titre={`Comparer des zones : ${noms}`}
          cle={zones.join(',')}
          {...{ annee, edition, prefixe }}
        />
      </div>
      <nav class="pas-imprime" aria-label="Dans cette page">
        <ul class="sommaire">
          {themes.map(({ id, titre }) => (
            <li key={id}>
              <a href={`#theme-${id}`}>{titre}</a>
            </li>
          ))}
          <li>
            <a href="#differences">Les écarts</a>
          </li>
        </ul>
      </nav>
      {figures}
    </>
  );
}
