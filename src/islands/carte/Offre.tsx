import { href } from '../../config.ts';
import type { OccurrenceDeCarte } from '../../domain/autour/types.ts';
import { ORGANISATIONS } from '../../phrases/autour.ts';
import { EffectifEcrit } from '../EffectifEcrit.tsx';

/** Les options d’une implantation, avec leurs élèves. */
export function CarteOffre({
  occurrences,
}: {
  readonly occurrences: readonly OccurrenceDeCarte[];
}) {
  return (
    <ul class="offre">
      {occurrences.map(({ option, organisation, ...effectif }) => (
        <li key={option.code}>
          <a href={href(`/options/${option.code}/`)}>
            {option.code} {option.intitule}
          </a>{' '}
          <span class="discret">
            {ORGANISATIONS[organisation]} · <EffectifEcrit effectif={effectif} nomme />
          </span>
        </li>
      ))}
    </ul>
  );
}
