import {
  autocompletion,
  type Completion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, type SQLNamespace, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { TableDuManifeste } from '../../domain/manifeste.ts';

/** L’éditeur d’une requête, vivant dans la page. */
export interface Editeur {
  /** Remplace tout le texte. */
  ecrire(texte: string): void;
  /** Souligne une faute, ligne et colonne à partir de 1 ; `null` : il n’y en a plus. */
  souligner(faute: { ligne: number; colonne: number; phrase: string } | null): void;
  /** Pose le curseur, et y mène. */
  aller(ligne: number, colonne: number): void;
  focus(): void;
  fermer(): void;
}

interface Options {
  /** Où il s’écrit : une ombre, que la politique de sécurité laisse porter ses styles. */
  readonly ombre: ShadowRoot;
  readonly texte: string;
  readonly tables: readonly TableDuManifeste[];
  readonly surTexte: (texte: string) => void;
  readonly surExecuter: () => void;
}

const COULEURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--teal)', fontWeight: '600' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--fc)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--encre-2)', fontStyle: 'italic' },
]);

const ASPECT = EditorView.theme({
  '&': { color: 'var(--encre)', backgroundColor: 'var(--papier)', fontSize: '0.95rem' },
  '&.cm-focused': { outline: '3px solid var(--teal)', outlineOffset: '2px' },
  '.cm-scroller': { maxHeight: '24rem', minHeight: '9rem', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--encre)' },
  '.cm-cursor': { borderLeftColor: 'var(--encre)' },
  '.cm-gutters': {
    color: 'var(--encre-2)',
    backgroundColor: 'var(--carte)',
    borderRight: '1px solid var(--trait)',
  },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'var(--teal-fond)',
  },
  '.cm-tooltip': {
    color: 'var(--encre)',
    backgroundColor: 'var(--carte)',
    border: '1px solid var(--trait-fort)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--carte)',
    backgroundColor: 'var(--teal)',
  },
  '.cm-completionInfo': { maxWidth: '20rem' },
});

/** Ce que l’éditeur propose : chaque table et ses colonnes, avec leur sens. */
const schemaDe = (tables: readonly TableDuManifeste[]): SQLNamespace =>
  Object.fromEntries(
    tables.map(({ nom, titre, sens, colonnes }) => [
      nom,
      {
        self: { label: nom, type: 'class', detail: titre, info: sens } satisfies Completion,
        children: colonnes.map((colonne): Completion => {
          const { vide } = colonne;
          return {
            label: colonne.nom,
            type: 'property',
            detail: colonne.type,
            info: vide ? `${colonne.sens}. Vide : ${vide}.` : colonne.sens,
          };
        }),
      },
    ]),
  );

const EN_FRANCAIS = EditorState.phrases.of({
  Completions: 'Propositions',
  Diagnostics: 'Fautes',
  'Control character': 'Caractère de contrôle',
});

/**
 * Ce qui se tape sur une sélection. Laissé au navigateur, il y mettrait un style en ligne, aux
 * couleurs du texte remplacé, que la politique de sécurité refuse.
 */
function remplacer(saisie: InputEvent, vue: EditorView): boolean {
  const { from, to, empty } = vue.state.selection.main;
  const { data } = saisie;
  if (saisie.inputType !== 'insertText' || data === null || empty || vue.composing) return false;
  saisie.preventDefault();
  const change = () =>
    vue.state.update(vue.state.replaceSelection(data), { userEvent: 'input.type' });
  const pris = vue.state.facet(EditorView.inputHandler).some((h) => h(vue, from, to, data, change));
  if (!pris) vue.dispatch(change());
  return true;
}

/** Ouvre l’éditeur ; `Ctrl + Entrée` exécute, et `Tab` en sort comme d’un champ. */
export function ouvrirEditeur(options: Options): Editeur {
  const { ombre, texte, tables, surTexte, surExecuter } = options;
  const executer = () => {
    surExecuter();
    return true;
  };
  const vue = new EditorView({
    root: ombre,
    parent: ombre,
    state: EditorState.create({
      doc: texte,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: executer }]),
        EN_FRANCAIS,
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        sql({ dialect: PostgreSQL, schema: schemaDe(tables), upperCaseKeywords: true }),
        syntaxHighlighting(COULEURS),
        ASPECT,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'La requête SQL' }),
        EditorView.domEventHandlers({ beforeinput: remplacer }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) surTexte(state.doc.toString());
        }),
      ],
    }),
  });
  const rangDe = (ligne: number, colonne: number): number => {
    const lue = vue.state.doc.line(Math.min(Math.max(1, ligne), vue.state.doc.lines));
    return Math.min(lue.from + colonne - 1, lue.to);
  };
  return {
    ecrire: (nouveau) => {
      const tout = { from: 0, to: vue.state.doc.length, insert: nouveau };
      if (vue.state.doc.toString() !== nouveau) vue.dispatch({ changes: tout });
    },
    souligner: (faute) => {
      const from = faute ? rangDe(faute.ligne, faute.colonne) : 0;
      const mot = faute ? vue.state.wordAt(from) : null;
      const to = mot?.to ?? Math.min(from + 1, vue.state.doc.length);
      const fautes = faute
        ? [{ from: mot?.from ?? from, to, severity: 'error' as const, message: faute.phrase }]
        : [];
      vue.dispatch(setDiagnostics(vue.state, fautes));
    },
    aller: (ligne, colonne) => {
      const rang = rangDe(ligne, colonne);
      vue.dispatch({ selection: { anchor: rang }, scrollIntoView: true });
      vue.focus();
    },
    focus: () => vue.focus(),
    fermer: () => vue.destroy(),
  };
}
