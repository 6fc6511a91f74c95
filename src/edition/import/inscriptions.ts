import {
  anneeDEtude,
  anneeScolaire,
  deuxAnnees,
  lireEntier,
  modeDe,
  nettoyer,
  TITRES_DE_COLONNES,
} from '../../domain/fichier-recu.ts';
import { inscriptions } from '../../domain/tables/offre.ts';
import { memoriser } from '../read/cellule.ts';
import { citer } from './citer.ts';
import { sansColonne } from './colonnes.ts';
import { direTu, estLu, lireEleves } from './effectifs.ts';
import { type Connues, type Genre, type Lue, poserQuestion, type Recue, refuser } from './genre.ts';
import { formes } from './intitules.ts';
import { chercheur } from './proches.ts';
import type { ReponsesDImport } from './reponses.ts';
import { recouperSans } from './sans.ts';
import { enEffectif } from './tus.ts';

interface Reperes {
  readonly fases: Connues['fases'];
  /** L’intitulé de chaque code. */
  readonly codes: ReadonlyMap<string, string>;
  readonly procheCode: (texte: string) => string | null;
}

type Connus = Pick<ReadonlySet<string>, 'has'>;

interface Numero {
  readonly valeur: string;
  readonly corrections: readonly string[];
}

/** Un numéro connu, ou ce qu’il devient sans ses zéros de tête, et la correction qui le dit. */
export function reconnaitre(brut: string, connus: Connus): Numero | null {
  const lu = lireEntier(brut);
  if (connus.has(lu)) return { valeur: lu, corrections: [] };
  const sansZero = lu.replace(/^0+/, '');
  if (!/^\d+$/.test(lu) || !connus.has(sansZero)) return null;
  return { valeur: sansZero, corrections: [`« ${lu} » → ${sansZero}`] };
}

/** Le numéro connu qu’un texte contient (« 1207 Fleuriste », « FASE 4101 »), à proposer. */
const contenu = (texte: string, connus: Connus): string | null =>
  texte
    .slice(0, 80)
    .match(/\d+/g)
    ?.find((numero) => connus.has(numero)) ?? null;

/** « 1207 Fleuriste » : le code est sûr quand le reste est bien son intitulé. */
export function avecIntitule(brut: string, codes: ReadonlyMap<string, string>): Numero | null {
  const texte = nettoyer(brut.slice(0, 600));
  const [, code = '', reste = ''] = texte.match(/^(\d{4})\W+(.+)$/u) ?? [];
  const intitule = codes.get(code);
  if (intitule === undefined || !formes(intitule).has([...formes(reste)][0] ?? '')) return null;
  return { valeur: code, corrections: [`« ${citer(texte)} » → ${code}`] };
}

const parExemple = (fases: Connues['fases']): string => {
  const [premier] = fases.keys();
  return premier ? `, par exemple ${premier}` : '';
};

function refuserFase(brut: string, fases: Connues['fases']): Lue {
  const texte = nettoyer(brut);
  const proche = contenu(texte, fases);
  if (proche)
    return refuser('FASE', texte, `ce n’est pas un numéro seul. Vouliez-vous ${proche} ?`);
  const raison = /^\d{1,6}$/.test(texte)
    ? 'implantation absente de l’édition. Importez d’abord le registre, ou corrigez.'
    : `attendu : le numéro FASE d’une implantation${parExemple(fases)}.`;
  return refuser('FASE', texte, raison);
}

export function refuserCode(
  brut: string,
  { codes, procheCode }: Pick<Reperes, 'codes' | 'procheCode'>,
): Lue {
  const texte = nettoyer(brut);
  const proche = contenu(texte, codes) ?? procheCode(texte);
  const suite = proche ? ` Vouliez-vous ${proche} ?` : '';
  return refuser('OPTION', texte, `option absente du répertoire.${suite}`);
}

type Refusee = Extract<Lue, { refus: unknown }>;

