import { FichierRefuse } from '../../edition/read/bornes.ts';
import type { Classeur } from '../../edition/read/classeur.ts';
import type { FeuilleXlsx } from '../../export/xlsx.ts';

/** Ce qu’une page confie au travailleur : un classeur à écrire, ou un fichier à lire. */
export type Travail =
  | { readonly genre: 'ecrire'; readonly feuilles: readonly FeuilleXlsx[] }
  | { readonly genre: 'lire'; readonly octets: ArrayBuffer };

export type Rendu =
  | { readonly octets: Uint8Array<ArrayBuffer> }
  | { readonly classeur: Classeur }
  /** Un fichier qu’on ne lit pas, et ce qu’il faut en faire. */
  | { readonly refus: string }
  | { readonly faute: string };

async function faire(travail: Travail): Promise<Rendu> {
  if (travail.genre === 'ecrire') {
    const { enXlsx } = await import('../../export/xlsx.ts');
    return { octets: await enXlsx(travail.feuilles) };
  }
  const { lireTableur } = await import('../../edition/read/tableur.ts');
  return { classeur: await lireTableur(new Uint8Array(travail.octets)) };
}

addEventListener('message', async ({ data }: MessageEvent<Travail>) => {
  const rendu = await faire(data).catch((cause: unknown): Rendu => {
    return cause instanceof FichierRefuse ? { refus: cause.message } : { faute: String(cause) };
  });
  postMessage(rendu, { transfer: 'octets' in rendu ? [rendu.octets.buffer] : [] });
});
