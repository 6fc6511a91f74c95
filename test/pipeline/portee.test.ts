import { afterAll, expect, test } from 'vitest';
import { lieuxDe } from '../../src/domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../../src/domain/autour/offre.ts';
import { classeDePortee, porteeDe } from '../../src/domain/autour/portee.ts';
import { CARACTERES } from '../../src/domain/tables/valeurs.ts';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { requete } from '../../src/query/moteur.ts';
import { optionsEloignees } from '../../src/query/portee.ts';
import { tablesPartagees } from '../../src/query/tables-partagees.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

afterAll(oublierPubliees);

interface Lue {
  readonly commune: string;
  readonly fase_implantation: string;
  readonly metres: number;
  readonly metres_confessionnel: number | null;
  readonly metres_non_confessionnel: number | null;
}

test('« Où manque cette option ? » dit ce que dit le mart, commune par commune', async () => {
  const { moteur, manifeste } = await publierEtLire(['data']);
  const { tables } = await tablesPartagees(moteur);
  const lieux = lieuxDe(tables);
  const lignes = await moteur.lire<LigneOffre>(offreDeLAnnee(manifeste.edition.annee_scolaire));
  const offre = offreDe(lignes, lieux.options);
  const eloignees = await optionsEloignees(moteur, manifeste.edition.annee_scolaire);
  expect(eloignees.length).toBeGreaterThan(50);
  // Une succession (2115 remplace 2112 et 2113), des rares et des fréquentes.
  const codes = ['2115', ...eloignees.filter((_, i) => i % 12 === 0).map(({ code }) => code)];
  for (const code of codes) {
    const lues = await moteur.lire<Lue>(
      requete(`
        SELECT c.commune, p.fase_implantation, p.metres, p.metres_confessionnel,
          p.metres_non_confessionnel
        FROM portee p JOIN communes c USING (nis)
        WHERE p.code_obg = '${code}' ORDER BY c.commune`),
    );
    const parNom = (a: { commune: string }, b: { commune: string }) =>
      a.commune < b.commune ? -1 : 1;
    const dites = porteeDe(lieux, offre, code, null).map(({ commune, proche, metres }) => ({
      ...{ commune: commune.commune, fase: proche.id, metres },
    }));
    expect(dites.sort(parNom), code).toEqual(
      lues
        .map((l) => ({ commune: l.commune, fase: l.fase_implantation, metres: l.metres }))
        .sort(parNom),
    );
    for (const caractere of CARACTERES) {
      const siennes = new Map(
        porteeDe(lieux, offre, code, caractere).map((p) => [p.commune.commune, p.metres]),
      );
      for (const lue of lues) {
        const metres =
          caractere === 'confessionnel' ? lue.metres_confessionnel : lue.metres_non_confessionnel;
        expect(siennes.get(lue.commune) ?? null, `${code} ${caractere}`).toBe(metres);
      }
    }
    const une = eloignees.find((e) => e.code === code);
    expect(une?.loin, code).toBe(dites.filter(({ metres }) => metres > 20_000).length);
    expect(une?.plus, code).toBe(Math.max(...dites.map(({ metres }) => metres)));
  }
});

test('une distance tombe dans la classe de sa borne', () => {
  expect([0, 5000, 5001, 10_000, 20_000, 30_000, 30_001].map(classeDePortee)).toEqual([
    0, 0, 1, 1, 2, 3, 4,
  ]);
});
