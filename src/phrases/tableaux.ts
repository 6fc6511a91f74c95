const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
};
const ROLES_DE_TITRE: Readonly<Record<string, string>> = {
  col: 'columnheader',
  colgroup: 'columnheader',
  row: 'rowheader',
  rowgroup: 'rowheader',
};

/**
 * Le rôle à écrire sur un élément de tableau : en étroit, la feuille de style en fait des blocs, et
 * des navigateurs oublient alors que c’est un tableau.
 */
export const roleDe = (balise: string, portee = ''): string | undefined =>
  balise === 'th' ? ROLES_DE_TITRE[portee] : ROLES[balise];

const ecrire = (tableau: string): string =>
  tableau.replace(
    /<(table|thead|tbody|tfoot|tr|td|th)\b([^>]*)>/g,
    (tout, balise: string, attributs: string) => {
      const role = roleDe(balise, /\sscope="(\w+)"/.exec(attributs)?.[1]);
      return role && !/\srole=/.test(attributs) ? `<${balise} role="${role}"${attributs}>` : tout;
    },
  );

/**
 * Écrit le rôle de chaque élément des tableaux d’une page, hors des scripts. Celui d’une figure, qui
 * n’a que la classe « tableau », défile sans changer de forme et s’en passe.
 */
export const tableauxHtml = (html: string): string =>
  html.replace(
    /<(script|style|pre|code|textarea)\b[\s\S]*?<\/\1>|<table\b(?! class="tableau">)[\s\S]*?<\/table>/g,
    (tout, autre: string | undefined) => (autre ? tout : ecrire(tout)),
  );
