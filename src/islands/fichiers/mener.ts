/** Sans nouvelle d’un travail pendant ce temps, en millisecondes, la page y renonce. */
export const SILENCE_D_OUVRIER = 60_000;

/** Un travail dont plus rien ne vient. */
export class SansNouvelle extends Error {
  constructor() {
    super('plus aucune nouvelle');
    this.name = 'SansNouvelle';
  }
}

interface Limites {
  readonly silence?: number;
  /** Le visiteur renonce avant. */
  readonly arret?: AbortSignal;
}

/**
 * Mène à sa fin un travail qu’un bouton attend : il rend, échoue, ou se tait trop longtemps.
 * @param travail reçoit de quoi dire qu’il avance, et le signal qui l’arrête
 * @throws SansNouvelle s’il se tait ; la raison de l’arrêt si le visiteur y renonce
 */
export async function mener<T>(
  travail: (avancer: () => void, arret: AbortSignal) => Promise<T>,
  { silence = SILENCE_D_OUVRIER, arret }: Limites = {},
): Promise<T> {
  const fin = new AbortController();
  const arreter = (): void => fin.abort(arret?.reason);
  arret?.addEventListener('abort', arreter);
  let garde: ReturnType<typeof setTimeout> | undefined;
  const avancer = (): void => {
    clearTimeout(garde);
    if (fin.signal.aborted) return;
    garde = setTimeout(() => fin.abort(new SansNouvelle()), silence);
  };
  const renonce = new Promise<never>((_rendre, renoncer) => {
    fin.signal.addEventListener('abort', () => renoncer(fin.signal.reason));
  });
  renonce.catch(() => {});
  if (arret?.aborted) arreter();
  avancer();
  try {
    return await Promise.race([travail(avancer, fin.signal), renonce]);
  } finally {
    clearTimeout(garde);
    arret?.removeEventListener('abort', arreter);
    fin.abort();
  }
}
