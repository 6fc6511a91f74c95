import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import ts from 'typescript';
import type { PageMontree } from './vues.ts';

/** Ce qu’un visiteur reconnaît d’une édition à l’autre : titres, champs, boutons, colonnes. */
const REPERES = 'h1,h2,h3,h4,legend,label,button,summary,caption,thead th,dt,a.bouton,nav a';
/** Ce qui vient des données, ou ne se voit pas. */
const CHANGEANT =
  'script,style,svg,data,option,tbody,.source,[popover],fieldset label,astro-island li,.visuellement-cache';

const lisse = (texte: string): string => texte.replace(/\s+/g, ' ').replace(/\d+/g, '#').trim();

/** Les repères d’une page construite, sans ses chiffres, ni ses données, ni ses adresses. */
export function reperesDe(html: string): readonly string[] {
  const { document } = parseHTML(html);
  const main = document.querySelector('main');
  for (const element of main?.querySelectorAll(CHANGEANT) ?? []) element.remove();
  return [...(main?.querySelectorAll(REPERES) ?? [])]
    .map((element) => `${element.localName} ${lisse(element.textContent ?? '')}`)
    .filter((repere) => /\s./.test(repere));
}

const fichiersDe = (chemin: string): readonly string[] =>
  statSync(chemin).isDirectory()
    ? readdirSync(chemin)
        .sort()
        .flatMap((nom) => fichiersDe(join(chemin, nom)))
    : [chemin];

/** Les textes qu’un îlot affiche : ceux du gabarit et de ses attributs. */
export function textesDIlot(code: string): readonly string[] {
  const textes: string[] = [];
  const visiter = (noeud: ts.Node): void => {
    if (ts.isJsxText(noeud)) textes.push(lisse(noeud.text));
    if (ts.isJsxAttribute(noeud) && noeud.initializer && ts.isStringLiteral(noeud.initializer)) {
      if (/^(etiquette|invite|titre|aria-label|placeholder)$/.test(noeud.name.getText())) {
        textes.push(lisse(noeud.initializer.text));
      }
    }
    ts.forEachChild(noeud, visiter);
  };
  visiter(ts.createSourceFile('ilot.tsx', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX));
  return textes.filter(Boolean);
}

/**
 * L’empreinte de ce qu’une page montre. Elle change avec ses mots et leur ordre ; ni avec les
 * données, ni avec les noms de fichiers construits, ni avec une feuille de style.
 * @param site le dossier du site construit
 */
export function empreinteDe(site: string, { chemin, ilots }: PageMontree): string {
  const page = reperesDe(readFileSync(join(site, chemin, 'index.html'), 'utf8'));
  const textes = ilots
    .flatMap((ilot) => fichiersDe(join('src/islands', ilot)))
    .filter((fichier) => fichier.endsWith('.tsx'))
    .flatMap((fichier) => textesDIlot(readFileSync(fichier, 'utf8')));
  return createHash('sha256')
    .update([...page, ...textes].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
