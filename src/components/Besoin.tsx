import type { CleBesoin } from '../domain/besoin.ts';

/** Une forme par besoin : elle dit la même chose que la couleur. */
const FORMES: Readonly<Record<CleBesoin, string>> = {
  'tc-fc': 'M5 0 10 5 5 10 0 5Z',
  tc: 'M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  fc: 'M5 .5 10 9.5H0Z',
  aucun: '',
  'non-connu': '',
};

const NOMS: Readonly<Record<CleBesoin, string>> = {
  'tc-fc': 'TC-FC',
  tc: 'TC',
  fc: 'FC',
  aucun: 'aucun',
  'non-connu': 'non connu',
};

export function Symbole({ cle }: { cle: CleBesoin }) {
  return FORMES[cle] === '' ? null : (
    <svg class={`symbole symbole-${cle}`} viewBox="0 0 10 10" aria-hidden="true">
      <path d={FORMES[cle]} />
    </svg>
  );
}

export function Besoin({ cle }: { cle: CleBesoin }) {
  return (
    <span class={`besoin besoin-${cle}`}>
      <Symbole cle={cle} />
      {NOMS[cle]}
    </span>
  );
}
