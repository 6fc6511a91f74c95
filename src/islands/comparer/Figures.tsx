import { type Choisie, choisirZones } from '../../charts/zones/comparee.ts';
import { Differences } from './Differences.tsx';
import { Evolutions } from './Evolutions.tsx';
import { Figure } from './Figure.tsx';
import type { CadreCompare } from './props.ts';

interface Props extends Pick<CadreCompare, 'zones' | 'themes' | 'evolutions' | 'fichiers'> {
  /** Les zones montrées ; toutes, sans choix. */
  readonly choisies?: readonly Choisie[];
}

/** Le tableau des écarts, les parcours, puis les figures de chaque thème. */
export function Figures({
  zones,
  themes,
  evolutions,
  fichiers,
  choisies = choisirZones(zones),
}: Props) {
  return (
    <>
      <section id="differences" class="zone-section" aria-labelledby="differences-titre">
        <h2 id="differences-titre">Les écarts</h2>
        <p>
          Sous chaque valeur, son écart à la moyenne FWB ; en points (pt) entre deux parts.
          L’étendue va de la zone la plus basse à la plus haute.
        </p>
        <Differences themes={themes} choisies={choisies} />
      </section>
      <Evolutions evolutions={evolutions} choisies={choisies} fichiers={fichiers} />
      {themes.map(({ id, titre, series, source }) => (
        <section
          class="zone-section"
          id={`theme-${id}`}
          aria-labelledby={`theme-${id}-titre`}
          key={id}
        >
          <h2 id={`theme-${id}-titre`}>{titre}</h2>
          <ul class="multiples">
            {series.map((serie) => (
              <Figure
                key={serie.cle}
                serie={serie}
                voisines={series}
                choisies={choisies}
                fichiers={fichiers}
              />
            ))}
          </ul>
          <p class="source">
            {source} <a href="#sources">Sources</a>
          </p>
        </section>
      ))}
    </>
  );
}
