import { readFileSync, rmSync } from 'node:fs';
import { importer } from '../../pipelines/import/index.ts';
import type { Dossier } from './dossier.ts';
import { type Cellule, type Habitants, reelle } from './edition-reelle.ts';

/** La zone de chaque implantation ; 1009 est hors des dix zones. */
export const ZONES: Readonly<Record<string, number>> = {
  '1001': 4,
  '1002': 4,
  '1003': 1,
  '1004': 4,
  '1005': 4,
  '1006': 1,
};
export const HORS_ZONE = '1009';

const site = (fase: string, lieu: string, zone: number | 'hors zone') =>
  `${fase},${fase},École ${fase},Site ${fase},rue,${lieu},${zone},WBE,non confessionnel,,,,,inconnue,officiel`;

const SITES = [
  site('1004', '4000,Liège', 4),
  site('1005', '4100,Seraing', 4),
  site('1006', '1070,Anderlecht', 1),
  site(HORS_ZONE, '9600,Renaix', 'hors zone'),
];

const MAINTIEN = ['densites', 'normes_maintien', 'transitions_maintien'];

export const somme = (cellules: readonly { readonly eleves: number }[]): number =>
  cellules.reduce((n, { eleves }) => n + eleves, 0);

/** Les cellules en fichier reçu, chaque implantation suivie de son sous-total, puis des rejets. */
function recu(cellules: readonly Cellule[]): { texte: string; totaux: number[] } {
  const totaux: number[] = [];
  const lignes = [...Map.groupBy(cellules, ({ fase }) => fase)].flatMap(([fase, siennes]) => {
    totaux.push(somme(siennes));
    return [
      ...siennes.map((c) =>
        [c.scolaire, c.fase, c.code, c.annee, c.mode ?? 'PE', c.eleves].join(';'),
      ),
      `Total ${fase};;;;;${somme(siennes)}`,
    ];
  });
  const tout = somme(cellules);
  const rejets = [
    `2023-2024;1001;2115;4;PE;${tout} élèves`,
    `2023-2024;${tout};2115;4;PE;12`,
    `Ensemble;;;;;${tout}`,
    `TOTAL GÉNÉRAL;;;;;${tout + 1}`,
  ];
  const entete = 'Année scolaire;FASE implantation;Code OBG;Année d’étude;Mode;Élèves';
  return { texte: [entete, ...lignes, ...rejets, ''].join('\n'), totaux: [...totaux, tout] };
}

/**
 * Une édition réelle, ses inscriptions passées par `import inscriptions` avec leurs sous-totaux :
 * hors zone, règles de maintien, avertissements acceptés et notes qui citent des effectifs.
 * @returns le dossier, et les sommes qui ne doivent se lire nulle part
 */
export async function importee(
  cellules: readonly Cellule[],
  population: readonly Habitants[],
  seuil: number,
): Promise<{ dossier: Dossier; interdits: ReadonlySet<number> }> {
  const dossier = reelle([], population);
  const ajouter = (fichier: string, ...lignes: readonly string[]) =>
    dossier.ecrire(fichier, `${dossier.lire(fichier).trimEnd()}\n${lignes.join('\n')}\n`);
  ajouter('offre/implantations.csv', ...SITES);
  dossier.remplacer('edition.csv', 'example.org,5', `example.org,${seuil}`);
  for (const nom of MAINTIEN) {
    const fichier = `referentiel/${nom}.csv`;
    dossier.ecrire(fichier, readFileSync(`data/${fichier}`, 'utf8'));
    ajouter('sources.csv', `${nom},Essai,Essai,transcription,,,CC0,`);
  }
  const { texte, totaux } = recu(cellules);
  const horsZone = somme(cellules.filter(({ fase }) => fase === HORS_ZONE));
  const habitants = somme(population);
  dossier.ecrire('effectifs.txt', texte);
  await importer('inscriptions', [`${dossier.chemin}/effectifs.txt`], {
    sortie: dossier.chemin,
    rejetsMax: '100%',
  });
  // Les lignes refusées ne comptent aucune école : elles ne rendent rien partiel, et tout se publie.
  rmSync(`${dossier.chemin}/couverture.csv`);
  // La date du jour n’a rien à dire ici : deux éditions doivent pouvoir se comparer.
  const sources = dossier.lire('sources.csv').replace(/,\d{4}-\d\d-\d\d,/, ',,');
  const note = /^(population,(?:[^,]*,){6}).*?(,?)$/m;
  dossier.ecrire(
    'sources.csv',
    sources.replace(note, `$1${population.length} lignes et ${habitants} élèves$2`),
  );
  dossier.ecrire(
    'acceptes.csv',
    `code,table,valeur,raison
OAD-HORS-ZONE,implantations,${HORS_ZONE},Ses ${horsZone} élèves sont comptés ailleurs.
OAD-DERIVE,inscriptions,${totaux.at(-1)} élèves,Une ligne inutile.
`,
  );
  const parZone = Map.groupBy(cellules, ({ fase, scolaire }) => `${ZONES[fase]}/${scolaire}`);
  const parAnnee = Map.groupBy(cellules, ({ scolaire }) => scolaire);
  return {
    dossier,
    interdits: new Set([
      ...totaux,
      ...totaux.map((total) => total + 1),
      ...[...parZone.values(), ...parAnnee.values()].map(somme),
      horsZone,
      habitants,
    ]),
  };
}
