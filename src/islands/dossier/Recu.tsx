import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DossierLu } from '../../domain/dossier/codec.ts';
import type { Tenu } from '../../domain/dossier/tenu.ts';
import { phrasesDesEcarts, resumeDuDossier } from '../../phrases/dossier/garde.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly recu: DossierLu;
  readonly tenu: Tenu;
  readonly accepter: () => void;
  readonly refuser: () => void;
}

/** Un dossier reçu, quand il y a déjà du travail ici : l’utilisateur tranche. */
export function Recu({ recu, tenu, accepter, refuser }: Props) {
  const question = useRef<HTMLDivElement>(null);
  // Venu d’un fichier choisi au bas de la page, il se demande en haut.
  useLayoutEffect(() => question.current?.focus(), [recu]);
  return (
    <div class="message" role="alert" ref={question} tabIndex={-1}>
      <p>
        {typographie(
          [
            `Un dossier est arrivé : ${resumeDuDossier(recu.dossier)}.`,
            `L’ouvrir remplacerait celui de ce navigateur : ${resumeDuDossier(tenu.dossier)}.`,
            'Celui-ci serait mis de côté, et pourrait revenir.',
            ...phrasesDesEcarts(recu.ecarts),
          ].join(' '),
        )}
      </p>
      <p class="sorties-gestes">
        <button type="button" class="bouton" onClick={accepter}>
          Ouvrir le dossier reçu
        </button>
        <button type="button" class="bouton bouton-leger" onClick={refuser}>
          Garder le mien
        </button>
      </p>
    </div>
  );
}
