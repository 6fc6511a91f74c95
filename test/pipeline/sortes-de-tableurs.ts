import fc from 'fast-check';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { cellule, xlsx } from '../unit/edition/classeurs.ts';
import {
  A,
  type Champ,
  type Contenant,
  cleDe,
  contenant,
  enCsv,
  FASES,
  type Forme,
  feuille,
  forme,
  type Ligne,
  mele,
  rangeesDe,
  type Tire,
  tables,
} from './tableurs-au-hasard.ts';

type Rangees = string[][];

/** Un fichier sans dégât, et de quoi lui en faire un. */
interface Propre {
  readonly table: readonly Ligne[];
  readonly f: Forme;
  readonly c: Contenant;
  readonly rangees: Rangees;
  /** Le rang de la première ligne de données. */
  readonly debut: number;
  readonly place: (champ: Champ) => number;
  /** Une ligne de données. */
  readonly rang: number;
  /** De quoi choisir. */
  readonly hasard: number;
}

const propre: fc.Arbitrary<Propre> = fc
  .tuple(tables, forme, contenant, fc.nat(), fc.nat())
  .map(([table, tiree, contient, n, hasard]) => {
    const f: Forme = {
      ...tiree,
      ...({ intruse: 'commune', nombre: '12', annee: '2023-2024', etude: '', fins: [] } as const),
    };
    const c: Contenant = { ...contient, nu: false, autour: 'rien', fusion: false };
    const { rangees, debut } = rangeesDe(table, f);
    const place = (champ: Champ) => f.ordre.indexOf(champ) + 1;
    return { table, f, c, rangees, debut: debut + 1, place, rang: n % table.length, hasard };
  });

const parmi = <T>(valeurs: readonly T[], hasard: number): T =>
  valeurs[hasard % valeurs.length] as T;

const poser = (rangees: Rangees, rang: number, place: number, texte: string): Rangees =>
  rangees.map((rangee, i) => (i === rang ? rangee.with(place, texte) : rangee));

/** Récrit une colonne, en-tête à part. */
const recrire = ({ rangees, debut }: Propre, place: number, ecrire: (texte: string) => string) =>
  rangees.map((rangee, i) =>
    i < debut ? rangee : rangee.with(place, ecrire(rangee[place] ?? '')),
  );

const enFichier = (rangees: Rangees, { c }: Pick<Propre, 'c'>): Uint8Array =>
  c.genre === 'xlsx' ? xlsx([{ nom: 'Effectifs', xml: feuille(rangees) }]) : enCsv(rangees, c);

type Fait = Omit<Tire, 'sorte' | 'table' | 'ambigu'> & Partial<Pick<Tire, 'table' | 'ambigu'>>;

/** Un dégât, et le fichier qui le porte. */
type Sorte = (propre: Propre) => Fait;

const texte = (rangees: Rangees, c: Contenant): string =>
  Buffer.from(enCsv(rangees, { ...c, codage: 'utf8', annonce: false })).toString('utf8');

const SEMAINE = ['05-avr', 'avr-05', '5/04/2024', '2024-04-05', '04-05', '45751', '4 mai'];
const ESPACES = ['\u00a0', '\u202f', '\u2009', '\u2007', ' '];

const pourcents = ({ rangees, debut }: Propre, titre: string): Rangees =>
  rangees.map((rangee, i) => {
    if (i === debut - 1) return [...rangee, titre];
    return [...rangee, i < debut ? '' : String((i * 7) % 100)];
  });

/** La table, et chaque clé une seconde fois l’autre année. */
const surDeuxAns = (table: readonly Ligne[]): Ligne[] => {
  const cles = new Map(table.map((l) => [[l.fase, l.code, l.etude, l.mode].join('/'), l]));
  return [...cles.values()].flatMap((l) => [
    { ...l, annee: '2022-2023' },
    { ...l, annee: '2023-2024', eleves: l.eleves + 3 },
  ]);
};

