import type { Avertissement, Gravite } from '../../domain/dossier/avertissements.ts';
import { typographie } from '../../phrases/typographie.ts';

const MOTS: Readonly<Record<Gravite, string>> = {
  bloque: 'Bloque',
  attention: 'À vérifier',
  information: 'À savoir',
};

interface Props {
  readonly avertissements: readonly Avertissement[];
}

/** Ce qu’il faut savoir d’une demande, du plus grave au moins grave. */
export function Avertissements({ avertissements }: Props) {
  if (avertissements.length === 0) return null;
  return (
    <ul class="avertissements" aria-label="À vérifier">
      {avertissements.map(({ genre, gravite, texte, reference }) => (
        <li key={`${genre}-${texte}`} data-genre={genre} class={`avertissement-${gravite}`}>
          <strong>{MOTS[gravite]}</strong>
          <span>
            {typographie(texte)} <small>({typographie(reference)})</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
