import { useState } from 'preact/hooks';
import { effacer, estFiltree } from '../../domain/filtre/selection.ts';
import { FORMAT_EN_MOTS, FORMATS, type Format } from '../../export/fichiers.ts';
import { compte, entier } from '../../phrases/nombres.ts';
import { Avance } from './Avance.tsx';
import type { PropsOutils } from './Outils.tsx';

const DIT: Readonly<Record<Format, string>> = {
  csv: 'virgules, UTF-8',
  excel: 'points-virgules',
  xlsx: 'avec le dictionnaire',
  parquet: 'par le moteur',
};

/** Emporter les lignes trouvées, ou toutes celles de l’année. */
export function Exporter(props: PropsOutils) {
  const { selection, total, repondant, lireSuite, noms, annee, avancement } = props;
  const [tout, choisirTout] = useState(false);
  const [etat, dire] = useState('');
  const [enCours, occuper] = useState<Format | null>(null);
  const filtree = estFiltree(selection);

  const exporter = async (format: Format): Promise<void> => {
    occuper(format);
    dire('Préparation du fichier…');
    try {
      const choisie = tout ? effacer(selection) : selection;
      const { emporter } = await import('./exporter.ts');
      const [lignes, { fiche }] = await Promise.all([repondant.lignes(choisie), lireSuite()]);
      const nom = await emporter(format, {
        ...{ lignes, noms, annee, fiche, avancement },
        selection: choisie,
      });
      dire(`${nom} : ${compte(lignes.length, 'ligne')}.`);
    } catch (cause) {
      const sans = format === 'parquet' ? ' Le CSV et le XLSX se passent du moteur.' : '';
      dire(`Le fichier n’a pas pu être écrit.${sans}`);
      console.warn(cause);
    }
    occuper(null);
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
              disabled={enCours !== null}
              onClick={() => exporter(format)}
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
      <p role="status">
        {etat} {enCours === 'parquet' && <Avance avancement={avancement} />}
      </p>
    </div>
  );
}
