import { useMemo, useRef, useState } from 'preact/hooks';
import type { ValeursConnues } from '../domain/filtre/facettes.ts';
import { creerRepondant } from '../query/repondant.ts';
import { ExemplesDeLEdition } from './exemples.ts';
import { useAdresseIndicateurs } from './indicateurs/adresse.ts';
import { creerAvancement } from './indicateurs/avancement.ts';
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
import { type PropsIndicateurs, relireDepart } from './indicateurs/props.ts';
import { useReponse } from './indicateurs/reponse.ts';
import { Vue } from './indicateurs/tableau/Vue.tsx';
import './tableaux.ts';

/** Le tableau d’indicateurs : chercher, filtrer, trier, feuilleter ; l’adresse retient tout. */
export default function Indicateurs(props: PropsIndicateurs) {
  const { annees, noms, index, recherche, edition, prefixe } = props;
  const connues = useMemo((): ValeursConnues => JSON.parse(props.connues), []);
  const depart = useMemo(() => relireDepart(props.depart), []);
  const avancement = useMemo(creerAvancement, []);
  const lireDetail = useMemo(() => creerLireDetail(props.detail), []);
  const repondant = useMemo(
    () => creerRepondant({ connues, index, recherche, annee: props.annee }),
    [],
  );
  const { selection, avis, frappe, lue, changer } = useAdresseIndicateurs(connues, annees);
  const reponse = useReponse(repondant, depart, selection);
  const { resultat, trouvailles, par, pour, attente, faute, reessayer } = reponse;
  const annee = reponse.annee || props.annee;
  const chauffer = useChauffe(repondant);
  const [volet, ouvrirVolet] = useState(false);
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
  const tableau = useMemo(
    () =>
      resultat.total === 0 ? (
        <Vide selection={selection} changer={changer} />
      ) : (
        <Vue
          {...{ resultat, selection, changer, noms, annee, annees, trouvailles, attente }}
          {...{ lireDetail, remonter }}
        />
      ),
    [resultat, selection, trouvailles, annee, attente],
  );

  return (
    <div
      class="indicateurs"
      data-par={par}
      data-pour={pour}
      data-pret={lue && eveille}
      onPointerDown={chauffer}
      onFocusIn={chauffer}
    >
      <ExemplesDeLEdition.Provider value={props.exemples}>
        <Recherche {...{ selection, changer, lue, frappe }} />
      </ExemplesDeLEdition.Provider>
      {filtres}
      <section class="indicateurs-resultats" aria-label="Résultats">
        {faute && <Faute {...{ faute, reessayer, selection, changer }} derniere={props.annee} />}
        <Barre
          {...{ resultat, selection, changer, attente, avancement, statut }}
          ouvrir={() => ouvrirVolet(true)}
        />
        <Outils
          {...{ selection, changer, annees, noms, repondant, avancement, lireDetail }}
          {...{ edition, prefixe }}
          annee={selection.annee || props.annee}
          total={resultat.total}
        />
        <Jetons {...choix} sortie={() => statut.current?.focus()} />
        {reponse.annee !== '' && <Annee annee={annee} listes={props.listes[annee] ?? ''} />}
        <FiltreImprime {...{ selection, noms, annee }} />
        <Avis avis={avis} />
        <EveilSepare surEveil={() => marquerEveille(true)}>{tableau}</EveilSepare>
      </section>
      {volet && <FiltresEnVolet {...facettes} total={resultat.total} fermer={fermerVolet} />}
    </div>
  );
}
