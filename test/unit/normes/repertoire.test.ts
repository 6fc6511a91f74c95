import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normesApplicables } from '../../../src/domain/normes/creation.ts';
import { reglesEnVigueur } from '../../../src/domain/normes/edition.ts';
import { perimetreDe, type ReglePerimetre } from '../../../src/domain/normes/perimetre.ts';
import type { OptionNormee } from '../../../src/domain/normes/types.ts';
import { CAMPAGNE, creationEnVigueur } from './exemples.ts';
import { cellules, lire } from './lire.ts';

const options = lire<OptionNormee>('options', [], ['sans_norme']);
const ORGANISABLES = ['organisable', 'transformee', 'creee'];
const organisables = options.filter((o) => ORGANISABLES.includes(o.statut));

describe('sur le répertoire', () => {
  test('le texte ne laisse sans réponse, hors groupements, que trois options', () => {
    const muettes = organisables.filter((option) =>
      normesApplicables(creationEnVigueur, option, { tc: true, fc: true })
        .filter(({ mode, groupement }) => mode !== 'ALT' && groupement === 'seule')
        .some(({ norme }) => norme.genre === 'non_prevu'),
    );
    expect(muettes.map((o) => o.code_obg).sort()).toEqual(['2219', '4133', '8217']);
  });

  test('les trois options sans norme', () => {
    const sans = organisables.filter(
      (option) =>
        option.regime === 'art49' &&
        normesApplicables(creationEnVigueur, option, { tc: false, fc: false }).every(
          ({ norme }) => norme.genre === 'sans_norme',
        ),
    );
    expect(sans.map((o) => o.code_obg).sort()).toEqual(['8213', '9209', '9210']);
  });

  test('toute option organisable est dans le périmètre des demandes, aucune autre', () => {
    const perimetre = reglesEnVigueur(lire<ReglePerimetre>('perimetre'), CAMPAGNE);
    for (const option of options) {
      const { genre } = perimetreDe(perimetre, option);
      expect(genre === 'a_programmer', option.code_obg).toBe(ORGANISABLES.includes(option.statut));
    }
  });
});

const TABLES = [
  'normes_creation',
  'normes_maintien',
  'perimetre',
  'conditions_alternance',
  'parametres_programmation',
  'cefa',
  'encadrement',
];

describe('tables de règles', () => {
  test.each(TABLES)('%s : édition, dates, nature et référence partout', (table) => {
    for (const ligne of cellules(table)) {
      expect(ligne.edition).toMatch(/^\d{4}(-\d{2})?$/);
      expect(ligne.valide_du).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(['transcription', 'presse, à confirmer']).toContain(ligne.nature);
      expect(ligne.reference).not.toBe('');
    }
  });

  test.each(['normes_creation', 'normes_maintien', 'perimetre', 'cefa', 'encadrement'])(
    '%s : une règle, un identifiant',
    (table) => {
      const regles = cellules(table).map((ligne) => ligne.regle);
      expect(new Set(regles).size).toBe(regles.length);
    },
  );
});

test('aucun seuil dans le code : les nombres d’élèves viennent des tables', () => {
  const dossier = 'src/domain/normes';
  for (const fichier of readdirSync(dossier)) {
    const code = readFileSync(`${dossier}/${fichier}`, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/'[^'\n]*'|`[^`]*`/g, "''");
    const nombres = code.match(/(?<![\w.])\d{2,}(?![\w.])/g) ?? [];
    expect(
      nombres.filter((n) => n !== '10' && n !== '100'),
      fichier,
    ).toEqual([]);
  }
});