export const SCOLAIRE = /^20\d\d-20\d\d$/;

/** L’année scolaire ; d’une année seule, celle que la réponse désigne, ou la question. */
export function lireAnnee(
  brute: string,
  { annee: reponse }: ReponsesDImport,
): { annee: string; suppositions: readonly string[] } | Refusee {
  const dite = anneeScolaire(brute);
  if (dite === '' && SCOLAIRE.test(reponse ?? '')) {
    return { annee: reponse ?? '', suppositions: [`année absente : ${reponse}`] };
  }
  const deux = deuxAnnees(dite);
  if (deux) {
    const [annee] = Object.entries(deux)
      .filter(([sens, lue]) => reponse === sens || reponse === lue)
      .map(([, lue]) => lue);
    if (annee) return { annee, suppositions: [`« ${dite} » lu ${annee}`] };
    const question =
      `« ${dite} » seul se lit ${deux.debut} (--annee debut, l’année de la rentrée) ` +
      `ou ${deux.fin} (--annee fin)`;
    return poserQuestion('ANNEE-SEULE', dite, question) as Refusee;
  }
  const [debut, fin] = dite.split('-').map(Number);
  if (SCOLAIRE.test(dite) && fin === (debut ?? 0) + 1) {
    return { annee: dite, suppositions: [] };
  }
  const raison = 'attendu : deux années qui se suivent, par exemple 2023-2024.';
  return refuser('ANNEE-SCOLAIRE', dite, raison) as Refusee;
}

/** Une cellule vide que `--sans` admet : ce qu’elle dirait n’est pas connu. */
const sansElle = (recue: Recue, nom: string, { sans }: ReponsesDImport): boolean =>
  sans.includes(nom) && nettoyer(recue.cellule(nom)) === '';

/** Comment se lit chaque colonne : une cellule déjà lue ne se relit pas. */
const lecteurs = (reperes: Reperes, reponses: ReponsesDImport) => ({
  fase: memoriser((texte) => reconnaitre(texte, reperes.fases)),
  code: memoriser(
    (texte) => avecIntitule(texte, reperes.codes) ?? reconnaitre(texte, reperes.codes),
  ),
  mode: memoriser(modeDe),
  etude: memoriser(anneeDEtude),
  annee: memoriser((texte) => lireAnnee(texte, reponses)),
  eleves: memoriser((texte) => lireEleves(texte, reponses)),
});

function lire(
  recue: Recue,
  reperes: Reperes,
  reponses: ReponsesDImport,
  lus: ReturnType<typeof lecteurs>,
): Lue {
  const fase = lus.fase(recue.cellule('fase_implantation'));
  if (!fase) return refuserFase(recue.cellule('fase_implantation'), reperes.fases);
  const dit = recue.cellule('code_obg');
  const code = lus.code(dit);
  if (!code) return refuserCode(dit, reperes);
  const vides = ['annee_etude', 'mode'].filter((nom) => sansElle(recue, nom, reponses));
  const mode = lus.mode(recue.cellule('mode'));
  if (!mode && !vides.includes('mode'))
    return refuser('MODE', recue.cellule('mode'), 'attendu : PE ou ALT.');
  const annee = vides.includes('annee_etude') ? null : lus.etude(recue.cellule('annee_etude'));
  if (annee !== null && Number.isNaN(annee)) {
    return refuser('ANNEE', recue.cellule('annee_etude'), 'attendu : une année d’étude, de 1 à 7.');
  }
  const scolaire = lus.annee(recue.cellule('annee_scolaire'));
  if ('refus' in scolaire) return scolaire;
  const eleves = lus.eleves(recue.cellule('eleves'));
  if (!estLu(eleves)) return eleves;
  return {
    rangee: {
      annee_scolaire: scolaire.annee,
      fase_implantation: fase.valeur,
      code_obg: code.valeur,
      annee_etude: annee,
      mode,
      ...enEffectif(eleves),
    },
    corrections: [...fase.corrections, ...code.corrections],
    suppositions: [
      ...scolaire.suppositions,
      ...direTu(recue.cellule('eleves'), eleves),
      ...vides.map((nom) => `sans ${nom} : ce qu’il faudrait en savoir est « non connu » (--sans)`),
    ],
  };
}

