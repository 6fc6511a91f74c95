import { etatDe, toutConnu } from '../../domain/connaissance.ts';
import { additionner } from '../../domain/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { type Nombre, type Phrase, valeurLue } from '../../phrases/phrase.ts';
import { rupturesDe } from '../../phrases/tendance.ts';
import { typographie } from '../../phrases/typographie.ts';
import { type Apercu, phraseBref, phraseChapeau, phraseDont } from '../../phrases/zones/apercu.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { courbe } from '../courbe.ts';
import { type Figure, nombres } from '../figure.ts';
import { grille } from '../grille.ts';
import { deZone, FWB, nomDeZone, sommeDe } from './calculs.ts';
import { estConnue, manqueDe } from './connaissance.ts';
import {
  demandeeDe,
  estPubliee,
  INDICATEURS_DE_ZONE,
  type IndicateurDeZone,
  nombreDe,
} from './mesures.ts';
import { ouverturesDe } from './ouvertures.ts';

const BESOINS = ['thematiques_communes', 'fonctions_critiques'] as const;
const OFFRE_ET_BESOINS = ['totaux_zones', ...BESOINS] as const;

/** Une option de trois ans, prise pour toutes : c’est elle qui a reçu une année de plus. */
export const TROIS_ANS = '4-5-6';
const LARGEUR = 250;

export interface Carton {
  readonly cle: string;
  readonly titre: string;
  readonly ici: Nombre | null;
  readonly fwb: Nombre | null;
  /** Les deux populations d’options dont il se fait. */
  readonly dont: Phrase | null;
  readonly dessin: string;
}

export interface Bref extends Figure {
  readonly apercu: Apercu;
  readonly chapeau: Phrase;
  readonly cartons: readonly Carton[];
}

/** Les années scolaires de l’édition. */
export const anneesDe = ({ parcours }: DossierZones): string[] => [
  ...new Set(parcours.map((p) => p.annee_scolaire)),
];

/** Lit un indicateur une année : dans la zone, et en moyenne dans celles qui sont connues. */
export const lecteurDe =
  (dossier: DossierZones, zone: number) => (indicateur: IndicateurDeZone, annee: string) => {
    const table = demandeeDe(indicateur);
    const rangees = dossier.parcours.filter(
      (p) => p.annee_scolaire === annee && toutConnu(dossier, [table], p.zone, annee),
    );
    const cle = `bref.${annee}.${indicateur.cle}`;
    return {
      ici: nombreDe(cle, indicateur, deZone(rangees, zone)),
      fwb: nombreDe(`${cle}.fwb`, indicateur, rangees),
    };
  };

function cartonDe(dossier: DossierZones, zone: number, indicateur: IndicateurDeZone): Carton {
  const lire = lecteurDe(dossier, zone);
  const annees = anneesDe(dossier);
  const [premiere = '', derniere = ''] = [annees[0], annees.at(-1)];
  const { ici, fwb } = lire(indicateur, dossier.anneeScolaire);
  const coupures = indicateur.rupture ? rupturesDe(TROIS_ANS, annees) : [];
  const etapes = annees.map((annee) => {
    const { ici: valeur, fwb: repere } = lire(indicateur, annee);
    return {
      annee,
      valeur: valeur && valeurLue(valeur),
      repere: repere && valeurLue(repere),
      ...(valeur && {
        ecrit: repere ? `${valeur.texte} ; ${FWB} ${repere.texte}` : valeur.texte,
      }),
      periode: String(coupures.filter((coupure) => coupure.annee <= annee).length),
    };
  });
  const debut = lire(indicateur, premiere).ici?.texte ?? 'non connu';
  const rupture = coupures
    .map(
      ({ annee, dit }) =>
        ` ; ${dit} depuis ${annee} : ses élèves ne se comparent pas à ceux d’avant`,
    )
    .join('');
  const constat = `${dossier.zones.find((z) => z.zone === zone)?.nom}, ${premiere} à ${derniere} : de ${debut} à ${ici?.texte ?? 'non connu'} ${indicateur.titre} ; moyenne de la FWB ${fwb?.texte ?? 'inconnue'}${rupture}`;
  const dont = (indicateur.dont ?? []).flatMap((un) => lire(un, dossier.anneeScolaire).ici ?? []);
  return {
    cle: indicateur.cle,
    titre: indicateur.titre,
    ici,
    fwb,
    dont: dont.length > 0 ? phraseDont(indicateur.cle, dont) : null,
    dessin: courbe(etapes, LARGEUR, typographie(constat)),
  };
}

