import { commencent, enMots, plat, tousLesMots } from '../recherche/texte.ts';
import { type Depart, lireLieu } from './etat.ts';
import type { Lieux } from './types.ts';

/** Un point de départ proposé : ce qui s’affiche, et ce qu’il choisit. */
export interface Proposition {
  readonly depart: Depart;
  readonly titre: string;
  readonly detail: string;
}

export type ChercherDepart = (texte: string) => readonly Proposition[];

interface Candidat extends Proposition {
  readonly mots: readonly string[];
  readonly debut: string;
  /** À qualité égale, une commune passe avant ses implantations. */
  readonly rang: number;
}

/** Le numéro FASE tapé en entier passe avant un numéro de rue. */
const EXACT = 100;

function candidats({ implantations, communes }: Lieux): readonly Candidat[] {
  const desCommunes = communes.map(
    ({ slug, commune, codesPostaux }): Candidat => ({
      depart: { genre: 'commune', slug },
      titre: commune,
      detail: `Commune · ${codesPostaux.slice(0, 4).join(', ')}${codesPostaux.length > 4 ? '…' : ''}`,
      mots: [...tousLesMots(commune), ...codesPostaux],
      debut: plat(commune),
      rang: 0,
    }),
  );
  const desImplantations = implantations.map(
    ({ id, nom, etablissement, faseEtablissement, adresse, codePostal, commune }): Candidat => ({
      depart: { genre: 'implantation', fase: id },
      titre: nom,
      detail: `FASE ${id} · ${codePostal} ${commune}`,
      mots: [
        id,
        faseEtablissement,
        codePostal,
        ...tousLesMots(`${nom} ${etablissement} ${adresse ?? ''} ${commune}`),
      ],
      debut: plat(nom),
      rang: 1,
    }),
  );
  return [...desCommunes, ...desImplantations];
}

/**
 * Prépare la recherche d’un point de départ : numéro FASE, nom, adresse, commune, code postal, ou
 * latitude et longitude.
 * Chaque mot tapé doit commencer un mot du candidat.
 * @param limite le nombre de propositions rendues
 */
export function creerChercherDepart(lieux: Lieux, limite = 12): ChercherDepart {
  let tous: readonly Candidat[] | undefined;
  return (texte) => {
    const lieu = lireLieu(texte);
    if (lieu) return [{ depart: lieu, titre: 'Ce point de la carte', detail: texte.trim() }];
    // « 900 214 » est un seul numéro.
    const cherche = plat(texte.replace(/(\d{3}) (?=\d{3}\b)/g, '$1'));
    const mots = enMots(cherche);
    if (mots.length === 0) return [];
    const note = ({ depart, mots: siens, debut }: Candidat): number => {
      if (depart.genre === 'implantation' && depart.fase === cherche) return EXACT;
      if (!commencent(mots, siens)) return 0;
      const exacts = mots.filter((mot) => siens.includes(mot)).length;
      return 1 + exacts + (debut.startsWith(cherche) ? 2 : 0) + (debut === cherche ? 2 : 0);
    };
    tous ??= candidats(lieux);
    return tous
      .map((candidat) => ({ candidat, points: note(candidat) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points || a.candidat.rang - b.candidat.rang)
      .slice(0, limite)
      .map(({ candidat: { depart, titre, detail } }) => ({ depart, titre, detail }));
  };
}

/** Un numéro FASE tapé en entier, que l’édition ne connaît pas. */
export const faseInconnue = ({ implantations }: Lieux, texte: string): string | null => {
  const chiffres = texte.replaceAll(' ', '');
  const inconnu = /^\d{5,6}$/.test(chiffres) && !implantations.some(({ id }) => id === chiffres);
  return inconnu ? chiffres : null;
};
