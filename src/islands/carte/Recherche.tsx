import { useMemo } from 'preact/hooks';
import { implantationsDe, type SitesAutour } from '../../domain/autour/autour.ts';
import {
  creerChercherDepart,
  faseInconnue,
  type Proposition,
} from '../../domain/autour/chercher.ts';
import type { Depart, EtatCarte } from '../../domain/autour/etat.ts';
import { departNomme } from '../../domain/autour/lieux-nommes.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { nomDuDepart } from '../../phrases/autour.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Combobox } from './Combobox.tsx';
import { useQuestion } from './Questions.tsx';
import { useTexte } from './useTexte.ts';

interface Props {
  readonly lieux: Lieux | null;
  readonly etat: EtatCarte;
  readonly resultat: SitesAutour | null;
  /** `options` : celles que la question cherche autour de ce départ. */
  readonly surDepart: (depart: Depart | null, options?: readonly string[]) => void;
}

const ID = 'depart';

const OPTIONS_MAX = 12;

/** « coiffure Ottignies » : la commune, et ce qu’on y cherche. */
function useDepartEtOptions(texte: string, lieux: Lieux | null): readonly Proposee[] {
  const { recherche, situee } = useQuestion(texte, lieux);
  const depart = situee && departNomme(situee);
  const codes = (situee && recherche?.chercher(situee.reste)?.codes.slice(0, OPTIONS_MAX)) ?? [];
  const nom = situee?.lieux.find(({ genre }) => genre !== 'zone')?.nom;
  if (!depart || !nom || codes.length === 0) return [];
  const detail = `et qui y organise « ${situee.reste} » : ${codes.join(', ')}`;
  return [{ depart, titre: nom, detail, options: codes }];
}

type Proposee = Proposition & { readonly options?: readonly string[] };

const versChamp = () => document.getElementById(ID)?.focus();

/** Le choix du point de départ, et ce qu’il faut dire quand l’édition ne le connaît pas. */
export function CarteRecherche({ lieux, etat, resultat, surDepart }: Props) {
  const choisi = nomDuDepart(resultat?.depart ?? null);
  const { texte, taper, rendre } = useTexte(ID, choisi);
  const chercher = useMemo(() => lieux && creerChercherDepart(lieux), [lieux]);
  const departs: readonly Proposee[] = texte === choisi ? [] : (chercher?.(texte) ?? []);
  // La recherche d’options ne se lit que si aucun lieu ne porte tous ces mots.
  const question = departs.length === 0 && texte !== choisi && / \S/.test(texte) ? texte : '';
  const situees = useDepartEtOptions(question, lieux);
  const propositions = (departs.length > 0 ? departs : situees).map((p) => ({
    ...p,
    cle: Object.values(p.depart).join('/'),
  }));
  const prendre = ({ depart: voulu, options }: Proposee) => {
    rendre();
    surDepart(voulu, options);
  };
  const fase = lieux && propositions.length === 0 ? faseInconnue(lieux, texte) : null;
  const { depart } = etat;
  const perdu = resultat !== null && depart !== null && resultat.depart === null;
  const soeurs =
    perdu && lieux && depart.genre === 'implantation' ? implantationsDe(lieux, depart.fase) : [];
  return (
    <div class="carte-depart js-seul">
      <Combobox
        id={ID}
        etiquette="Votre implantation"
        invite="FASE, nom, commune, code postal"
        texte={texte}
        surTexte={taper}
        propositions={propositions}
        surChoix={prendre}
        surSortie={(visee) => {
          if (visee) prendre(visee);
          else if (choisi !== '') rendre();
        }}
        rien={
          texte === choisi
            ? 'Tapez pour en choisir une autre.'
            : 'Rien ne correspond. Essayez le nom de la commune ou son code postal.'
        }
        faute={
          fase &&
          `Cette édition ne connaît pas le numéro FASE ${fase}. Tapez plutôt le nom ou le code postal de la commune.`
        }
      />
      {perdu && soeurs.length > 1 && depart.genre === 'implantation' && (
        <div class="message" role="status">
          <p>
            {typographie(
              `FASE ${depart.fase} : l’établissement ${soeurs[0]?.etablissement} a ${soeurs.length} implantations. Choisissez la vôtre :`,
            )}
          </p>
          <ul>
            {soeurs.map(({ id, nom }) => (
              <li key={id}>
                <button
                  type="button"
                  class="lien-bouton"
                  onClick={() => surDepart({ genre: 'implantation', fase: id })}
                >
                  {nom}, FASE {id}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {perdu && soeurs.length === 0 && (
        <div class="message message-erreur" role="alert">
          <p>
            {depart.genre === 'implantation'
              ? `Cette édition ne connaît pas l’implantation ${depart.fase}.`
              : `Cette édition ne connaît pas la commune « ${depart.genre === 'commune' ? depart.slug : ''} ».`}{' '}
            {depart.genre === 'implantation' &&
              'Partez plutôt de sa commune : la carte mesure alors depuis le point central de celle-ci.'}
          </p>
          <p>
            <button type="button" class="bouton bouton-leger" onClick={versChamp}>
              Choisir une commune
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
