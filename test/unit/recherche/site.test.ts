import { describe, expect, test } from 'vitest';
import { creerTrouverLieux, type Lieu } from '../../../src/domain/recherche/lieux.ts';
import { preparerRecherche } from '../../../src/domain/recherche/options.ts';
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
  entree('option', '8328', 'Coiffeur/Coiffeuse', '8328 · Services', [], '/options/8328/'),
  entree(
    'commune',
    'nis53053',
    'Mons',
    'commune de la zone Hainaut Centre',
    ['7000 7011'],
    '/zones/hainaut-centre/',
  ),
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
const OPTIONS = [
  {
    code: '8328',
    intitule: 'Coiffeur/Coiffeuse',
    groupe: 'Soins de beauté',
    secteur: 'Services',
    metiers: [],
    synonymes: ['barbier'],
    anciens: [{ code: '8314', intitule: 'Coiffeur/Coiffeuse' }],
    statut: 'organisable' as const,
    regime: 'art49',
    nouveaux: [],
  },
];
const LIEUX: readonly Lieu[] = [
  { genre: 'zone', cle: '9', nom: 'Hainaut Centre', zone: 9, codes: [] },
  { genre: 'commune', cle: 'mons', nom: 'Mons', zone: 9, codes: ['7000', '7011'] },
];
const recherche = { options: OPTIONS, ...preparerRecherche(OPTIONS) };
const chercher = creerRechercheDuSite(
  ENTREES,
  recherche,
  creerTrouverLieux(LIEUX, recherche.connu),
);
const chemins = (requete: string) => chercher(requete).trouvailles.map(({ chemin }) => chemin);

describe('la recherche du site', () => {
  test.each([
    ['coifeuse', '/options/8328/'],
    ['8314', '/options/8328/'],
    ['barbier', '/options/8328/'],
    ['7000', '/zones/hainaut-centre/'],
    ['900003', '/implantations/900003/'],
    ['norme maintien', '/procedure/normes/'],
    ['cges', '/glossaire/#cges'],
    ['hainaut', '/zones/hainaut-centre/'],
  ])('« %s » trouve %s', (requete, chemin) => {
    expect(chemins(requete)).toContain(chemin);
  });

  test('la commune vient avant les écoles, et un genre n’en noie pas un autre', () => {
    const { trouvailles: trouvees } = chercher('mons');
    expect(trouvees[0]?.genre).toBe('commune');
    expect(trouvees.filter(({ genre }) => genre === 'implantation').length).toBeGreaterThan(3);
  });

  test('un lieu dans la question mène aux options de sa zone', () => {
    for (const requete of ['coiffeuse Mons', 'une école de coiffeuse à 7000', 'mons barbier']) {
      const [premiere] = chercher(requete).trouvailles;
      expect(premiere?.genre, requete).toBe('tableau');
      expect(premiere?.chemin, requete).toMatch(/^\/indicateurs\/\?q=(coiffeuse|barbier)&zone=9$/);
    }
    expect(chercher('mons').trouvailles.some(({ genre }) => genre === 'tableau')).toBe(false);
    expect(chercher('xyzzyx mons').trouvailles[0]?.genre).not.toBe('tableau');
  });

  test('rien pour une requête vide ou étrangère', () => {
    expect(chemins('  ')).toEqual([]);
    expect(chemins('xyzzyx')).toEqual([]);
  });
});
