import { h } from 'preact';
import { enXml, type Noeud } from '../../charts/noeud.ts';
import { type Choisie, comparer } from '../../charts/zones/comparee.ts';
import type { Serie } from '../../charts/zones/serie.ts';
import { enTexte } from '../../phrases/phrase.ts';
import { enMinuscule } from '../../phrases/typographie.ts';
import { enregistrerCsv, enregistrerPng, enregistrerSvg } from './exporter.ts';
import { Phrase } from './Phrase.tsx';
import { LARGEUR, type PropsComparer } from './props.ts';

interface Props extends Pick<PropsComparer, 'contexte' | 'edition' | 'fichiers' | 'prefixe'> {
  readonly serie: Serie;
  readonly source: string;
  readonly choisies: readonly Choisie[];
}

/** Le dessin, en XML échappé : Preact le garde tel que la page l’a reçu, sans relire ses traits. */
const Dessin = ({ svg }: { readonly svg: Noeud }) =>
  h('div', { dangerouslySetInnerHTML: { __html: enXml(svg) } });

/** Un indicateur dans les zones choisies. Les liens mènent aux fichiers des dix zones. */
export function Figure({ serie, source, choisies, contexte, edition, fichiers, prefixe }: Props) {
  const { titre, constat, svg, tableau } = comparer(serie, choisies, LARGEUR);
  const cartouche = {
    titre,
    constat: prefixe ? `${prefixe} ${enMinuscule(enTexte(constat))}` : enTexte(constat),
    sources: [source, edition],
  };
  const nom = `comparer-${serie.cle}`;
  const lien = (type: 'svg' | 'png' | 'csv', faire: () => void) => (
    <li>
      <a
        href={`${fichiers}${serie.cle}.${type === 'png' ? 'svg' : type}`}
        download={`${nom}.${type === 'png' ? 'svg' : type}`}
        class={type === 'png' ? 'avec-script' : undefined}
        onClick={(evenement) => {
          evenement.preventDefault();
          faire();
        }}
      >
        {type.toUpperCase()}
      </a>
    </li>
  );
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
          {serie.sur ? `Sur : ${serie.sur}.` : 'Moyenne FWB : par zone.'}
        </p>
        <ul class="telecharger pas-imprime" aria-label={`Télécharger : ${titre}`}>
          {lien('svg', () => enregistrerSvg(enXml(svg), cartouche, nom))}
          {lien('png', () => enregistrerPng(enXml(svg), cartouche, nom))}
          {lien('csv', () => enregistrerCsv(tableau, contexte, nom))}
        </ul>
      </figure>
    </li>
  );
}
