import { useEffect, useRef, useState } from 'preact/hooks';
import { enNombre } from '../../domain/nombres.ts';
import { enumererEnBref } from '../../phrases/enumerer.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import type { Deposee } from '../../query/engine.browser.ts';
import { charger } from '../../query/lecture.ts';

interface Props {
  readonly deposees: readonly Deposee[];
  /** Les noms que ses tables ne peuvent pas prendre. */
  readonly prises: () => Promise<readonly string[]>;
  /** Celles de l’instant : une lecture peut finir après un autre geste. */
  readonly actuelles: () => readonly Deposee[];
  readonly changer: (modifier: (deposees: readonly Deposee[]) => readonly Deposee[]) => void;
  /** Écrit et exécute une requête sur une table. */
  readonly voir: (nom: string) => void;
}

const COLONNES_DITES = 8;
const TYPES = { entier: 'nombre entier', decimal: 'nombre', texte: 'texte' } as const;

function decrire(deposee: Deposee): string {
  if ('parquet' in deposee) return `Parquet, ${enNombre(deposee.parquet.length / 1000, 0)} ko`;
  const { colonnes, rangees, titres } = deposee;
  const dites = colonnes.map(({ nom, type }) => `${nom} (${TYPES[type]})`);
  const sous = titres > 1 ? `, titres à la ligne ${titres}` : '';
  return `${compte(rangees.length, 'ligne')}${sous} : ${enumererEnBref(dites, COLONNES_DITES)}`;
}

/** Ce que le visiteur dépose devient des tables de cette page, à joindre aux autres. */
export function Deposer({ deposees, actuelles, prises, changer, voir }: Props) {
  const [dit, dire] = useState({ texte: '', faute: false });
  const arret = useRef(new AbortController());
  useEffect(() => () => arret.current.abort(), []);
  const file = useRef(Promise.resolve());
  const lire = async (fichiers: readonly File[]): Promise<void> => {
    const neuves: Deposee[] = [];
    const fautes: string[] = [];
    dire({ texte: 'Lecture…', faute: false });
    for (const fichier of fichiers) {
      try {
        const { lireDepose } = await charger(import('./lireDepose.ts'));
        const tables = [...actuelles(), ...neuves].map(({ nom }) => nom);
        const noms = [...(await prises()), ...tables];
        neuves.push(...(await lireDepose(fichier, noms, arret.current.signal)));
      } catch (cause) {
        fautes.push(cause instanceof Error ? cause.message : String(cause));
      }
    }
    if (neuves.length > 0) changer((deja) => [...deja, ...neuves]);
    const pose = neuves.length > 0 ? `Ajouté : ${neuves.map(({ nom }) => nom).join(', ')}.` : '';
    dire({ texte: [pose, ...fautes].filter(Boolean).join(' '), faute: fautes.length > 0 });
  };
  /** L’un après l’autre : deux dépôts à la fois prendraient les mêmes noms. */
  const prendre = (fichiers: readonly File[]): void => {
    file.current = file.current.then(() => lire(fichiers));
  };
  const champ = useRef<HTMLInputElement>(null);
  const duChamp = (): void => {
    const { current } = champ;
    const fichiers = [...(current?.files ?? [])];
    if (!current || fichiers.length === 0) return;
    // Le même fichier, corrigé, doit pouvoir se redonner.
    current.value = '';
    prendre(fichiers);
  };
  // Ce qui a été choisi avant que l’îlot ne s’éveille n’est que dans le champ.
  useEffect(duChamp, []);
  return (
    <section
      class="sql-deposer avec-script pas-imprime"
      aria-label="Vos fichiers"
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        prendre([...(e.dataTransfer?.files ?? [])]);
      }}
    >
      <label class="bouton bouton-leger">
        <input
          ref={champ}
          type="file"
          multiple
          class="visuellement-cache"
          accept=".csv,.tsv,.txt,.xlsx,.parquet"
          onChange={duChamp}
        />
        Ajouter un fichier
      </label>
      <span class="petit discret">
        CSV, XLSX ou Parquet, 20 Mo au plus{'\u202f'}; il devient une table et ne quitte pas la
        page.
      </span>
      {deposees.length > 0 && (
        <ul aria-label="Tables ajoutées">
          {deposees.map((deposee) => (
            <li key={deposee.nom}>
              <code>{deposee.nom}</code>{' '}
              <span class="petit discret">{typographie(decrire(deposee))}</span>{' '}
              <button type="button" class="lien-bouton" onClick={() => voir(deposee.nom)}>
                Voir<span class="visuellement-cache"> {deposee.nom}</span>
              </button>{' '}
              <button
                type="button"
                class="lien-bouton"
                onClick={() => {
                  changer((deja) => deja.filter((une) => une !== deposee));
                  champ.current?.focus();
                  dire({ texte: `${deposee.nom} est retirée.`, faute: false });
                }}
              >
                Retirer<span class="visuellement-cache"> {deposee.nom}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class={dit.faute ? 'message message-erreur' : 'petit'}>
        {typographie(dit.texte)}
      </p>
    </section>
  );
}
