import { enNombre } from '../../nombres.ts';
import { accompagnement } from '../../normes/accompagnement.ts';
import { chargeDeCoordination } from '../../normes/coordination.ts';
import {
  type Calcul,
  periodesProfesseurs,
  type RegleEncadrement,
} from '../../normes/encadrement.ts';
import {
  type Age,
  complementDePratique,
  elevesDAtelier,
  elevesDuPersonnel,
  heuresAAccomplir,
  type Lu,
} from '../../normes/personnel.ts';
import { editionsDEncadrement } from '../encadrement.ts';
import { aDire, combien, type Dite, nombre, type Questionnaire, type Reponses } from './types.ts';

interface Tables {
  readonly encadrement: readonly RegleEncadrement[];
}

/** L’âge entre les deux : le texte ne vise que « moins de 18 ans » et « 18 ans et un jour ». */
const DIX_HUIT = 'juste-18';

const AGES: readonly { readonly valeur: Age | typeof DIX_HUIT; readonly texte: string }[] = [
  { valeur: 'moins-17', texte: 'Moins de 17 ans au 31 décembre' },
  { valeur: 'moins-18', texte: 'Moins de 18 ans au 31 décembre' },
  { valeur: DIX_HUIT, texte: '18 ans le 31 décembre même' },
  { valeur: 'plus-18', texte: 'Plus de 18 ans au 31 décembre' },
];

const HEURES = 'L’élève compte-t-il dans l’accompagnement';
const PRATIQUE = 'Complément d’un professeur de pratique professionnelle';
const ATELIER = 'Élèves comptés pour le chef d’atelier';
const PERSONNEL = 'Élèves comptés pour les éducateurs et l’administration';

function direHeures(age: string | undefined, lu: Lu | null, faites: number | null): Dite {
  const ou = lu?.reference ?? '';
  if (age === DIX_HUIT) {
    return {
      ...{ id: 'heures', titre: HEURES, valeur: 'non_prevu', court: 'non prévu par le texte' },
      motif:
        'le texte vise l’élève de moins de 18 ans au 31 décembre, et celui de plus de 18 ans, « 18 ans ' +
        'et un jour » ; il ne dit rien de qui les a ce jour-là',
      reference: ou,
    };
  }
  if (!lu || faites === null) return aDire('heures', HEURES, 'son âge et ses heures', ou);
  const compte = faites >= lu.valeur;
  return {
    ...{
      id: 'heures',
      titre: HEURES,
      valeur: compte ? 'oui' : 'non',
      court: compte ? 'oui' : 'non',
    },
    motif: `${faites} h, il en faut ${lu.valeur} (${lu.intitule}) ; pendant ses six premiers mois au CEFA, un élève soumis à l’obligation à temps partiel compte sans cela`,
    reference: ou,
  };
}

const direLu = (id: string, titre: string, lu: Lu | null, quoi: string, unite: string): Dite =>
  lu
    ? {
        ...{ id, titre, valeur: String(lu.valeur), court: `${enNombre(lu.valeur, 2)} ${unite}` },
        ...{ motif: lu.intitule, reference: lu.reference },
      }
    : aDire(id, titre, quoi, '');

const calcule = (calcul: Calcul, unite: string): string =>
  calcul.genre === 'valeur' ? `${enNombre(calcul.valeur, 2)} ${unite}` : 'non prévu par le texte';

/** Les mêmes élèves, tous soumis à l’obligation à temps partiel, sous une édition. */
function direEdition(regles: readonly RegleEncadrement[], edition: string, eleves: number): Dite {
  const tous = { obligation: eleves, tous: eleves };
  const pp = periodesProfesseurs(regles, edition, tous);
  const pour = edition === '2009-10' ? ('specialise' as const) : ('ordinaire' as const);
  const suivis = accompagnement(regles, edition, tous, pour);
  const charge = chargeDeCoordination(regles, edition, eleves);
  const cite = [pp, suivis, charge].find(({ genre }) => genre === 'valeur') ?? pp;
  return {
    id: `edition-${edition}`,
    titre: `Règles de ${edition}`,
    valeur: pp.genre === 'valeur' ? String(pp.valeur) : pp.genre,
    court: calcule(pp, 'périodes-professeurs'),
    motif: `si tous sont soumis à l’obligation à temps partiel ; accompagnement${pour === 'specialise' ? ' (spécialisé)' : ''} : ${calcule(suivis, 'périodes')} ; coordination : ${calcule(charge, 'charge')}`,
    reference: cite.reference,
  };
}

