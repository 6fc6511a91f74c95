import ts from 'typescript';

export interface Fichier {
  readonly chemin: string;
  readonly texte: string;
}

interface Exporte {
  readonly nom: string;
  readonly sorte: 'type' | 'valeur' | 'composant';
}

/** Ce qu’Astro attend de chaque page. */
const D_ASTRO = ['GET', 'getStaticPaths', 'prerender', 'partial'];

const exporte = (phrase: ts.Statement): boolean => {
  const mots = ts.canHaveModifiers(phrase) ? (ts.getModifiers(phrase) ?? []) : [];
  return (
    mots.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
    !mots.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
};

function nomsDe(phrase: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(phrase)) {
    return phrase.declarationList.declarations.map(({ name }) => name.getText());
  }
  const declare =
    ts.isFunctionDeclaration(phrase) ||
    ts.isClassDeclaration(phrase) ||
    ts.isInterfaceDeclaration(phrase) ||
    ts.isTypeAliasDeclaration(phrase) ||
    ts.isEnumDeclaration(phrase);
  return declare && phrase.name ? [phrase.name.text] : [];
}

function exportsDe({ chemin, texte }: Fichier): Exporte[] {
  const lu = ts.createSourceFile(chemin, texte, ts.ScriptTarget.Latest, true);
  const siens = lu.statements.filter(exporte).flatMap((phrase) => {
    const type = ts.isInterfaceDeclaration(phrase) || ts.isTypeAliasDeclaration(phrase);
    return nomsDe(phrase).map((nom): Exporte => {
      const composant = chemin.endsWith('.tsx') && /^[A-Z][a-z]/.test(nom);
      return { nom, sorte: type ? 'type' : composant ? 'composant' : 'valeur' };
    });
  });
  return siens.filter(({ nom }, i) => siens.findIndex((autre) => autre.nom === nom) === i);
}

/** Un composant porte le nom du type qu’il montre ; deux composants, deux types, se confondent. */
const seConfondent = (siens: readonly Exporte[]): boolean => {
  const composants = siens.filter(({ sorte }) => sorte === 'composant');
  const types = siens.filter(({ sorte }) => sorte === 'type');
  const paire = composants.length === 1 && types.length === 1 && siens.length === 2;
  return siens.length > 1 && !paire;
};

/**
 * Les noms que deux modules déclarent et exportent, types compris ; ni ce qui est réexporté, ni
 * l’export par défaut d’une page, ni un composant du nom de son type.
 */
export function nomsDoubles(fichiers: readonly Fichier[]): string[] {
  const tous = fichiers
    .filter(({ chemin }) => /\.tsx?$/.test(chemin))
    .flatMap(exportsDe)
    .filter(({ nom }) => !D_ASTRO.includes(nom));
  return [...Map.groupBy(tous, ({ nom }) => nom)].flatMap(([nom, siens]) =>
    seConfondent(siens) ? [`${nom} ×${siens.length}`] : [],
  );
}
