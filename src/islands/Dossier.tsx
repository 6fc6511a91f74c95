import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { aujourdhui } from '../domain/calendrier/echeance.ts';
import { avertissements } from '../domain/dossier/avertissements.ts';
import { campagneAu } from '../domain/dossier/campagne.ts';
import { type Candidat, candidatDe } from '../domain/dossier/candidats.ts';
import { creerContexte } from '../domain/dossier/contexte.ts';
import { type ChoixDuLieu, lieuDe, type MesDonnees as Miennes } from '../domain/dossier/lieu.ts';
import { ajouter, hypotheseDe, retirer, SANS_REPONSE } from '../domain/dossier/panier.ts';
import type { DemandeInstruite } from '../export/dossier.ts';
import { dateEnLettres } from '../phrases/dates.ts';
import { compte } from '../phrases/nombres.ts';
import { typographie } from '../phrases/typographie.ts';
import { Candidats } from './dossier/Candidats.tsx';
import { ID_COMMUNE } from './dossier/ChoixDeCommune.tsx';
import { ChoixDuSite } from './dossier/ChoixDuSite.tsx';
import { garderMiennes, reprendreMiennes } from './dossier/garde.ts';
import { Imprime } from './dossier/Imprime.tsx';
import { LieuChoisi } from './dossier/LieuChoisi.tsx';
import { MesDonnees, MIENNES_VIDES } from './dossier/MesDonnees.tsx';
import { Panier } from './dossier/Panier.tsx';
import { Recu } from './dossier/Recu.tsx';
import { Sorties } from './dossier/Sorties.tsx';
import { useDonnees } from './dossier/useDonnees.ts';
import { useDossier } from './dossier/useDossier.ts';
import './tableaux.ts';

interface Props {
  /** Où lire les données de l’édition. */
  readonly fichier: string;
  readonly edition: string;
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  /** Ce que fait la page, montré tant que rien n’est choisi. */
  readonly children?: ComponentChildren;
}

