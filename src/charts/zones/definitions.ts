import { additionner, estOrganise } from '../../domain/effectif.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import {
  deZone,
  occurrencesParOption,
  optionsOrganisees,
  organisables,
  sommeDe,
  TABLES_DE_L_OFFRE,
} from './calculs.ts';
import type { Demande } from './connaissance.ts';
import { demandeeDe, estPubliee, INDICATEURS_DE_ZONE } from './mesures.ts';
import type { CompteDeZone, Serie } from './serie.ts';

/** D’où vient une norme de maintien, franchie ou non. */
export const TABLES_DES_STATUTS = ['occurrences', 'statuts'];

/** Le dossier d’une seule zone, pour l’année montrée. */
export type Part = ReturnType<typeof dossierDUneZone>;

export interface Definition extends Omit<Serie, 'comptes'> {
  /** Ce qu’elle demande de connaître ; à défaut, ce dont ses tables se font. */
  readonly demande?: Demande;
  readonly compter: (part: Part) => CompteDeZone;
}

export const dossierDUneZone = (dossier: DossierZones, zone: number) => {
  const ouvertes = deZone(dossier.occurrences, zone).filter(estOrganise);
  const reunies = deZone(dossier.reunies, zone);
  return {
    parcours: deZone(dossier.parcours, zone).filter(
      (p) => p.annee_scolaire === dossier.anneeScolaire,
    ),
    voies: deZone(dossier.voies, zone),
    reseaux: deZone(dossier.reseaux, zone),
    mouvements: deZone(dossier.mouvements, zone),
    occurrences: deZone(dossier.occurrences, zone),
    ouvertes,
    parOption: occurrencesParOption(dossier, zone, ouvertes),
    codes: optionsOrganisees(deZone(dossier.options, zone)),
    reunies,
    organisables: organisables(reunies),
  };
};

const TITRES: Readonly<Record<string, Pick<Serie, 'titre' | 'sur' | 'population'>>> = {
  eleves: { titre: 'Élèves' },
  qualifiant: { titre: 'Part du qualifiant', sur: 'élèves de la 3e à la 7e année' },
  implantations: { titre: 'Implantations', population: 'toutes' },
  options: { titre: 'Options organisées', population: 'toutes' },
  occurrences: { titre: 'Occurrences', population: 'toutes' },
  taille: { titre: 'Élèves par occurrence', sur: 'occurrences', population: 'toutes' },
};

export const deBref = (cle: string): Definition => {
  const indicateur = INDICATEURS_DE_ZONE.find((i) => i.cle === cle);
  if (!indicateur) throw new RangeError(`Indicateur inconnu : ${cle}`);
  const { numerateur, denominateur, masques, population } = indicateur;
  return {
    cle,
    titre: cle,
    ...TITRES[cle],
    ecriture: denominateur ? (cle === 'taille' ? 'decimal' : 'part') : 'entier',
    tables: ['population', ...TABLES_DE_L_OFFRE],
    demande: { tables: [demandeeDe(indicateur)] },
    compter: ({ parcours }) => [
      population && !estPubliee(parcours) ? null : sommeDe(parcours, (p) => p[numerateur]),
      denominateur ? sommeDe(parcours, (p) => p[denominateur]) : null,
      masques && sommeDe(parcours, (p) => p[masques]),
    ],
  };
};

export const voie = (cle: string, titre: string, nom: string): Definition => ({
  cle,
  titre,
  ecriture: 'part',
  sur: 'élèves des options',
  population: 'toutes',
  tables: TABLES_DE_L_OFFRE,
  demande: { tables: ['inscriptions.mode'] },
  compter: ({ voies }) => {
    const siennes = additionner(voies.filter((v) => v.voie === nom));
    return [siennes.eleves, additionner(voies).eleves, siennes.masques];
  },
});

type Entete = Omit<Definition, 'ecriture' | 'compter'>;

export const definirCompte = (entete: Entete, compter: (part: Part) => number): Definition => ({
  ...entete,
  ecriture: 'entier',
  compter: (p) => [compter(p), null],
});

export const definirProportion = (
  entete: Entete & { readonly sur: string },
  compter: (part: Part) => CompteDeZone,
): Definition => ({ ...entete, ecriture: 'part', compter });

export const mouvement = (
  liste: 'TC' | 'FC',
  sens: 'entree' | 'sortie',
  titre: string,
): Definition =>
  definirCompte(
    { cle: `${liste.toLowerCase()}-${sens}s`, titre, tables: ['besoins', 'metiers'] },
    ({ mouvements }) => mouvements.filter((m) => m.liste === liste && m.sens === sens).length,
  );
