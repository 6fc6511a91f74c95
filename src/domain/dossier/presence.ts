/** Les effectifs masqués que les sommes publiées d’une occurrence ne comptent pas. */
export interface Masques {
  readonly pe: number;
  readonly alt: number;
  readonly premiere: number;
  readonly troisieme: number;
}

interface Comptee {
  readonly pe: number;
  readonly alt: number;
  readonly troisieme: number;
  /** Absent : rien n’est masqué. */
  readonly masques?: Masques | undefined;
}

/** Au moins un élève, publié ou masqué. */
export const present = (comptee: Comptee, quoi: 'pe' | 'alt' | 'troisieme'): boolean =>
  comptee[quoi] > 0 || (comptee.masques?.[quoi] ?? 0) > 0;

/** Au moins un élève avant la 5e année. */
export const presentAvantLe3e = ({ pe, alt, troisieme, masques: m }: Comptee): boolean =>
  pe + alt > troisieme || (m !== undefined && m.pe + m.alt > m.troisieme);

/** Les élèves, toutes années et tous modes. */
export const effectifDe = ({ pe, alt, masques }: Comptee) => ({
  eleves: pe + alt,
  masques: masques ? masques.pe + masques.alt : 0,
});
