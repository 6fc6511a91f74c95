import { join } from 'node:path';
import { type Source, sources } from '../src/domain/tables/edition.ts';
import { implantations } from '../src/domain/tables/offre.ts';
import { cheminCsv } from '../src/domain/tables/schema.ts';
import { rendrePublique } from '../src/edition/adresse.ts';
import { genreDe } from '../src/edition/import/index.ts';
import { ErreurDUsage } from '../src/edition/probleme.ts';
import { lireLignes } from '../src/edition/read/lignes.ts';
import { crier } from './dire.ts';
import { dossiersDe, ouvrirDepot, verifierDossiers } from './dossiers.ts';
import { ErreurDeDisque } from './erreurs.ts';
import { importer, RAPPORT } from './import/index.ts';
import { exigerEntier } from './write/ensemble.ts';

const GENRE = 'odwb-signaletique';
const NON = ['', '0', 'non'];
const OUI = ['1', 'oui', ...NON];

interface Lieux {
  /** Où la dernière copie du registre est gardée, avec son jour et son adresse. */
  readonly dossier: string;
  /** Les dossiers ajoutés : leurs communes servent à situer les écoles. */
  readonly data: readonly string[];
}

const enJour = (iso: string | null): string => (iso ?? '').split('-').reverse().join('/');

/** D’où vient la copie gardée ; `null` s’il n’y en a pas. */
async function copieGardee(dossier: string): Promise<Source | null> {
  const depot = ouvrirDepot(dossier);
  if (!depot.contient(cheminCsv(implantations)) || !depot.contient(cheminCsv(sources))) return null;
  await exigerEntier(dossier);
  const lignes = await lireLignes(sources, depot);
  return lignes.find(({ table }) => table === implantations.nom) ?? null;
}

/** Un registre reçu qui ne s’importe pas tel quel demande un choix : aucune copie n’y supplée. */
function accepter(ecrit: boolean, rapport: string, dossier: string): void {
  const [comptes = ''] = rapport.split('\n', 1);
  crier(ecrit ? `${comptes} Le détail est dans ${join(dossier, RAPPORT)}.` : rapport);
  if (ecrit) return;
  throw new ErreurDeDisque(
    'le registre reçu ne s’importe pas tel quel ; la copie d’avant est intacte. Forcez-le si vous ' +
      `l’avez vérifié (npm run data -- import ${GENRE} … --out DOSSIER), puis donnez --data DOSSIER.`,
  );
}

/** Télécharge le registre ; rend pourquoi il n’est pas venu, ou rien. */
async function recevoir(adresse: string, { dossier, data }: Lieux): Promise<string | null> {
  try {
    const { rapport, ecrit, objet } = await importer(GENRE, [adresse], {
      url: true,
      sortie: dossier,
      data,
    });
    if (!ecrit && !objet) return rapport;
    accepter(ecrit, rapport, dossier);
    return null;
  } catch (cause) {
    if (!(cause instanceof ErreurDUsage)) throw cause;
    return cause.message;
  }
}

async function telecharger(adresse: string, lieux: Lieux): Promise<void> {
  crier(`Registre officiel des écoles : ${rendrePublique(adresse).adresse}`);
  const empechement = await recevoir(adresse, lieux);
  if (empechement === null) return;
  const { dossier } = lieux;
  const copie = await copieGardee(dossier);
  if (!copie) {
    throw new ErreurDeDisque(
      `le registre n’a pas été reçu, et aucune copie d’avant n’est dans « ${dossier} » : ` +
        `${empechement} Le chemin se donne ainsi : --reel registre.csv.`,
    );
  }
  crier(
    `${empechement}\nLa copie du ${enJour(copie.consulte_le)} sert à sa place ; elle vient de ` +
      `${copie.adresse ?? 'un fichier local'}.`,
  );
}

/** Garde le registre demandé : celui du portail, d’une adresse, ou d’un fichier déjà reçu. */
async function garder(demande: string, lieux: Lieux): Promise<void> {
  const lieu = OUI.includes(demande) ? (genreDe(GENRE).adresse ?? '') : demande;
  if (/^https?:/i.test(lieu)) return telecharger(lieu, lieux);
  const { rapport, ecrit } = await importer(GENRE, [lieu], {
    sortie: lieux.dossier,
    data: lieux.data,
  });
  accepter(ecrit, rapport, lieux.dossier);
}

/**
 * Les dossiers ajoutés à l’édition livrée : d’abord, si l’édition réelle est demandée, celui du
 * registre officiel, téléchargé à l’instant ou, le réseau coupé, tel qu’il a été gardé.
 * @param options `reel` : vide, le portail officiel ; sinon une adresse, ou un fichier déjà reçu ; à
 * défaut, `OAD_REEL`. `data` : ceux de `--data`
 * @throws ErreurDUsage si un dossier ne convient pas
 * @throws ErreurDeDisque si le registre ne vient pas et qu’aucune copie n’est gardée
 */
export async function dossiersAjoutes(options: {
  readonly reel?: string | undefined;
  readonly data?: readonly string[] | undefined;
}): Promise<readonly string[]> {
  const data = dossiersDe(options.data);
  const env = process.env.OAD_REEL ?? '';
  if (options.reel === undefined && NON.includes(env)) return data;
  verifierDossiers(['data', ...data]);
  const dossier = process.env.OAD_CACHE || '.cache/reel';
  await garder(options.reel || env || '1', { dossier, data });
  return [dossier, ...data];
}
