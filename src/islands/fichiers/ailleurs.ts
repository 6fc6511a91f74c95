interface Travail<M, R> {
  /** De quoi ouvrir le travailleur : son adresse doit s’écrire là où il sert. */
  readonly ouvrir: () => Worker;
  readonly message: unknown;
  /** Ce qui passe au travailleur sans se copier. */
  readonly transferes?: Transferable[];
  readonly arret: AbortSignal;
  /** Reçoit chaque message : il rend, renonce, ou le travail continue. */
  readonly recevoir: (
    message: M,
    rendre: (rendu: R) => void,
    renoncer: (cause: Error) => void,
  ) => void;
}

/**
 * Confie un travail à un travailleur neuf, qui s’arrête avec lui : la page reste vivante.
 * @param arret `mener` le donne, et le lève toujours : le travailleur finit avec lui
 */
export function ailleurs<M, R>({
  ouvrir,
  message,
  transferes = [],
  arret,
  recevoir,
}: Travail<M, R>) {
  return new Promise<R>((rendre, renoncer) => {
    arret.throwIfAborted();
    const travailleur = ouvrir();
    const perdre = (evenement: Event): void => {
      evenement.preventDefault();
      renoncer(new Error('Le travailleur ne répond pas.'));
    };
    travailleur.addEventListener('message', ({ data }: MessageEvent<M>) =>
      recevoir(data, rendre, renoncer),
    );
    travailleur.addEventListener('error', perdre);
    travailleur.addEventListener('messageerror', perdre);
    arret.addEventListener('abort', () => {
      travailleur.terminate();
      renoncer(arret.reason);
    });
    travailleur.postMessage(message, transferes);
  });
}
