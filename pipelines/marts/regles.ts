import { anneeDesListes, premiereAnnee } from '../../src/domain/annees.ts';
import { normesApplicables } from '../../src/domain/normes/creation.ts';
import type { RegleCreation } from '../../src/domain/normes/types.ts';
import { normes_applicables } from '../../src/domain/tables/normes.ts';
import { type Option, options, STATUTS_ORGANISABLES } from '../../src/domain/tables/referentiel.ts';
import type { Base, Rangee } from '../read/base.ts';
import { remplir } from '../read/sql.ts';

interface BesoinOption {
  zone: number;
  code_obg: string;
  tc: boolean;
  fc: boolean;
}

/** Les années scolaires de l’offre, et l’année des listes TC et FC qu’elles lisent. */
export async function poserAnnees(base: Base): Promise<void> {
  const annees = await base.lire<{ annee_scolaire: string }>(
    'SELECT DISTINCT annee_scolaire FROM source.inscriptions ORDER BY 1',
  );
  const repertoire = await base.lire<Option>('SELECT * FROM source.options ORDER BY code_obg');
  const organisables = repertoire.filter(({ statut }) => STATUTS_ORGANISABLES.includes(statut));
  const colonnes = {
    annee_scolaire: { type: 'texte', sens: '' },
    annee_liste: { type: 'entier', sens: '' },
    annee_etude: { type: 'entier', sens: '' },
    code_obg: options.colonnes.code_obg,
  } as const;
  const table = (nom: string, noms: (keyof typeof colonnes)[]) => ({
    nom,
    titre: '',
    sens: '',
    cle: [],
    colonnes: Object.fromEntries(noms.map((colonne) => [colonne, colonnes[colonne]])),
  });
  await remplir(
    base,
    'regle',
    table('annees', ['annee_scolaire', 'annee_liste']),
    annees.map(({ annee_scolaire }) => ({
      annee_scolaire,
      annee_liste: anneeDesListes(annee_scolaire),
    })),
  );
  await remplir(
    base,
    'regle',
    table('organisables', ['code_obg']),
    organisables.map(({ code_obg }) => ({ code_obg })),
  );
  await remplir(
    base,
    'regle',
    table('premieres_annees', ['annee_scolaire', 'code_obg', 'annee_etude']),
    annees.flatMap(({ annee_scolaire }) =>
      repertoire.map(({ code_obg, annees: duree }) => ({
        annee_scolaire,
        code_obg,
        annee_etude: premiereAnnee(duree, annee_scolaire),
      })),
    ),
  );
}

/** Calcule `normes_applicables` : une réponse par option organisable, zone, mode et groupement. */
export async function poserNormes(base: Base): Promise<void> {
  const regles = await base.lire<RegleCreation>(
    'SELECT * FROM source.normes_creation ORDER BY regle',
  );
  const repertoire = await base.lire<Option>(
    'SELECT o.* FROM source.options o JOIN regle.organisables USING (code_obg) ORDER BY code_obg',
  );
  const zones = await base.lire<{ zone: number }>('SELECT zone FROM source.zones ORDER BY zone');
  const besoins = await base.lire<BesoinOption>(`
    SELECT zone, code_obg, tc, fc FROM regle.besoins_options b
    JOIN regle.annees a ON a.annee_liste = b.annee
    WHERE a.annee_scolaire = (SELECT annee_scolaire FROM source.edition)`);
  const parCle = new Map(besoins.map((besoin) => [`${besoin.zone}/${besoin.code_obg}`, besoin]));
  const rangees = repertoire.flatMap((option) =>
    zones.flatMap(({ zone }): Rangee[] => {
      const { tc = false, fc = false } = parCle.get(`${zone}/${option.code_obg}`) ?? {};
      return normesApplicables(regles, option, { tc, fc }).map(({ mode, groupement, norme }) => ({
        code_obg: option.code_obg,
        zone,
        mode,
        groupement,
        edition: norme.edition,
        genre: norme.genre,
        valeur: norme.genre === 'valeur' ? norme.valeur : null,
        regle: norme.genre === 'non_prevu' ? null : norme.regle,
        motif: norme.motif,
        reference: norme.reference,
      }));
    }),
  );
  await remplir(base, 'main', normes_applicables, rangees);
}
