import { beforeAll, expect, test } from 'vitest';
import { autour, situerDepart } from '../../src/domain/autour/autour.ts';
import { type Choix, ETAT_INITIAL, type EtatCarte } from '../../src/domain/autour/etat.ts';
import { connuesDe, valeurDAdresse } from '../../src/domain/autour/facettes.ts';
import { offreDe } from '../../src/domain/autour/offre.ts';
import type { Lieux, OffreParSite } from '../../src/domain/autour/types.ts';
import { decodeCarte, encodeCarte } from '../../src/domain/url/carte.ts';
import { publicationDeLaCarte } from '../../src/pages/carte/_publication.ts';
import { moteurNode } from '../../src/query/engine.node.ts';
import { type Moteur, requete } from '../../src/query/moteur.ts';
import { vincentyKm } from '../unit/geo/vincenty.ts';

let moteur: Moteur;
let lieux: Lieux;
let offre: OffreParSite;
let annee = '';

beforeAll(async () => {
  moteur = await moteurNode();
  const publiee = await publicationDeLaCarte();
  lieux = publiee.lieux;
  const derniere = publiee.offres.at(-1);
  annee = derniere?.annee ?? '';
  offre = offreDe(derniere?.lignes ?? [], lieux.options);
});

function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat * 1664525 + 1013904223) % 2 ** 32;
    return etat / 2 ** 32;
  };
}

/** Les occurrences de l’année, une par ligne ; un site sans option en a une, vide. */
const OCCURRENCES = `
  CREATE OR REPLACE TEMP TABLE carte_occurrences AS SELECT i.fase_implantation AS id, i.caractere, i.reseau, i.zone, o.code_obg AS option,
    p.secteur, p.groupe, coalesce(n.tc, false) AS tc, coalesce(n.fc, false) AS fc, s.sous_norme,
    CASE WHEN o.code_obg IS NULL THEN NULL WHEN p.filiere = 'art45' THEN 'art45' WHEN o.pe > 0 AND o.alt > 0 THEN 'PE-ALT'
      WHEN o.alt > 0 THEN 'ALT' ELSE 'PE' END AS filiere
  FROM implantations i
  LEFT JOIN (
    SELECT fase_implantation, code_obg, sum(eleves) FILTER (mode = 'PE') AS pe,
      sum(eleves) FILTER (mode = 'ALT') AS alt
    FROM offre WHERE annee_scolaire = ? AND eleves > 0 GROUP BY 1, 2
  ) o ON o.fase_implantation = i.fase_implantation
  LEFT JOIN options p ON p.code_obg = o.code_obg
  LEFT JOIN besoins_options n ON n.annee_scolaire = ? AND n.zone = i.zone AND n.code_obg = o.code_obg
  LEFT JOIN statuts s ON s.annee_scolaire = ? AND s.fase_implantation = i.fase_implantation
    AND s.code_obg = o.code_obg`;

const BESOINS: Readonly<Record<string, string>> = {
  'tc-fc': 'tc AND fc',
  tc: 'tc',
  fc: 'fc',
  aucun: 'option IS NOT NULL AND NOT tc AND NOT fc',
};
const MAINTIENS: Readonly<Record<string, string>> = {
  'sous-norme': 'sous_norme',
  'norme-atteinte': 'NOT sous_norme',
  'non-controlee': 'option IS NOT NULL AND sous_norme IS NULL',
};

/** Le même filtre, écrit en SQL. */
function condition(choix: Choix): string {
  const mots = (cle: keyof Choix, valeurs: readonly string[]): string => {
    if (cle === 'besoin') return valeurs.map((v) => `(${BESOINS[v]})`).join(' OR ');
    if (cle === 'maintien') return valeurs.map((v) => `(${MAINTIENS[v]})`).join(' OR ');
    if (cle === 'option') {
      const codes = valeurs.map((v) => `'${v}'`).join();
      return `option IN (SELECT membre FROM lignees WHERE code_obg IN (${codes}))`;
    }
    return `CAST(${cle} AS VARCHAR) IN (${valeurs.map((v) => `'${v}'`).join()})`;
  };
  const parties = Object.entries(choix).map(
    ([cle, valeurs]) => `coalesce((${mots(cle as keyof Choix, valeurs)}), false)`,
  );
  return parties.length > 0 ? parties.join(' AND ') : 'true';
}

/** Les réseaux et caractères s’écrivent dans l’adresse sans espace ni accent. */
function enMots(choix: Choix): Choix {
  const traduire = (cle: 'caractere' | 'reseau') =>
    choix[cle] && {
      [cle]: [...new Set(lieux.implantations.map((site) => site[cle]))].filter((mot) =>
        choix[cle]?.includes(valeurDAdresse(mot)),
      ),
    };
  return { ...choix, ...traduire('caractere'), ...traduire('reseau') };
}

test('deux cents états au hasard : la liste est ce que dit une requête sur les Parquet', async () => {
  await moteur.lire(requete(OCCURRENCES.replaceAll('?', `'${annee}'`)));
  const tirer = hasard(317);
  const un = <T>(liste: readonly T[]): T => liste[Math.floor(tirer() * liste.length)] as T;
  const { centre: _, ...connues } = connuesDe(lieux);
  const departs = [
    () => ({ genre: 'implantation', fase: un(lieux.implantations).id }) as const,
    () => ({ genre: 'commune', slug: un(lieux.communes).slug }) as const,
    () => ({ genre: 'lieu', lat: 50 + tirer() / 2, lon: 4 + tirer() }) as const,
    () => null,
  ];
  let pleines = 0;
  for (let essai = 0; essai < 200; essai++) {
    const cles = Object.keys(connues).filter(() => tirer() < 0.25);
    const choix = Object.fromEntries(
      cles.map((cle) => {
        const possibles = connues[cle as keyof typeof connues];
        return [cle, possibles.filter((valeur) => valeur === un(possibles) || tirer() < 0.3)];
      }),
    );
    const voulu: EtatCarte = {
      ...ETAT_INITIAL,
      depart: un(departs)(),
      rayon: 2 + Math.floor(tirer() * 29),
      choix: Object.fromEntries(Object.entries(choix).filter(([, v]) => v.length > 0)),
    };
    const adresse = encodeCarte(voulu);
    const { etat } = decodeCarte(adresse, { choix: connuesDe(lieux), annees: [annee] });
    const lignes = await moteur.lire<{ id: string }>(
      requete(
        `SELECT DISTINCT id FROM carte_occurrences WHERE ${condition(enMots(etat.choix))} ORDER BY id`,
      ),
    );
    const depart = situerDepart(lieux, etat.depart);
    const retenus = new Set(lignes.map(({ id }) => id));
    const attendus = lieux.implantations
      .filter(({ id }) => retenus.has(id) && id !== depart?.implantation?.id)
      .filter((site) => !depart || vincentyKm(depart.position, site) <= etat.rayon)
      .map(({ id }) => id);
    const trouves = autour(lieux, offre, etat).sites.map(({ site }) => site.id);
    expect(trouves.toSorted(), adresse).toEqual(attendus.toSorted());
    if (attendus.length > 0) pleines++;
  }
  expect(pleines).toBeGreaterThan(60);
});
