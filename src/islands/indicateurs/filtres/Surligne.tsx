import type { Trouvailles } from '../../../domain/recherche/options.ts';
import { surligner } from '../../../domain/recherche/surlignage.ts';

interface Props {
  texte: string;
  trouvailles: Trouvailles | null;
}

/** Un texte où les mots cherchés sont marqués. */
export function Surligne({ texte, trouvailles }: Props) {
  if (!trouvailles) return <>{texte}</>;
  return (
    <>
      {surligner(texte, trouvailles.mots).map((segment) =>
        segment.marque ? <mark>{segment.texte}</mark> : segment.texte,
      )}
    </>
  );
}
