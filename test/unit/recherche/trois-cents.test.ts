import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { slugDe } from '../../../src/domain/autour/lieux.ts';
import { creerTrouverLieux, type Lieu } from '../../../src/domain/recherche/lieux.ts';
import { preparerRecherche } from '../../../src/domain/recherche/options.ts';
import { toutLeRepertoire } from './repertoire.ts';
import { QUESTIONS_DECIDEES } from './trois-cents.ts';

const lire = (table: string) =>
  Papa.parse<Record<string, string>>(readFileSync(`data/territoire/${table}.csv`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const LIEUX: readonly Lieu[] = [
  ...lire('zones').map(
    ({ zone = '', nom = '' }): Lieu => ({
      genre: 'zone',
      cle: zone,
      nom,
      zone: Number(zone),
      codes: [],
    }),
  ),
  ...lire('communes').map(
    ({ commune = '', zone, codes_postaux = '' }): Lieu => ({
      genre: 'commune',
      cle: slugDe(commune),
      nom: commune,
      zone: Number(zone),
      codes: codes_postaux.split(' '),
    }),
  ),
];

const { chercher, connu } = preparerRecherche(toutLeRepertoire());
const trouver = creerTrouverLieux(LIEUX, connu);

const repondue = ({ requete, codes, zones }: (typeof QUESTIONS_DECIDEES)[number]): boolean => {
  const lu = trouver(requete);
  const lieux = lu?.ambigu ? null : lu;
  if ((lieux?.zones ?? []).join() !== zones.join()) return false;
  const premiers = chercher(lieux?.reste ?? requete)?.codes ?? null;
  if (codes.length === 0) return premiers === null;
  return codes.some((code) => premiers?.slice(0, 3).includes(code));
};

test('trois cents questions : la réponse décidée est dans les trois premières, 95 fois sur 100', () => {
  expect(QUESTIONS_DECIDEES.length).toBeGreaterThanOrEqual(300);
  const manquees = QUESTIONS_DECIDEES.filter((question) => !repondue(question));
  const part = 1 - manquees.length / QUESTIONS_DECIDEES.length;
  const dites = manquees.map(({ requete }) => requete).join(', ');
  console.log(`trouvées : ${(100 * part).toFixed(1)} % ; manquées : ${dites}`);
  if (process.env.DIRE)
    for (const m of manquees) {
      const l = trouver(m.requete);
      console.log(
        m.requete,
        '|',
        m.codes.join(' '),
        m.zones.join(),
        '→',
        l?.zones.join(),
        l?.reste,
        (chercher(l?.reste ?? m.requete)?.codes ?? []).slice(0, 5).map(
          (c) =>
            c +
            ' ' +
            toutLeRepertoire()
              .find((o) => o.code === c)
              ?.intitule.slice(0, 30),
        ),
      );
    }
  expect(part).toBeGreaterThanOrEqual(0.95);
});
