import type { Noms } from '../domain/filtre/libelles.ts';
import { type Moteur, requete } from './moteur.ts';

interface Nom {
  readonly cle: 'zone' | 'secteur' | 'groupe';
  readonly valeur: string;
  readonly nom: string;
}

const NOMS = requete(
  `SELECT 'zone' AS cle, zone::VARCHAR AS valeur, nom FROM zones
   UNION ALL SELECT 'secteur', secteur::VARCHAR, intitule FROM secteurs
   UNION ALL SELECT 'groupe', groupe::VARCHAR, coalesce(intitule, 'Article 45 et urgence')
   FROM groupes WHERE groupe IN (SELECT groupe FROM options)
   ORDER BY cle, valeur`,
);

/** Le nom de chaque zone, secteur et groupe. */
export async function lireNoms(moteur: Moteur): Promise<Noms> {
  const lus = await moteur.lire<Nom>(NOMS);
  const de = (cle: Nom['cle']) =>
    Object.fromEntries(lus.filter((lu) => lu.cle === cle).map(({ valeur, nom }) => [valeur, nom]));
  return { zone: de('zone'), secteur: de('secteur'), groupe: de('groupe') };
}
