import type { Candidat } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import { phrasesDe } from '../../phrases/dossier/faits.ts';
import { CRITERES_EN_MOTS } from '../../phrases/dossier/mots.ts';
import { sourceDe } from '../../phrases/dossier/sources.ts';
import { Lecture } from './Lecture.tsx';
import { Voisins } from './Voisins.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly candidat: Candidat;
  /** Le niveau des titres de critère. */
  readonly titre?: 'h4' | 'h3';
  /** Sur une page A4, où tous les voisins ne tiennent pas. */
  readonly papier?: boolean;
}

/** Les faits d’une option, critère par critère : lecture, règle, faits, source. */
export function Faits({ contexte, candidat, titre: Titre = 'h4', papier = false }: Props) {
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
          {critere === 'repartition' && (
            <Voisins lieu={contexte.lieu} voisins={faits.repartition.voisins} papier={papier} />
          )}
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
