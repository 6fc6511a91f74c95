import { useState } from 'preact/hooks';
import { lireCodes } from '../../domain/dossier/codes.ts';
import type { BesoinsCoches } from '../../domain/dossier/lieu.ts';
import { premieresValeurs } from '../../phrases/dossier/saisie.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { useExemples } from '../exemples.ts';

interface PropsListe {
  readonly etiquette: string;
  readonly codes: readonly string[];
  /** L’intitulé de chaque code du répertoire. */
  readonly intitules: ReadonlyMap<string, string>;
  readonly surCodes: (codes: readonly string[]) => void;
}

/** Une liste collée, même longue ; un livre entier figerait la page. */
const TEXTE_MAX = 20_000;

const memes = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** Une liste de codes qui suit les cases cochées dans le tableau, et les coche. */
function ListeDeCodes({ etiquette, codes, intitules, surCodes }: PropsListe) {
  const [tape, retenir] = useState(codes.join(', '));
  const exemples = useExemples().codes.join(', ');
  // Une case cochée, un dossier reçu : la liste a changé sans le champ.
  const texte = memes(lireCodes(tape, intitules).codes, codes) ? tape : codes.join(', ');
  const { inconnus, illisibles } = lireCodes(texte, intitules);
  const fautes = [
    inconnus.length > 0 && `Pas au répertoire : ${premieresValeurs(inconnus)}.`,
    illisibles.length > 0 && `Un code a quatre chiffres : ${premieresValeurs(illisibles)}.`,
  ].filter((faute) => faute !== false);
  return (
    <div class="case case-large">
      <label>
        <span>{etiquette}</span>
        <textarea
          rows={2}
          maxLength={TEXTE_MAX}
          placeholder={exemples && `${exemples}…`}
          value={texte}
          onInput={(e) => {
            const { value } = e.currentTarget;
            retenir(value);
            surCodes(lireCodes(value, intitules).codes);
          }}
        />
      </label>
      <small role="status" class="case-faux">
        {fautes.length > 0 && typographie(fautes.join(' '))}
      </small>
      {codes.length > 0 && (
        <details class="petit">
          <summary>{compte(codes.length, 'option reconnue', 'options reconnues')}</summary>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                {code} {intitules.get(code)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface Props {
  readonly intitules: ReadonlyMap<string, string>;
  readonly besoins: BesoinsCoches;
  readonly surBesoins: (besoins: BesoinsCoches) => void;
}

const LISTES = { tc: 'TC de ma zone', fc: 'FC de ma région' } as const;

/** TC et FC d’après les listes que l’école tient : collées ici, ou cochées dans le tableau. */
export function MesBesoins({ intitules, besoins, surBesoins }: Props) {
  return (
    <fieldset class="cases mes-besoins">
      <legend class="petit">
        Vos listes : collez les codes (intitulés et dates sont ignorés), ou cochez dans le tableau.
        Une liste encore vide n’est pas connue : la norme qui en dépend ne l’est pas non plus.
      </legend>
      {(['tc', 'fc'] as const).map((cle) => (
        <ListeDeCodes
          key={cle}
          etiquette={`Codes des options en ${LISTES[cle]}`}
          codes={besoins[cle]}
          intitules={intitules}
          surCodes={(codes) => surBesoins({ ...besoins, [cle]: [...codes].sort() })}
        />
      ))}
    </fieldset>
  );
}
