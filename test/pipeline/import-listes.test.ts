import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { ligne, xlsx } from '../unit/edition/classeurs.ts';
import { type Dossier, ouvrirDossier, problemesDe } from './dossier.ts';

let dossier: Dossier;

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

const lancer = (
  genre: string,
  texte: string,
  reponse: ReponseDImport & { remplacer?: boolean } = {},
) => {
  dossier.ecrire('recu.csv', texte);
  const options = { sortie: dossier.chemin, rejetsMax: '100%', ...reponse };
  return importer(genre, [`${dossier.chemin}/recu.csv`], options);
};

const lignesDe = (fichier: string) => dossier.lire(fichier).trim().split('\n').slice(1);
const rejets = () => lignesDe('rejets.csv').map((ligne) => ligne.split(',').slice(2, 4).join(' '));
const FC = 'besoins/fonctions_critiques.csv';

test('la liste d’une feuille titrée d’une autre année n’entre pas sous celle qu’on demande', async () => {
  const feuille = (nom: string) => ({
    nom,
    xml: ligne(1, ['métier', 'région']) + ligne(2, ['D007', 'Forem']),
  });
  const recevoir = async (nom: string, annee: string) => {
    dossier.ecrire('liste.xlsx', xlsx([feuille(nom)]));
    const options = { sortie: dossier.chemin, annee };
    return importer('fc', [`${dossier.chemin}/liste.xlsx`], options);
  };
  await expect(recevoir('Liste 2024', '2025')).rejects.toThrow('dit 2024, et vous demandez 2025');
  await recevoir('2024-2025', '2025');
  expect(lignesDe(FC)).toEqual(['2025,Wallonie,D007,nature non précisée']);
});

describe('les titres du Forem et d’Actiris', () => {
  const entrent = async (...titres: string[]) => {
    const lignes = titres.map((titre, i) => `"${titre}";${2020 + i};Forem;pénurie`);
    const { rapport } = await lancer(
      'fc',
      `métier;année;région;nature\nD007;2019;Forem;pénurie\n${lignes.join('\n')}\n`,
    );
    return {
      rapport,
      metiers: lignesDe(FC)
        .slice(1)
        .map((ligne) => ligne.split(',')[2]),
    };
  };

  test('égaux à la casse, aux accents, au genre et à l’ordre près', async () => {
    const { metiers, rapport } = await entrent(
      ...['VENDEUR(EUSE)', 'Vendeuse / Vendeur', 'Vendeur-se (H/F/X)', 'vendeur·euse'],
      ...['Maçon(ne)', 'Conductrice / Conducteur d’autobus', 'Aide-soignante / Aide-soignant'],
      ...['Ferrailleur-coffreur', 'Maintenance électricien de'],
    );
    expect(metiers).toEqual([
      ...['D076', 'D076', 'D076', 'D076', 'D045', 'D035', 'D083', 'D046', 'D013'],
    ]);
    expect(rapport).toContain('métier trouvé par son intitulé ou son code (10 lignes).');
  });

  test('par un alias livré, et le rapport dit lequel', async () => {
    const { metiers, rapport } = await entrent(
      ...['Soudeur / Soudeuse TIG', 'Installateur sanitaire (h/f/x)', 'Boulanger'],
    );
    expect(metiers).toEqual(['D026', 'D051', 'D063']);
    expect(rapport).toContain('métier trouvé par un alias (alias_metiers.csv) (3 lignes).');
    expect(rapport).toContain('« Boulanger » → D063 Boulanger-pâtissier/Boulangère-pâtissière');
  });

  test('un rapprochement peu sûr se propose, il n’entre pas', async () => {
    const { metiers, rapport } = await entrent('Employé de cuisine', 'Chef / Cheffe de partie');
    expect(metiers).toEqual([]);
    expect(rapport).toMatch(/« Employé de cuisine » : .*Les plus proches : D057 Cuisinier/);
  });

  test('un mot seul n’entre jamais, et chaque titre demandé a ses trois plus proches', async () => {
    const mots = ['Technicien', 'Agent', 'Conducteur', 'Médecin', 'Barman', 'Chef de chantier'];
    const { metiers, rapport } = await entrent(...mots);
    expect(metiers).toEqual([]);
    for (const mot of mots) {
      const ligne = rapport.split('\n').find((l) => l.includes(`« ${mot} »`)) ?? '';
      expect(ligne.match(/D\d{3} /g), mot).toHaveLength(3);
      expect(ligne).toContain('besoins/alias_metiers.csv');
    }
  });

  test('un titre qui nomme deux métiers donne les deux', async () => {
    const titre = 'Mécanicien de maintenance d’engins de chantier, agricoles et levage';
    const { metiers } = await entrent(titre);
    expect(metiers).toEqual(['D004', 'D024']);
  });

  test('les alias de l’opérateur s’ajoutent aux alias livrés, et l’emportent', async () => {
    dossier.ecrire(
      'besoins/alias_metiers.csv',
      'titre,metier,source\nMédecin,aucun,moi\nBarman,D059,moi\nBoulanger,D039,moi\n',
    );
    const { metiers } = await entrent('Médecin', 'Barman (H/F/X)', 'Boulanger', 'Soudeuse TIG');
    expect(metiers).toEqual(['D059', 'D039', 'D026']);
    expect(rejets()).toEqual(['3 HORS-CHAMP']);
  });
});

