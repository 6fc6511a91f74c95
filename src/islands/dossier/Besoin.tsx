interface Props {
  readonly tc: boolean;
  readonly fc: boolean;
}

const GENRES = {
  'tc-fc': { trace: 'M5 0l5 5-5 5-5-5z', nom: 'TC-FC' },
  tc: { trace: 'M5 0a5 5 0 110 10A5 5 0 015 0z', nom: 'TC' },
  fc: { trace: 'M5 0l5 9.5H0z', nom: 'FC' },
} as const;

/** Le besoin d’une option : sa lettre et sa forme. */
export function Besoin({ tc, fc }: Props) {
  if (!tc && !fc) return <span class="besoin besoin-aucun">ni TC ni FC</span>;
  const genre = tc && fc ? 'tc-fc' : tc ? 'tc' : 'fc';
  return (
    <span class={`besoin besoin-${genre}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d={GENRES[genre].trace} />
      </svg>
      {GENRES[genre].nom}
    </span>
  );
}