/** Les éditions, de la plus récente à la plus ancienne. */
const toutesLesEditions = (regles: readonly RegleEncadrement[]): readonly string[] => [
  ...new Set(
    regles.toSorted((a, b) => b.valide_du.localeCompare(a.valide_du)).map(({ edition }) => edition),
  ),
];

function direLesEditions({ encadrement }: Tables, { memes }: Reponses): readonly Dite[] {
  const eleves = nombre(memes);
  return eleves === null
    ? []
    : toutesLesEditions(encadrement).map((edition) => direEdition(encadrement, edition, eleves));
}

const ateliers = ({ encadrement }: Tables, edition: string) =>
  encadrement
    .filter((r) => r.edition === edition && r.objet === 'atelier')
    .map(({ population, intitule }) => ({
      valeur: population ?? '',
      texte: intitule.replace('chef d’atelier : ', ''),
    }));

/** Le reste de l’encadrement (circulaire 7282, VIII.III à VIII.VII), et les trois éditions côte à
 * côte pour les mêmes élèves. */
export const PERSONNELS: Questionnaire<Tables> = {
  questions: (tables) => [
    combien('memes', 'Les mêmes élèves sous chaque édition', 2000),
    { cle: 'age', nom: 'Un élève du CEFA a', choix: AGES },
    combien('heures', 'Ses heures en entreprise sur l’année', 2000, 'heures'),
    {
      cle: 'degre',
      nom: 'Pratique professionnelle au',
      choix: [
        { valeur: 'D2', texte: '2e degré' },
        { valeur: 'D3', texte: '3e degré' },
      ],
    },
    combien('cours', 'Périodes de cours du professeur', 22, 'périodes'),
    {
      cle: 'atelier',
      nom: 'Chef d’atelier : secteur et forme',
      choix: ateliers(tables, editionsDEncadrement(tables.encadrement)[0] ?? ''),
    },
    combien('eleves', 'Élèves en alternance de l’école', 2000),
  ],
  repondre: (tables, reponses) => {
    const { encadrement } = tables;
    const edition = editionsDEncadrement(encadrement)[0] ?? '';
    const [cours, eleves] = [nombre(reponses.cours), nombre(reponses.eleves)];
    const { age, degre, atelier } = reponses;
    const heures =
      age && age !== DIX_HUIT ? heuresAAccomplir(encadrement, edition, age as Age) : null;
    const pratique =
      degre && cours !== null
        ? complementDePratique(encadrement, edition, degre as 'D2' | 'D3', cours)
        : null;
    const aLAtelier =
      atelier && eleves !== null ? elevesDAtelier(encadrement, edition, atelier, eleves) : null;
    const personnel = eleves === null ? null : elevesDuPersonnel(encadrement, edition, eleves);
    const texte = encadrement.find((r) => r.edition === edition)?.texte ?? '';
    return [
      ...direLesEditions(tables, reponses),
      direHeures(age, heures, nombre(reponses.heures)),
      direLu(
        'pratique',
        PRATIQUE,
        pratique,
        'le degré et les périodes de cours, 22 au plus au 2e degré, 20 au 3e',
        'périodes',
      ),
      direLu('atelier', ATELIER, aLAtelier, 'le secteur, la forme et les élèves', 'élèves'),
      direLu('personnel', PERSONNEL, personnel, 'les élèves en alternance', 'élèves'),
    ].map((dite) => (dite.reference === '' ? { ...dite, reference: texte } : dite));
  },
};