test('un alias sur un métier inconnu est dit par le contrôle', async () => {
  dossier.ecrire('besoins/alias_metiers.csv', 'titre,metier,source\nBarman,D590,moi\n');
  dossier.ecrire(
    'sources.csv',
    'table,titre,editeur,nature,adresse,consulte_le,licence,note,somme_controle\n' +
      'alias_metiers,Mes alias,Moi,transcription,,,,,\n',
  );
  const problemes = await problemesDe('data', dossier.chemin);
  expect(problemes.filter(({ code }) => code === 'OAD-ALIAS').map(({ ligne }) => ligne)).toEqual([
    2,
  ]);
});

describe('les mots des listes', () => {
  test.each([
    ['Pénurie', 'quantitative'],
    ['métier en pénurie', 'quantitative'],
    ['pénurie (quantitative)', 'quantitative'],
    ['Quantitatif', 'quantitative'],
    ['quantitatif, qualitatif', 'quantitative'],
    ['tension structurelle', 'structurelle'],
    ['', 'nature non précisée'],
    ['fonction critique', 'nature non précisée'],
    ['fonctions critiques et métiers en pénurie', 'nature non précisée'],
  ])('nature « %s » : %s', async (mot, nature) => {
    await lancer('fc', `métier;année;région;nature\nD004;2025;Forem;${mot}\n`);
    expect(lignesDe(FC)).toEqual([`2025,Wallonie,D004,${nature}`]);
  });

  test('une FC qualitative n’en est pas une pour l’OAD ; une fonction sortie non plus', async () => {
    await lancer(
      'fc',
      'métier;année;région;nature;statut\nD004;2025;Forem;qualitative;présent\n' +
        'D005;2025;Forem;pénurie;sorti\nD006;2025;Actiris (Bruxelles);pénurie;nouveau\n',
    );
    expect(lignesDe(FC)).toEqual(['2025,Bruxelles-Capitale,D006,quantitative']);
    expect(rejets()).toEqual(['2 HORS-CHAMP', '3 HORS-CHAMP']);
  });

  test.each([
    ['Bassin EFE de Liège', 4],
    ['Hainaut Sud (zone 10)', 10],
    ['Zone 10 – Hainaut Sud', 10],
    ['IBEFE Wallonie picarde', 8],
    ['Instance Bassin Huy - Waremme', 3],
    ['Bassin Enseignement qualifiant – Formation – Emploi du Brabant wallon', 2],
    ['Bruxelles-Capitale', 1],
    ['Zone 4', 4],
  ])('zone « %s » : %s', async (texte, zone) => {
    await lancer('tc', `métier;zone;année\nD004;${texte};2025\n`);
    expect(lignesDe('besoins/thematiques_communes.csv')).toEqual([`2025,${zone},D004`]);
  });

  test('un numéro et un nom de deux zones n’en sont aucune', async () => {
    await lancer('tc', 'métier;zone;année\nD004;4;2025\nD004;Liège (zone 6);2025\n');
    expect(rejets()).toEqual(['3 ZONE']);
  });

  test('une liste sans année la demande, et --annee la donne', async () => {
    const liste = 'métier;zone\nD004;4\n';
    await expect(lancer('tc', liste)).rejects.toThrow('ajoutez --annee 2025');
    await lancer('tc', liste, { annee: '2025' });
    expect(lignesDe('besoins/thematiques_communes.csv')).toEqual(['2025,4,D004']);
  });

  test('« 2025-2026 » se lit de deux façons : rien ne s’écrit avant la réponse', async () => {
    const liste = 'métier;zone;année\nD004;4;2025-2026\n';
    const { rapport, ecrit } = await lancer('tc', liste);
    expect(ecrit).toBe(false);
    expect(rapport).toContain('--annee debut');
    await lancer('tc', liste, { annee: 'fin' });
    expect(lignesDe('besoins/thematiques_communes.csv')).toEqual(['2026,4,D004']);
  });
});

test('les métiers et leurs liens s’importent, comme transcrits', async () => {
  const deux = 'code;intitulé\nm1;Soudeur/Soudeuse\nM2;Barman/Barmaid\n';
  const seuls = await lancer('metiers', deux);
  expect(seuls.ecrit, 'deux métiers n’en remplacent pas cent sans un mot').toBe(false);
  expect(seuls.rapport).toMatch(/\d+ lignes de l’édition livrée : il n’en resterait que 2/);
  await lancer('metiers', deux, { remplacer: true });
  const liens = 'OBG;métier\n2115;Soudeuse\n2115;M2\n9999;M2\n';
  await lancer('options-metiers', liens, { remplacer: true });
  expect(lignesDe('besoins/metiers.csv')).toEqual(['M1,Soudeur/Soudeuse', 'M2,Barman/Barmaid']);
  expect(lignesDe('besoins/options_metiers.csv')).toEqual(['2115,M1', '2115,M2']);
  expect(dossier.lire('sources.csv')).toMatch(/^metiers,.*transcription/m);
  expect(dossier.lire('sources.csv')).toMatch(/^options_metiers,.*transcription/m);
});
