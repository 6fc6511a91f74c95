import { anneesEcrites } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';

const FILIERES: Readonly<Record<string, string>> = {
  PE: 'PE',
  ALT: 'ALT',
  'PE-ALT': 'PE + ALT',
  art45: 'Article 45',
};

/** La filière, puis les années, la forme et la réserve. */
export function Organisation({ ligne }: { ligne: LigneIndicateur }) {
  const { filiere, annees, forme, reserve } = ligne;
  const suite = [annees && anneesEcrites(annees), forme].filter(Boolean).join(' · ');
  return (
    <>
      {FILIERES[filiere ?? ''] ?? 'non précisé'}
      <span class="sous-ligne">
        {suite}
        {reserve && (
          <>
            {suite && ' · '}
            <abbr title={reserve === 'R' ? 'Option réservée' : 'Option strictement réservée'}>
              {reserve === 'R' ? 'R' : 'R²'}
            </abbr>
          </>
        )}
      </span>
    </>
  );
}
