import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sansAnciens } from '../../src/domain/autour/anciens.ts';
import { autour, situerDepart } from '../../src/domain/autour/autour.ts';
import { demander } from '../../src/domain/autour/demande.ts';
import { ETAT_INITIAL } from '../../src/domain/autour/etat.ts';
import { lieuxDe } from '../../src/domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../../src/domain/autour/offre.ts';
import type { BesoinTrivalent } from '../../src/domain/besoin.ts';
import { type Colonnes, enRangees } from '../../src/domain/colonnes.ts';
import { candidatDe } from '../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { type DossierEcrit, relireDossier } from '../../src/domain/dossier/fichier.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import { avecAnciens } from '../../src/domain/filtre/anciens.ts';
import { decoderFichier } from '../../src/domain/filtre/fichier.ts';
import type { LigneIndicateur } from '../../src/domain/filtre/ligne.ts';
import { lireTablesPartagees } from '../../src/domain/tables-partagees.ts';
import { direLigne, faitsAffiches, lignesAffichees, lireHistoire } from './affichages.ts';
import {
  ANNEE,
  ANNEES,
  codesOrganises,
  estRemplace,
  type Faits,
  membresDe,
  ouverturesAttendues,
  rangeesDe,
  serieEntiere,
  sitesDe,
  zoneNommee,
} from './attendus-paires.ts';
import { lirePage } from './nombres.ts';
import { CODES, comparer, type Dit, FAITS, lus, PAIRES, type Paire, ZONES } from './paires.ts';
import { type Visite, visiter } from './visite.ts';

const construit = inject('construit');

const besoinDe = ({ tc, fc }: BesoinTrivalent): Faits['besoin'] => {
  if (tc && fc) return 'tc-fc';
  return tc ? 'tc' : fc ? 'fc' : 'aucun';
};

/** Le JSON publié dont le nom commence ainsi. */
function json<T>(debut: string): T {
  const nom = readdirSync(join(construit, 'data')).find(
    (fichier) => fichier.startsWith(`${debut}.`) && fichier.endsWith('.json'),
  );
  return JSON.parse(readFileSync(join(construit, 'data', nom ?? ''), 'utf8'));
}

const pages = new Map<string, Document>();
/** Une page construite, lue une fois. */
function pageDe(chemin: string): Document {
  const page = pages.get(chemin) ?? lirePage(chemin);
  pages.set(chemin, page);
  return page;
}

const valeur = (element: Element | null | undefined): number =>
  Number(element?.getAttribute('value'));

