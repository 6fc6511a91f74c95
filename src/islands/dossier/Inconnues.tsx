import { enumererEnBref } from '../../phrases/enumerer.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  /** Les demandes d’options que l’édition ne connaît pas. */
  readonly codes: readonly string[];
  /** Les codes de « Mes données » qu’elle ne connaît pas, laissés de côté. */
  readonly laissees: readonly string[];
  readonly surRetrait: (code: string) => void;
}

const MONTREES = 10;

/** Ce que le dossier nomme et que cette édition ne connaît pas. */
export function Inconnues({ codes, laissees, surRetrait }: Props) {
  if (codes.length + laissees.length === 0) return null;
  return (
    <div class="message message-erreur" role="alert">
      {laissees.length > 0 && (
        <p>
          {typographie(
            `Cette édition ne connaît pas ${enumererEnBref(laissees)} : laissé hors de vos options et de vos listes.`,
          )}
        </p>
      )}
      {codes.length > 0 && (
        <p>
          {typographie(
            `Cette édition ne connaît pas ${enumererEnBref(codes, MONTREES)} : la demande reste dans le dossier, sans faits.`,
          )}{' '}
          {codes.slice(0, MONTREES).map((code) => (
            <button key={code} type="button" class="lien-bouton" onClick={() => surRetrait(code)}>
              Retirer {code}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
