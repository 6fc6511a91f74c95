/** Un tirage reproductible (mulberry32). */
export function alea(graine: number): () => number {
  let etat = graine >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = etat;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Tirage = () => number;
type Mutation = (octets: Buffer, tirage: Tirage) => Buffer;

const entier = (tirage: Tirage, n: number): number => Math.floor(tirage() * n);
const choisir = <T>(tirage: Tirage, parmi: readonly T[]): T =>
  parmi[entier(tirage, parmi.length)] as T;

const couper = (octets: Buffer, place: number, retires: number, ajout: Uint8Array): Buffer =>
  Buffer.concat([octets.subarray(0, place), ajout, octets.subarray(place + retires)]);

const PIEGES = [
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFEFF',
  '\uFFFD',
  ' ',
  '\t',
  '=',
  '-',
  '0',
  '9',
];

const enLignes =
  (changer: (lignes: string[], tirage: Tirage) => void): Mutation =>
  (octets, tirage) => {
    const lignes = octets.toString('utf8').split('\n');
    changer(lignes, tirage);
    return Buffer.from(lignes.join('\n'));
  };

const enCellules =
  (changer: (cellules: string[], tirage: Tirage) => void): Mutation =>
  (octets, tirage) =>
    enLignes((lignes, t) => {
      const i = entier(t, lignes.length);
      const cellules = (lignes[i] ?? '').split(',');
      changer(cellules, t);
      lignes[i] = cellules.join(',');
    })(octets, tirage);

/** Ce qui arrive à un CSV : touches de travers, tableurs, copies, transferts coupés. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'octet changé': (octets, t) =>
    couper(octets, entier(t, octets.length), 1, Buffer.from([entier(t, 256)])),
  'octet retiré': (octets, t) => couper(octets, entier(t, octets.length), 1, Buffer.alloc(0)),
  'piège inséré': (octets, t) =>
    couper(octets, entier(t, octets.length), 0, Buffer.from(choisir(t, PIEGES))),
  'chiffre changé': (octets, t) => {
    const places = [...octets.keys()].filter(
      (i) => (octets[i] ?? 0) >= 48 && (octets[i] ?? 0) < 58,
    );
    if (places.length === 0) return octets;
    return couper(octets, choisir(t, places), 1, Buffer.from(String(entier(t, 10))));
  },
  'fichier tronqué': (octets, t) => octets.subarray(0, entier(t, octets.length)),
  'bloc répété': (octets, t) => {
    const place = entier(t, octets.length);
    return couper(octets, place, 0, octets.subarray(place, place + 1 + entier(t, 200)));
  },
  'ligne doublée': enLignes((lignes, t) => {
    const i = entier(t, lignes.length);
    lignes.splice(i, 0, lignes[i] ?? '');
  }),
  'ligne retirée': enLignes((lignes, t) => {
    lignes.splice(entier(t, lignes.length), 1);
  }),
  'lignes échangées': enLignes((lignes, t) => {
    const [i, j] = [entier(t, lignes.length), entier(t, lignes.length)];
    [lignes[i], lignes[j]] = [lignes[j] ?? '', lignes[i] ?? ''];
  }),
  'cellules échangées': enCellules((cellules, t) => {
    const [i, j] = [entier(t, cellules.length), entier(t, cellules.length)];
    [cellules[i], cellules[j]] = [cellules[j] ?? '', cellules[i] ?? ''];
  }),
  'cellule vidée': enCellules((cellules, t) => {
    cellules[entier(t, cellules.length)] = '';
  }),
  'cellule en trop': enCellules((cellules, t) => {
    cellules.splice(entier(t, cellules.length), 0, 'x');
  }),
  'colonne retirée': enLignes((lignes, t) => {
    const place = entier(t, (lignes[0] ?? '').split(',').length);
    for (const [i, ligne] of lignes.entries()) {
      lignes[i] = ligne
        .split(',')
        .filter((_, j) => j !== place)
        .join(',');
    }
  }),
  'colonnes échangées dans l’en-tête': enLignes((lignes, t) => {
    const noms = (lignes[0] ?? '').split(',');
    const [i, j] = [entier(t, noms.length), entier(t, noms.length)];
    [noms[i], noms[j]] = [noms[j] ?? '', noms[i] ?? ''];
    lignes[0] = noms.join(',');
  }),
  'fins de ligne CRLF': enLignes((lignes) => {
    for (const [i, ligne] of lignes.entries()) lignes[i] = ligne && `${ligne}\r`;
  }),
  'point-virgule': (octets) => Buffer.from(octets.toString('utf8').replaceAll(',', ';')),
  'Windows-1252': (octets) => Buffer.from(octets.toString('utf8'), 'latin1'),
};
