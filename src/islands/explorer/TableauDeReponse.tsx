import type { CelluleDeTableau, Tableau } from '../../charts/figure.ts';
import { href } from '../../config.ts';
import { Chiffre } from '../comparer/Phrase.tsx';
import { Defile } from '../Defile.tsx';

const NIVEAUX = 5;

function Cellule({ cellule }: { cellule: CelluleDeTableau | undefined }) {
  if (typeof cellule === 'string') return <>{cellule}</>;
  if (!cellule) return <>–</>;
  if ('chemin' in cellule) return <a href={href(cellule.chemin)}>{cellule.texte}</a>;
  return <Chiffre nombre={cellule} />;
}

const lue = (cellule: CelluleDeTableau): number | null =>
  typeof cellule === 'object' && cellule !== null && 'valeur' in cellule ? cellule.valeur : null;

/** La teinte d’une case, de 1 à 5, selon la plus grande de sa réponse ; rien pour un négatif. */
const niveau = (valeur: number | null, maximum: number): number | undefined =>
  valeur === null || valeur <= 0 || maximum <= 0
    ? undefined
    : Math.max(1, Math.ceil((valeur / maximum) * NIVEAUX));

/** Le tableau d’une réponse ; croisé, ses cases se teintent, sans que la couleur parle seule. */
export function TableauDeReponse({ tableau, totaux }: { tableau: Tableau; totaux: boolean }) {
  const { titre, colonnes, rangees } = tableau;
  const [premiere, ...suite] = colonnes;
  const teintees = suite.length - (totaux ? 1 : 0);
  const maximum =
    suite.length > 1
      ? Math.max(
          0,
          ...rangees.flatMap((r) => r.cellules.slice(1, teintees + 1).map((c) => lue(c) ?? 0)),
        )
      : 0;
  return (
    <Defile titre={titre}>
      <table class="tableau explorer-tableau">
        <caption>{titre}</caption>
        <thead>
          <tr>
            <th scope="col">{premiere?.titre}</th>
            {suite.map((c) => (
              <th key={c.titre} scope="col" class="nombre">
                {c.titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rangees.map(({ cle, cellules: [nom, ...cellules] }) => (
            <tr key={cle}>
              <th scope="row">
                <Cellule cellule={nom} />
              </th>
              {cellules.map((cellule, i) => (
                <td
                  key={suite[i]?.titre}
                  class="nombre"
                  data-niveau={i < teintees ? niveau(lue(cellule), maximum) : undefined}
                >
                  <Cellule cellule={cellule} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Defile>
  );
}