/** Les années en colonnes, sous un seul titre. */
function anneesFusionnees({ table, f, c, place, hasard }: Propre): Fait {
  const deux = surDeuxAns(table);
  const sansAnnee = (rangee: readonly string[]) => rangee.toSpliced(place('annee'), 1);
  const { rangees, debut } = rangeesDe(
    deux.filter(({ annee }) => annee === '2022-2023'),
    f,
  );
  const ou = place('eleves') - (place('annee') < place('eleves') ? 1 : 0);
  const seconde = deux.filter(({ annee }) => annee === '2023-2024');
  const larges = rangees.flatMap((rangee, i) => {
    const apres = seconde[i - debut - 1];
    const large = sansAnnee(rangee).toSpliced(ou + 1, 0, apres ? String(apres.eleves) : '');
    if (i !== debut) return [large];
    const sous = large.map(() => '').with(ou, '2022-2023');
    return [large, sous.with(ou + 1, '2023-2024')];
  });
  const fusion = `<mergeCells><mergeCell ref="${A[ou]}${debut + 1}:${A[ou + 1]}${debut + 1}"/></mergeCells>`;
  const annee = parmi(['2022-2023', '2023-2024'], hasard);
  return {
    octets:
      c.genre === 'xlsx'
        ? xlsx([{ xml: feuille(larges).replace(/<mergeCells>.*<\/mergeCells>/, fusion) }])
        : enCsv(larges, c),
    ambigu: true,
    reponse: { annee },
    table: deux.filter((l) => l.annee === annee),
  };
}

/** Une feuille par année, que son titre seul dit. */
function feuillesParAnnee({ table, f, place, hasard }: Propre): Fait {
  const parAn = [...Map.groupBy(table, ({ annee }) => annee)];
  const feuilles = parAn.map(([annee, lignes]) => ({
    nom: parmi([annee, `Effectifs ${annee.slice(0, 4)}-${annee.slice(7)}`], hasard),
    xml: feuille(rangeesDe(lignes, f).rangees.map((r) => r.toSpliced(place('annee'), 1))),
  }));
  return {
    octets: xlsx(feuilles),
    ambigu: feuilles.length > 1,
    reponse: { feuille: feuilles.map(({ nom }) => nom) },
  };
}

/** Des formules que rien n’a calculées : leurs lignes se refusent, fût-ce `--tus zero`. */
function formules({ rangees, debut, place, rang, hasard }: Propre): Fait {
  const ou = place(parmi(['eleves', 'fase', 'code'], hasard));
  const adresse = `${A[ou]}${debut + rang + 1}`;
  const [avant, apres] = parmi(
    [
      ['', ''],
      ['', '<v></v>'],
      ['', '<v/>'],
      [' t="n"', ''],
    ],
    hasard >> 2,
  );
  const vive = cellule(adresse, rangees[debut + rang]?.[ou] ?? '');
  const formule = `<c r="${adresse}"${avant}><f>SUM(A1:A2)</f>${apres}</c>`;
  return {
    octets: xlsx([{ xml: feuille(rangees).replace(vive, formule) }]),
    ambigu: true,
    reponse: { tus: 'zero' },
  };
}

/** Des lignes, une colonne ou une feuille que le tableur ne montre pas. */
function masquees(un: Propre): Fait {
  const { table, f, rangees, debut, place, hasard } = un;
  const reponse: ReponseDImport = { masquees: 'laisser' };
  const fausses = recrire(un, place('eleves'), (n) => String(Number(n) + 5));
  if (hasard % 3 === 0) {
    const titres = rangees.map((r, i) => [
      ...r,
      i === debut - 1 ? 'Élèves inscrits' : (fausses[i]?.[place('eleves')] ?? ''),
    ]);
    const cols = `<cols><col min="${titres[0]?.length}" max="${titres[0]?.length}" ${parmi(['hidden="1"', 'width="0"'], hasard >> 2)}/></cols>`;
    const xml = feuille(titres).replace('<sheetData>', `${cols}<sheetData>`);
    return { octets: xlsx([{ xml }]), ambigu: true, reponse };
  }
  if (hasard % 3 === 1) {
    const etat = parmi(['hidden', 'veryHidden'] as const, hasard >> 2);
    const cachee = { nom: 'Vieux', etat, xml: feuille(fausses) };
    return { octets: xlsx([cachee, { nom: 'Effectifs', xml: feuille(rangees) }]) };
  }
  const vieilles = rangeesDe(
    table.map((l) => ({ ...l, annee: '2021-2022' })),
    f,
  ).rangees.slice(debut);
  const marque = parmi(['hidden="1"', 'ht="0" customHeight="1"'], hasard >> 2);
  const xml = vieilles.reduce(
    (avant, _, i) => {
      const r = rangees.length + i + 1;
      return avant.replace(`<row r="${r}"`, `<row ${marque} r="${r}"`);
    },
    feuille([...rangees, ...vieilles]),
  );
  return { octets: xlsx([{ xml }]), ambigu: true, reponse };
}

