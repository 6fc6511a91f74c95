import { parseHTML } from 'linkedom';
import { type Couverte, type TableCouverte, zonesConnues } from '../../src/domain/connaissance.ts';
import { absencesDe } from '../pipeline/absences.ts';

/** Les pages qui expliquent le site ou les textes : elles citent des absences sans en affirmer. */
export const EXPLIQUENT =
  /^(guide|methode|glossaire|procedure|donnees|nouveautes|a-propos|accessibilite|404|hors-ligne)/;

/** Le texte d’une page : ce qui se voit, sans les filtres, ni les règles, ni le dictionnaire des tables. */
export function texteDe(html: string, choix = 'main'): string {
  const { document } = parseHTML(html);
  const principal = document.querySelector(choix);
  for (const retire of principal?.querySelectorAll(
    'script, style, template, select, fieldset, .terme-bulle, .filtres, .sql-table',
  ) ?? []) {
    retire.remove();
  }
  return (principal?.textContent ?? '').replace(/\s+/g, ' ');
}

export interface EditionLue extends Couverte {
  readonly edition: { readonly annee_scolaire: string };
}

const ZONES = Array.from({ length: 10 }, (_, i) => ({ zone: i + 1 }));

const LISTES = ['thematiques_communes', 'fonctions_critiques'] as const;

const connues = (edition: EditionLue, ...tables: readonly TableCouverte[]): ReadonlySet<number> =>
  new Set(
    zonesConnues(edition, tables, edition.edition.annee_scolaire, ZONES).map(({ zone }) => zone),
  );

/** Les zones où une page d’option dit « non organisée » sans le savoir, et ce qu’elle conclut pour toutes. */
function dUneOption(html: string, texte: string, edition: EditionLue): string[] {
  const sues = connues(edition, 'totaux_zones');
  const { document } = parseHTML(html);
  const rangees = [...document.querySelectorAll('[data-anciens="oui"] .option-zones tbody tr')];
  const fausses = rangees.flatMap((rangee, i) => {
    const dit = rangee.querySelector('.oz-implantations')?.textContent ?? '';
    if (sues.has(i + 1)) return dit.includes('offre non connue') ? [`zone ${i + 1} : ${dit}`] : [];
    return dit.includes('non organisée') ? [`zone ${i + 1} : ${dit}`] : [];
  });
  if (sues.size === ZONES.length) return fausses;
  const conclut =
    /Aucune zone ne l’organise\.|Les 10 zones|pas organisée en 20\d\d-20\d\d\.|Aucun élève depuis/.exec(
      texte,
    );
  // Un métier n’est TC, ou FC, « nulle part » que si la liste de chaque zone est connue.
  const partout = LISTES.some((table) => connues(edition, table).size === ZONES.length);
  const nulle = !partout && texte.includes('nulle part') ? ['nulle part'] : [];
  return [...fausses, ...nulle, ...(conclut ? [conclut[0]] : [])];
}

/** Les comptes qu’une zone inconnue montre. */
function comptesDe(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('main data[data-cle]')]
    .map((data) => `${data.getAttribute('data-cle')} = ${data.getAttribute('value')}`)
    .filter((dit) =>
      /^(bref\.\d{4}-\d{4}\.(options|occurrences|implantations)|ouvertures|reseaux)/.test(dit),
    );
}

/**
 * Ce qu’une page affirme et que son édition ne sait pas : une absence, un compte.
 * @param chemin celui de la page, relatif au site
 */
export function affirmations(chemin: string, html: string, edition: EditionLue): string[] {
  if (EXPLIQUENT.test(chemin)) return [];
  const texte = texteDe(html);
  const sues = connues(edition, 'totaux_zones');
  const listes = connues(edition, ...LISTES);
  const sansListe =
    listes.size > 0 ? null : /ni TC ni FC(?! (n’|une))|hors TC|FC sans TC/i.exec(texte);
  const fausses = sansListe ? [sansListe[0]] : [];
  if (/^options\/\d/.test(chemin)) return [...fausses, ...dUneOption(html, texte, edition)];
  const [, numero] = /Zone (\d+) ·|\(zone (\d+)\)/.exec(texte)?.filter(Boolean) ?? [];
  const zone = Number(numero);
  if (/^zones\/[^/]/.test(chemin)) {
    return sues.has(zone) ? fausses : [...fausses, ...absencesDe(texte), ...comptesDe(html)];
  }
  if (/^implantations\//.test(chemin)) {
    return connues(edition, 'inscriptions').has(zone)
      ? fausses
      : [...fausses, ...absencesDe(texte)];
  }
  return sues.size > 0 ? fausses : [...fausses, ...absencesDe(texte)];
}
