import { PREMIERE_RENTREE_PEQ, rentree } from '../../domain/annees.ts';
import { additionner } from '../../domain/effectif.ts';
import { MASQUE } from '../../phrases/effectif.ts';
import { decimal, entier, part, rapport } from '../../phrases/nombres.ts';
import { type Nombre, type Phrase, valeurLue } from '../../phrases/phrase.ts';
import { typographie } from '../../phrases/typographie.ts';
import { type Apercu, phraseBref, phraseChapeau } from '../../phrases/zones/apercu.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Parcours } from '../../query/zones/parcours.ts';
import { courbe } from '../courbe.ts';
import { type Figure, nombres } from '../figure.ts';
import { grille } from '../grille.ts';
import { deZone, FWB, nomDeZone, somme } from './calculs.ts';

type Mesure = Exclude<keyof Parcours, 'annee_scolaire' | 'zone'>;

interface Indicateur {
  readonly cle: string;
  readonly titre: string;
  readonly ecrire: (valeur: number) => string;
  readonly numerateur: Mesure;
  /** Les effectifs masqués que le numérateur ne compte pas. */
  readonly masques?: Mesure;
  /** Se lit dans la population du secondaire, que l’édition peut ne pas publier. */
  readonly population?: boolean;
  /** Un rapport se fait sur des sommes ; sans dénominateur, la moyenne est par zone. */
  readonly denominateur?: Mesure;
  /** Les options ont commencé en 4e à la rentrée 2023 : leurs élèves ne se comparent pas avant. */
  readonly rupture?: boolean;
}

export const INDICATEURS: readonly Indicateur[] = [
  {
    cle: 'eleves',
    titre: 'élèves au secondaire ordinaire',
    ecrire: entier,
    numerateur: 'eleves',
    masques: 'masques',
    population: true,
  },
  {
    cle: 'qualifiant',
    titre: 'des élèves sont en qualifiant, à partir de la 3e année',
    ecrire: part,
    numerateur: 'qualifiant',
    denominateur: 'eleves_3_7',
  },
  {
    cle: 'implantations',
    titre: 'implantations organisent une option',
    ecrire: entier,
    numerateur: 'implantations',
  },
  { cle: 'options', titre: 'options organisées', ecrire: entier, numerateur: 'options' },
  { cle: 'occurrences', titre: 'occurrences', ecrire: entier, numerateur: 'occurrences' },
  {
    cle: 'taille',
    titre: 'élèves par occurrence, en moyenne',
    ecrire: decimal,
    numerateur: 'eleves_options',
    masques: 'masques_options',
    denominateur: 'occurrences',
    rupture: true,
  },
];

/** La population de ces rangées est publiée, en tout ou en partie. */
export const estPubliee = (rangees: readonly Parcours[]): boolean =>
  rangees.some((r) => r.eleves > 0 || r.masques > 0);

/** La mesure d’une zone, ou de la moyenne des zones quand `zones` en compte plusieurs. */
export const mesurer = (
  { numerateur, denominateur, population }: Indicateur,
  rangees: readonly Parcours[],
): number | null =>
  population && !estPubliee(rangees)
    ? null
    : rapport(
        somme(rangees, (r) => r[numerateur]),
        denominateur ? somme(rangees, (r) => r[denominateur]) : rangees.length,
      );

function nombre(cle: string, indicateur: Indicateur, rangees: readonly Parcours[]): Nombre | null {
  const { ecrire, masques: mesure } = indicateur;
  const valeur = mesurer(indicateur, rangees);
  if (valeur === null) return null;
  const masques = mesure ? somme(rangees, (r) => r[mesure]) : 0;
  if (masques === 0) return { cle, valeur, texte: ecrire(valeur) };
  return { cle, valeur, texte: valeur === 0 ? MASQUE : `au moins ${ecrire(valeur)}`, masques };
}

export interface Carton {
  readonly cle: string;
  readonly titre: string;
  readonly ici: Nombre | null;
  readonly fwb: Nombre | null;
  readonly dessin: string;
}

export interface Bref extends Figure {
  readonly apercu: Apercu;
  readonly chapeau: Phrase;
  readonly cartons: readonly Carton[];
}

