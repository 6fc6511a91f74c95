import { useMemo, useRef, useState } from 'preact/hooks';
import { creerRepondant } from '../query/repondant.ts';
import { useAdresse } from './indicateurs/adresse.ts';
import { Barre } from './indicateurs/Barre.tsx';
import { useChauffe } from './indicateurs/chauffe.ts';
import { Facettes } from './indicateurs/Facettes.tsx';
import { Jetons } from './indicateurs/Jetons.tsx';
import { Avis, Faute, Vide } from './indicateurs/Messages.tsx';
import { Pages } from './indicateurs/Pages.tsx';
import { deballer, depuisDepart, type PropsIndicateurs } from './indicateurs/props.ts';
import { Recherche } from './indicateurs/Recherche.tsx';
import { useReponse } from './indicateurs/reponse.ts';
import { Tableau } from './indicateurs/Tableau.tsx';
import { Volet } from './indicateurs/Volet.tsx';

/** Le tableau d’indicateurs : chercher, filtrer, trier, feuilleter ; l’adresse retient tout. */
export default function Indicateurs(props: PropsIndicateurs) {
  const { annee, noms, index, fichiers } = props;
  const connues = useMemo(() => deballer(props.connues), []);
  const depart = useMemo(() => depuisDepart(props.depart), []);
  const repondant = useMemo(() => creerRepondant({ annee, connues, index, fichiers }), []);
  const { selection, avis, lue, changer } = useAdresse(connues);
  const { resultat, trouvailles, par, pour, attente, faute, reessayer } = useReponse(
    repondant,
    depart,
    selection,
  );
  const { chauffer, moteur } = useChauffe(repondant);
  const [volet, ouvrirVolet] = useState(false);
  const statut = useRef<HTMLParagraphElement>(null);
  const choix = { selection, changer, connues, noms };
  const facettes = { ...choix, comptes: resultat.comptes };
  const remonter = (): void => {
    statut.current?.focus({ preventScroll: true });
    statut.current?.scrollIntoView({ block: 'start' });
  };

  return (
    <div
      class="indicateurs"
      data-par={par}
      data-pour={pour}
      data-pret={lue}
      data-moteur={moteur}
      onPointerDown={chauffer}
      onFocusIn={chauffer}
    >
      <Recherche selection={selection} changer={changer} lue={lue} />
      <section class="indicateurs-filtres" aria-label="Filtres">
        <Facettes {...facettes} />
      </section>
      <section class="indicateurs-resultats" aria-label="Résultats">
        <Barre
          {...{ resultat, selection, changer, attente, statut }}
          ouvrir={() => ouvrirVolet(true)}
        />
        <Jetons {...choix} sortie={() => statut.current?.focus()} />
        <Avis avis={avis} />
        {faute && <Faute faute={faute} reessayer={reessayer} />}
        {resultat.total === 0 ? (
          <Vide selection={selection} changer={changer} />
        ) : (
          <>
            <Tableau
              {...{ selection, changer, noms, annee, trouvailles, attente }}
              lignes={resultat.lignes}
            />
            <Pages
              {...{ selection, changer, remonter }}
              page={resultat.page}
              pages={resultat.pages}
            />
          </>
        )}
      </section>
      {volet && <Volet {...facettes} total={resultat.total} fermer={() => ouvrirVolet(false)} />}
    </div>
  );
}
