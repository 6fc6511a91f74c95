import { h } from 'preact';
import { enXml, type Noeud } from '../../charts/noeud.ts';
import { type Choisie, comparerZones } from '../../charts/zones/comparee.ts';
import type { Serie } from '../../charts/zones/serie.ts';
import { avecPopulation } from '../../phrases/population.ts';
import { Phrase } from './Phrase.tsx';
import { LARGEUR_DE_FIGURE } from './props.ts';

interface Props {
  readonly serie: Serie;
  /** Les séries de son thème. */
  readonly voisines: readonly Serie[];
  readonly choisies: readonly Choisie[];
  readonly fichiers: string;
}

/** Le dessin, en XML échappé : Preact le garde tel que la page l’a reçu, sans relire ses traits. */
const Dessin = ({ svg }: { readonly svg: Noeud }) =>
  h('div', { dangerouslySetInnerHTML: { __html: enXml(svg) } });

/** Un fichier de la figure : celui des dix zones, que la page remplace par celui du choix. */
function Lien({ fichiers, cle, type }: { fichiers: string; cle: string; type: string }) {
  const ecrit = type === 'png' ? 'svg' : type;
  return (
    <li>
      <a
        href={`${fichiers}${cle}.${ecrit}`}
        download={`comparer-${cle}.${ecrit}`}
        class={type === 'png' ? 'avec-script' : undefined}
        data-fichier={type}
        data-serie={cle}
      >
        {type.toUpperCase()}
      </a>
    </li>
  );
}

/** Un indicateur dans les zones choisies. */
export function Figure({ serie, voisines, choisies, fichiers }: Props) {
  const { titre, constat, svg } = comparerZones(serie, choisies, LARGEUR_DE_FIGURE, voisines);
  return (
    <li class="carte-cadre">
      <figure id={serie.cle}>
        <figcaption>
          <h3>{titre}</h3>
          <p class="discret">
            <Phrase phrase={constat} />
          </p>
        </figcaption>
        <Dessin svg={svg} />
        <p class="petit discret multiples-sur">
          {avecPopulation(
            serie.sur ? `Sur : ${serie.sur}.` : 'Moyenne FWB : par zone.',
            serie.population,
          )}
        </p>
        <ul class="telecharger pas-imprime" aria-label={`Télécharger : ${titre}`}>
          {['svg', 'png', 'csv'].map((type) => (
            <Lien key={type} fichiers={fichiers} cle={serie.cle} type={type} />
          ))}
        </ul>
      </figure>
    </li>
  );
}
