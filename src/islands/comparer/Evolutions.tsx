import type { Choisie } from '../../charts/zones/comparee.ts';
import {
  comparerEvolution,
  type Evolution,
  type LigneDEvolution,
  trait,
} from '../../charts/zones/evolution-comparee.ts';
import { majuscule } from '../../phrases/typographie.ts';
import { Defile } from '../Defile.tsx';
import { Chiffre, Phrase } from './Phrase.tsx';

interface Props {
  readonly evolutions: readonly Evolution[];
  readonly choisies: readonly Choisie[];
  readonly fichiers: string;
}

const TRAIT = [72, 24] as const;
const court = (annee: string): string => `${annee.slice(0, 4)}-${annee.slice(-2)}`;
const connu = (nombre: LigneDEvolution['fin']) => (nombre ? <Chiffre nombre={nombre} /> : '–');

function Ligne({
  ligne,
  maximum,
  depuis,
}: {
  readonly ligne: LigneDEvolution;
  readonly maximum: number;
  readonly depuis: number;
}) {
  const { nom, valeurs, debut, fin, ecart } = ligne;
  const d = trait(valeurs, maximum, depuis, TRAIT);
  return (
    <tr>
      <th scope="row">{nom}</th>
      <td class="evolution-trait">
        <svg viewBox={`-3 -3 ${TRAIT[0] + 6} ${TRAIT[1] + 6}`} aria-hidden="true">
          <path class="evolution-zero" d={`M0 ${TRAIT[1]}H${TRAIT[0]}`} />
          <path d={d} />
        </svg>
      </td>
      <td class="nombre">{connu(debut)}</td>
      <td class="nombre">{connu(fin)}</td>
      <td class="nombre">{connu(ecart)}</td>
    </tr>
  );
}

/** Un indicateur d’année en année, une zone par ligne, sur une même échelle. */
function Carte({ evolution, choisies }: Pick<Props, 'choisies'> & { evolution: Evolution }) {
  const { cle, titre, annees, depuis } = evolution;
  const { lignes, constat, maximum } = comparerEvolution(evolution, choisies);
  return (
    <li class="carte-cadre">
      <h3 id={`evolution-${cle}`}>{majuscule(titre)}</h3>
      <p class="discret">
        <Phrase phrase={constat} />
      </p>
      <Defile titre={titre}>
        <table class="tableau evolution" aria-labelledby={`evolution-${cle}`}>
          <thead>
            <tr>
              <th scope="col">Zone</th>
              <th scope="col">
                <span class="visuellement-cache">Parcours</span>
              </th>
              <th scope="col" class="nombre">
                {court(annees[depuis] ?? '')}
              </th>
              <th scope="col" class="nombre">
                {court(annees.at(-1) ?? '')}
              </th>
              <th scope="col" class="nombre">
                Écart
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <Ligne key={ligne.cle} ligne={ligne} maximum={maximum} depuis={depuis} />
            ))}
          </tbody>
        </table>
      </Defile>
    </li>
  );
}

/** Les parcours des zones, d’un bout à l’autre de l’édition. */
export function Evolutions({ evolutions, choisies, fichiers }: Props) {
  const [premiere] = evolutions;
  if (!premiere || premiere.annees.length < 2) return null;
  const { annees } = premiere;
  return (
    <section id="evolutions" class="zone-section" aria-labelledby="evolutions-titre">
      <h2 id="evolutions-titre">
        De {annees[0]} à {annees.at(-1)}
      </h2>
      <p>
        Chaque trait part de zéro, sur la même échelle dans toutes les zones ; l’écart va de la
        première année qui se compare à la dernière, en points (pt) entre deux parts.
      </p>
      <ul class="multiples evolutions">
        {evolutions.map((evolution) => (
          <Carte key={evolution.cle} evolution={evolution} choisies={choisies} />
        ))}
      </ul>
      <p class="source">
        <a href={`${fichiers}evolutions.csv`} download="comparer-evolutions.csv">
          Ces parcours, année par année (CSV)
        </a>{' '}
        <a href="#sources">Sources</a>
      </p>
    </section>
  );
}