describe('les pages écrites d’avance', () => {
  const BESOINS = { 'TC-FC': 'tc-fc', TC: 'tc', FC: 'fc', aucun: 'aucun' } as const;

  test.each(['avec', 'sans'] as const)('la page de l’option, %s les anciens codes', (compte) => {
    comparer('option', compte, ({ code, zone }) => {
      const page = pageDe(`options/${code}`);
      const reunit = membresDe(code).length > 1;
      const quand = compte === 'sans' && reunit ? 'non' : 'oui';
      const blocs = [...page.querySelectorAll(`[data-anciens="${quand}"]`)];
      const table = blocs.flatMap((bloc) => [...bloc.querySelectorAll('.option-zones tbody tr')]);
      const ligne = table.find((tr) => tr.querySelector(`a[href$="/zones/${zone.slug}/"]`));
      const listes = blocs.flatMap((bloc) => [...bloc.querySelectorAll('.sites-option tbody')]);
      const liste = listes.find((tbody) => tbody.querySelector(`a[href*="zone=${zone.zone}"]`));
      const sites = liste ? liste.querySelectorAll('tr').length - 1 : 0;
      if (!ligne) return { organisee: sites > 0, occurrences: sites };
      const occurrences = valeur(ligne.querySelector('.oz-implantations data'));
      expect(sites, `${code} ${zone.slug}`).toBe(occurrences);
      const besoin = (ligne.querySelector('.besoin')?.textContent ?? '').replaceAll('\u2060', '');
      const norme = ligne.querySelector('.oz-norme[data-mode="en plein exercice"] strong data');
      return {
        organisee: !ligne.textContent?.includes('non organisée'),
        occurrences,
        eleves: valeur(ligne.querySelector('.oz-eleves data')),
        besoin: BESOINS[besoin as keyof typeof BESOINS],
        norme: norme ? valeur(norme) : null,
      };
    });
  });

  test('la page de l’option additionne les mêmes élèves, année par année', () => {
    for (const code of CODES.filter((code) => !estRemplace(code))) {
      const rangees = [...pageDe(`options/${code}`).querySelectorAll('.histoire tbody tr')];
      const lignes = rangees.filter((tr) => tr.querySelector('th'));
      const serie = lignes.map((tr) => valeur(tr.querySelectorAll('td data')[1]));
      const voulue = serieEntiere(membresDe(code));
      expect(serie, code).toEqual(voulue.some((n) => n > 0) ? voulue : []);
    }
  });

  test('la page de la zone, et ses fichiers', () => {
    comparer('zone', 'avec', ({ code, zone: { slug } }) => {
      if (estRemplace(code)) return null;
      const page = pageDe(`zones/${slug}`);
      const lu = (cle: string) => page.querySelector(`data[data-cle="${cle}"]`);
      const nombre = (...cles: string[]) => cles.map(lu).find((element) => element) ?? null;
      const occurrences = nombre(`option.${code}.occurrences`, `frequentees.${code}.occurrences`);
      const eleves = nombre(`option.${code}.eleves`, `frequentees.${code}.eleves`);
      const norme = lu(`option.${code}.norme`);
      const liste = (rang: number) => {
        const chemin = join(construit, `zones/${slug}/ouvertures-${rang}.csv`);
        try {
          return readFileSync(chemin, 'utf8').includes(`,${code},`);
        } catch {
          return false;
        }
      };
      return {
        ...(liste(1) && { organisee: false, besoin: 'tc-fc' as const }),
        ...(liste(2) && { organisee: true, besoin: 'tc-fc' as const }),
        ...(occurrences && { occurrences: valeur(occurrences) }),
        ...(eleves && { eleves: valeur(eleves) }),
        ...(norme && { norme: valeur(norme) }),
      };
    });
  });

  test('les pages des implantations de la zone, réunies', () => {
    const parSite = new Map<string, readonly (readonly [code: string, serie: number[]])[]>();
    const histoireDe = (fase: string) => {
      const lue = parSite.get(fase) ?? lireHistoire(fase);
      parSite.set(fase, lue);
      return lue;
    };
    comparer('implantations', 'avec', ({ code, zone }) => {
      if (estRemplace(code)) return null;
      const codes = membresDe(code);
      const series = sitesDe(zone.zone).map((fase) =>
        histoireDe(fase).filter(([sien]) => codes.includes(sien)),
      );
      const somme = (i: number) => series.flat().reduce((n, [, serie]) => n + (serie[i] ?? 0), 0);
      const derniere = ANNEES.length - 1;
      const occurrences = series.filter((siennes) =>
        siennes.some(([, serie]) => (serie[derniere] ?? 0) > 0),
      ).length;
      return {
        organisee: occurrences > 0,
        occurrences,
        eleves: somme(derniere),
        serie: ANNEES.map((_, i) => somme(i)),
      };
    });
  });
});

describe('les JSON que lisent le tableau, la carte et le dossier', async () => {
  const partages = await lireTablesPartagees(async (nom) => json(nom));

  test.each(['avec', 'sans'] as const)('le tableau, %s les anciens codes', (compte) => {
    const { lignes, lignees } = decoderFichier(json(`indicateurs-${ANNEE}`));
    const vues: readonly LigneIndicateur[] =
      compte === 'avec' ? avecAnciens(lignes, lignees) : lignes;
    comparer('tableau', compte, ({ code, zone }) => {
      const ligne = vues.find((l) => l.code_obg === code && l.zone === Number(zone.zone));
      if (!ligne) {
        expect(compte === 'avec' && estRemplace(code), code).toBe(true);
        return null;
      }
      return {
        organisee: Number(ligne.occurrences) > 0,
        occurrences: ligne.occurrences ?? -1,
        eleves: ligne.eleves ?? -1,
        serie: ligne.serie.map((n) => (typeof n === 'number' ? n : -1)),
        besoin: besoinDe(ligne),
        norme: ligne.norme_creation,
      };
    });
  });

  test.each(['avec', 'sans'] as const)('la carte, %s les anciens codes', (compte) => {
    const lieux = lieuxDe(partages);
    const lignes = json<Colonnes<LigneOffre>>(`offre-${ANNEE}`);
    const offre = offreDe(enRangees(lignes), lieux.options);
    const vue = compte === 'avec' ? { lieux, offre } : sansAnciens(lieux, offre);
    comparer('carte', compte, ({ code, zone }) => {
      const choix = { option: [code], zone: [zone.zone] };
      const { sites } = autour(vue.lieux, vue.offre, { ...ETAT_INITIAL, choix });
      const option = vue.lieux.options.find((o) => o.code === code);
      const depart = situerDepart(vue.lieux, { genre: 'implantation', fase: zone.depart });
      if (!option || !depart) throw new Error(code);
      const { plusProche } = demander(vue.lieux, vue.offre, depart, option);
      const propre = sites.flatMap((s) => s.occurrences).find((o) => o.option.code === code);
      return {
        organisee: sites.length > 0,
        occurrences: sites.length,
        eleves: sites.reduce((n, { eleves }) => n + eleves, 0),
        ...(propre && { besoin: propre.besoin }),
        proche: plusProche?.site.id ?? null,
      };
    });
  });

  test.each(['avec', 'sans'] as const)('le dossier, %s les anciens codes', (compte) => {
    const donnees = relireDossier(json<DossierEcrit>('dossier'), partages);
    comparer('dossier', compte, ({ code, zone }) => {
      const lieu = lieuDe(donnees, { genre: 'implantation', fase: zone.depart });
      if (!lieu) throw new Error(zone.depart);
      const contexte = creerContexte(donnees, lieu, compte === 'avec');
      const option = contexte.options.get(code);
      if (!option) throw new Error(code);
      const hypothese = { mode: 'PE', groupement: 'seule', attendus: null } as const;
      const { equilibre, repartition, besoin } = candidatDe(contexte, option, hypothese).faits;
      const { confessionnel: c, nonConfessionnel: n } = equilibre;
      return {
        organisee: c.occurrences + n.occurrences > 0,
        occurrences: c.occurrences + n.occurrences,
        eleves: c.eleves + n.eleves,
        besoin: besoinDe(besoin),
        norme: besoin.norme.genre === 'valeur' ? besoin.norme.valeur : null,
        proche: repartition.plusProche?.site ?? null,
      };
    });
  });
});

