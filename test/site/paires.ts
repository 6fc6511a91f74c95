import { expect } from 'vitest';
import { type Faits, faitsAttendus, membresDe, type Zone, zoneNommee } from './attendus-paires.ts';

/** Des successions et leurs anciens codes, des options qui ne se demandent plus, et d’autres. */
export const CODES = [
  ...['2410', '2420', '2409', '2419', '2112', '2113', '2115', '8216', '8217', '2634', '2647'],
  ...['3423', '3429', '3302', '3311', '8010', '8014'],
  ...['8405', '8109', '2323', '6113'],
  ...['7212', '8123', '8108', '2707', '7405'],
];
export const ZONES = ['liege', 'bruxelles', 'namur', 'brabant-wallon'].map(zoneNommee);

export interface Paire {
  readonly code: string;
  readonly zone: Zone;
}

/** Chaque code dans deux zones, à tour de rôle ; 8405 est à Bruxelles. */
export const PAIRES: readonly Paire[] = CODES.flatMap((code, i) =>
  ZONES.filter((_, rang) => rang % 2 === i % 2).map((zone) => ({ code, zone })),
).concat({ code: '8405', zone: zoneNommee('bruxelles') });

export type Compte = 'avec' | 'sans';
export type Dit = Partial<Faits>;

/** Les codes que compte une réponse : l’option et ceux qu’elle remplace, ou elle seule. */
const codesDe = (code: string, compte: Compte) => (compte === 'avec' ? membresDe(code) : [code]);

const attendus = new Map<string, Faits>();
function attendu({ code, zone }: Paire, compte: Compte): Faits {
  const cle = `${code}/${zone.zone}/${compte}`;
  const faits = attendus.get(cle) ?? faitsAttendus(code, zone, codesDe(code, compte));
  attendus.set(cle, faits);
  return faits;
}

export const FAITS = [
  'organisee',
  'occurrences',
  'eleves',
  'serie',
  'besoin',
  'norme',
  'proche',
] as const;
/** Combien de fois chaque fait a été lu, tous endroits réunis. */
export const lus = new Map<string, Set<string>>();

/** Compare ce qu’un endroit dit de chaque paire à ce qu’en disent les CSV. */
export function comparer(lieu: string, compte: Compte, dire: (paire: Paire) => Dit | null): void {
  const ecarts: string[] = [];
  for (const paire of PAIRES) {
    const dit = dire(paire);
    if (!dit) continue;
    const vrai = attendu(paire, compte);
    for (const fait of FAITS) {
      if (!(fait in dit)) continue;
      lus.set(fait, (lus.get(fait) ?? new Set()).add(`${lieu} ${compte}`));
      const [lu, voulu] = [JSON.stringify(dit[fait]), JSON.stringify(vrai[fait])];
      if (lu !== voulu) {
        ecarts.push(`${paire.code} ${paire.zone.slug}, ${fait} : ${lu}, et non ${voulu}`);
      }
    }
  }
  expect(ecarts, `${lieu}, ${compte} les anciens codes`).toEqual([]);
}
