import type { ComponentChildren } from 'preact';
import { Besoin, Symbole } from '../../../components/Besoin.tsx';
import { cleDuBesoin } from '../../../domain/besoin.ts';
import type { Trivalent } from '../../../domain/connaissance.ts';
import { type EffectifSuivi, estBorne, INCONNU } from '../../../domain/effectif.ts';
import { type CleColonne, COLONNES } from '../../../domain/filtre/colonnes.ts';
import { anneesEcrites, libelle, type Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import type { Trouvailles } from '../../../domain/recherche/options.ts';
import { borneEcrite, NON_CONNUE, NON_CONNUS, TU } from '../../../phrases/effectif.ts';
import { accord, decimal, entier } from '../../../phrases/nombres.ts';
import { Surligne } from '../filtres/Surligne.tsx';
import { Eleves, Occurrences } from './Effectifs.tsx';
import { Etincelle } from './Etincelle.tsx';
import { Norme } from './Norme.tsx';
import { Organisation } from './Organisation.tsx';
import { Ecart, TendanceDite } from './TendanceDite.tsx';

export interface CelluleDIndicateur {
  readonly ligne: LigneIndicateur;
  readonly noms: Noms;
  readonly trouvailles: Trouvailles | null;
}

type Rendu = (cellule: CelluleDIndicateur) => ComponentChildren;

const nombre = (valeur: EffectifSuivi): ComponentChildren => {
  if (valeur === INCONNU) return NON_CONNUS;
  if (estBorne(valeur)) return borneEcrite(valeur);
  return valeur === null ? 'masqués' : <data value={valeur}>{entier(valeur)}</data>;
};

/** Un besoin qui n’est pas affirmé : nié, ou non connu. */
const sinon = (besoin: Trivalent) =>
  besoin === null ? <span class="discret">non connu</span> : RIEN;

const RIEN = <span class="discret">–</span>;

function natures({ fc_quantitative, fc_structurelle }: LigneIndicateur): string {
  if (fc_quantitative && fc_structurelle) return 'quantitative et structurelle';
  if (fc_quantitative) return 'quantitative';
  return fc_structurelle ? 'structurelle' : 'nature non précisée';
}

/** Ce que contient chaque colonne, sauf l’intitulé, qui nomme la rangée. */
export const CELLULES: Readonly<Record<Exclude<CleColonne, 'intitule'>, Rendu>> = {
  code: ({ ligne, trouvailles }) => <Surligne texte={ligne.code_obg} trouvailles={trouvailles} />,
  zone: ({ ligne, noms }) => noms.zone[ligne.zone],
  secteur: ({ ligne, noms }) => libelle('secteur', String(ligne.secteur), noms),
  groupe: ({ ligne, noms }) => libelle('groupe', String(ligne.groupe), noms),
  filiere: ({ ligne }) => <Organisation ligne={ligne} />,
  annees: ({ ligne }) => (ligne.annees ? anneesEcrites(ligne.annees) : RIEN),
  forme: ({ ligne }) => ligne.forme ?? RIEN,
  profil: ({ ligne }) => (ligne.profils.length > 0 ? ligne.profils.join(', ') : RIEN),
  reserve: ({ ligne }) => (ligne.reserve === 'R2' ? 'R²' : (ligne.reserve ?? RIEN)),
  statut: ({ ligne, noms }) => libelle('statut', ligne.statut, noms),
  occurrences: ({ ligne }) => <Occurrences ligne={ligne} />,
  confessionnel: ({ ligne }) => nombre(ligne.occurrences_confessionnel ?? INCONNU),
  'non-confessionnel': ({ ligne }) => nombre(ligne.occurrences_non_confessionnel ?? INCONNU),
  eleves: ({ ligne }) => <Eleves ligne={ligne} />,
  'premiere-annee': ({ ligne }) =>
    ligne.annees === null ? RIEN : nombre(ligne.eleves_premiere_annee),
  moyenne: ({ ligne: { eleves, serie, occurrences } }) =>
    eleves === null || !occurrences ? (
      occurrences === null ? (
        NON_CONNUS
      ) : estBorne(serie.at(-1)) ? (
        TU
      ) : (
        'masqués'
      )
    ) : (
      <data value={eleves / occurrences}>{decimal(eleves / occurrences)}</data>
    ),
  tendance: ({ ligne }) => (
    <>
      <Etincelle serie={ligne.serie} rupture={ligne.rupture?.place ?? null} />
      <TendanceDite ligne={ligne} />
    </>
  ),
  ecart: ({ ligne }) => <Ecart ligne={ligne} />,
  besoin: ({ ligne }) => <Besoin cle={cleDuBesoin(ligne)} />,
  tc: ({ ligne }) =>
    ligne.tc ? (
      <span class="besoin besoin-tc">
        <Symbole cle="tc" />
        TC
      </span>
    ) : (
      sinon(ligne.tc)
    ),
  fc: ({ ligne }) =>
    ligne.fc ? (
      <>
        <span class="besoin besoin-fc">
          <Symbole cle="fc" />
          FC
        </span>{' '}
        <span class="petit discret">{natures(ligne)}</span>
      </>
    ) : (
      sinon(ligne.fc)
    ),
  norme: ({ ligne }) => <Norme ligne={ligne} />,
  maintien: ({ ligne: { occurrences, occurrences_sous_norme: sous } }) =>
    !occurrences || sous === null ? (
      occurrences === 0 ? (
        RIEN
      ) : (
        <span class="discret">{NON_CONNUE}</span>
      )
    ) : (
      <>
        <data value={sous}>{sous}</data> {accord(sous, 'occurrence')} sous la norme
      </>
    ),
};

/** Elles n’ont rien à dire d’une option que la zone n’organise pas. */
const DE_L_OFFRE: ReadonlySet<CleColonne> = new Set([
  'occurrences',
  'confessionnel',
  'non-confessionnel',
  'eleves',
  'premiere-annee',
  'moyenne',
]);

/** Les nombres s’alignent à droite. */
export const NUMERIQUES: ReadonlySet<CleColonne> = DE_L_OFFRE;

const CLASSES: Readonly<Partial<Record<CleColonne, string>>> = {
  intitule: 'c-option',
  filiere: 'c-organisation',
};

export const classeDe = (cle: CleColonne): string => {
  const classe = CLASSES[cle] ?? `c-${cle}`;
  return NUMERIQUES.has(cle) ? `${classe} c-nombre` : classe;
};

/** Le titre d’une cellule sur une carte, où les en-têtes ne se voient plus. */
export const titreEnCarte = (cle: CleColonne): string | null =>
  SANS_TITRE.has(cle) ? null : COLONNES[cle].titre;

const SANS_TITRE: ReadonlySet<CleColonne> = new Set([
  ...(['code', 'intitule', 'zone', 'filiere', 'occurrences', 'eleves', 'besoin'] as const),
  ...(['norme', 'tc', 'fc', 'maintien'] as const),
]);

/** Les colonnes d’une rangée : celles de l’offre qui se suivent n’en font qu’une si rien n’existe. */
export function reunirColonnes(
  colonnes: readonly CleColonne[],
  ligne: LigneIndicateur,
): readonly (readonly CleColonne[])[] {
  const suites: CleColonne[][] = [];
  for (const cle of colonnes) {
    const derniere = suites.at(-1);
    const absente = estAbsente(cle, ligne);
    if (absente && derniere?.[0] && DE_L_OFFRE.has(derniere[0])) derniere.push(cle);
    else suites.push([cle]);
  }
  return suites;
}

/** Rien n’y est à compter : l’option n’est pas organisée, ou l’offre n’est pas connue. */
export const estAbsente = (cle: CleColonne, { occurrences }: LigneIndicateur): boolean =>
  !occurrences && DE_L_OFFRE.has(cle);
