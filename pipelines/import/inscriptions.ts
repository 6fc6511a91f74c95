import { plusProche } from '../../src/domain/recherche/proche.ts';
import { plat } from '../../src/domain/recherche/texte.ts';
import { inscriptions } from '../../src/domain/tables/offre.ts';
import { anneeScolaire, entier } from './cellules.ts';
import { type Connues, type Genre, type Lue, type Recue, refuser } from './genre.ts';

const MODES: Readonly<Record<string, string>> = {
  pe: 'PE',
  'plein exercice': 'PE',
  alt: 'ALT',
  alternance: 'ALT',
  cefa: 'ALT',
};

/** `4`, `4.0`, `4e`, `4ème`, `4P` ou `5TQ` : l’année d’étude. */
const anneeDEtude = (texte: string): number => {
  const lue = plat(texte).match(/^([1-7])( 0)?( ?(e|eme|ere|p|tq|aq|tt|g))?$/);
  return lue ? Number(lue[1]) : Number.NaN;
};

const estTotal = (recue: Recue): boolean =>
  inscriptions.cle.some((nom) => plat(recue.cellule(nom)).startsWith('total'));

function lire(recue: Recue, { fases }: Connues, codes: readonly string[]): Lue {
  const fase = entier(recue.cellule('fase_implantation'));
  if (!fases.has(fase)) {
    const raison = 'implantation absente de l’édition. Importez d’abord le registre, ou corrigez.';
    return refuser('FASE', fase, raison);
  }
  const code = entier(recue.cellule('code_obg'));
  if (!codes.includes(code)) {
    const proche = plusProche(code, codes);
    const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
    return refuser('OPTION', code, `option absente du répertoire.${suite}`);
  }
  const mode = MODES[plat(recue.cellule('mode'))];
  if (!mode) return refuser('MODE', recue.cellule('mode'), 'attendu : PE ou ALT.');
  const annee = anneeDEtude(recue.cellule('annee_etude'));
  if (Number.isNaN(annee)) {
    return refuser('ANNEE', recue.cellule('annee_etude'), 'attendu : une année d’étude, de 1 à 7.');
  }
  const eleves = entier(recue.cellule('eleves'));
  if (!/^\d+$/.test(eleves)) {
    return refuser('ELEVES', eleves, 'attendu : un nombre d’élèves, zéro compris.');
  }
  return {
    rangee: {
      annee_scolaire: anneeScolaire(recue.cellule('annee_scolaire')),
      fase_implantation: fase,
      code_obg: code,
      annee_etude: annee,
      mode,
      eleves: Number(eleves),
    },
  };
}

/** Des inscriptions, une ligne par implantation, option, année d’étude et mode. */
export const inscriptionsOfficielles: Genre = {
  nom: 'inscriptions',
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
  total: (recue) => (estTotal(recue) ? recue.cellule('eleves') : null),
  source: { titre: 'Inscriptions au 15 janvier', editeur: 'Éditeur à renseigner' },
  lecteur: (connues) => {
    const codes = connues.options.map(({ code_obg }) => code_obg);
    return (recue) => lire(recue, connues, codes);
  },
};
