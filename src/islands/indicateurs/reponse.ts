import { useCallback, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Entendue } from '../../domain/filtre/entendre.ts';
import type { Resultat } from '../../domain/filtre/filtre.ts';
import { SELECTION_VIDE, type Selection } from '../../domain/filtre/selection.ts';
import type { RechercheDOptions, Trouvailles } from '../../domain/recherche/options.ts';
import { encode } from '../../domain/url/codec.ts';
import type { Repondant, ReponseDuTableau } from '../../query/repondant.ts';

export interface EtatDeReponse {
  readonly resultat: Resultat;
  readonly trouvailles: Trouvailles | null;
  /** Le répertoire cherché ; `null` tant qu’il n’est pas lu. */
  readonly repertoire: RechercheDOptions | null;
  readonly nommes: Entendue['nommes'];
  /** Qui a répondu : le HTML de la page, ou un index. */
  readonly par: 'html' | 'index';
  /** La sélection à laquelle ces lignes répondent, telle que l’adresse l’écrit. */
  readonly pour: string;
  /** L’année scolaire de ces lignes ; vide, la dernière. */
  readonly annee: string;
  /** La réponse tarde : celle qu’on voit est celle d’avant. */
  readonly attente: boolean;
  readonly faute: Error | null;
}

/** En deçà, mieux vaut ne rien dire que clignoter. */
const PATIENCE = 200;

const enErreur = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause));

interface Etat extends EtatDeReponse {
  readonly demandee: Selection;
  /** La sélection demandée, le lieu de sa question devenu filtre. */
  readonly entendue: Selection;
}

/** Ce que la question avait d’un lieu, dans la sélection du visiteur : sa vue et sa page restent. */
function entendueDe({ facettes, q }: Selection, demandee: Selection): Selection {
  return q === demandee.q ? demandee : { ...demandee, facettes, q };
}

const repondue = (reponse: ReponseDuTableau, selection: Selection): Etat => ({
  resultat: reponse.resultat,
  trouvailles: reponse.trouvailles,
  repertoire: reponse.repertoire,
  nommes: reponse.nommes,
  demandee: selection,
  entendue: entendueDe(reponse.selection, selection),
  par: 'index',
  pour: encode(selection),
  annee: selection.annee,
  attente: false,
  faute: null,
});

/**
 * La réponse à une sélection. Un index déjà lu répond dans le rendu de la touche ; celui d’une autre
 * année se lit d’abord, et la réponse précédente reste à l’écran ; s’il ne vient pas, la dernière
 * année répond aux mêmes filtres. `entendue` : la sélection, le lieu de sa question devenu filtre.
 */
export function useReponse(repondant: Repondant, depart: Resultat, selection: Selection) {
  const ecran = useRef<Etat>({
    resultat: depart,
    trouvailles: null,
    repertoire: null,
    nommes: null,
    demandee: selection,
    entendue: selection,
    par: 'html',
    pour: '',
    annee: '',
    attente: false,
    faute: null,
  });
  const [, redessiner] = useReducer((n: number) => n + 1, 0);
  const demande = useRef(0);
  const neuve = selection === SELECTION_VIDE;

  const surLeChamp = useMemo(() => {
    const reponse = neuve ? null : repondant.surLeChamp(selection);
    return reponse && repondue(reponse, selection);
  }, [repondant, selection]);
  if (surLeChamp) ecran.current = surLeChamp;

  const demander = useCallback(async () => {
    const numero = ++demande.current;
    const poser = (suite: Partial<Etat>): void => {
      if (numero !== demande.current) return;
      ecran.current = { ...ecran.current, ...suite };
      redessiner(0);
    };
    const tard = setTimeout(() => poser({ attente: true }), PATIENCE);
    try {
      poser(repondue(await repondant.repondre(selection), selection));
    } catch (cause) {
      const derniere = { ...selection, annee: '' };
      const lue = selection.annee === '' ? null : repondant.surLeChamp(derniere);
      poser({ ...(lue && repondue(lue, derniere)), attente: false, faute: enErreur(cause) });
    } finally {
      clearTimeout(tard);
    }
  }, [repondant, selection]);

  useLayoutEffect(() => {
    if (surLeChamp) demande.current++;
    else if (!neuve) demander();
  }, [demander]);

  const { demandee, entendue, ...reponse } = ecran.current;
  const comprise = demandee === selection ? entendue : selection;
  return { ...reponse, entendue: comprise, repondue: entendue, reessayer: demander };
}
