import {
  type AsyncUnzipOptions,
  type AsyncZipOptions,
  type FlateCallback,
  type FlateError,
  type UnzipCallback,
  unzipSync,
  type Zippable,
  zipSync,
} from 'fflate/browser';

/** Tout fflate, mais `zip` et `unzip` travaillent sur place : la CSP refuse leur travailleur `blob:`. */
export * from 'fflate/browser';

function surPlace<T>(
  faire: () => T,
  vide: T,
  suite: (faute: FlateError | null, rendu: T) => void,
): void {
  let faute: FlateError | null = null;
  let rendu = vide;
  try {
    rendu = faire();
  } catch (cause) {
    faute = cause as FlateError;
  }
  suite(faute, rendu);
}

type Zipper = [suite: FlateCallback] | [choix: AsyncZipOptions, suite: FlateCallback];

/** Comme fflate, avec ou sans options avant la suite. */
export function zip(fichiers: Zippable, ...reste: Zipper): void {
  const [choix, suite] = reste.length === 2 ? reste : [{}, reste[0]];
  surPlace(() => zipSync(fichiers, choix), new Uint8Array(0), suite);
}

type Dezipper = [suite: UnzipCallback] | [choix: AsyncUnzipOptions, suite: UnzipCallback];

export function unzip(octets: Uint8Array, ...reste: Dezipper): void {
  const [choix, suite] = reste.length === 2 ? reste : [{}, reste[0]];
  surPlace(() => unzipSync(octets, choix), {}, suite);
}
