import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { SELECTION_VIDE } from '../../src/domain/filtre/selection.ts';
import { encode } from '../../src/domain/url/codec.ts';
import { ANNEES, type Faits } from './attendus-paires.ts';
import { lireFichier } from './nombres.ts';
import { type Compte, type Dit, PAIRES, type Paire, ZONES } from './paires.ts';
import type { Visite } from './visite.ts';

export interface LigneAffichee {
  readonly lien: string;
  readonly zone: string;
  readonly absente: boolean;
  readonly occurrences: number;
  readonly eleves: number;
  readonly besoin: string;
  readonly norme: string | null;
}

/** Ce que dit une rangée du tableau. */
export const direLigne = (ligne: LigneAffichee): Dit => ({
  organisee: !ligne.absente,
  occurrences: ligne.occurrences,
  eleves: ligne.eleves,
  besoin: ligne.besoin as Faits['besoin'],
  norme: ligne.norme === null ? null : Number(ligne.norme),
});

/** Les rangées du tableau pour une zone sur deux, et les codes qui y vont. */
export async function lignesAffichees(
  { page, aller }: Visite,
  compte: Compte,
  parite: number,
): Promise<readonly LigneAffichee[]> {
  const paires = PAIRES.filter(
    ({ zone }) => ZONES.findIndex((z) => z.zone === zone.zone) % 2 === parite,
  );
  const unes = (valeurs: readonly string[]) => [...new Set(valeurs)].sort();
  const recherche = encode({
    ...SELECTION_VIDE,
    facettes: {
      zone: unes(paires.map(({ zone }) => zone.zone)),
      option: unes(paires.map(({ code }) => code)),
    },
    anciens: compte === 'avec',
    colonnes: ['code', 'intitule', 'zone', 'occurrences', 'eleves', 'besoin', 'norme'],
    parPage: 100,
  });
  await aller(`indicateurs/${recherche}`);
  await page.waitForFunction(
    (attendue) => document.querySelector<HTMLElement>('.indicateurs')?.dataset.pour === attendue,
    recherche,
  );
  return page.$$eval('.indicateurs-tableau tbody tr:has(.besoin)', (rangees) =>
    rangees.map((tr) => {
      const nombre = (classe: string) =>
        Number(tr.querySelector(`td.${classe} data`)?.getAttribute('value') ?? 0);
      const normes = [...tr.querySelectorAll('.normes li')].filter(
        (li) => !/ALT seule|Maintien/.test(li.querySelector('b')?.textContent ?? ''),
      );
      return {
        lien: tr.querySelector<HTMLAnchorElement>('a[href*="/options/"]')?.pathname ?? '',
        zone: tr.querySelector('td.c-zone')?.lastChild?.textContent ?? '',
        absente: tr.querySelector('.c-absente') !== null,
        occurrences: nombre('c-occurrences'),
        eleves: nombre('c-eleves'),
        besoin: (tr.querySelector('.besoin')?.className ?? '').replace(/.*besoin-/, ''),
        norme: normes[0]?.querySelector('data')?.getAttribute('value') ?? null,
      };
    }),
  );
}

/** Ce que « Mon dossier » montre de chaque option, depuis le départ de sa zone. */
export async function faitsAffiches(
  { page, aller }: Visite,
  paires: readonly Paire[],
  compte: Compte,
): Promise<readonly Dit[]> {
  const codes = [...new Set(paires.map(({ code }) => code))];
  const suite = compte === 'sans' ? '&anciens=non' : '';
  await aller(`dossier/?implantation=${paires[0]?.zone.depart}${suite}`);
  await page.waitForSelector('.dossier[data-pret] .candidat');
  await page.locator('.candidats-plus:not([open]) summary').click();
  await page.getByLabel('Montrer aussi les options qu’on ne peut pas demander').check();
  await page.getByLabel('Chercher une option').fill(codes.join(' '));
  await page.waitForSelector(`tr.candidat[data-code="${codes.at(-1)}"]`);
  const dits = await page.evaluate(async (demandes) => {
    const lus: Record<string, readonly [faits: string, besoin: string]> = {};
    for (const code of demandes) {
      const ligne = document.querySelector(`tr.candidat[data-code="${code}"]`);
      ligne?.querySelector<HTMLButtonElement>('.candidat-ouvrir')?.click();
      await new Promise(requestAnimationFrame);
      const faits = document.getElementById(`faits-${code}`)?.textContent ?? '';
      lus[code] = [
        faits,
        ligne?.querySelector('.besoin')?.className.replace(/.*besoin-/, '') ?? '',
      ];
    }
    return lus;
  }, codes);
  return paires.map(({ code }) => {
    const [faits = '', besoin = ''] = dits[code] ?? [];
    const comptes = [...faits.matchAll(/(\d+)\soccurrences?\sde\scaractère/g)];
    expect(comptes.length > 0 || faits.includes('nulle part dans la zone'), code).toBe(true);
    return {
      occurrences: comptes.reduce((n, [, lu]) => n + Number(lu), 0),
      besoin: besoin as Faits['besoin'],
    };
  });
}

/** Les élèves de chaque option d’une implantation. Seul le tableau est lu : les autres parties de tant de pages coûteraient trop. */
export function lireHistoire(fase: string): readonly (readonly [code: string, serie: number[]])[] {
  const texte = lireFichier(`implantations/${fase}/index.html`);
  const debut = texte.indexOf('histoire-options');
  if (debut < 0) return [];
  const corps = texte.slice(texte.indexOf('<tbody', debut), texte.indexOf('</table>', debut));
  const { document } = parseHTML(`<html><body><table>${corps}</table></body></html>`);
  const rangees = [...document.querySelectorAll('tbody tr')];
  return rangees.map((tr) => {
    const code =
      tr
        .querySelector('th a')
        ?.getAttribute('href')
        ?.match(/(\d{4})\/$/)?.[1] ?? '';
    const cellules = [...tr.querySelectorAll('td')].slice(0, ANNEES.length);
    const eleves = cellules.map((td) =>
      Number(td.querySelector('data')?.getAttribute('value') ?? 0),
    );
    return [code, eleves] as const;
  });
}
