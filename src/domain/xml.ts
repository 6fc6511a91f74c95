const INTERDITS = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Un texte inoffensif dans du XML ou du HTML ; ce que XML n’admet pas du tout en est ôté. */
export const echapperXml = (texte: string): string =>
  texte.replace(INTERDITS, '').replace(/[&<>"]/g, (signe) => ENTITES[signe] ?? '');
