import { describe, expect, test } from 'vitest';
import { creerRecherche } from '../../../src/domain/recherche/options.ts';
import { FAUTES } from './fautes.ts';
import { QUESTIONS } from './metiers.ts';
import { optionsLivrees } from './repertoire.ts';

const chercher = creerRecherche(optionsLivrees());

const rangDe = (code: string, requete: string): number =>
  (chercher(requete)?.codes.indexOf(code) ?? -1) + 1;

describe('recherches mal tapées dans le répertoire livré', () => {
  test('l’option voulue est dans les cinq premières, au moins 95 fois sur 100', () => {
    expect(FAUTES.length).toBeGreaterThanOrEqual(200);
    const manquees = FAUTES.filter(({ code, requete }) => {
      const rang = rangDe(code, requete);
      return rang === 0 || rang > 5;
    });
    const part = 1 - manquees.length / FAUTES.length;
    const liste = manquees.map(({ code, requete }) => `${code} ${requete}`);
    console.log(`trouvées : ${(100 * part).toFixed(1)} % ; manquées : ${liste.join(', ')}`);
    expect(part).toBeGreaterThanOrEqual(0.95);
  });
});

describe('les mots du public dans le répertoire livré', () => {
  test('une option voulue est dans les trois premières, au moins 95 fois sur 100', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(100);
    const manquees = QUESTIONS.filter(({ requete, codes }) => {
      const premiers = chercher(requete)?.codes.slice(0, 3) ?? [];
      return !codes.some((code) => premiers.includes(code));
    });
    const part = 1 - manquees.length / QUESTIONS.length;
    console.log(
      `trouvées : ${(100 * part).toFixed(1)} % ; manquées : ${manquees.map(({ requete }) => requete).join(', ')}`,
    );
    expect(part).toBeGreaterThanOrEqual(0.95);
  });
});