function apercuDe(
  dossier: DossierZones,
  zone: number,
  fictive: boolean,
  qualifiant: Carton | undefined,
): Apercu {
  const { anneeScolaire: annee } = dossier;
  const derniere = dossier.parcours.filter((p) => p.annee_scolaire === annee);
  const publiee = derniere.filter((p) => toutConnu(dossier, ['population'], p.zone, annee));
  const ici = deZone(publiee, zone);
  return {
    nom: nomDeZone(dossier, zone),
    annee,
    fictive,
    eleves: ici.length > 0 && estPubliee(publiee) ? additionner(ici) : null,
    partEleves: rapport(
      sommeDe(ici, (p) => p.eleves),
      sommeDe(publiee, (p) => p.eleves),
    ),
    partQualifiant: qualifiant?.ici?.valeur ?? null,
    partQualifiantFwb: qualifiant?.fwb?.valeur ?? null,
    options: estConnue(dossier, { tables: ['totaux_zones'] }, zone)
      ? sommeDe(deZone(derniere, zone), (p) => p.options)
      : null,
    ouvertures: estConnue(dossier, { tables: OFFRE_ET_BESOINS }, zone)
      ? ouverturesDe(deZone(dossier.reunies, zone)).length
      : null,
    manque: {
      offre: manqueDe(dossier, { tables: ['totaux_zones'] }, zone),
      besoin: manqueDe(dossier, { tables: BESOINS }, zone),
      offreEntiere: etatDe(dossier, 'totaux_zones', zone, annee) === 'inconnu',
      besoinEntier: BESOINS.every((t) => etatDe(dossier, t, zone, annee) === 'inconnu'),
    },
  };
}

/** La zone en six mesures, chacune avec la moyenne de la FWB et son parcours. */
export function bref(dossier: DossierZones, zone: number, fictive: boolean): Bref {
  const cartons = INDICATEURS_DE_ZONE.map((indicateur) => cartonDe(dossier, zone, indicateur));
  const apercu = apercuDe(dossier, zone, fictive, cartons[1]);
  const lire = lecteurDe(dossier, zone);
  const mesures = INDICATEURS_DE_ZONE.flatMap((un) => [un, ...(un.dont ?? [])]);
  return {
    apercu,
    chapeau: phraseChapeau(apercu),
    id: 'en-bref',
    titre: 'En bref',
    constat: phraseBref(apercu),
    cartons,
    ...(cartons.every(({ ici }) => ici === null) && {
      manque: manqueDe(dossier, { tables: ['population', 'totaux_zones'] }, zone),
    }),
    dessin: () =>
      grille(
        cartons.map(({ titre, ici, fwb, dessin }) => ({
          grand: ici?.texte ?? '–',
          titre,
          note: typographie(`${FWB} : ${fwb?.texte ?? 'inconnue'} (trait fin)`),
          trace: dessin,
        })),
      ),
    tables: ['population', 'occurrences', 'offre', 'options'],
    tableau: {
      titre: 'La zone et la moyenne de la FWB, année par année',
      colonnes: [{ titre: 'Année scolaire' }, ...mesures.map(({ colonne }) => nombres(colonne))],
      rangees: anneesDe(dossier).flatMap((a) => [
        { cle: a, cellules: [a, ...mesures.map((i) => lire(i, a).ici)] },
        { cle: `${a}-fwb`, cellules: [`${a}, FWB`, ...mesures.map((i) => lire(i, a).fwb)] },
      ]),
    },
  };
}