/** « Mon dossier » : d’une implantation à des demandes qui tiennent. */
export default function Dossier({ fichier, edition, prefixe, children }: Props) {
  const { donnees, faute } = useDonnees(fichier);
  const etat = useDossier(edition);
  const { dossier, changer, recu, message } = etat;
  const [seule, setSeule] = useState<string | null>(null);
  const [impressions, imprimer] = useState(0);
  const messages = useRef<HTMLDivElement>(null);
  const jour = useMemo(() => aujourdhui(new Date()), []);

  const lieu = useMemo(
    () => donnees && dossier.lieu && lieuDe(donnees, dossier.lieu),
    [donnees, dossier.lieu],
  );
  const contexte = useMemo(() => donnees && lieu && creerContexte(donnees, lieu), [donnees, lieu]);
  const campagne = useMemo(
    () => donnees && campagneAu(donnees.regles.calendrier, donnees.campagne, jour),
    [donnees, jour],
  );
  const instruites = useMemo((): readonly DemandeInstruite[] => {
    if (!contexte || !campagne) return [];
    const quand = { communique: campagne.prochaine, ouverture: campagne.ouverture };
    return dossier.demandes.flatMap((demande) => {
      const option = contexte.options.get(demande.code);
      if (!option) return [];
      const candidat = candidatDe(contexte, option, hypotheseDe(demande));
      const avis = avertissements(contexte, candidat, demande, quand);
      return [{ demande, candidat, avertissements: avis }];
    });
  }, [contexte, campagne, dossier.demandes]);

  useEffect(() => {
    if (impressions > 0) print();
  }, [impressions]);
  const lancerImpression = (code: string | null) => {
    setSeule(code);
    imprimer(impressions + 1);
  };

  const choisirLieu = (choix: ChoixDuLieu) => changer({ ...dossier, lieu: choix });
  const miennes = dossier.lieu?.genre === 'mes-donnees' ? dossier.lieu.donnees : null;
  const poserMiennes = (suivantes: Miennes) => {
    garderMiennes(suivantes);
    choisirLieu({ genre: 'mes-donnees', donnees: suivantes });
  };
  const demander = ({ option, situation, hypothese }: Candidat) =>
    changer(
      ajouter(dossier, {
        code: option.code_obg,
        type: situation === 'a_dedoubler' ? 'Dédoublement' : 'Programmation',
        mode: hypothese.mode,
        groupement: hypothese.groupement,
        attendus: null,
        note: '',
        reponses: SANS_REPONSE,
      }),
    );
  const inconnues = contexte
    ? dossier.demandes.filter(({ code }) => !contexte.options.has(code)).map(({ code }) => code)
    : [];

  return (
    <div class="dossier" data-pret={donnees !== null || undefined}>
      <div class="dossier-ecran js-seul">
        <div role="status" class="dossier-messages" ref={messages} tabIndex={-1}>
          {message && <p class="message">{typographie(message)}</p>}
        </div>
        {faute && (
          <p class="message message-erreur" role="alert">
            {faute}
          </p>
        )}
        {recu && <Recu recu={recu} accepter={etat.accepter} refuser={etat.refuser} />}
        <section class="dossier-lieu" aria-labelledby="titre-lieu">
          <h2 id="titre-lieu">1. Votre implantation</h2>
          {!miennes && (
            <ChoixDuSite
              donnees={donnees}
              choix={dossier.lieu}
              lieu={lieu}
              surChoix={choisirLieu}
            />
          )}
          <p>
            {miennes ? (
              <button
                type="button"
                class="lien-bouton"
                onClick={() => changer({ ...dossier, lieu: null })}
              >
                Choisir plutôt une implantation de l’édition
              </button>
            ) : (
              <button
                type="button"
                class="lien-bouton"
                onClick={() => {
                  poserMiennes(reprendreMiennes() ?? MIENNES_VIDES);
                  requestAnimationFrame(() => document.getElementById(ID_COMMUNE)?.focus());
                }}
              >
                Décrire la mienne : « Mes données »
              </button>
            )}
          </p>
          {miennes && donnees && (
            <>
              <p class="message">
                <strong>Vos données</strong> restent dans ce navigateur : rien n’est envoyé. Norme,
                périmètre, calendrier et centres répondent d’après les vraies règles.
                {prefixe !== '' &&
                  !miennes.besoins &&
                  typographie(
                    ' Les TC et FC, elles, sont encore celles de cette édition, tirées au sort : elles changent la norme. Choisissez plutôt « celles de mes listes ».',
                  )}
              </p>
              <MesDonnees donnees={donnees} miennes={miennes} surChangement={poserMiennes} />
            </>
          )}
          {contexte && <LieuChoisi contexte={contexte} />}
        </section>
        {contexte && (
          <Candidats
            contexte={contexte}
            prefixe={prefixe}
            demandes={dossier.demandes.map(({ code }) => code)}
            surAjout={demander}
            surRetrait={(code) => changer(retirer(dossier, code))}
            surBesoins={miennes ? (besoins) => poserMiennes({ ...miennes, besoins }) : null}
          />
        )}
        {!contexte && donnees && dossier.demandes.length > 0 && (
          <p class="message">
            Votre dossier garde {compte(dossier.demandes.length, 'demande')} : choisissez une
            implantation, ou décrivez la vôtre, pour {dossier.demandes.length > 1 ? 'les' : 'la'}{' '}
            retrouver.
          </p>
        )}
        {inconnues.length > 0 && (
          <p class="message message-erreur" role="alert">
            Cette édition ne connaît pas {inconnues.join(', ')} : la demande reste dans le dossier,
            sans faits.
          </p>
        )}
        {contexte && campagne && (
          <Panier
            contexte={contexte}
            dossier={dossier}
            instruites={instruites}
            campagne={campagne}
            surChangement={changer}
            surImpression={lancerImpression}
          />
        )}
        {(contexte || dossier.demandes.length > 0) && (
          <Sorties
            contexte={contexte ?? null}
            dossier={dossier}
            instruites={instruites}
            jour={jour}
            surImpression={() => lancerImpression(null)}
            surReception={etat.recevoir}
            surEffacement={() => {
              etat.effacer();
              messages.current?.focus();
            }}
          />
        )}
      </div>
      <div class="dossier-accueil pas-imprime" hidden={contexte !== null}>
        {children}
      </div>
      {contexte && instruites.length > 0 && (
        <Imprime
          contexte={contexte}
          instruites={instruites}
          pieces={dossier.pieces}
          campagne={campagne}
          date={dateEnLettres(jour)}
          seule={seule}
        />
      )}
    </div>
  );
}