const TOTAUX = [
  ...['Σ', '∑ général'],
  ...['Somme', 'Ensemble', 'Total général', 'Sous-total', 'TOTAUX', 'Tot.', 'dont filles'],
  ...['Toutes options', 'Tous', 'Moyenne', 'Effectif total', 'Cumul', 'Dont alternance'],
];

/** Des lignes de total, où que soit le mot et quoi que la ligne répète. */
function totaux({ table, rangees, debut, place, hasard, c }: Propre): Fait {
  const ou = place(parmi(['annee', 'fase', 'code', 'etude', 'mode'], hasard));
  const garde = hasard % 2 === 0 ? (rangees[debut] ?? []) : [];
  const total = (rangees[0] ?? []).map((_, i) => garde[i] ?? '').with(0, '');
  const somme = String(table.reduce((n, l) => n + l.eleves, 0));
  const ligne = total.with(ou, parmi(TOTAUX, hasard >> 3)).with(place('eleves'), somme);
  return { octets: enFichier([...rangees, ligne], { c }) };
}

/** La colonne des élèves deux fois : pareille, ou non. */
function colonnesDoubles(un: Propre): Fait {
  const { rangees, debut, place, c, hasard } = un;
  const pareilles = hasard % 2 === 0;
  const doubles = rangees.map((r, i) => {
    const vue = r[place('eleves')] ?? '';
    return [...r, i < debut || pareilles ? vue : String(Number(vue) + 1)];
  });
  return {
    octets: enFichier(doubles, { c }),
    ambigu: !pareilles,
    reponse: { colonne: [`eleves=${place('eleves') + 1}`] },
  };
}

/** Des filles, des garçons, et ce qui les réunit. */
function reunis({ table, f, c, hasard }: Propre): Fait {
  const { rangees, debut } = rangeesDe(table, { ...f, intruse: 'sexe' });
  const ou = f.ordre.indexOf('eleves') + 1;
  const sommes = table.map((l, i) => {
    const une = rangees[debut + 1 + 2 * i] ?? [];
    return une
      .with(0, parmi(['F+G', 'T', 'Total', '', 'Tous', 'F/G', 'Mixte'], hasard))
      .with(ou, String(l.eleves));
  });
  return {
    octets: enFichier([...rangees, ...sommes], { c }),
    ambigu: true,
    reponse: { additionner: ['Sexe'] },
  };
}

/** Les élèves de deux années en deux colonnes, chacune à son titre. */
function anneesEnTitres({ table, f, c, place, hasard }: Propre): Fait {
  const deux = surDeuxAns(table);
  const de = (annee: string) => deux.filter((l) => l.annee === annee);
  const { rangees, debut } = rangeesDe(de('2022-2023'), f);
  const ou = place('eleves');
  const larges = rangees.map((rangee, i) => {
    const apres = de('2023-2024')[i - debut - 1];
    const titres = i === debut ? ['Élèves 2022-2023', 'Élèves 2023-2024'] : ['', ''];
    const cellules = apres ? [rangee[ou] ?? '', String(apres.eleves)] : titres;
    return rangee
      .toSpliced(ou, 1, ...cellules)
      .toSpliced(place('annee') + (ou < place('annee') ? 1 : 0), 1);
  });
  const annee = parmi(['2022-2023', '2023-2024'], hasard);
  return { octets: enFichier(larges, { c }), ambigu: true, reponse: { annee }, table: de(annee) };
}

