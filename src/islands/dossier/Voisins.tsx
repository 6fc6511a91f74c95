import { type OccurrenceSituee, RAYON } from '../../domain/dossier/contexte.ts';
import type { Lieu } from '../../domain/dossier/lieu.ts';
import { effectifDe } from '../../domain/dossier/presence.ts';
import { planDesVoisins } from '../../domain/dossier/voisins.ts';
import { FORMES_DE_MARQUE } from '../../map/formes.ts';
import { km, sousLAncien } from '../../phrases/dossier/mots.ts';
import { compterEleves } from '../../phrases/effectif.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly lieu: Lieu;
  readonly voisins: readonly OccurrenceSituee[];
  readonly papier: boolean;
}

/** Combien de voisins une page A4 nomme, à côté des autres faits. */
const SUR_PAPIER = 6;

const genreDe = (caractere: string) =>
  caractere === 'confessionnel' ? 'confessionnel' : 'non-confessionnel';

/** Où sont les voisins : le cercle de dix kilomètres, un numéro par site, le nord en haut. */
function Plan({ lieu, voisins }: Pick<Props, 'lieu' | 'voisins'>) {
  const { cote, centre, cercle, marques } = planDesVoisins(lieu.position, voisins);
  return (
    <svg
      class="voisins-plan"
      viewBox={`0 0 ${cote} ${cote}`}
      role="img"
      aria-label={`Plan des sites voisins, dans et autour d’un cercle de ${RAYON} km ; la liste les donne`}
    >
      <path class="voisins-cercle" d={cercle} />
      <path
        class="voisins-depart"
        d={FORMES_DE_MARQUE.etoile}
        transform={`translate(${centre} ${centre}) scale(0.55)`}
      />
      {marques.map(({ x, y, numeros, caracteres }) => (
        <g key={numeros} transform={`translate(${x} ${y})`}>
          {caracteres.map((caractere) => (
            <path
              key={caractere}
              class={`voisins-${genreDe(caractere)}`}
              d={FORMES_DE_MARQUE[genreDe(caractere)]}
            />
          ))}
          <text x="0" y="-9">
            {numeros}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Chez qui l’option existe autour : le nom, le caractère, les élèves, la distance, et où. */
export function Voisins({ lieu, voisins, papier }: Props) {
  if (voisins.length === 0) return null;
  const nommes = papier ? voisins.slice(0, SUR_PAPIER) : voisins;
  const tus = voisins.length - nommes.length;
  return (
    <div class="voisins">
      <Plan lieu={lieu} voisins={voisins} />
      <ol class="petit">
        {nommes.map((voisin) => (
          <li key={voisin.site}>
            <strong>{voisin.lieu.nom}</strong>
            {typographie(
              `, ${voisin.lieu.commune} : ${compterEleves(effectifDe(voisin))}, ${voisin.lieu.caractere}, à ${km(voisin.distance)}${sousLAncien(voisin.sous ?? [])}`,
            )}
          </li>
        ))}
      </ol>
      {tus > 0 && <p class="petit">Et {compte(tus, 'autre site', 'autres sites')}.</p>}
    </div>
  );
}
