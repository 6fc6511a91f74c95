import type { Contexte } from '../../domain/dossier/contexte.ts';
import type { Critere, Faits } from '../../domain/dossier/faits.ts';
import type { OptionDuDossier } from '../../domain/dossier/types.ts';
import { compterEleves } from '../effectif.ts';
import { enumererEnBref } from '../enumerer.ts';
import { compte } from '../nombres.ts';
import { typographie } from '../typographie.ts';
import { phrasesDuBesoin } from './besoin.ts';
import { anciensNonComptes, km, sousLAncien } from './mots.ts';
import { phrasesDeRepartition } from './repartition.ts';

/** Un code et son intitulé, sans la seconde forme du genre. */
export const nommer = ({ options }: Contexte, code: string): string =>
  `${code} ${options.get(code)?.intitule.split('/')[0]?.trim() ?? ''}`.trim();

const nommerTous = (contexte: Contexte, codes: readonly string[]): string =>
  enumererEnBref(codes.map((code) => nommer(contexte, code)));

/** « 21 Électricité », ou le numéro seul. */
export const nomDuGroupe = ({ donnees }: Contexte, groupe: number): string =>
  [groupe, donnees.groupes[groupe]].filter(Boolean).join(' ');

export const nomDuSecteur = ({ donnees }: Contexte, secteur: number): string =>
  [secteur, donnees.secteurs[secteur]].filter(Boolean).join(' ');

function phraseDuSecteur(
  contexte: Contexte,
  option: OptionDuDossier,
  { secteur, groupe }: Faits['coherence'],
): string {
  const nomSecteur = nomDuSecteur(contexte, option.secteur);
  const nomGroupe = nomDuGroupe(contexte, option.groupe);
  const liste = groupe.length > 0 ? ` : ${nommerTous(contexte, groupe)}` : '';
  if (secteur.length === 0) {
    return `L’école n’organise aucune autre option du secteur ${nomSecteur}.`;
  }
  if (secteur.length === 1) {
    const du = groupe.length === 1 ? 'du' : 'hors du';
    return `L’école organise une autre option du secteur ${nomSecteur}, ${du} groupe ${nomGroupe}${liste}.`;
  }
  return `L’école organise ${compte(secteur.length, 'autre option', 'autres options')} du secteur ${nomSecteur}, dont ${groupe.length || 'aucune'} du groupe ${nomGroupe}${liste}.`;
}

function phrasesDeCoherence(contexte: Contexte, option: OptionDuDossier, faits: Faits): string[] {
  const { offreConnue, avant, apres, ailleurs, centres } = faits.coherence;
  if (!offreConnue) return ['Aucune option de l’école n’est dans les données.'];
  const noms = (codes: readonly string[]) => nommerTous(contexte, codes);
  const phrases = [phraseDuSecteur(contexte, option, faits.coherence)];
  if (avant.length > 0) {
    phrases.push(`${noms(avant)} ${avant.length > 1 ? 'peuvent' : 'peut'} mener à cette option.`);
  }
  if (apres.length > 0) phrases.push(`L’école en organise la suite : ${noms(apres)}.`);
  if (ailleurs)
    phrases.push('L’école organise déjà cette option sur une autre de ses implantations.');
  const aPortee = centres.map(
    ({ centre, distance }) => `${centre.type} ${centre.nom}, ${km(distance)}`,
  );
  phrases.push(
    aPortee.length === 0
      ? 'Aucun centre connu du secteur à 10 km ou moins (liste partielle).'
      : `À 10 km ou moins, ${compte(aPortee.length, 'centre')} du secteur : ${enumererEnBref(aPortee, 3)}.`,
  );
  return phrases;
}

function phrasesDEquilibre(contexte: Contexte, option: OptionDuDossier, faits: Faits): string[] {
  const { lieu, donnees } = contexte;
  const { equilibre } = faits;
  const { confessionnel: c, nonConfessionnel: n } = equilibre;
  const zone = donnees.zones[lieu.zone] ?? lieu.zone;
  const nonComptes = anciensNonComptes(contexte, option);
  const inconnue = faits.offreConnue?.zone === false;
  if (c.occurrences + n.occurrences === 0 && inconnue) {
    return [`L’offre de la zone ${zone} n’est pas connue.`, ...nonComptes];
  }
  if (c.occurrences + n.occurrences === 0) {
    return [`L’option n’est organisée nulle part dans la zone ${zone}.`, ...nonComptes];
  }
  const partie = (nombre: typeof c, nom: string) => {
    if (nombre.occurrences === 0) return `0\u00a0occurrence ${nom}`;
    const eleves = compterEleves(nombre);
    const suite = nombre.masques > 0 ? `, ${eleves}` : ` (${eleves})`;
    return `${compte(nombre.occurrences, 'occurrence')} ${nom}${suite}`;
  };
  const siennes = (contexte.occurrences.get(option.code_obg) ?? []).filter(
    (occurrence) => occurrence.lieu.zone === lieu.zone && occurrence.sous,
  );
  const ici = contexte.anciens ? faits.sous : [];
  const anciens = [...new Set([...siennes.flatMap(({ sous = [] }) => sous), ...ici])].sort();
  const aLAncien = siennes.length + (ici.length > 0 ? 1 : 0);
  const dont =
    anciens.length > 0 ? [`Dont ${compte(aLAncien, 'occurrence')}${sousLAncien(anciens)}.`] : [];
  return [
    ...(inconnue ? [`L’offre de la zone ${zone} n’est pas connue en entier.`] : []),
    `La zone ${zone} compte ${inconnue ? 'au moins ' : ''}${partie(c, 'de caractère confessionnel')} et ${partie(n, 'de caractère non confessionnel')}. Le vôtre : ${lieu.caractere}.`,
    ...dont,
    ...nonComptes,
  ];
}

function phrasesDAcces({ lieu }: Contexte, { accessibilite }: Faits): string[] {
  const internat =
    accessibilite.internat === null
      ? 'Internat : non connu.'
      : accessibilite.internat
        ? 'Un internat est lié à l’implantation.'
        : 'Aucun internat n’est lié à l’implantation.';
  return [
    `La commune de l’implantation est ${lieu.commune}.`,
    internat,
    'Transports publics : non connus, à décrire dans votre note.',
  ];
}

/** Les faits d’un critère, en phrases. */
export function phrasesDe(
  critere: Critere,
  contexte: Contexte,
  option: OptionDuDossier,
  faits: Faits,
): readonly string[] {
  const ecrire: Record<Critere, () => readonly string[]> = {
    coherence: () => phrasesDeCoherence(contexte, option, faits),
    equilibre: () => phrasesDEquilibre(contexte, option, faits),
    repartition: () => phrasesDeRepartition(contexte, option, faits),
    accessibilite: () => phrasesDAcces(contexte, faits),
    besoin: () => phrasesDuBesoin(contexte, faits),
  };
  return ecrire[critere]().map(typographie);
}
