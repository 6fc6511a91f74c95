import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Question } from '../../domain/explorer/question.ts';
import type { Reponse } from '../../domain/explorer/reponse.ts';
import { derniereSeulement } from '../../query/derniere.ts';
import { interroger } from '../../query/explorer/lire.ts';
import type { Avancement } from '../indicateurs/props.ts';
import type { PropsExplorer } from './props.ts';

/** Demande chaque question au moteur, qui ne vient qu’à la première ; la dernière posée répond. */
export function useReponse(
  { fichiers, lacunes, connues, depart }: PropsExplorer,
  avancement: Avancement,
  question: Question,
  posee: boolean,
) {
  const [etat, poser] = useState<{ reponse: Reponse; faute: unknown; attente: boolean }>({
    reponse: depart,
    faute: null,
    attente: false,
  });
  const [essai, essayer] = useState(0);
  const repondue = useRef(depart.question);
  const demander = useMemo(
    () =>
      derniereSeulement(async (demandee: Question) => {
        const { moteurNavigateur } = await import('../../query/engine.browser.ts');
        const moteur = await moteurNavigateur(fichiers, avancement.dire);
        return interroger(moteur, demandee, {
          lacunes,
          zones: connues.choix.zone,
          annees: connues.annees,
        });
      }),
    [],
  );
  useEffect(() => {
    if (!posee) return;
    if (repondue.current === question) return;
    poser((avant) => ({ ...avant, faute: null, attente: true }));
    demander(question).then(
      (reponse) => {
        if (!reponse) return;
        repondue.current = question;
        poser({ reponse, faute: null, attente: false });
      },
      (faute: unknown) => poser((avant) => ({ ...avant, faute, attente: false })),
    );
  }, [question, posee, essai]);
  return { ...etat, reessayer: () => essayer((n) => n + 1) };
}
