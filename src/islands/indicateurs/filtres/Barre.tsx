import type { Ref } from 'preact';
import { pagination, type Resultat } from '../../../domain/filtre/filtre.ts';
import { type Selection, vueDe } from '../../../domain/filtre/selection.ts';
import { CLES_TRI, premierTri, TRIS } from '../../../domain/filtre/tri.ts';
import { accord, compte, entier } from '../../../phrases/nombres.ts';
import type { Changer } from '../adresse.ts';
import { Avance } from '../outils/Avance.tsx';
import type { Avancement } from '../props.ts';

interface Props {
  resultat: Resultat;
  selection: Selection;
  changer: Changer;
  attente: boolean;
  avancement: Avancement;
  ouvrir: () => void;
  /** Les outils d’affichage, qu’un téléphone replie. */
  outils: boolean;
  basculerOutils: () => void;
  statut: Ref<HTMLParagraphElement>;
}

/** L’ordre quand rien n’est demandé. */
const triImplicite = (selection: Selection): string => {
  if (selection.q.trim() !== '') return 'Pertinence';
  if (vueDe(selection) === 'option') return 'Besoin, puis élèves';
  return selection.facettes.zone ? TRIS.ouverture.titre : 'Code et zone';
};

function Trier({ selection, changer }: Pick<Props, 'selection' | 'changer'>) {
  const [tri, puis, ...suite] = selection.tri;
  const poser = (cle: string): void => {
    const choisie = CLES_TRI.find((connue) => connue === cle);
    changer({ ...selection, tri: choisie ? [premierTri(choisie)] : [], page: 1 });
  };
  const ajouter = (cle: string): void => {
    const choisie = CLES_TRI.find((connue) => connue === cle);
    if (!tri) return;
    changer({
      ...selection,
      tri: choisie ? [tri, premierTri(choisie), ...suite.filter((t) => t.cle !== choisie)] : [tri],
      page: 1,
    });
  };
  return (
    <>
      <label class="trier">
        <span>Trier par</span>
        <select value={tri?.cle ?? ''} onChange={({ currentTarget }) => poser(currentTarget.value)}>
          <option value="">{triImplicite(selection)}</option>
          {CLES_TRI.filter((cle) => cle !== 'ouverture').map((cle) => (
            <option key={cle} value={cle}>
              {TRIS[cle].titre}
            </option>
          ))}
        </select>
      </label>
      {tri && (
        <label class="trier">
          <span>puis par</span>
          <select
            value={puis?.cle ?? ''}
            onChange={({ currentTarget }) => ajouter(currentTarget.value)}
          >
            <option value="">Code et zone</option>
            {CLES_TRI.filter((cle) => cle !== tri.cle).map((cle) => (
              <option key={cle} value={cle}>
                {TRIS[cle].titre}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** « 324 options dans 10 zones (3 240 lignes) » ; dans une seule zone, une ligne est une option. */
function Trouvees({ total, options, constat }: Resultat) {
  const lignes = <data value={total}>{total === 0 ? 'Aucune' : entier(total)}</data>;
  if (total === options) {
    return (
      <strong>
        {lignes} {accord(total, 'option trouvée', 'options trouvées')}
      </strong>
    );
  }
  return (
    <>
      <strong>
        {compte(options, 'option')} dans {compte(constat.zones, 'zone')}
      </strong>{' '}
      ({lignes} lignes)
    </>
  );
}

/** Ce qui a été trouvé, comment c’est trié, et l’accès aux filtres sur un téléphone. */
export function Barre(props: Props) {
  const { resultat, selection, changer, attente, avancement, ouvrir, statut } = props;
  const { total, options } = resultat;
  const rangees = vueDe(selection) === 'option' ? options : total;
  const { page, pages } = pagination(rangees, selection);
  const filtres = Object.values(selection.facettes).reduce((n, choix) => n + choix.length, 0);
  const [tri] = selection.tri;
  return (
    <div class="barre">
      <p role="status" ref={statut} tabIndex={-1}>
        <Trouvees {...resultat} />{' '}
        <span class="discret">
          {attente && 'Recherche… '}
          {attente && selection.annee !== '' && <Avance avancement={avancement} />}
          {!attente && pages > 1 && page > 1 && `page ${page} sur ${pages}`}
        </span>
      </p>
      <div class="barre-outils">
        <button type="button" class="bouton bouton-leger barre-filtres" onClick={ouvrir}>
          Filtrer{filtres > 0 && ` (${filtres})`}
        </button>
        <Trier selection={selection} changer={changer} />
        <button
          type="button"
          class="bouton bouton-leger barre-affichage"
          aria-expanded={props.outils}
          onClick={props.basculerOutils}
        >
          Affichage
        </button>
        {tri && (
          <button
            type="button"
            class="lien-bouton"
            onClick={() => {
              const [premier, ...suite] = selection.tri;
              if (!premier) return;
              const inverse = { ...premier, descendant: !premier.descendant };
              changer({ ...selection, tri: [inverse, ...suite], page: 1 });
            }}
          >
            <span class="visuellement-cache">Ordre </span>
            {tri.descendant ? 'décroissant' : 'croissant'}
            <span class="visuellement-cache">, inverser</span>
          </button>
        )}
      </div>
    </div>
  );
}
