import type { Densite, RegleDeDensite } from '../../normes/distance.ts';
import { effectifDuDegre } from '../../normes/effectif.ts';
import type { NormeDeMaintien, RegleMaintien } from '../../normes/maintien.ts';
import { normeDeMaintienDuDegre } from '../../normes/maintien-degre.ts';
import {
  type Etat,
  type Evenement,
  type Statut,
  suivantDuDegre,
  type Transition,
} from '../../normes/statuts.ts';
import { aDire, combien, type Dite, nombre, type Questionnaire, type Reponses } from './types.ts';

interface Tables {
  readonly maintien: readonly RegleMaintien[];
  readonly densites: readonly RegleDeDensite[];
  readonly transitions: readonly Transition[];
}

const NORME = 'Pour garder le degré, au 15 janvier';
const SUITE = 'Ce que le degré devient';

/** La dernière édition qui règle les degrés. */
const editionDesDegres = (maintien: readonly RegleMaintien[]): string =>
  maintien
    .filter(({ objet }) => objet === 'degre')
    .toSorted((a, b) => b.valide_du.localeCompare(a.valide_du))[0]?.edition ?? '';

function direNorme(norme: NormeDeMaintien): Dite {
  const valeurs =
    norme.genre === 'selon'
      ? norme.possibles.map(({ valeur }) => valeur)
      : norme.genre === 'valeur'
        ? [norme.valeur]
        : [];
  return {
    id: 'norme',
    titre: NORME,
    valeur: valeurs.join(' ') || norme.genre,
    court: valeurs.length > 0 ? `${valeurs.join(' ou ')} élèves` : 'non prévu par le texte',
    motif: `${norme.motif}${valeurs.length > 0 ? ' ; seuls les élèves de plein exercice comptent' : ''}`,
    reference: norme.reference,
  };
}

/** L’événement d’une année ; `null` : on n’en sait pas assez. */
function evenement(norme: NormeDeMaintien, reponses: Reponses): Evenement | null {
  if (reponses.premiere === 'non') return 'suspendue';
  if (reponses.statut === 'creation') return 'non_controlee';
  const enPlein = nombre(reponses.eleves);
  if (enPlein === null) return null;
  const eleves = effectifDuDegre([
    { annee_etude: 0, mode: 'PE', eleves: enPlein },
    { annee_etude: 0, mode: 'ALT', eleves: nombre(reponses.alternance) ?? 0 },
  ]);
  const possibles = norme.genre === 'selon' ? norme.possibles : [];
  const bornes = norme.genre === 'valeur' ? [norme.valeur] : possibles.map(({ valeur }) => valeur);
  if (bornes.length === 0) return null;
  if (eleves >= Math.max(...bornes)) return 'atteinte';
  return eleves < Math.min(...bornes) ? 'non_atteinte' : null;
}

const STATUTS: Readonly<Partial<Record<Statut, string>>> = {
  creation: 'en création, degré incomplet',
  atteinte: 'norme atteinte',
  M1: 'M1',
  M2: 'M2',
  derogation: 'en dérogation',
  fermee: 'fermé',
};

function direSuite(tables: Tables, norme: NormeDeMaintien, reponses: Reponses): Dite {
  const arrivee = evenement(norme, reponses);
  const statut = (reponses.statut || null) as Statut | null;
  if (arrivee === null || statut === null) {
    const quoi = 'son statut d’avant, ses élèves, et son lieu si la norme en dépend';
    return aDire('suite', SUITE, quoi, norme.reference);
  }
  const enOrdre = statut === 'atteinte' || statut === 'creation';
  const avant: Etat = { statut, acquis: enOrdre ? 'atteinte' : 'M1' };
  const { etat, motif, reference, muet } = suivantDuDegre(tables.transitions, avant, arrivee);
  if (muet) {
    return {
      ...{ id: 'suite', titre: SUITE, valeur: 'non_prevu', court: 'non prévu par le texte' },
      ...{ motif, reference },
    };
  }
  const ferme = etat.statut === 'fermee';
  return {
    id: 'suite',
    titre: SUITE,
    valeur: etat.statut,
    court: STATUTS[etat.statut] ?? etat.statut,
    motif: ferme
      ? 'la suspension ne vise que les options : un degré dont la première année n’est pas organisée ' +
        'ferme, année par année, et ne se rouvre que par une programmation'
      : motif.replaceAll('option', 'degré'),
    reference: ferme ? `${reference} et VII.III.1, 5°` : reference,
  };
}

/** Garder un degré, et sa fermeture (circulaire 7282, VII.I, VII.III et VII.III.1, 5°). */
export const DEGRE: Questionnaire<Tables> = {
  questions: ({ densites }) => [
    {
      cle: 'degre',
      nom: 'Degré et forme',
      choix: [
        { valeur: 'D2-P', texte: '2e degré P' },
        { valeur: 'D3-P', texte: '3e degré P' },
        { valeur: 'D3-TQ', texte: '3e degré TQ' },
        { valeur: 'D2-TQ', texte: '2e degré TQ' },
        { valeur: 'D3-AQ', texte: '3e degré AQ' },
        { valeur: 'D2-AQ', texte: '2e degré AQ' },
      ],
    },
    {
      cle: 'densite',
      nom: 'Commune (recensement de 2001)',
      choix: densites.map(({ densite, intitule }) => ({ valeur: densite, texte: intitule })),
    },
    combien('km', 'Distance de l’école de même caractère', 200, 'km'),
    combien('eleves', 'Élèves du degré en plein exercice', 5000),
    combien('alternance', 'Élèves du degré en alternance', 5000),
    {
      cle: 'statut',
      nom: 'Statut l’année d’avant',
      choix: (['atteinte', 'M1', 'M2', 'derogation', 'creation'] as const).map((valeur) => ({
        valeur,
        texte: STATUTS[valeur] ?? valeur,
      })),
    },
    {
      cle: 'premiere',
      nom: 'La première année est organisée',
      choix: [
        { valeur: 'oui', texte: 'Oui' },
        { valeur: 'non', texte: 'Non' },
      ],
    },
  ],
  repondre: (tables, reponses) => {
    const edition = editionDesDegres(tables.maintien);
    const [degre, forme] = (reponses.degre ?? '').split('-');
    if (!degre || !forme) {
      const reference = tables.maintien.find((r) => r.objet === 'degre')?.texte ?? '';
      return [aDire('norme', NORME, 'quel degré, et dans quelle forme', reference)];
    }
    const norme = normeDeMaintienDuDegre(tables.maintien, tables.densites, {
      degre: degre as 'D2' | 'D3',
      forme: forme as 'P' | 'TQ' | 'AQ',
      densite: (reponses.densite || null) as Densite | null,
      km: nombre(reponses.km),
      edition,
    });
    return [direNorme(norme), direSuite(tables, norme, reponses)];
  },
};
