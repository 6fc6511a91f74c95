import type { Implantation } from '../../src/domain/tables/offre.ts';
import { creerAlea } from './alea.ts';
import { type Ecole, lierCefa, tirerEcoles } from './ecoles.ts';
import { type EntreeDeDemo, GRAINE } from './entree.ts';
import type { LieuTire } from './lieux.ts';

/** Une implantation fictive et ce qui oriente les options qu’elle organise. */
export interface SiteTire {
  readonly ligne: Implantation;
  readonly cefa: boolean;
  readonly taille: number;
  readonly secteurs: ReadonlySet<number>;
}

const SECTEURS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const POIDS_SECTEURS = [0.35, 1.2, 0.8, 0.6, 0.3, 0.5, 1.6, 1.7, 0.4];
const PREMIER_FASE_IMPLANTATION = 900_001;
const PREMIER_FASE_ETABLISSEMENT = 950_001;

/**
 * Tire les implantations fictives, numérotées par zone : FASE 900001 et suivants pour les
 * implantations, 950001 et suivants pour les établissements (CEFA compris). Communes et codes
 * postaux sont réels ; une partie des implantations partagent une adresse, et quelques CEFA ont
 * un site hors de leur zone. Réseaux, tailles et secteurs sont des hypothèses de tirage.
 */
export function tirerImplantations(entree: EntreeDeDemo): SiteTire[] {
  const ecoles = tirerEcoles(entree);
  const liens = lierCefa(ecoles);
  const alea = creerAlea(`${GRAINE}:sites`);
  const fase = new Map(ecoles.map((ecole, i) => [ecole, String(PREMIER_FASE_ETABLISSEMENT + i)]));
  const rangs = new Map<number, number>();
  const etiquettes = new Map<LieuTire, string>();
  const noms = new Map<Ecole, string>();
  const poses = ecoles
    .flatMap((ecole) => ecole.lieux.map((lieu) => ({ ecole, lieu })))
    .sort((a, b) => a.lieu.zone - b.lieu.zone);

  return poses.map(({ ecole, lieu }, i) => {
    const rang = (rangs.get(lieu.zone) ?? 0) + 1;
    rangs.set(lieu.zone, rang);
    const etiquette = `${lieu.zone}-${String(rang).padStart(3, '0')}`;
    const adresse = etiquettes.get(lieu) ?? etiquette;
    etiquettes.set(lieu, adresse);
    const sorte = ecole.cefa ? 'CEFA' : 'établissement';
    const etablissement =
      noms.get(ecole) ?? `${lieu.commune} · ${sorte} de démonstration ${etiquette}`;
    noms.set(ecole, etablissement);
    const secteurs = new Set<number>();
    const nombre = ecole.cefa ? 5 : alea.choix([1, 2, 3, 4], [0.2, 0.35, 0.28, 0.17]);
    while (secteurs.size < nombre) secteurs.add(alea.choix(SECTEURS, POIDS_SECTEURS));
    const internat = alea.choix([true, false, null], [0.09, 0.86, 0.05]);
    const cefa = liens.get(ecole);
    const ligne: Implantation = {
      fase_implantation: String(PREMIER_FASE_IMPLANTATION + i),
      fase_etablissement: fase.get(ecole) ?? '',
      etablissement,
      nom: `${lieu.commune} · démonstration ${etiquette}`,
      adresse: `adresse fictive ${adresse}`,
      code_postal: lieu.codePostal,
      commune: lieu.commune,
      zone: lieu.zone,
      reseau: ecole.reseau,
      caractere: ecole.reseau === 'libre confessionnel' ? 'confessionnel' : 'non confessionnel',
      fase_cefa: cefa === undefined ? null : (fase.get(cefa) ?? null),
      internat: ecole.cefa ? false : internat,
      lat: lieu.lat,
      lon: lieu.lon,
      precision: 'adresse',
      nature: 'demonstration',
      nom_cefa: null,
      qualifiant: null,
    };
    return { ligne, cefa: ecole.cefa, taille: Math.exp(0.5 * alea.normale()), secteurs };
  });
}
