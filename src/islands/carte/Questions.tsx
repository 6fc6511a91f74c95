import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { lieuxNommables } from '../../domain/autour/lieux-nommes.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import type { Formation } from '../../domain/recherche/formations.ts';
import { creerTrouverLieux } from '../../domain/recherche/lieux.ts';
import { FichierDeRecherche, useRecherche } from '../useRecherche.ts';
import type { NomsDeCarte } from './etiquettes.ts';

/** Ce que la page sait pour lire une question : le nom des zones, ce qui ne se programme pas. */
export const PourLesQuestions = createContext<{
  readonly zones: NomsDeCarte['zones'];
  readonly formations: readonly Formation[];
}>({ zones: [], formations: [] });

interface PropsQuestions {
  readonly recherche: string;
  readonly noms: Pick<NomsDeCarte, 'zones'>;
  readonly formations: readonly Formation[];
  readonly children: ComponentChildren;
}

/** De quoi lire, dans la page, les questions posées à ses champs. */
export function CarteQuestions({ recherche, noms, formations, children }: PropsQuestions) {
  const savoir = useMemo(() => ({ zones: noms.zones, formations }), [noms, formations]);
  return (
    <FichierDeRecherche.Provider value={recherche}>
      <PourLesQuestions.Provider value={savoir}>{children}</PourLesQuestions.Provider>
    </FichierDeRecherche.Provider>
  );
}

/** Une question posée à la carte : ce qu’elle cherche, et le lieu qu’elle nomme. */
export function useQuestion(texte: string, lieux: Lieux | null) {
  const { zones } = useContext(PourLesQuestions);
  const lue = useRecherche(texte);
  const { recherche } = lue;
  const trouver = useMemo(
    () => recherche && lieux && creerTrouverLieux(lieuxNommables(lieux, zones), recherche.connu),
    [recherche, lieux, zones],
  );
  const nommes = trouver?.(texte) ?? null;
  const situee = nommes && !nommes.ambigu && nommes.reste !== '' ? nommes : null;
  return { ...lue, situee, cherche: situee?.reste ?? texte };
}
