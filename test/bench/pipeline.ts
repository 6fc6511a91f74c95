import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { anneeScolairesDe, FASE_MAX } from './_echelle.ts';

type Cellules = Readonly<Record<string, string>>;

const PREMIER = 900_001;

const lireData = (chemin: string): Cellules[] =>
  Papa.parse<Cellules>(readFileSync(join('data', chemin), 'utf8').trim(), { header: true }).data;

const titre = (nom: string) => `Implantation de mesure ${nom}`;

/** Écrit un dossier où les implantations et les inscriptions livrées sont répétées. */
async function grossir(dossier: string, facteur: number, octetsMax: number): Promise<number> {
  mkdirSync(join(dossier, 'offre'), { recursive: true });
  const demonstration = 'Mesure,Mesure,demonstration,,,,';
  const sources = ['implantations', 'inscriptions'].map((nom) => `${nom},${demonstration}\n`);
  const entete = 'table,titre,editeur,nature,adresse,consulte_le,licence,note\n';
  writeFileSync(join(dossier, 'sources.csv'), entete + sources.join(''));
  const implantations = lireData('offre/implantations.csv');
  const inscriptions = Map.groupBy(lireData('offre/inscriptions.csv'), (l) => l.fase_implantation);
  const copies = Math.min(facteur, Math.floor((FASE_MAX - PREMIER) / implantations.length));
  const sites = createWriteStream(join(dossier, 'offre/implantations.csv'));
  const champs = Object.keys(implantations[0] ?? {});
  sites.write(`${champs.join(',')}\n`);
  const effectifs = createWriteStream(join(dossier, 'offre/inscriptions.csv'));
  effectifs.write('annee_scolaire,fase_implantation,code_obg,annee_etude,mode,eleves\n');
  const annees = anneeScolairesDe(Math.ceil(facteur / copies));
  let fase = PREMIER;
  let octets = 0;
  let lignes = 0;
  for (let copie = 0; copie < copies; copie++) {
    for (const site of implantations) {
      const nom = titre(String(fase));
      const rangee = { ...site, fase_implantation: String(fase), nom, etablissement: nom };
      sites.write(`${Papa.unparse([champs.map((c) => rangee[c as keyof typeof rangee] ?? '')])}\n`);
      fase++;
    }
  }
  // La dernière année d’abord : c’est celle de l’édition, même quand la taille arrête l’écriture.
  for (const siecle of annees.toReversed()) {
    for (let i = 0; i < fase - PREMIER && octets < octetsMax; i++) {
      const modele = implantations[i % implantations.length]?.fase_implantation ?? '';
      const bloc = (inscriptions.get(modele) ?? [])
        .map((l) => {
          const annee = siecle(l.annee_scolaire ?? '');
          return `${annee},${PREMIER + i},${l.code_obg},${l.annee_etude},${l.mode},${l.eleves}\n`;
        })
        .join('');
      octets += bloc.length;
      lignes += inscriptions.get(modele)?.length ?? 0;
      if (!effectifs.write(bloc)) await once(effectifs, 'drain');
    }
  }
  await Promise.all([sites, effectifs].map((flux) => once(flux.end(), 'close')));
  return lignes;
}

interface Mesure {
  readonly secondes: number;
  readonly memoire: number;
}

/** Construit dans un processus neuf, dont on lit le pic de mémoire. */
async function construireAPart(dossier: string): Promise<Mesure> {
  const enfant = fork(new URL('_construire.ts', import.meta.url), [dossier], { stdio: 'inherit' });
  const fin = once(enfant, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`La construction a fini avec le code ${code}.`);
    return [undefined];
  });
  const [mesure] = (await Promise.race([once(enfant, 'message'), fin])) as [Mesure | undefined];
  if (!mesure) throw new Error('La construction n’a rien mesuré.');
  return mesure;
}

const nombre = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 });

/**
 * Construit l’édition à ×1, ×10, ×100 et 1 Go d’inscriptions ; imprime le débit et la mémoire.
 * `--max N` s’arrête au facteur N.
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const max = Number(options[options.indexOf('--max') + 1] || Number.POSITIVE_INFINITY);
  const limite = options.includes('--max') ? max : Number.POSITIVE_INFINITY;
  const cas = [
    { nom: '×1', facteur: 1, octetsMax: Number.POSITIVE_INFINITY },
    { nom: '×10', facteur: 10, octetsMax: Number.POSITIVE_INFINITY },
    { nom: '×100', facteur: 100, octetsMax: Number.POSITIVE_INFINITY },
    { nom: '1 Go', facteur: 800, octetsMax: 1_000_000_000 },
  ].filter(({ facteur }) => facteur <= limite);
  let avant: (Mesure & { lignes: number }) | undefined;
  for (const { nom, facteur, octetsMax } of cas) {
    const dossier = mkdtempSync(join(tmpdir(), 'oad-mesure-'));
    try {
      const lignes = await grossir(dossier, facteur, octetsMax);
      const octets = statSync(join(dossier, 'offre/inscriptions.csv')).size;
      const mesure = await construireAPart(dossier);
      const fois = (a: number, b: number | undefined) => (b ? ` (× ${nombre.format(a / b)})` : '');
      console.log(
        `${nom} : ${nombre.format(lignes)} lignes${fois(lignes, avant?.lignes)}, ` +
          `${nombre.format(octets / 1e6)} Mo ; ${nombre.format(mesure.secondes)} s` +
          `${fois(mesure.secondes, avant?.secondes)}, ` +
          `${nombre.format(lignes / mesure.secondes)} lignes/s ; pic de mémoire ` +
          `${nombre.format(mesure.memoire / 1e6)} Mo${fois(mesure.memoire, avant?.memoire)}`,
      );
      avant = { ...mesure, lignes };
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  }
}
