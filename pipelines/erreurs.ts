import { ErreurDUsage } from '../src/edition/probleme.ts';

/** Ce que le disque ou la machine refuse : la commande est bonne, la cause est ailleurs. */
export class ErreurDeDisque extends Error {
  override name = 'ErreurDeDisque';
}

const PLEIN = 'il n’y a plus de place sur le disque. Libérez-en et relancez';
const DROITS = 'l’accès est refusé. Vérifiez les droits de ce fichier ou de ce dossier';

const DU_SYSTEME: Readonly<Record<string, string>> = {
  ENOSPC: PLEIN,
  EDQUOT: PLEIN,
  EFBIG: PLEIN,
  EACCES: DROITS,
  EPERM: DROITS,
  EROFS: 'ce disque est en lecture seule. Choisissez un autre dossier',
  EBUSY: 'un autre programme s’en sert. Fermez-le et relancez',
  ENOENT: 'il n’existe pas. Vérifiez son chemin',
  ENOTDIR: 'un fichier est là où il faut un dossier. Vérifiez le chemin',
  EEXIST: 'un fichier est là où il faut un dossier. Vérifiez le chemin',
  EISDIR: 'un dossier est là où il faut un fichier. Vérifiez le chemin',
  ENOTEMPTY: 'ce dossier n’est pas vide. Vérifiez ce qu’il contient',
  ELOOP: 'ses liens tournent en rond. Vérifiez le chemin',
  ENAMETOOLONG: 'son nom est trop long. Raccourcissez-le',
  EMFILE: 'trop de fichiers sont ouverts à la fois. Fermez des programmes et relancez',
};

/** DuckDB dit ses fautes de fichier en anglais, la cause du système à la fin. */
const DE_DUCKDB: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|Disk quota exceeded|File too large|max_temp_directory_size/, PLEIN],
  [/Permission denied|Operation not permitted/, DROITS],
  [/Read-only file system/, 'ce disque est en lecture seule. Choisissez un autre dossier'],
  [/Out of Memory Error/, 'la mémoire ne suffit pas. Fermez des programmes et relancez'],
];

/** Une faute en deux phrases françaises, sans pile d’appels, et le code de sortie qu’elle vaut. */
export function expliquer(cause: unknown): { message: string; code: 1 | 2 } {
  if (cause instanceof ErreurDUsage) return { message: cause.message, code: 2 };
  if (cause instanceof ErreurDeDisque) return { message: cause.message, code: 1 };
  const { message, code, path, dest } = Object(cause) as NodeJS.ErrnoException & { dest?: string };
  const texte = message ?? String(cause);
  const remede =
    DU_SYSTEME[code ?? ''] ?? DE_DUCKDB.find(([forme]) => forme.test(texte))?.[1] ?? null;
  const lieu = dest ?? path;
  if (remede) return { message: `${lieu ? `« ${lieu} » : ` : ''}${remede}.`, code: 1 };
  const trace = process.env.OAD_TRACE ? `\n${(cause as Error)?.stack ?? ''}` : '';
  return {
    message: `faute inattendue : ${texte}. Signalez-la ; OAD_TRACE=oui en dit plus.${trace}`,
    code: 1,
  };
}
