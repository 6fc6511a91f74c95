import { CRITERES } from '../../domain/dossier/faits.ts';
import { type Poids as PoidsChoisis, TOUTES_LES_REGLES } from '../../domain/dossier/lectures.ts';
import { CRITERES_COURTS, CRITERES_EN_MOTS } from '../../phrases/dossier/mots.ts';
import { Lecture } from './Lecture.tsx';

interface Props {
  readonly poids: PoidsChoisis | null;
  readonly surPoids: (poids: PoidsChoisis | null) => void;
}

const EGAUX = Object.fromEntries(CRITERES.map((critere) => [critere, 1])) as PoidsChoisis;

/** Les règles de lecture, toutes, et les poids que l’utilisateur peut donner aux critères. */
export function Poids({ poids, surPoids }: Props) {
  return (
    <>
      <div class="cases">
        <label class="case">
          <span>Ranger par</span>
          <select
            value={poids ? 'lectures' : 'code'}
            onChange={(e) => surPoids(e.currentTarget.value === 'code' ? null : EGAUX)}
          >
            <option value="code">code</option>
            <option value="lectures">lectures, selon le poids que je donne à chaque critère</option>
          </select>
        </label>
      </div>
      {poids && (
        <fieldset class="cases">
          <legend class="petit">
            Favorable ajoute le poids, défavorable l’ôte, neutre et non connu ne changent rien.
          </legend>
          {CRITERES.map((critere) => (
            <label key={critere} class="case">
              <span>{CRITERES_EN_MOTS[critere]}</span>
              <select
                value={poids[critere]}
                onChange={(e) => surPoids({ ...poids, [critere]: Number(e.currentTarget.value) })}
              >
                {[0, 1, 2, 3].map((n) => (
                  <option key={n} value={n}>
                    {n}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <details class="regles">
        <summary>Comment se lit ce tableau : les règles</summary>
        <p>
          Une lecture n’est pas un avis : chaque mot sort d’une règle écrite d’avance, la première
          de la liste qui s’applique. Les Conseils de zone et les Chambres Enseignement jugent
          autrement, sur le dossier entier.
        </p>
        <table class="tableau">
          <caption class="visuellement-cache">Règles de lecture, par critère</caption>
          <thead>
            <tr>
              <th scope="col">Critère</th>
              <th scope="col">Lecture</th>
              <th scope="col">Quand</th>
            </tr>
          </thead>
          <tbody>
            {TOUTES_LES_REGLES.map(({ critere, lecture, texte }) => (
              <tr key={`${critere}-${texte}`}>
                <th scope="row">{CRITERES_COURTS[critere]}</th>
                <td>
                  <Lecture lecture={lecture} />
                </td>
                <td>{texte}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
