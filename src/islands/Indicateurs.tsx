import { useMemo, useRef, useState } from 'preact/hooks';
import type { ValeursConnues } from '../domain/filtre/facettes.ts';
import { constatIndicateurs } from '../phrases/indicateurs.ts';
import { creerRepondant } from '../query/repondant.ts';
import { Phrase } from './comparer/Phrase.tsx';
import { ExemplesDeLEdition } from './exemples.ts';
import { useAdresseIndicateurs } from './indicateurs/adresse.ts';
import { creerAvancement } from './indicateurs/avancement.ts';
import { Compris } from './indicateurs/Compris.tsx';
import { useChauffe } from './indicateurs/chauffe.ts';
import { EveilSepare } from './indicateurs/EveilSepare.tsx';
import { Barre } from './indicateurs/filtres/Barre.tsx';
import { FiltresACote } from './indicateurs/filtres/FiltresACote.tsx';
import { FiltresEnVolet } from './indicateurs/filtres/FiltresEnVolet.tsx';
import { Jetons } from './indicateurs/filtres/Jetons.tsx';
import { Recherche } from './indicateurs/filtres/Recherche.tsx';
import { creerLireDetail } from './indicateurs/lireDetail.ts';
import { Avis, Faute, Vide } from './indicateurs/Messages.tsx';
import { Annee } from './indicateurs/outils/Annee.tsx';
import { FiltreImprime } from './indicateurs/outils/FiltreImprime.tsx';
import { Outils } from './indicateurs/outils/Outils.tsx';
import { ToutImprime } from './indicateurs/outils/ToutImprime.tsx';
import { type PropsIndicateurs, relireDepart } from './indicateurs/props.ts';
import { useReponse } from './indicateurs/reponse.ts';
import { Vue } from './indicateurs/tableau/Vue.tsx';
import './tableaux.ts';

/** Le tableau d’indicateurs : chercher, filtrer, trier, feuilleter ; l’adresse retient tout. */
export default function Indicateurs(props: PropsIndicateurs) {
  const { annees, noms, index, recherche, lieux, formations, edition, prefixe } = props;
  const connues = useMemo((): ValeursConnues => JSON.parse(props.connues), []);
  const depart = useMemo(() => relireDepart(props.depart), []);
  const avancement = useMemo(creerAvancement, []);
  const lireDetail = useMemo(() => creerLireDetail(props.detail), []);
  const repondant = useMemo(
    () => creerRepondant({ connues, index, recherche, lieux, annee: props.annee }),
    [],
  );
  const {
    selection: demandee,
    avis,
    frappe,
    lue,
    changer,
  } = useAdresseIndicateurs(connues, annees);
  const reponse = useReponse(repondant, depart, demandee);
  const { resultat, trouvailles, repertoire, nommes, par, pour, attente, faute, reessayer } =
    reponse;
  // Le champ garde ce qui est tapé ; tout le reste suit ce qui s’en comprend.
  const selection = reponse.entendue;
  const annee = reponse.annee || props.annee;
  const chauffer = useChauffe(repondant);
  const [volet, ouvrirVolet] = useState(false);
  const [outils, deplierOutils] = useState(false);
  const [eveille, marquerEveille] = useState(false);
  const statut = useRef<HTMLParagraphElement>(null);
  const choix = { selection, changer, connues, noms };
  const facettes = { ...choix, comptes: resultat.comptes };
  const filtres = useMemo(() => <FiltresACote {...facettes} />, [selection, resultat.comptes]);
  const remonter = (): void => {
    statut.current?.focus({ preventScroll: true });
    statut.current?.scrollIntoView({ block: 'start' });
  };
  const fermerVolet = (): void => {
    ouvrirVolet(false);
    requestAnimationFrame(() => statut.current?.scrollIntoView({ block: 'start' }));
  };
  // L’éveil et une attente redessinent la page : le tableau, lui, n’a pas changé.
  // Sans l’index, les lignes qu’on voit répondent à la sélection d’avant : leur vue aussi.
  const montree = faute ? reponse.repondue : selection;
  const tableau = useMemo(
    () =>
      resultat.total === 0 ? (
        <Vide {...{ selection, changer, repertoire }} />
      ) : (
        <Vue
          {...{ resultat, changer, noms, annee, annees, trouvailles, attente }}
          {...{ lireDetail, remonter }}
          selection={montree}
        />
      ),
    [resultat, montree, trouvailles, annee, attente],
  );

  return (
    <>
      <p class="chapeau constat-indicateurs">
        <Phrase phrase={constatIndicateurs(resultat.constat, props.fictive)} />
      </p>
      {props.children}
      <div
        class="indicateurs"
        data-par={par}
        data-pour={pour}
        data-pret={lue && eveille}
        onPointerDown={chauffer}
        onFocusIn={chauffer}
      >
        <ExemplesDeLEdition.Provider value={props.exemples}>
          <Recherche selection={demandee} {...{ changer, lue, frappe }} />
        </ExemplesDeLEdition.Provider>
        {filtres}
        <section class="indicateurs-resultats" aria-label="Résultats">
          <h2 class="visuellement-cache">Résultats</h2>
          {faute && <Faute {...{ faute, reessayer, selection, changer }} derniere={props.annee} />}
          <Barre
            {...{ resultat, selection, changer, attente, avancement, statut }}
            ouvrir={() => ouvrirVolet(true)}
            outils={outils}
            basculerOutils={() => deplierOutils(!outils)}
          />
          <Outils
            deplies={outils}
            {...{ selection, changer, annees, noms, repondant, avancement, lireDetail }}
            {...{ edition, prefixe }}
            annee={selection.annee || props.annee}
            total={resultat.total}
          />
          <Jetons {...choix} sortie={() => statut.current?.focus()} />
          {reponse.annee !== '' && <Annee annee={annee} listes={props.listes[annee] ?? ''} />}
          <FiltreImprime {...{ selection, noms, annee }} />
          <ToutImprime
            {...{ resultat, selection, changer, noms, annee, trouvailles, repondant, lireDetail }}
          />
          <Avis avis={avis} />
          <Compris
            {...{ nommes, trouvailles, repertoire, noms, formations, changer }}
            selection={demandee}
            entendue={selection}
            zones={connues.zone}
          />
          <EveilSepare surEveil={() => marquerEveille(true)}>{tableau}</EveilSepare>
        </section>
        {volet && <FiltresEnVolet {...facettes} total={resultat.total} fermer={fermerVolet} />}
      </div>
    </>
  );
}
