import { estAbsent, lireTu } from '../../domain/effectif-tu.ts';
import { lireEntier, TITRES_DE_COLONNES } from '../../domain/fichier-recu.ts';
import { totaux_zones } from '../../domain/tables/offre.ts';
import type { Tu } from '../../domain/tu.ts';
import { citer } from './citer.ts';
import { direTu, estLu, lireEleves } from './effectifs.ts';
import { type Genre, type Lue, type Recue, refuser } from './genre.ts';
import {
  anneeOuRien,
  avecIntitule,
  lireAnnee,
  reconnaitre,
  refuserCode,
  SCOLAIRE,
} from './inscriptions.ts';
import { chercheur } from './proches.ts';
import type { ReponsesDImport } from './reponses.ts';
import { enEffectif } from './tus.ts';
import { COLONNE_ZONE, lecteurDeZone, zonesLues } from './zone.ts';

interface Reperes {
  readonly codes: ReadonlyMap<string, string>;
  readonly procheCode: (texte: string) => string | null;
  readonly lireZone: (texte: string) => number | Lue;
}

const OCCURRENCES_TUES = 'nombre d’implantations tu par la source : ce n’est pas zéro.';

const SANS_BORNES: Tu = { auMoins: 1, auPlus: null };

/** Les élèves d’un total ; vide, la source les tait, et les occurrences disent qu’il y en a. */
function lireEffectif(brut: string, reponses: ReponsesDImport): number | Tu | Lue {
  const tu = lireTu(brut) ?? (estAbsent(brut) ? SANS_BORNES : null);
  return tu ?? lireEleves(brut, reponses);
}

function lire(recue: Recue, reperes: Reperes, reponses: ReponsesDImport): Lue {
  const zone = reperes.lireZone(recue.cellule('zone'));
  if (typeof zone !== 'number') return zone;
  const dit = recue.cellule('code_obg');
  const code = avecIntitule(dit, reperes.codes) ?? reconnaitre(dit, reperes.codes);
  if (!code) return refuserCode(dit, reperes);
  const scolaire = lireAnnee(recue.cellule('annee_scolaire'), reponses);
  if ('refus' in scolaire) return scolaire;
  const occurrences = lireEntier(recue.cellule('occurrences'));
  if (estAbsent(occurrences) || lireTu(occurrences))
    return refuser('EFFECTIF-TU', occurrences, OCCURRENCES_TUES);
  if (!/^\d+$/.test(occurrences)) {
    return refuser(
      'OCCURRENCES',
      occurrences,
      'attendu : un nombre d’implantations, zéro compris.',
    );
  }
  const eleves = lireEffectif(recue.cellule('eleves'), reponses);
  if (!estLu(eleves)) return eleves;
  const sans = Number(occurrences) === 0;
  if (sans && eleves !== SANS_BORNES && eleves !== 0) {
    return refuser(
      'OCCURRENCES',
      '0',
      `${citer(recue.cellule('eleves'))} élèves ne sont sur aucune implantation.`,
    );
  }
  return {
    rangee: {
      annee_scolaire: scolaire.annee,
      zone,
      code_obg: code.valeur,
      occurrences: Number(occurrences),
      ...enEffectif(sans ? 0 : eleves),
    },
    corrections: code.corrections,
    suppositions: [
      ...scolaire.suppositions,
      ...(typeof eleves === 'number' ? direTu(recue.cellule('eleves'), eleves) : []),
      ...(typeof eleves === 'object' && !sans ? ['élèves tus par la source, pas zéro'] : []),
    ],
  };
}

/** Le tableau de l’OAD officiel : les occurrences et les élèves d’une option dans une zone. */
export const oadTableau: Genre = {
  nom: 'oad-tableau',
  portee: ({ annee_scolaire, zone }) => [String(annee_scolaire), `zone ${zone}`],
  table: totaux_zones,
  colonnes: [
    {
      nom: 'annee_scolaire',
      noms: ['année scolaire', 'as', 'année'],
      forme: /20\d\d/,
      aDefaut: {
        option: '--annee 2023-2024',
        donnee: ({ annee }) => SCOLAIRE.test(annee ?? ''),
      },
    },
    COLONNE_ZONE,
    {
      nom: 'code_obg',
      noms: TITRES_DE_COLONNES.code,
      seconds: TITRES_DE_COLONNES.codeAussi,
      forme: /\d{4}/,
    },
    {
      nom: 'occurrences',
      noms: [
        ...['occurrences', 'nombre d’occurrences', 'nb occurrences', 'nb d’occurrences'],
        ...['occurrence', 'nombre occurrences', 'occurrences de l’option'],
        ...['nombre d’implantations', 'nb implantations', 'implantations', 'sites'],
      ],
      forme: /\d/,
    },
    {
      nom: 'eleves',
      noms: [...TITRES_DE_COLONNES.eleves, 'population scolaire'],
      seconds: TITRES_DE_COLONNES.elevesAussi,
      forme: /\d/,
    },
  ],
  source: {
    titre: 'Tableau de l’outil d’aide à la décision',
    editeur: 'Administration générale de l’Enseignement',
  },
  lecteur: ({ options, zones }, reponses) => {
    const codes = new Map(options.map(({ code_obg, intitule }) => [code_obg, intitule]));
    const procheCode = chercheur([...codes.keys()]);
    const reperes = { codes, procheCode, lireZone: lecteurDeZone(zones) };
    return (recue) => lire(recue, reperes, reponses);
  },
  situer: ({ zones }, reponses) => {
    const lireZone = lecteurDeZone(zones);
    return (recue) => ({
      zones: zonesLues(lireZone(recue.cellule('zone'))),
      annee: anneeOuRien(recue, reponses),
    });
  },
};
