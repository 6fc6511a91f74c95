import { useState } from 'preact/hooks';
import { href } from '../../../config.ts';
import { perdUnFiltre, questionDuTableau } from '../../../domain/explorer/depuis.ts';
import { effacer, estFiltree } from '../../../domain/filtre/selection.ts';
import { FORMAT_EN_MOTS, FORMATS, type Format } from '../../../export/fichiers.ts';
import { entier } from '../../../phrases/nombres.ts';
import { useSortie } from '../../fichiers/useSortie.ts';
import { Avance } from './Avance.tsx';
import type { PropsOutils } from './Outils.tsx';

const DIT: Readonly<Record<Format, string>> = {
  csv: 'virgules, UTF-8',
  excel: 'points-virgules',
  xlsx: 'avec le dictionnaire',
  parquet: 'par le moteur',
};

const AUTREMENT: Readonly<Partial<Record<Format, string>>> = {
  xlsx: 'Le CSV s’écrit plus simplement.',
  parquet: 'Le CSV et le XLSX se passent du moteur.',
};

/** Emporter les lignes trouvées, ou toutes celles de l’année. */
export function Exporter(props: PropsOutils) {
  const { selection, total, repondant, lireDetail, noms, annee, avancement } = props;
  const [tout, choisirTout] = useState(false);
  const { enCours, dit, faute, demander } = useSortie();
  const filtree = estFiltree(selection);

  const composer = async (format: Format, avancer: () => void, arret: AbortSignal) => {
    const oublier = avancement.suivre(avancer);
    try {
      const choisie = tout ? effacer(selection) : selection;
      const { composer } = await import('./exporter.ts');
      const [lignes, { fiche }] = await Promise.all([repondant.lignes(choisie), lireDetail()]);
      const quoi = { lignes, noms, annee, fiche, avancement, selection: choisie };
      return await composer(format, quoi, arret);
    } finally {
      oublier();
    }
  };

  return (
    <div class="exporter">
      {filtree ? (
        <fieldset>
          <legend>Quelles lignes</legend>
          <label>
            <input type="radio" name="quoi" checked={!tout} onChange={() => choisirTout(false)} />
            Les lignes trouvées ({entier(total)})
          </label>
          <label>
            <input type="radio" name="quoi" checked={tout} onChange={() => choisirTout(true)} />
            Toutes les lignes de {annee}
          </label>
        </fieldset>
      ) : (
        <p>
          Toutes les lignes de {annee}, soit {entier(total)} ; des filtres en retiennent une part.
        </p>
      )}
      <ul class="exporter-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <button
              type="button"
              class="bouton bouton-leger"
              aria-disabled={enCours !== null}
              onClick={() =>
                void demander(format, (...suivi) => composer(format, ...suivi), AUTREMENT[format])
              }
            >
              {FORMAT_EN_MOTS[format]}
            </button>
            <span class="petit discret">{DIT[format]}</span>
          </li>
        ))}
        <li>
          <button type="button" class="bouton bouton-leger" onClick={() => print()}>
            Imprimer
          </button>
          <span class="petit discret">la page affichée</span>
        </li>
      </ul>
      <p class="petit discret">
        Toutes les colonnes ; l’édition, la nature des données, les filtres et l’adresse y sont
        écrits.
      </p>
      <p>
        <a href={href(`/explorer/${questionDuTableau(selection)}`)}>Explorer ces chiffres</a>
        {(selection.q.trim() !== '' || perdUnFiltre(selection)) && (
          <span class="petit discret">
            {' '}
            Sans ce qu’Explorer ne filtre pas : la recherche, la tendance, le maintien…
          </span>
        )}
      </p>
      <p role="status" class={faute ? 'message message-erreur' : undefined}>
        {dit} {enCours === 'parquet' && <Avance avancement={avancement} />}
      </p>
    </div>
  );
}
