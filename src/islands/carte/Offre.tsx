import { href } from '../../config.ts';
import type { Occurrence } from '../../domain/autour/types.ts';
import { ORGANISATIONS } from '../../phrases/autour.ts';

/** Les options d’une implantation, avec leurs élèves. */
export function CarteOffre({ occurrences }: { readonly occurrences: readonly Occurrence[] }) {
  return (
    <ul class="offre">
      {occurrences.map(({ option, organisation, eleves }) => (
        <li key={option.code}>
          <a href={href(`/options/${option.code}/`)}>
            {option.code} {option.intitule}
          </a>{' '}
          <span class="discret">
            {ORGANISATIONS[organisation]} · <data value={eleves}>{eleves}</data>{' '}
            {eleves > 1 ? 'élèves' : 'élève'}
          </span>
        </li>
      ))}
    </ul>
  );
}
