import { useId, useState } from 'preact/hooks';
import { FILTRES, type Filtre, TITRES_DE_DIMENSION } from '../../domain/explorer/dimensions.ts';
import type { Question } from '../../domain/explorer/question.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { ConnuesExplorer } from '../../domain/url/explorer.ts';
import { direValeur } from '../../phrases/explorer.ts';

interface Props {
  readonly question: Question;
  readonly connues: ConnuesExplorer;
  readonly noms: Noms;
  readonly demander: (question: Question) => void;
}

const choisir = (question: Question, filtre: Filtre, valeurs: readonly string[]): Question => {
  const { [filtre]: _, ...autres } = question.choix;
  return { ...question, choix: valeurs.length > 0 ? { ...autres, [filtre]: valeurs } : autres };
};

/** Des codes d’option séparés par des virgules ; ceux qui n’existent pas se disent. */
function ParCode({ question, connues, demander }: Props) {
  const id = useId();
  const [inconnus, dire] = useState('');
  const lire = (texte: string): void => {
    const codes = [...new Set(texte.match(/\d+/g) ?? [])];
    const manquent = codes.filter((code) => !connues.choix.option.includes(code));
    dire(manquent.length > 0 ? `Hors du répertoire : ${manquent.slice(0, 5).join(', ')}.` : '');
    const gardes = codes.filter((code) => connues.choix.option.includes(code));
    demander(choisir(question, 'option', gardes));
  };
  return (
    <div class="explorer-champ">
      <label for={id}>Codes d’option, séparés par des virgules</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        maxLength={400}
        value={(question.choix.option ?? []).join(', ')}
        onChange={({ currentTarget }) => lire(currentTarget.value)}
      />
      <p class="petit" role="status">
        {inconnus}
      </p>
    </div>
  );
}

/** Les filtres d’une question, un volet par dimension. */
export function Filtres(props: Props) {
  const { question, connues, noms, demander } = props;
  return (
    <div class="explorer-filtres">
      {FILTRES.map((filtre) => {
        const choisies = question.choix[filtre] ?? [];
        const titre = TITRES_DE_DIMENSION[filtre];
        return (
          <details key={filtre} open={choisies.length > 0}>
            <summary>
              {titre}
              {choisies.length > 0 && <span class="explorer-compte">{choisies.length}</span>}
            </summary>
            {filtre === 'option' ? (
              <ParCode {...props} />
            ) : (
              <fieldset>
                <legend class="visuellement-cache">{titre}</legend>
                {connues.choix[filtre].map((cle) => (
                  <label key={cle}>
                    <input
                      type="checkbox"
                      checked={choisies.includes(cle)}
                      onChange={({ currentTarget }) => {
                        const suite = connues.choix[filtre].filter((autre) =>
                          autre === cle ? currentTarget.checked : choisies.includes(autre),
                        );
                        demander(choisir(question, filtre, suite));
                      }}
                    />
                    {direValeur(filtre, { cle, nom: cle }, noms)}
                  </label>
                ))}
              </fieldset>
            )}
          </details>
        );
      })}
    </div>
  );
}
