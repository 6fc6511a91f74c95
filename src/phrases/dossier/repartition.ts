import type { Contexte, OccurrenceSituee } from '../../domain/dossier/contexte.ts';
import type { Faits } from '../../domain/dossier/faits.ts';
import type { OptionDuDossier } from '../../domain/dossier/types.ts';
import { combienDeMasques } from '../effectif.ts';
import { compte } from '../nombres.ts';
import { anciensNonComptes, dixieme, km, pourcent, sousLAncien } from './mots.ts';

const situee = ({ lieu, distance, sous = [] }: OccurrenceSituee): string =>
  `${lieu.nom} (${lieu.commune}), à ${km(distance)}${sousLAncien(sous)}`;

function prelevement({ repartition, ici }: Faits): string[] {
  const { prelevement: pris } = repartition;
  if (!pris || ici) return [];
  const eleves = `${pris.eleves} ${pris.estAttendu ? 'élèves attendus' : 'élèves de la norme'}`;
  if (pris.part > 1) {
    return [
      `Les sites proches n’ont que ${compte(pris.parmi, 'élève')} en première année, moins que les ${eleves}.`,
    ];
  }
  return [
    `Si tous venaient de là, les ${eleves} feraient ${pourcent(pris.part)} des ${pris.parmi} de première année des sites proches, au 15 janvier.`,
  ];
}

function taille({ tailleMoyenne, masques, effectif }: Faits['repartition']): string {
  const moyenne = dixieme(tailleMoyenne ?? 0);
  if (masques === 0) return `de ${moyenne} élèves en moyenne`;
  const tus = combienDeMasques(effectif);
  return tailleMoyenne ? `d’au moins ${moyenne} élèves en moyenne (${tus})` : `avec ${tus}`;
}

/** Où l’option existe déjà, autour du lieu. */
export function phrasesDeRepartition(
  contexte: Contexte,
  option: OptionDuDossier,
  faits: Faits,
): string[] {
  const { lieu } = contexte;
  const { repartition: r } = faits;
  const nonComptes = anciensNonComptes(contexte, option);
  const inconnue = faits.offreConnue?.autour === false;
  if (!r.plusProche && inconnue) {
    return ['L’offre autour de l’implantation n’est pas connue.', ...nonComptes];
  }
  if (!r.plusProche) {
    return ['L’option n’est organisée nulle part dans les données.', ...nonComptes];
  }
  const memeSite = r.plusProcheMemeCaractere?.site === r.plusProche.site;
  const autre = r.plusProcheMemeCaractere
    ? `De votre caractère : ${situee(r.plusProcheMemeCaractere)}.`
    : `Aucune${inconnue ? ' de celles-là' : ''} n’est de votre caractère.`;
  const phrases = [
    ...(inconnue
      ? ['L’offre n’est pas connue partout autour : d’autres peuvent être plus proches.']
      : []),
    `L’occurrence ${inconnue ? 'connue ' : ''}la plus proche est ${situee(r.plusProche)}${memeSite ? ', de votre caractère' : ''}.`,
    ...(memeSite ? [] : [autre]),
  ];
  if (r.proches === 0) {
    phrases.push(`Aucune occurrence ${inconnue ? 'connue ' : ''}à 10 km ou moins.`);
  } else {
    const ecole = r.prochesDeLEcole > 0 ? ` et ${r.prochesDeLEcole} de votre école` : '';
    phrases.push(
      `À 10 km ou moins : ${compte(r.proches, 'occurrence')}, dont ${r.prochesMemeCaractere || 'aucune'} de votre caractère${ecole}, ${taille(r)}.`,
      ...prelevement(faits),
    );
  }
  if (lieu.precision !== 'adresse') {
    phrases.push('Distances mesurées depuis le point central de la commune.');
  }
  return [...phrases, ...nonComptes];
}
