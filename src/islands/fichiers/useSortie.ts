import { useRef, useState } from 'preact/hooks';
import { type Composer, plainte, sortir } from './sortir.ts';

interface Etat {
  /** Le fichier qui se prépare. */
  readonly enCours: string | null;
  readonly dit: string;
  readonly faute: boolean;
}

const RIEN: Etat = { enCours: null, dit: '', faute: false };

/** Les fichiers qu’un îlot donne, un à la fois : ce qui se prépare, et ce qu’il faut en dire. */
export function useSortie() {
  const [etat, poser] = useState(RIEN);
  const occupe = useRef(false);
  const demander = async (cle: string, composer: Composer, autrement?: string): Promise<void> => {
    if (occupe.current) return;
    occupe.current = true;
    poser({ enCours: cle, dit: 'Préparation du fichier…', faute: false });
    try {
      const { nom, dit = `${nom} est enregistré.` } = await sortir(composer);
      poser({ ...RIEN, dit });
    } catch (cause) {
      poser({ enCours: null, dit: plainte(cause, autrement), faute: true });
    } finally {
      occupe.current = false;
    }
  };
  const dire = (dit: string): void => poser({ ...RIEN, dit });
  return { ...etat, demander, dire };
}
