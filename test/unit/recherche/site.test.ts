import { describe, expect, test } from 'vitest';
import { creerRechercheDuSite, type EntreeDuSite } from '../../../src/domain/recherche/site.ts';

const entree = (
  genre: EntreeDuSite['genre'],
  cle: string,
  titre: string,
  precision: string,
  mots: readonly string[],
  chemin: string,
): EntreeDuSite => ({ genre, cle, titre, precision, mots, chemin });

const ENTREES: readonly EntreeDuSite[] = [
  entree(
    'page',
    'page /procedure/normes/',
    'Normes',
    'page',
    ['création maintien'],
    '/procedure/normes/',
  ),
  entree('zone', 'zone 9', 'Hainaut Centre', 'zone', [], '/zones/hainaut-centre/'),
  entree(
    'option',
    '8328',
    'Coiffeur/Coiffeuse',
    '8328 · Services',
    ['8314 Coiffeur'],
    '/options/8328/',
  ),
  entree('commune', 'nis53053', 'Mons', 'commune de la zone Hainaut Centre', ['7000 7011'], '/z/'),
  ...[1, 2, 3, 4, 5, 6].map((n) =>
    entree(
      'implantation',
      `90000${n}`,
      `Mons · démonstration ${n}`,
      `implantation 90000${n}, 7000 Mons`,
      [],
      `/implantations/90000${n}/`,
    ),
  ),
  entree('terme', 'terme cges', 'CGES', 'Conseil général', [], '/glossaire/#cges'),
];
const chercher = creerRechercheDuSite(ENTREES);
const chemins = (requete: string) => chercher(requete).map(({ chemin }) => chemin);

describe('la recherche du site', () => {
  test.each([
    ['coifeuse', '/options/8328/'],
    ['8314', '/options/8328/'],
    ['7000', '/z/'],
    ['900003', '/implantations/900003/'],
    ['norme maintien', '/procedure/normes/'],
    ['cges', '/glossaire/#cges'],
    ['hainaut', '/zones/hainaut-centre/'],
  ])('« %s » trouve %s', (requete, chemin) => {
    expect(chemins(requete)).toContain(chemin);
  });

  test('la commune vient avant les écoles, et un genre n’en noie pas un autre', () => {
    const trouvees = chercher('mons');
    expect(trouvees[0]?.genre).toBe('commune');
    expect(trouvees.filter(({ genre }) => genre === 'implantation')).toHaveLength(4);
  });

  test('rien pour une requête vide ou étrangère', () => {
    expect(chemins('  ')).toEqual([]);
    expect(chemins('xyzzyx')).toEqual([]);
  });
});
