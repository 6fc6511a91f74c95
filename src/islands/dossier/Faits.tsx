import type { Candidat } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import { phrasesDe } from '../../phrases/dossier/faits.ts';
import { CRITERES_EN_MOTS } from '../../phrases/dossier/mots.ts';
import { sourceDe } from '../../phrases/dossier/sources.ts';
import { Lecture } from './Lecture.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly candidat: Candidat;
  /** Le niveau des titres de critère. */
  readonly titre?: 'h4' | 'h3';
}

/** Les faits d’une option, critère par critère : lecture, règle, faits, source. */
export function Faits({ contexte, candidat, titre: Titre = 'h4' }: Props) {
  const { option, faits, lectures } = candidat;
  return (
    <div class="faits">
      {CRITERES.map((critere) => (
        <section key={critere} class="fait" data-critere={critere}>
          <Titre>{CRITERES_EN_MOTS[critere]}</Titre>
          <p class="fait-lecture">
            <Lecture lecture={lectures[critere].lecture} />
            <span class="fait-regle">{lectures[critere].texte}</span>
          </p>
          <ul>
            {phrasesDe(critere, contexte, option, faits).map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
          <p class="source">
            {sourceDe(critere, contexte)}{' '}
            <a class="pas-imprime" href="#sources">
              Sources
            </a>
          </p>
        </section>
      ))}
    </div>
  );
}