const LARGEUR = 250;

/** La zone en six mesures, chacune avec la moyenne de la FWB et son parcours. */
export function bref(dossier: DossierZones, zone: number, fictive: boolean): Bref {
  const { parcours, anneeScolaire: annee } = dossier;
  const nom = nomDeZone(dossier, zone);
  const annees = [...new Set(parcours.map((p) => p.annee_scolaire))];
  const lire = (indicateur: Indicateur, anneeLue: string) => {
    const rangees = parcours.filter((p) => p.annee_scolaire === anneeLue);
    const cle = `bref.${anneeLue}.${indicateur.cle}`;
    return {
      ici: nombre(cle, indicateur, deZone(rangees, zone)),
      fwb: nombre(`${cle}.fwb`, indicateur, rangees),
    };
  };
  const cartons = INDICATEURS.map((indicateur) => {
    const { ici, fwb } = lire(indicateur, annee);
    const etapes = annees.map((a) => {
      const { ici: valeur, fwb: repere } = lire(indicateur, a);
      const avant = indicateur.rupture && rentree(a) < PREMIERE_RENTREE_PEQ;
      return {
        annee: a,
        valeur: valeur && valeurLue(valeur),
        repere: repere && valeurLue(repere),
        ...(valeur && {
          ecrit: repere ? `${valeur.texte} ; ${FWB} ${repere.texte}` : valeur.texte,
        }),
        periode: avant ? 'avant' : 'depuis',
      };
    });
    const constat = `${nom}, ${annees[0]} à ${annees.at(-1)} : de ${lire(indicateur, annees[0] ?? '').ici?.texte ?? 'rien'} à ${ici?.texte ?? 'rien'} ${indicateur.titre} ; moyenne de la FWB ${fwb?.texte ?? 'inconnue'}`;
    return {
      cle: indicateur.cle,
      titre: indicateur.titre,
      ici,
      fwb,
      dessin: courbe(etapes, LARGEUR, typographie(constat)),
    };
  });
  const derniere = parcours.filter((p) => p.annee_scolaire === annee);
  const options = deZone(dossier.options, zone);
  const [, qualifiant] = cartons;
  const apercu: Apercu = {
    nom,
    annee,
    fictive,
    eleves: estPubliee(derniere) ? additionner(deZone(derniere, zone)) : null,
    partEleves: rapport(
      somme(deZone(derniere, zone), (p) => p.eleves),
      somme(derniere, (p) => p.eleves),
    ),
    partQualifiant: qualifiant?.ici?.valeur ?? null,
    partQualifiantFwb: qualifiant?.fwb?.valeur ?? null,
    options: somme(deZone(derniere, zone), (p) => p.options),
    ouvertures: options.filter((o) => o.organisable && o.tc && o.fc && o.occurrences === 0).length,
  };
  return {
    apercu,
    chapeau: phraseChapeau(apercu),
    id: 'en-bref',
    titre: 'En bref',
    constat: phraseBref(apercu),
    cartons,
    dessin: () =>
      grille(
        cartons.map(({ titre, ici, fwb, dessin }) => ({
          grand: ici?.texte ?? '–',
          titre,
          note: typographie(`${FWB} : ${fwb?.texte ?? 'inconnue'} (trait fin)`),
          trace: dessin,
        })),
      ),
    tables: ['population', 'offre', 'implantations'],
    tableau: {
      titre: 'La zone et la moyenne de la FWB, année par année',
      colonnes: [
        { titre: 'Année scolaire' },
        nombres('Élèves'),
        nombres('Qualifiant (3e à 7e)'),
        nombres('Implantations'),
        nombres('Options'),
        nombres('Occurrences'),
        nombres('Élèves par occurrence'),
      ],
      rangees: annees.flatMap((a) => [
        { cle: a, cellules: [a, ...INDICATEURS.map((i) => lire(i, a).ici)] },
        { cle: `${a}-fwb`, cellules: [`${a}, FWB`, ...INDICATEURS.map((i) => lire(i, a).fwb)] },
      ]),
    },
  };
}
