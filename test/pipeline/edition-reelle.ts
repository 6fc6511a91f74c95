import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';

const ENTETE = 'annee_scolaire,fase_implantation,code_obg,annee_etude,mode,eleves';

export interface Cellule {
  readonly fase: string;
  readonly code: string;
  readonly annee: number;
  readonly eleves: number;
  readonly mode?: 'PE' | 'ALT';
  readonly scolaire?: string;
}

export interface Habitants {
  readonly zone: number;
  readonly annee: number;
  readonly forme: string;
  readonly eleves: number;
  readonly scolaire?: string;
}

/**
 * L’édition mini, avec ses trois implantations devenues réelles (1001 et 1002 à Liège, 1003 à
 * Bruxelles) et des effectifs officiels.
 */
export function reelle(cellules: readonly Cellule[], population?: readonly Habitants[]): Dossier {
  const dossier = ouvrirDossier(MINI);
  const lignes = cellules.map((c) =>
    [c.scolaire ?? '2023-2024', c.fase, c.code, c.annee, c.mode ?? 'PE', c.eleves].join(','),
  );
  dossier.ecrire('offre/inscriptions.csv', `${[ENTETE, ...lignes].join('\n')}\n`);
  if (population) {
    const rangees = population.map((p) =>
      [p.scolaire ?? '2023-2024', p.zone, p.annee, p.forme, p.eleves].join(','),
    );
    const entete = 'annee_scolaire,zone,annee_etude,forme,eleves';
    dossier.ecrire('offre/population.csv', `${[entete, ...rangees].join('\n')}\n`);
  }
  for (const [fichier, avant, apres] of [
    ['offre/implantations.csv', /90000(\d)/g, '100$1'],
    ['offre/implantations.csv', /demonstration$/gm, 'officiel'],
    ['sources.csv', /^(implantations|inscriptions|population)(,.*)demonstration/gm, '$1$2officiel'],
  ] as const) {
    dossier.ecrire(fichier, dossier.lire(fichier).replace(avant, apres));
  }
  return dossier;
}