/** Sous « FASE » l’école, et l’implantation sous un autre nom. */
function deuxNumeros(un: Propre): Fait {
  const { rangees, debut, place, c, hasard } = un;
  const ou = place('fase');
  const titre = parmi(['N° implantation', 'Implantation', 'Numéro d’implantation'], hasard);
  const larges = rangees.map((r, i) => {
    if (i === debut - 1) return [...r.with(ou, 'FASE'), titre];
    if (i < debut) return [...r, ''];
    return [...r.with(ou, FASES[(i + hasard) % FASES.length] ?? ''), r[ou] ?? ''];
  });
  const colonne = [`fase_implantation=${titre}`];
  return { octets: enFichier(larges, { c }), ambigu: true, reponse: { colonne } };
}

const CROISEES: readonly (readonly [champ: Champ, titres: Readonly<Record<string, string>>])[] = [
  ['mode', { PE: 'PE', ALT: 'ALT' }],
  ['mode', { PE: 'Plein exercice', ALT: 'Élèves en alternance' }],
  ['etude', { 3: '3e', 4: '4e', 5: '5e année' }],
  ['etude', { 5: '5', 6: '6' }],
  ['annee', { '2021-2022': '2021-2022', '2022-2023': '2022/23', '2023-2024': '2023-2024' }],
];

/** Les valeurs d’une colonne en titres, ses effectifs dessous, un total à droite et un en bas. */
function croise(un: Propre): Fait {
  const { f, c, hasard } = un;
  const [champ, titres] = parmi(CROISEES, hasard);
  const valeurs = Object.keys(titres);
  const dites = un.table.map((l) => ({ ...l, [champ]: valeurs[0] ?? '' }));
  const unes = [...new Map(dites.map((l) => [cleDe(l), l])).values()];
  const table = unes.flatMap((l, i) =>
    valeurs.map((valeur, j) => ({ ...l, [champ]: valeur, eleves: (7 * i + 3 * j) % 40 })),
  );
  const champs = f.ordre.filter((autre) => autre !== champ && autre !== 'eleves');
  const compter = (quoi: (l: Ligne) => boolean) =>
    table.reduce((n, l) => n + (quoi(l) ? l.eleves : 0), 0);
  const corps = unes.map((une, i) => {
    const comptes = valeurs.map((_, j) => table[i * valeurs.length + j]?.eleves ?? 0);
    const total = comptes.reduce((n, m) => n + m, 0);
    return [...champs.map((nom) => String(une[nom])), ...comptes.map(String), String(total)];
  });
  const vides = champs.slice(1).map(() => '');
  const sommes = valeurs.map((valeur) => String(compter((l) => l[champ] === valeur)));
  const rangees = [
    [...champs.map((nom) => f.noms[nom]), ...Object.values(titres), 'Total'],
    ...corps,
    ...(hasard % 2 > 0 ? [['TOTAL', ...vides, ...sommes, String(compter(() => true))]] : []),
  ];
  return { octets: enFichier(rangees, { c }), table };
}

