import { slugDe } from '../domain/autour/lieux.ts';
import { enColonnes } from '../domain/colonnes.ts';
import type { Lieu } from '../domain/recherche/lieux.ts';
import { type Moteur, requete } from './moteur.ts';
import { publierJson, unParMoteur } from './publication.ts';

const ZONES = requete(
  `SELECT 'zone' AS genre, zone::VARCHAR AS cle, nom, zone, '' AS codes FROM zones ORDER BY zone`,
);
const COMMUNES = requete(
  `SELECT 'commune' AS genre, '' AS cle, commune AS nom, zone, codes_postaux AS codes
   FROM communes ORDER BY nis`,
);
const IMPLANTATIONS = requete(
  `SELECT 'implantation' AS genre, fase_implantation AS cle, nom, zone, fase_etablissement AS codes
   FROM implantations ORDER BY fase_implantation`,
);

type LieuLu = Omit<Lieu, 'codes'> & { readonly codes: string };

async function lireLesLieux(moteur: Moteur): Promise<readonly Lieu[]> {
  const lus: LieuLu[] = [];
  for (const sql of [ZONES, COMMUNES, IMPLANTATIONS]) lus.push(...(await moteur.lire<LieuLu>(sql)));
  return lus.map(({ codes, ...lieu }) => ({
    ...lieu,
    cle: lieu.cle || slugDe(lieu.nom),
    codes: codes.split(' ').filter(Boolean),
  }));
}

/** Les lieux qu’une question peut nommer, que le tableau et la recherche du site se partagent. */
export const lieuxCherches = unParMoteur(async (moteur) =>
  publierJson('recherche-lieux', enColonnes(await lireLesLieux(moteur))),
);