describe('les fichiers à télécharger', () => {
  type Rangee = Readonly<Record<string, string>>;
  const parCle = (rangees: readonly Rangee[]) =>
    new Map(rangees.map((r) => [`${r.annee_scolaire}/${r.zone}/${r.code_obg}`, r]));

  const dire =
    (rangees: ReadonlyMap<string, Rangee>, avecBesoin: boolean) =>
    ({ code, zone }: Paire): Dit | null => {
      const lignes = ANNEES.map((annee) => rangees.get(`${annee}/${zone.zone}/${code}`));
      const derniere = lignes.at(-1);
      if (!derniere) return null;
      return {
        organisee: Number(derniere.occurrences) > 0,
        occurrences: Number(derniere.occurrences),
        eleves: Number(derniere.eleves),
        serie: lignes.map((ligne) => Number(ligne?.eleves)),
        ...(avecBesoin && {
          besoin: besoinDe({ tc: derniere.tc === 'oui', fc: derniere.fc === 'oui' }),
          norme: derniere.norme_creation ? Number(derniere.norme_creation) : null,
        }),
      };
    };

  const fichier = (nom: string) => join(construit, 'donnees', nom);

  test('les CSV', () => {
    const seuls = parCle(rangeesDe(fichier('indicateurs.csv')));
    comparer('indicateurs.csv', 'sans', dire(seuls, true));
    const reunis = parCle(rangeesDe(fichier('indicateurs_lignees.csv')));
    comparer('indicateurs_lignees.csv', 'avec', dire(reunis, false));
    const besoins = parCle(rangeesDe(fichier('besoins_options.csv')));
    comparer('besoins_options.csv', 'sans', ({ code, zone }) => {
      const ligne = besoins.get(`${ANNEE}/${zone.zone}/${code}`);
      return { besoin: besoinDe({ tc: ligne?.tc === 'oui', fc: ligne?.fc === 'oui' }) };
    });
    const occurrences = rangeesDe(fichier('occurrences.csv'));
    comparer('occurrences.csv', 'sans', ({ code, zone }) => {
      const siennes = occurrences.filter((o) => o.code_obg === code && o.zone === zone.zone);
      const eleves = (annee: string) =>
        siennes.filter((o) => o.annee_scolaire === annee).reduce((n, o) => n + Number(o.eleves), 0);
      return {
        occurrences: siennes.filter((o) => o.annee_scolaire === ANNEE).length,
        eleves: eleves(ANNEE),
        serie: ANNEES.map(eleves),
      };
    });
  });

  test('le classeur', async () => {
    const [feuille] = await readXlsxFile(fichier('indicateurs_lignees.xlsx'));
    const [entete = [], ...lignes] = feuille?.data ?? [];
    const rangees = lignes.map((ligne) =>
      Object.fromEntries(entete.map((titre, i) => [String(titre), String(ligne[i] ?? '')])),
    );
    comparer('indicateurs_lignees.xlsx', 'avec', dire(parCle(rangees), false));
  });
});

