import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { choisirZones, comparerZones, toutComparer } from '../charts/zones/comparee.ts';
import { type Evolution, toutesLesEvolutions } from '../charts/zones/evolution-comparee.ts';
import { enumerer } from '../phrases/enumerer.ts';
import type { Phrase as Morceaux } from '../phrases/phrase.ts';
import { enMinuscule } from '../phrases/typographie.ts';
import { Citer } from './Citer.tsx';
import { useAdresseComparer } from './comparer/adresse.ts';
import { Choix } from './comparer/Choix.tsx';
import { enregistrerClasseur, enregistrerCsv, enregistrerFigure } from './comparer/exporter.ts';
import { Figures } from './comparer/Figures.tsx';
import { Phrase } from './comparer/Phrase.tsx';
import {
  LARGEUR_DE_FIGURE,
  type PropsComparer,
  relireThemes,
  themesVus,
} from './comparer/props.ts';
import { useApres } from './comparer/useApres.ts';
import './tableaux.ts';

const minuscule = ([debut = '', ...reste]: Morceaux): Morceaux =>
  typeof debut === 'string' ? [enMinuscule(debut), ...reste] : [debut, ...reste];

/** Les fichiers de tout ce qui est comparé ; sans variante, un classeur. */
const FORMATS = [
  { fichier: 'tout.csv', titre: 'CSV', variante: 'standard' },
  { fichier: 'tout-excel.csv', titre: 'CSV pour Excel', variante: 'excel' },
  { fichier: 'tout.xlsx', titre: 'XLSX', variante: null },
] as const;

/** L’indicateur que dit la phrase de tête. */
const PHARE = 'qualifiant';

interface Props extends PropsComparer {
  /** Les figures des dix zones, telles que la page les a reçues : l’éveil ne les refait pas. */
  readonly children?: ComponentChildren;
}

/** Les zones choisies côte à côte ; l’adresse retient le choix. */
export default function Comparer(props: Props) {
  const { contexte, edition, prefixe, annee, fichiers } = props;
  const tous = useMemo(() => relireThemes(props.tables), [props.tables]);
  const evolutions = useMemo<readonly Evolution[]>(
    () => JSON.parse(props.parcours),
    [props.parcours],
  );
  const connues = props.zones.map(({ zone }) => zone);
  const { zones, anciens, avis, changer } = useAdresseComparer(connues);
  const themes = useMemo(() => themesVus(tous, anciens), [tous, anciens]);
  const choisies = choisirZones(props.zones, zones);
  const toutes = zones.length === connues.length;
  const noms = toutes ? 'les dix zones' : enumerer(choisies.map(({ nom }) => nom));
  const annees = evolutions[0]?.annees ?? [];
  const series = themes.flatMap((theme) => theme.series);
  const qualifiant = series.find(({ cle }) => cle === PHARE);
  const phare = qualifiant && comparerZones(qualifiant, choisies, LARGEUR_DE_FIGURE);
  const choix = useMemo(() => ({ zones, themes }), [zones, themes]);
  const montre = useApres(choix);
  const dessinees = choisirZones(props.zones, montre.zones);
  const refaites = useRef(false);
  refaites.current ||= montre.zones.length < connues.length || montre.themes !== tous;
  const vus = { ...props, themes: montre.themes, evolutions };
  const figures = useMemo(
    () => (refaites.current ? <Figures {...vus} choisies={dessinees} /> : props.children),
    [montre],
  );
  const cadre = useRef<HTMLDivElement>(null);
  const choisiesParLAdresse = useRef(typeof location === 'object' && location.search !== '');
  useEffect(() => {
    // Le navigateur a cherché l’ancre dans les figures d’avant.
    if (!refaites.current || !choisiesParLAdresse.current) return;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [refaites.current]);
  const enregistrer = (evenement: Event): void => {
    const lien = (evenement.target as Element).closest<HTMLElement>('[data-fichier]');
    const { serie, fichier } = lien?.dataset ?? {};
    if (!lien || !serie || !fichier) return;
    evenement.preventDefault();
    void enregistrerFigure(lien, vus, dessinees, serie, fichier);
  };
  useLayoutEffect(() => {
    cadre.current?.addEventListener('click', enregistrer);
    return () => cadre.current?.removeEventListener('click', enregistrer);
  });
  return (
    <>
      <Choix {...{ zones: props.zones, choisies: zones, anciens, avis, changer }} />
      <p class="comparer-titre">
        {prefixe} {noms}, année scolaire {annee}.
        {phare && (
          <>
            {' '}
            {phare.titre}, à partir de la 3e année{'\u00a0'}:{' '}
            <Phrase phrase={minuscule(phare.constat)} />
          </>
        )}
      </p>
      <div class="comparer-actions pas-imprime">
        {FORMATS.map(({ fichier, titre, variante }) => (
          <a
            key={fichier}
            class="bouton bouton-leger"
            href={`${fichiers}${fichier}`}
            download={`comparer-${fichier}`}
            onClick={(evenement) => {
              evenement.preventDefault();
              const tableau = toutComparer(series, choisies, LARGEUR_DE_FIGURE);
              if (variante) {
                enregistrerCsv(tableau, contexte, `comparer-${fichier}`, variante);
                return;
              }
              const parcours = toutesLesEvolutions(evolutions, choisies);
              void enregistrerClasseur(evenement.currentTarget, tableau, parcours, contexte);
            }}
          >
            {titre}
          </a>
        ))}
        <button type="button" class="bouton bouton-leger avec-script" onClick={() => print()}>
          Imprimer
        </button>
        <Citer
          titre={`Comparer des zones : ${noms}`}
          cle={`${zones.join(',')} ${anciens}`}
          {...{ annee, edition, prefixe }}
        />
      </div>
      <nav class="sommaire-colle pas-imprime" aria-label="Dans cette page">
        <ul class="sommaire">
          <li>
            <a href="#differences">Les écarts</a>
          </li>
          {annees.length > 1 && (
            <li>
              <a href="#evolutions">
                De {annees[0]} à {annees.at(-1)}
              </a>
            </li>
          )}
          {themes.map(({ id, titre }) => (
            <li key={id}>
              <a href={`#theme-${id}`}>{titre}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div ref={cadre}>{figures}</div>
    </>
  );
}
