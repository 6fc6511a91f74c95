import type { Choisie } from '../../charts/zones/comparee.ts';
import { difference, moyenneFwb, type Serie, valeur } from '../../charts/zones/serie.ts';
import { Chiffre } from './Phrase.tsx';
import type { ThemeCompare } from './props.ts';

interface Props {
  readonly themes: readonly ThemeCompare[];
  readonly choisies: readonly Choisie[];
}

function Rangee({ serie, choisies }: { serie: Serie; choisies: readonly Choisie[] }) {
  const fwb = moyenneFwb(serie);
  const nombres = choisies.map(({ rang, slug }) => valeur(serie, rang, slug));
  const [bas, ...reste] = nombres
    .flatMap((n) => (n ? [n] : []))
    .sort((a, b) => a.valeur - b.valeur);
  const haut = reste.at(-1);
  return (
    <tr>
      <th scope="row">
        <a href={`#${serie.cle}`}>{serie.titre}</a>
      </th>
      {nombres.map((n, i) => (
        <td class="nombre" key={choisies[i]?.zone}>
          {n ? <Chiffre nombre={n} /> : '–'}
          {n && fwb && (
            <span class="ecart">
              <Chiffre nombre={difference(`${n.cle}.ecart`, n, fwb, serie.ecriture)} />
            </span>
          )}
        </td>
      ))}
      <td class="nombre">{fwb ? <Chiffre nombre={fwb} /> : '–'}</td>
      <td class="nombre">
        {bas && haut ? (
          <Chiffre nombre={difference(`etendue.${serie.cle}`, haut, bas, serie.ecriture)} />
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** Toutes les valeurs, leur écart à la moyenne FWB, et l’écart entre la plus haute et la plus basse. */
export const Differences = ({ themes, choisies }: Props) => (
  <section class="defile" aria-label="Valeurs et écarts">
    <table class="tableau zones-tableau comparer-tableau">
      <caption class="visuellement-cache">Les valeurs et leurs écarts à la moyenne FWB</caption>
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          {choisies.map(({ zone, nom }) => (
            <th scope="col" class="nombre" key={zone}>
              {nom}
            </th>
          ))}
          <th scope="col" class="nombre">
            Moyenne FWB
          </th>
          <th scope="col" class="nombre">
            Étendue
          </th>
        </tr>
      </thead>
      {themes.map(({ id, titre, series }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={choisies.length + 3} class="comparer-theme">
              {titre}
            </th>
          </tr>
          {series.map((serie) => (
            <Rangee key={serie.cle} serie={serie} choisies={choisies} />
          ))}
        </tbody>
      ))}
    </table>
  </section>
);
