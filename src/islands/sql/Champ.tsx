import { useEffect, useRef } from 'preact/hooks';
import type { Manifeste } from '../../domain/manifeste.ts';
import type { ErreurSql } from '../../phrases/erreur-sql.ts';
import { charger } from '../../query/lecture.ts';
import type { Editeur } from './codemirror.ts';

interface Props {
  readonly texte: string;
  readonly erreur: ErreurSql | null;
  readonly lireManifeste: () => Promise<Manifeste>;
  readonly changer: (texte: string) => void;
  readonly executer: () => void;
  /** Donne de quoi mener le curseur à une place. */
  readonly mener: { current: ((ligne: number, colonne: number) => void) | null };
}

const ID = 'requete-sql';

/** Le rang d’une place dans un texte. */
const rangDe = (texte: string, ligne: number, colonne: number): number =>
  texte
    .split('\n')
    .slice(0, ligne - 1)
    .reduce((rang, lue) => rang + lue.length + 1, 0) +
  colonne -
  1;

/**
 * Où la requête s’écrit : un champ de texte, que l’éditeur remplace dès qu’on y vient. S’il ne
 * vient pas, le champ suffit.
 */
export function Champ({ texte, erreur, lireManifeste, changer, executer, mener }: Props) {
  const hote = useRef<HTMLDivElement>(null);
  const champ = useRef<HTMLTextAreaElement>(null);
  const editeur = useRef<Editeur | null>(null);
  const demande = useRef(false);
  const derniers = useRef({ changer, executer, texte });
  derniers.current = { changer, executer, texte };

  const ouvrir = async (): Promise<void> => {
    if (demande.current) return;
    demande.current = true;
    const [{ ouvrirEditeur }, { tables }] = await Promise.all([
      charger(import('./codemirror.ts')),
      lireManifeste(),
    ]);
    const [cadre, zone] = [hote.current, champ.current];
    if (!cadre || !zone) return;
    const avaitLeFocus = document.activeElement === zone;
    const rang = zone.selectionStart;
    editeur.current = ouvrirEditeur({
      ombre: cadre.shadowRoot ?? cadre.attachShadow({ mode: 'open' }),
      texte: derniers.current.texte,
      tables,
      surTexte: (nouveau) => derniers.current.changer(nouveau),
      surExecuter: () => derniers.current.executer(),
    });
    zone.hidden = true;
    const avant = derniers.current.texte.slice(0, rang).split('\n');
    if (avaitLeFocus) editeur.current.aller(avant.length, (avant.at(-1)?.length ?? 0) + 1);
  };

  useEffect(() => () => editeur.current?.fermer(), []);
  useEffect(() => editeur.current?.ecrire(texte), [texte]);
  useEffect(() => {
    const { ligne, colonne, phrase } = erreur ?? { ligne: null, colonne: null, phrase: '' };
    editeur.current?.souligner(ligne === null ? null : { ligne, colonne: colonne ?? 1, phrase });
  }, [erreur]);
  mener.current = (ligne, colonne) => {
    if (editeur.current) return editeur.current.aller(ligne, colonne);
    const rang = rangDe(texte, ligne, colonne);
    champ.current?.focus();
    champ.current?.setSelectionRange(rang, rang);
  };

  return (
    <div class="sql-champ">
      <label for={ID}>La requête</label>
      <textarea
        id={ID}
        ref={champ}
        rows={8}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={texte}
        onFocus={() => ouvrir().catch(() => {})}
        onInput={({ currentTarget }) => changer(currentTarget.value)}
        onKeyDown={(touche) => {
          if (touche.key !== 'Enter' || !(touche.ctrlKey || touche.metaKey)) return;
          touche.preventDefault();
          executer();
        }}
      />
      <div ref={hote} class="sql-editeur" />
    </div>
  );
}
