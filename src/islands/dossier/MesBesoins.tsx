import { useState } from 'preact/hooks';
import { lireCodes } from '../../domain/dossier/codes.ts';
import type { BesoinsCoches } from '../../domain/dossier/lieu.ts';
import { compte } from '../../domain/ecriture.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly connus: ReadonlySet<string>;
  readonly besoins: BesoinsCoches;
  readonly surBesoins: (besoins: BesoinsCoches) => void;
}

const LISTES = { tc: 'TC de ma zone', fc: 'FC de ma région' } as const;

const memes = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** Une liste de codes qui suit les cases cochées dans le tableau, et les coche. */
function ListeDeCodes({
  etiquette,
  codes,
  connus,
  surCodes,
}: {
  readonly etiquette: string;
  readonly codes: readonly string[];
  readonly connus: ReadonlySet<string>;
  readonly surCodes: (codes: readonly string[]) => void;
}) {
  const [tape, retenir] = useState(codes.join(', '));
  // Une case cochée, un dossier reçu : la liste a changé sans le champ.
  const texte = memes(lireCodes(tape, connus).codes, codes) ? tape : codes.join(', ');
  const { inconnus } = lireCodes(texte, connus);
  return (
    <label class="case case-large">
      <span>{etiquette}</span>
      <textarea
        rows={2}
        placeholder="2115, 2228…"
        inputMode="numeric"
        value={texte}
        onInput={(e) => {
          const { value } = e.currentTarget;
          retenir(value);
          surCodes(lireCodes(value, connus).codes);
        }}
      />
      <small role="status">
        {codes.length > 0 && `${compte(codes.length, 'option cochée', 'options cochées')}. `}
        {inconnus.length > 0 && (
          <span class="case-faux">
            {typographie(`Pas au répertoire : ${inconnus.join(', ')}.`)}
          </span>
        )}
      </small>
    </label>
  );
}

/** TC et FC d’après les listes que l’école tient : collées ici, ou cochées dans le tableau. */
export function MesBesoins({ connus, besoins, surBesoins }: Props) {
  return (
    <div class="cases mes-besoins">
      <p class="petit">
        Collez les codes de vos listes (les intitulés sont ignorés), ou cochez les options une à une
        dans le tableau.
      </p>
      {(['tc', 'fc'] as const).map((cle) => (
        <ListeDeCodes
          key={cle}
          etiquette={`Codes des options en ${LISTES[cle]}`}
          codes={besoins[cle]}
          connus={connus}
          surCodes={(codes) => surBesoins({ ...besoins, [cle]: [...codes].sort() })}
        />
      ))}
    </div>
  );
}
