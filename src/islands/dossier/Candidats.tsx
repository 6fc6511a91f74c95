import { useMemo, useRef, useState } from 'preact/hooks';
import { href } from '../../config.ts';
import { type Candidat, candidats, demandable } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import { filtrerCandidats, rangerSelon, SANS_FILTRE } from '../../domain/dossier/filtres.ts';
import type { Poids as PoidsChoisis } from '../../domain/dossier/lectures.ts';
import type { BesoinsCoches } from '../../domain/dossier/lieu.ts';
import { CRITERES_COURTS } from '../../phrases/dossier/mots.ts';
import { compte } from '../../phrases/nombres.ts';
import { Panne } from '../Panne.tsx';
import { useRecherche } from '../useRecherche.ts';
import { Filtres } from './Filtres.tsx';
import { LigneCandidat } from './LigneCandidat.tsx';
import { Poids } from './Poids.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly demandes: readonly string[];
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  /** L’option dont la demande vient d’être retirée d’ici. */
  readonly retiree: string | null;
  /** Compter une option avec les codes qu’elle remplace, ou sans eux. */
  readonly surAnciens: (anciens: boolean) => void;
  readonly surAjout: (candidat: Candidat) => void;
  readonly surRetrait: (code: string) => void;
  readonly surRemise: () => void;
  /** Cocher TC ou FC soi-même ; absent, les listes de l’édition valent. */
  readonly surBesoins: ((besoins: BesoinsCoches) => void) | null;
}

const PAS = 25;

const depuisLAdresse = (): string => {
  if (typeof location === 'undefined') return '';
  const option = new URLSearchParams(location.search).get('option') ?? '';
  return /^\d{4}$/.test(option) ? option : '';
};

/** Toutes les options qu’on peut demander ici, leurs lectures, et de quoi les ajouter. */
export function Candidats({
  contexte,
  demandes,
  prefixe,
  retiree,
  surAnciens,
  surAjout,
  surRetrait,
  surRemise,
  surBesoins,
}: Props) {
  const [filtre, setFiltre] = useState(() => ({ ...SANS_FILTRE, q: depuisLAdresse() }));
  const [poids, setPoids] = useState<PoidsChoisis | null>(null);
  const [montrees, setMontrees] = useState(PAS);
  const [ouverte, setOuverte] = useState<string | null>(null);
  const corps = useRef<HTMLTableSectionElement>(null);
  const toutes = useMemo(() => candidats(contexte), [contexte]);
  const { donnees, lieu } = contexte;
  const { recherche: lue, faute, reessayer } = useRecherche(filtre.q);
  const retenues = useMemo(() => {
    const trouves = lue?.chercher(filtre.q)?.codes ?? null;
    return rangerSelon(filtrerCandidats(toutes, filtre, trouves), poids);
  }, [toutes, filtre, poids, lue]);
  // Trouvée, mais pas de celles qu’on demande : sa page dit pourquoi.
  const ailleurs = retenues.length === 0 && lue?.chercher(filtre.q)?.codes[0];
  const possibles = toutes.filter(demandable).length;
  const constat = `${compte(possibles, 'option')} du répertoire peuvent être demandées à cette implantation.`;
  const premiere = () =>
    corps.current?.querySelector<HTMLElement>('.candidat-geste button')?.focus();
  const versLeBouton = (code: string) =>
    corps.current
      ?.querySelector<HTMLElement>(`[data-code="${code}"] .candidat-geste button`)
      ?.focus();
  const suite = () => {
    const premiere = montrees;
    setMontrees(montrees + PAS);
    requestAnimationFrame(() =>
      corps.current?.querySelectorAll<HTMLElement>('.candidat-ouvrir')[premiere]?.focus(),
    );
  };
  return (
    <section class="candidats" aria-labelledby="titre-candidats">
      <h2 id="titre-candidats">2. Les options à demander</h2>
      <p class="constat-petit">{prefixe ? `${prefixe} ${constat}` : constat}</p>
      <Filtres
        donnees={donnees}
        anciens={contexte.anciens}
        surAnciens={surAnciens}
        filtre={filtre}
        surFiltre={(suivant) => {
          setFiltre(suivant);
          setMontrees(PAS);
        }}
        surEntree={premiere}
        trouve={
          filtre.q === '' && retenues.length === possibles
            ? ''
            : `${compte(retenues.length, 'option trouvée', 'options trouvées')}.`
        }
      />
      {faute && (
        <Panne {...{ faute, reessayer }} reste="Seuls les codes et les intitulés répondent." />
      )}
      <Poids poids={poids} surPoids={setPoids} />
      <p class="visuellement-cache">
        <a href="#panier">Passer la liste, aller à votre dossier</a>
      </p>
      {retenues.length === 0 ? (
        <p class="message">
          Aucune option ne répond à ces filtres.{' '}
          {ailleurs && (
            <>
              <a href={href(`/options/${ailleurs}/`)}>Puis-je demander {ailleurs}&nbsp;?</a>{' '}
            </>
          )}
          <button type="button" class="lien-bouton" onClick={() => setFiltre(SANS_FILTRE)}>
            Ôter les filtres
          </button>
        </p>
      ) : (
        <table class="tableau candidats-tableau">
          <caption class="visuellement-cache">
            Options, besoin, norme et lecture de chaque critère
          </caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              <th scope="col">Besoin</th>
              <th scope="col" class="nombre">
                Norme
              </th>
              {CRITERES.slice(0, 4).map((critere) => (
                <th key={critere} scope="col" class="candidat-critere">
                  {CRITERES_COURTS[critere]}
                </th>
              ))}
              <th scope="col">
                <span class="visuellement-cache">Dossier</span>
              </th>
            </tr>
          </thead>
          <tbody ref={corps}>
            {retenues.slice(0, montrees).map((candidat) => {
              const code = candidat.option.code_obg;
              return (
                <LigneCandidat
                  key={code}
                  contexte={contexte}
                  candidat={candidat}
                  demandee={demandes.includes(code)}
                  ouverte={ouverte === code}
                  surOuvrir={() => setOuverte(ouverte === code ? null : code)}
                  surAjout={() => surAjout(candidat)}
                  retiree={retiree === code}
                  surRetrait={() => surRetrait(code)}
                  surRemise={() => {
                    surRemise();
                    requestAnimationFrame(() => versLeBouton(code));
                  }}
                  besoins={lieu.besoins}
                  surBesoins={surBesoins}
                />
              );
            })}
          </tbody>
        </table>
      )}
      {retenues.length > montrees && (
        <p>
          <button type="button" class="bouton bouton-leger" onClick={suite}>
            Montrer {Math.min(PAS, retenues.length - montrees)} options de plus
          </button>{' '}
          <span class="petit discret">
            {montrees} sur {retenues.length}
          </span>
        </p>
      )}
      {demandes.length > 0 && (
        <p class="dossier-pastille">
          <a href="#panier">Voir le dossier : {compte(demandes.length, 'option')}</a>
        </p>
      )}
    </section>
  );
}
