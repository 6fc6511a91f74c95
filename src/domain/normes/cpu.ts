import { couvre } from './cellule.ts';

/** Une ligne de `cpu_options.csv` : une option de l’annexe I de l’arrêté du 29 août 2018. */
export type OptionCpu = {
  readonly cle: string;
  readonly partie: string;
  readonly role: string;
  readonly lettre: string | null;
  readonly intitule: string;
  readonly forme: string;
  readonly code_obg: string | null;
  readonly code_cpu: string | null;
};

/** Une ligne de `cpu_renforts.csv`, une configuration admise de l’annexe I. */
export type RegleDeRenfort = {
  readonly partie: string;
  readonly rang: number;
  readonly d2_concernees: string | null;
  readonly d2: string | null;
  readonly cpu_concernees: string;
  readonly cpu: string | null;
  readonly cpu_nombre: string | null;
  readonly autres: string | null;
  readonly autres_lettres: string | null;
  readonly renforts: number;
  readonly precision: string | null;
  readonly reference: string;
};

/** Ce qu’un établissement organise, en clés de `cpu_options.csv` : le 2e degré au 1er septembre
 * 2017, le 3e au 1er septembre 2018. */
export type Configuration = {
  readonly partie: string;
  readonly organisees: readonly string[];
};

export type Renforts = {
  readonly genre: 'valeur' | 'non_prevu';
  readonly renforts: number;
  readonly motif: string;
  readonly reference: string;
  readonly reserves: readonly string[];
};

const CUMUL =
  'le texte ne dit pas si deux renforts de la même partie se cumulent : ils le sont ici';

const liste = (cellule: string | null): readonly string[] => (cellule ? cellule.split(' ') : []);

const memes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

/** Une option du 2e degré qui mène à une option CPU : sa norme de maintien est réduite de moitié. */
export function lieeACpu(options: readonly OptionCpu[], codeObg: string): boolean {
  return options.some((o) => o.role === 'd2' && o.code_obg === codeObg);
}

function autresConformes(
  regle: RegleDeRenfort,
  options: readonly OptionCpu[],
  organisees: readonly string[],
): boolean {
  if (!regle.autres || regle.autres === 'eventuelle') return true;
  const presentes = options.some(
    (o) =>
      o.partie === regle.partie &&
      o.role === 'autre' &&
      organisees.includes(o.cle) &&
      couvre(regle.autres_lettres, o.lettre),
  );
  return presentes === (regle.autres === 'requise');
}

function admise(
  regle: RegleDeRenfort,
  options: readonly OptionCpu[],
  organisees: readonly string[],
): boolean {
  const parmi = (cellule: string | null) => liste(cellule).filter((c) => organisees.includes(c));
  const cpu = parmi(regle.cpu_concernees);
  return (
    memes(parmi(regle.d2_concernees), liste(regle.d2)) &&
    (regle.cpu ? memes(cpu, liste(regle.cpu)) : couvre(regle.cpu_nombre, String(cpu.length))) &&
    autresConformes(regle, options, organisees)
  );
}

/**
 * Renforts d’une configuration, en nombre ; le paramètre `cpu-renfort` dit ce que vaut chacun, en
 * 2018-19 et 2019-20. Source : arrêté du 29 août 2018, art. 11 et annexe I.
 */
export function renforts(
  regles: readonly RegleDeRenfort[],
  options: readonly OptionCpu[],
  { partie, organisees }: Configuration,
): Renforts {
  const deLaPartie = regles.filter((r) => r.partie === partie);
  const reference = deLaPartie[0]?.reference ?? `arrêté du 29 août 2018, annexe I, ${partie}`;
  if (deLaPartie.length === 0) {
    const motif = 'les services du Gouvernement examinent chaque établissement';
    return { genre: 'non_prevu', renforts: 0, motif, reference, reserves: [] };
  }
  const admises = deLaPartie.filter((r) => admise(r, options, organisees));
  const precisions = admises.flatMap((r) => (r.precision ? [r.precision] : []));
  return {
    genre: 'valeur',
    renforts: admises.reduce((total, r) => total + r.renforts, 0),
    motif:
      admises.length > 0
        ? `configuration admise : ligne ${admises.map((r) => r.rang).join(' et ')}`
        : 'configuration que l’annexe n’admet pas',
    reference,
    reserves: admises.length > 1 ? [...precisions, CUMUL] : precisions,
  };
}
