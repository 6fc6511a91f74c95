import { anneeDesListes } from '../domain/annees.ts';
import type { Lien, OptionDeLaSuite, SuiteIndicateurs } from '../domain/filtre/suite.ts';
import { ANNEES_D_ETUDE } from '../domain/tendance.ts';
import { empreinteDe } from './index-indicateurs.ts';
import { type Moteur, requete } from './moteur.ts';

interface OptionLue {
  readonly code: string;
  readonly note: string | null;
  readonly source: string;
}

const OPTIONS = requete(`
  SELECT code_obg AS code, note, source FROM options ORDER BY code_obg`);

const LIENS = requete(`
  SELECT s.ancien, s.nouveau, a.intitule AS avant, n.intitule AS apres, s.depuis
  FROM successions s
  JOIN options a ON a.code_obg = s.ancien JOIN options n ON n.code_obg = s.nouveau
  ORDER BY s.ancien, s.nouveau`);

const METIERS = requete('SELECT metier, intitule FROM metiers ORDER BY metier');

const OPTIONS_METIERS = requete(`
  SELECT code_obg AS code, metier FROM options_metiers ORDER BY code_obg, metier`);

const BESOINS = (annee: string) =>
  requete(
    `SELECT zone::VARCHAR AS zone, metier, tc, nature_fc FROM besoins
     WHERE annee = ? AND (tc OR fc) ORDER BY zone, metier`,
    anneeDesListes(annee),
  );

const EFFECTIFS = requete(
  `${ANNEES_D_ETUDE.map(
    (etude) => `SELECT code_obg || '/' || zone AS cle, ${etude} AS etude, annee_scolaire,
      CASE WHEN sum(masques_${etude}) = 0 THEN sum(eleves_${etude})::INTEGER END AS eleves
    FROM occurrences GROUP BY code_obg, zone, annee_scolaire
    HAVING sum(eleves_${etude}) > 0 OR sum(masques_${etude}) > 0`,
  ).join(' UNION ALL ')} ORDER BY cle, etude, annee_scolaire`,
);

/** Des rangées rangées sous une clé, dans leur ordre. */
function grouper<T>(rangees: readonly T[], cle: (rangee: T) => string): Map<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const rangee of rangees) {
    const groupe = groupes.get(cle(rangee));
    if (groupe) groupe.push(rangee);
    else groupes.set(cle(rangee), [rangee]);
  }
  return groupes;
}

async function effectifs(moteur: Moteur, annees: readonly string[]) {
  const lus = await moteur.lire<{
    cle: string;
    etude: number;
    annee_scolaire: string;
    eleves: number | null;
  }>(EFFECTIFS);
  const recents = lus.filter(({ annee_scolaire }) => annees.includes(annee_scolaire));
  return Object.fromEntries(
    [...grouper(recents, ({ cle }) => cle)].map(([cle, rangees]) => [
      cle,
      [...grouper(rangees, ({ etude }) => String(etude))].map(([etude, siennes]) => [
        Number(etude),
        ...annees.map((annee) => {
          const trouvee = siennes.find(({ annee_scolaire }) => annee_scolaire === annee);
          return trouvee ? trouvee.eleves : 0;
        }),
      ]),
    ]),
  );
}

/**
 * Ce que le détail des lignes ajoute au tableau, pour la dernière année scolaire.
 * @param annees toutes les années scolaires de l’édition ; les cinq dernières sont gardées
 */
export async function suiteIndicateurs(
  moteur: Moteur,
  annees: readonly string[],
): Promise<SuiteIndicateurs> {
  const cinq = annees.slice(-5);
  const metiers = await moteur.lire<{ metier: string; intitule: string }>(METIERS);
  const rang = new Map(metiers.map(({ metier }, i) => [metier, i]));
  const rangs = (lus: readonly { metier: string }[]) =>
    lus.flatMap(({ metier }) => rang.get(metier) ?? []);
  const liens = await moteur.lire<
    Record<'ancien' | 'nouveau' | 'avant' | 'apres', string> & {
      depuis: string | null;
    }
  >(LIENS);
  const deLOption = grouper(
    await moteur.lire<{ code: string; metier: string }>(OPTIONS_METIERS),
    ({ code }) => code,
  );
  const versOption = ({ code, note, source }: OptionLue): OptionDeLaSuite => ({
    metiers: rangs(deLOption.get(code) ?? []),
    avant: liens
      .filter(({ nouveau }) => nouveau === code)
      .map((l): Lien => [l.ancien, l.avant, l.depuis]),
    apres: liens
      .filter(({ ancien }) => ancien === code)
      .map((l): Lien => [l.nouveau, l.apres, l.depuis]),
    note,
    source,
  });
  const options = await moteur.lire<OptionLue>(OPTIONS);
  const besoins = await moteur.lire<{
    zone: string;
    metier: string;
    tc: boolean;
    nature_fc: string | null;
  }>(BESOINS(cinq.at(-1) ?? ''));
  return {
    annees: cinq,
    metiers: metiers.map(({ intitule }) => intitule),
    options: Object.fromEntries(options.map((option) => [option.code, versOption(option)])),
    besoins: Object.fromEntries(
      [...grouper(besoins, ({ zone }) => zone)].map(([zone, siens]) => [
        zone,
        [
          rangs(siens.filter(({ tc }) => tc)),
          rangs(siens.filter(({ nature_fc }) => nature_fc === 'quantitative')),
          rangs(siens.filter(({ nature_fc }) => nature_fc === 'structurelle')),
        ],
      ]),
    ),
    effectifs: await effectifs(moteur, cinq),
  };
}

/** Le fichier de la suite, tel que la construction du site le publie, avec sa fiche d’export. */
export async function suitePubliee(moteur: Moteur, annees: readonly string[], fiche: unknown) {
  const contenu = JSON.stringify({ suite: await suiteIndicateurs(moteur, annees), fiche });
  const empreinte = await empreinteDe(contenu);
  return { contenu, empreinte, chemin: `/data/indicateurs-suite.${empreinte}.json` };
}