/** L’année scolaire d’une ligne refusée, si elle se lit. */
export function anneeOuRien(recue: Recue, reponses: ReponsesDImport): string | null {
  const lue = lireAnnee(recue.cellule('annee_scolaire'), reponses);
  return 'refus' in lue ? null : lue.annee;
}

/** « Élèves PE », « Effectifs en alternance » : d’un tableau croisé. */
const EFFECTIFS = /^(élèves|effectifs?|nombre d[’']élèves)( en| de)? /i;

/** Des inscriptions, une ligne par implantation, option, année d’étude et mode. */
export const inscriptionsOfficielles: Genre = {
  nom: 'inscriptions',
  portee: ({ annee_scolaire }) => [String(annee_scolaire)],
  table: inscriptions,
  colonnes: [
    {
      nom: 'annee_scolaire',
      noms: ['année scolaire', 'as'],
      forme: /20\d\d/,
      aDefaut: {
        option: '--annee 2023-2024',
        donnee: ({ annee }) => SCOLAIRE.test(annee ?? ''),
      },
      enTitre: (titre) => (SCOLAIRE.test(anneeScolaire(titre)) ? anneeScolaire(titre) : null),
    },
    {
      nom: 'fase_implantation',
      noms: [
        ...['FASE implantation', 'numéro FASE de l’implantation', 'FASE', 'numéro FASE'],
        ...['FASE impl', 'numéro FASE impl', 'implantation', 'implantation FASE'],
        ...['numéro implantation', 'numéro d’implantation', 'code implantation'],
      ],
      forme: /^\D{0,5}\d{1,6}(\.0)?$/,
      vague: { nom: /^(n )?fase$/, sujet: /\b(fase|implantations?)\b/ },
    },
    {
      nom: 'code_obg',
      noms: TITRES_DE_COLONNES.code,
      seconds: TITRES_DE_COLONNES.codeAussi,
      forme: /\d{4}/,
    },
    {
      nom: 'annee_etude',
      noms: ['année d’étude', 'année d’études', 'année'],
      forme: /^[1-7](?!\d)/,
      aDefaut: sansColonne('annee_etude'),
      enTitre: (titre) => (Number.isNaN(anneeDEtude(titre)) ? null : String(anneeDEtude(titre))),
    },
    {
      nom: 'mode',
      noms: TITRES_DE_COLONNES.mode,
      forme: /^(p\W?e\W*|plein.*|alt.*|art.*|cefa)$/i,
      aDefaut: sansColonne('mode'),
      enTitre: (titre) => modeDe(titre.replace(EFFECTIFS, '')),
    },
    {
      nom: 'eleves',
      noms: TITRES_DE_COLONNES.eleves,
      seconds: TITRES_DE_COLONNES.elevesAussi,
      forme: /\d/,
    },
  ],
  recouper: recouperSans,
  source: { titre: 'Inscriptions au 15 janvier', editeur: 'Éditeur à renseigner' },
  lecteur: ({ fases, options }: Connues, reponses) => {
    const codes = new Map(options.map(({ code_obg, intitule }) => [code_obg, intitule]));
    const reperes = { fases, codes, procheCode: chercheur([...codes.keys()]) };
    const lus = lecteurs(reperes, reponses);
    return (recue) => lire(recue, reperes, reponses, lus);
  },
  situer:
    ({ fases }, reponses) =>
    (recue) => {
      const fase = reconnaitre(recue.cellule('fase_implantation'), fases);
      const zone = fase && fases.get(fase.valeur);
      return {
        zones: fase ? [zone ?? []].flat() : null,
        annee: anneeOuRien(recue, reponses),
      };
    },
};
