import { plat } from '../../domain/recherche/texte.ts';
import { inscriptions } from '../../domain/tables/offre.ts';
import { anneeScolaire, entier, nettoyer } from './cellules.ts';
import { type Connues, type Genre, type Lue, type Recue, refuser } from './genre.ts';
import { chercheur } from './proches.ts';

const MODES = new Map(
  Object.entries({
    pe: 'PE',
    'p e': 'PE',
    'plein exercice': 'PE',
    alt: 'ALT',
    alternance: 'ALT',
    cefa: 'ALT',
  }),
);

/** `4`, `4.0`, `4e`, `4ème`, `4e année`, `4P` ou `5TQ` : l’année d’étude. */
const anneeDEtude = (texte: string): number => {
  const lue = plat(texte).match(
    /^([1-7])( 0)?( ?(e|eme|ere|p|tq|aq|tt|g))?( annee( d etudes?)?)?$/,
  );
  return lue ? Number(lue[1]) : Number.NaN;
};

/** `<5`, `-`, `n/a`, `1-4` ou rien : un effectif que la source tait, et qui n’est pas zéro. */
const estTu = (texte: string): boolean =>
  !/\d/.test(texte) ||
  /^([<≤‹]|moins de|au plus|max) ?\d+$/i.test(texte) ||
  /^\d+ ?(-|–|à|a) ?\d+$/i.test(texte);

interface Reperes {
  readonly fases: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly procheCode: (texte: string) => string | null;
}

interface Numero {
  readonly valeur: string;
  readonly corrections: readonly string[];
}

/** Un numéro connu, ou ce qu’il devient sans ses zéros de tête, et la correction qui le dit. */
function reconnaitre(brut: string, connus: ReadonlySet<string>): Numero | null {
  const lu = entier(brut);
  if (connus.has(lu)) return { valeur: lu, corrections: [] };
  const sansZero = lu.replace(/^0+/, '');
  if (!/^\d+$/.test(lu) || !connus.has(sansZero)) return null;
  return { valeur: sansZero, corrections: [`« ${lu} » → ${sansZero}`] };
}

/** Le numéro connu qu’un texte contient (« 1207 Fleuriste », « FASE 4101 »), à proposer. */
const contenu = (texte: string, connus: ReadonlySet<string>): string | null =>
  texte
    .slice(0, 80)
    .match(/\d+/g)
    ?.find((numero) => connus.has(numero)) ?? null;

function refuserFase(brut: string, fases: ReadonlySet<string>): Lue {
  const texte = nettoyer(brut);
  const proche = contenu(texte, fases);
  if (proche)
    return refuser('FASE', texte, `ce n’est pas un numéro seul. Vouliez-vous ${proche} ?`);
  const raison = /^\d{1,6}$/.test(texte)
    ? 'implantation absente de l’édition. Importez d’abord le registre, ou corrigez.'
    : 'attendu : le numéro FASE d’une implantation, par exemple 4101.';
  return refuser('FASE', texte, raison);
}

function refuserCode(brut: string, { codes, procheCode }: Reperes): Lue {
  const texte = nettoyer(brut);
  const proche = contenu(texte, codes) ?? procheCode(texte);
  const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
  return refuser('OPTION', texte, `option absente du répertoire.${suite}`);
}

function lire(recue: Recue, reperes: Reperes): Lue {
  const fase = reconnaitre(recue.cellule('fase_implantation'), reperes.fases);
  if (!fase) return refuserFase(recue.cellule('fase_implantation'), reperes.fases);
  const code = reconnaitre(recue.cellule('code_obg'), reperes.codes);
  if (!code) return refuserCode(recue.cellule('code_obg'), reperes);
  const mode = MODES.get(plat(recue.cellule('mode')));
  if (!mode) return refuser('MODE', recue.cellule('mode'), 'attendu : PE ou ALT.');
  const annee = anneeDEtude(recue.cellule('annee_etude'));
  if (Number.isNaN(annee)) {
    return refuser('ANNEE', recue.cellule('annee_etude'), 'attendu : une année d’étude, de 1 à 7.');
  }
  const dite = nettoyer(recue.cellule('annee_scolaire'));
  const scolaire = anneeScolaire(dite);
  const [debut, fin] = scolaire.split('-').map(Number);
  if (!/^20\d\d-20\d\d$/.test(scolaire) || fin !== (debut ?? 0) + 1) {
    const raison = 'attendu : deux années qui se suivent, par exemple 2023-2024.';
    return refuser('ANNEE-SCOLAIRE', dite, raison);
  }
  const eleves = entier(recue.cellule('eleves'));
  if (!/^\d+$/.test(eleves)) {
    return estTu(eleves)
      ? refuser('EFFECTIF-TU', eleves, 'effectif tu par la source : ce n’est pas zéro élève.')
      : refuser('ELEVES', eleves, 'attendu : un nombre d’élèves, zéro compris.');
  }
  return {
    rangee: {
      annee_scolaire: scolaire,
      fase_implantation: fase.valeur,
      code_obg: code.valeur,
      annee_etude: annee,
      mode,
      eleves: Number(eleves),
    },
    corrections: [...fase.corrections, ...code.corrections],
    ...(dite.length < 7 && {
      suppositions: [`« ${dite} » lu ${scolaire} : vérifiez que l’année est celle de la rentrée`],
    }),
  };
}

/** Des inscriptions, une ligne par implantation, option, année d’étude et mode. */
export const inscriptionsOfficielles: Genre = {
  nom: 'inscriptions',
  portee: ({ annee_scolaire }) => [String(annee_scolaire)],
  table: inscriptions,
  colonnes: [
    { nom: 'annee_scolaire', noms: ['année scolaire', 'as'] },
    {
      nom: 'fase_implantation',
      noms: ['FASE implantation', 'numéro FASE de l’implantation', 'FASE', 'implantation'],
    },
    { nom: 'code_obg', noms: ['code OBG', 'OBG', 'code option', 'option', 'code de l’option'] },
    { nom: 'annee_etude', noms: ['année d’étude', 'année d’études', 'année'] },
    { nom: 'mode', noms: ['mode', 'filière', 'PE/ALT', 'plein exercice ou alternance'] },
    { nom: 'eleves', noms: ['élèves', 'nombre d’élèves', 'nb élèves', 'effectif', 'effectifs'] },
  ],
  source: { titre: 'Inscriptions au 15 janvier', editeur: 'Éditeur à renseigner' },
  lecteur: ({ fases, options }: Connues) => {
    const codes = new Set(options.map(({ code_obg }) => code_obg));
    const reperes = {
      fases,
      codes,
      procheCode: chercheur([...codes]),
    };
    return (recue) => lire(recue, reperes);
  },
};