describe('dans le navigateur', () => {
  let visite: Visite;
  beforeAll(async () => {
    // Étroite, la page de la carte n’en dessine que la liste.
    visite = await visiter('404.html', { viewport: { width: 500, height: 900 } });
  });
  afterAll(() => visite.fermer());

  test.each(['avec', 'sans'] as const)('le tableau, %s les anciens codes', async (compte) => {
    const lues = [...(await lignesAffichees(visite, compte, 0))];
    lues.push(...(await lignesAffichees(visite, compte, 1)));
    const noms = new Map(rangeesDe('data/territoire/zones.csv').map((z) => [z.nom, z.zone]));
    comparer('tableau affiché', compte, ({ code, zone }) => {
      const ligne = lues.find(
        (l) => l.lien.endsWith(`/options/${code}/`) && noms.get(l.zone) === zone.zone,
      );
      if (ligne) return direLigne(ligne);
      expect(compte === 'avec' && estRemplace(code), `${code} ${zone.slug}`).toBe(true);
      return null;
    });
  });

  test.each(['avec', 'sans'] as const)('la carte, %s les anciens codes', async (compte) => {
    await visite.aller('carte/');
    await visite.page.waitForSelector('.carte-filtres-bloc');
    const suite = compte === 'sans' ? '&anciens=non' : '';
    const constats = await visite.page.evaluate(
      async (adresses) => {
        const dits: string[] = [];
        for (const adresse of adresses) {
          history.pushState(null, '', adresse);
          const code = new URLSearchParams(adresse).get('option');
          const lire = () => document.querySelector('.constat')?.textContent ?? '';
          const aller = () => dispatchEvent(new PopStateEvent('popstate'));
          aller();
          // Un îlot qui s’éveille n’écoute pas encore l’adresse : elle se redit tant qu’il se tait.
          for (let image = 1; !lire().includes(`l’option ${code} `); image++) {
            if (image % 60 === 0) aller();
            await new Promise(requestAnimationFrame);
          }
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          dits.push(lire());
        }
        return dits;
      },
      PAIRES.map(({ code, zone }) => `?option=${code}&zone=${zone.zone}${suite}`),
    );
    comparer('carte affichée', compte, (paire) => {
      const constat = constats[PAIRES.indexOf(paire)] ?? '';
      const occurrences = Number(constat.match(/([\d\s]+)\simplantation/)?.[1]);
      return { organisee: occurrences > 0, occurrences };
    });
  });

  test('la case de la page d’une option montre l’un ou l’autre compte, et l’adresse le retient', async () => {
    const { page, aller } = visite;
    const dit = () => page.locator('.constat-zones:visible').first().innerText();
    await aller('options/2420/');
    expect(await dit()).toContain('sous l’ancien code 2410');
    await page.getByLabel('Avec les anciens codes').uncheck();
    expect(await dit()).toContain('Aucune zone ne l’organise.');
    await aller(new URL(page.url()).href);
    expect(await page.getByLabel('Avec les anciens codes').isChecked()).toBe(false);
    expect(await dit()).toContain('Aucune zone ne l’organise.');
    await page.getByLabel('Avec les anciens codes').check();
    expect(new URL(page.url()).search).toBe('');
  });

  test('la comparaison compte les options de la zone, avec les anciens codes et sans', async () => {
    const { page, aller } = visite;
    const lire = (cle: string) =>
      page.locator(`data[data-cle="zones.liege.${cle}"]`).first().getAttribute('value');
    const liege = zoneNommee('liege');
    const [avec, sans] = [ouverturesAttendues(liege, 'avec'), ouverturesAttendues(liege, 'sans')];
    expect(avec).toBeLessThan(sans);
    await aller('comparer/?zone=4');
    await page.getByText('Une seule zone').waitFor();
    expect(Number(await lire('options'))).toBe(codesOrganises(liege));
    expect(Number(await lire('ouvertures'))).toBe(avec);
    await page.getByLabel('Avec les anciens codes').uncheck();
    await page.waitForSelector(`data[data-cle="zones.liege.ouvertures"][value="${sans}"]`);
    expect(page.url()).toContain('?zone=4&anciens=non');
    expect(Number(await lire('options'))).toBe(codesOrganises(liege));
  });

  test.each(['avec', 'sans'] as const)('le dossier, %s les anciens codes', async (compte) => {
    const dits = new Map<Paire, Dit>();
    for (const zone of ZONES) {
      const siennes = PAIRES.filter((paire) => paire.zone.zone === zone.zone);
      const faits = await faitsAffiches(visite, siennes, compte);
      for (const [i, paire] of siennes.entries()) dits.set(paire, faits[i] ?? {});
    }
    comparer('dossier affiché', compte, (paire) => dits.get(paire) ?? null);
    expect(visite.fautes).toEqual([]);
  });
});

test('chaque fait a été lu en plusieurs endroits', () => {
  expect(PAIRES.length).toBeGreaterThanOrEqual(40);
  for (const fait of FAITS) {
    const endroits = lus.get(fait)?.size ?? 0;
    expect(endroits, `${fait} : ${endroits} endroits`).toBeGreaterThanOrEqual(4);
  }
});