const SORTES: Readonly<Record<string, Sorte>> = {
  'années en titres de colonnes': anneesEnTitres,
  'une école sous « FASE », une implantation ailleurs': deuxNumeros,
  'UTF-8 encodé deux fois': ({ rangees, c }) => {
    const dit = texte(rangees, c);
    const double = new TextDecoder('windows-1252').decode(Buffer.from(dit));
    return { octets: Buffer.from(double), ambigu: double !== dit };
  },
  'UTF-16 sans marque': ({ rangees, c }) => ({
    octets: Buffer.from(texte(rangees, c), 'utf16le'),
  }),
  'Windows-1252 et « ’ »': ({ rangees, debut, place, c }) => ({
    octets: enCsv(poser(rangees, debut - 1, place('etude'), 'Année d’étude'), {
      ...c,
      codage: 'windows-1252',
    }),
  }),
  'une feuille par année': feuillesParAnnee,
  'deux nombres dans une cellule': ({ rangees, debut, place, rang, c, hasard }) => {
    const n = rangees[debut + rang]?.[place('eleves')] ?? '';
    const ecrit = parmi([`${n} / 14`, `${n}/14`, `${n} (dont 3)`, `${n} + 2`, `${n} (3)`], hasard);
    return {
      octets: enFichier(poser(rangees, debut + rang, place('eleves'), ecrit), { c }),
      ambigu: true,
      reponse: { deux: 'premier' },
    };
  },
  'une date où l’on attend un nombre': ({ rangees, debut, place, rang, c, hasard }) => {
    const ou = place(parmi(['eleves', 'code', 'etude', 'fase'], hasard));
    const date = poser(rangees, debut + rang, ou, parmi(SEMAINE, hasard >> 2));
    return { octets: enFichier(date, { c }), ambigu: true, reponse: { tus: 'zero' } };
  },
  'espaces insécables et fines': (un) => {
    const espace = parmi(ESPACES, un.hasard);
    const ecrire = (n: string) =>
      `${espace}${n.replace(/(?<=\d)(?=\d{3}$)/, espace)}${espace}\u200b`;
    return {
      octets: enFichier(recrire(un, un.place('eleves'), ecrire), {
        c: { ...un.c, codage: 'utf8' },
      }),
    };
  },
  'formules sans valeur': formules,
  'années fusionnées en titre': anneesFusionnees,
  'ce que le tableur masque': masquees,
  'totaux autrement nommés': totaux,
  'colonnes en double': colonnesDoubles,
  'codes devenus nombres': (un) => {
    const ecrire = parmi<(n: string) => string>(
      [(n) => `${n}.0`, (n) => `${n},00`, (n) => n.padStart(6, '0'), (n) => `="${n}"`],
      un.hasard,
    );
    const fases = recrire(un, un.place('fase'), ecrire);
    return { octets: enFichier(recrire({ ...un, rangees: fases }, un.place('code'), ecrire), un) };
  },
  'une colonne de pourcentages': (un) => {
    const titre = parmi(['% élèves', 'Élèves (%)', '% effectif', 'Élèves ‰'], un.hasard);
    const avec = pourcents(un, titre);
    if (un.hasard % 3 > 0) return { octets: enFichier(avec, un) };
    const seuls = avec.map((rangee) => rangee.toSpliced(un.place('eleves'), 1));
    return { octets: enFichier(seuls, un), ambigu: true };
  },
  'PE et ALT sous un titre': (un) => {
    const { rangees, debut, place, c } = un;
    const ou = place('eleves');
    const larges = rangees.flatMap((r, i) => {
      const large = r.toSpliced(ou + 1, 0, i < debut ? '' : String((i * 3) % 20));
      if (i !== debut - 1) return [large];
      return [
        large,
        large
          .map(() => '')
          .with(ou, 'Filles')
          .with(ou + 1, 'Garçons'),
      ];
    });
    return {
      octets: enFichier(larges, { c }),
      ambigu: true,
      reponse: { colonne: [`eleves=${ou + 1}`] },
    };
  },
  'le sexe, et ce qui le réunit': reunis,
  'tableau croisé': croise,
  'une école et une implantation sous « FASE »': (un) => {
    const { rangees, debut, place, c } = un;
    const ou = place('fase');
    const larges = rangees.map((r, i) => {
      if (i < debut) return r.toSpliced(ou + 1, 0, '').with(ou, i === debut - 1 ? 'FASE' : '');
      return r.toSpliced(ou, 0, FASES[i % FASES.length] ?? '');
    });
    return {
      octets: enFichier(larges, { c }),
      ambigu: true,
      reponse: { colonne: [`fase_implantation=${ou + 2}`] },
    };
  },
};

/** Un fichier d’inscriptions comme on en reçoit : un dégât à la fois, ou beaucoup. */
export const fichier: fc.Arbitrary<Tire> = fc.oneof(
  { weight: 6, arbitrary: mele },
  ...Object.entries(SORTES).map(([sorte, abimer]) => ({
    weight: 1,
    arbitrary: propre.map((un): Tire => {
      return { sorte, table: un.table, ambigu: false, ...abimer(un) };
    }),
  })),
);
