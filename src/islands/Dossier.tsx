import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { aujourdhui } from '../domain/calendrier/echeance.ts';
import { avertissements } from '../domain/dossier/avertissements.ts';
import { campagneAu } from '../domain/dossier/campagne.ts';
import { type Candidat, candidatDe } from '../domain/dossier/candidats.ts';
import { selonEdition } from '../domain/dossier/connus.ts';
import { creerContexte } from '../domain/dossier/contexte.ts';
import { type ChoixDuLieu, lieuDe, type MesDonnees as Miennes } from '../domain/dossier/lieu.ts';
import {
  type Dossier as DossierTenu,
  hypotheseDe,
  SANS_REPONSE,
} from '../domain/dossier/panier.ts';
import { aDuTravail, MIENNES_VIDES } from '../domain/dossier/tenu.ts';
import type { DemandeInstruite } from '../export/dossier.ts';
import { dateEnLettres } from '../phrases/dates.ts';
import { compte } from '../phrases/nombres.ts';
import { typographie } from '../phrases/typographie.ts';
import { oterDeLAdresse, oterLImplantation } from './dossier/adresse.ts';
import { Candidats } from './dossier/Candidats.tsx';
import { ChoixDuSite } from './dossier/ChoixDuSite.tsx';
import { Inconnues } from './dossier/Inconnues.tsx';
import { LieuChoisi } from './dossier/LieuChoisi.tsx';
import { Messages } from './dossier/Messages.tsx';
import { useAnciens } from './dossier/useAnciens.ts';
import { type FichiersDuDossier, useDonnees } from './dossier/useDonnees.ts';
import { useDossier } from './dossier/useDossier.ts';
import { Panne } from './Panne.tsx';
import './tableaux.ts';
import { useCharge } from './useCharge.ts';

interface Props {
  /** Où lire les données de l’édition. */
  readonly fichiers: FichiersDuDossier;
  readonly edition: string;
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  /** Ce que fait la page, montré tant que rien n’est choisi. */
  readonly children?: ComponentChildren;
}

/** Qui part d’une implantation de l’édition n’a que faire du formulaire. */
const chargerLeFormulaire = () => import('./dossier/MesDonnees.tsx');
/** Sans implantation ni travail gardé, il n’y a ni demande à tenir ni dossier à sortir. */
const chargerLaSuite = async () => {
  const [panier, sorties, papier] = await Promise.all([
    import('./dossier/Panier.tsx'),
    import('./dossier/Sorties.tsx'),
    import('./dossier/Imprime.tsx'),
  ]);
  return { Panier: panier.Panier, Sorties: sorties.Sorties, Imprime: papier.Imprime };
};

/** « Mon dossier » : d’une implantation à des demandes qui tiennent. */
export default function Dossier({ fichiers, edition, prefixe, children }: Props) {
  const { donnees, faute, reessayer } = useDonnees(fichiers);
  const { etat, atelier } = useDossier(edition);
  const { tenu, retiree } = etat;
  const changer = (suivant: DossierTenu) => atelier.changer(suivant);
  const [seule, setSeule] = useState<string | null>(null);
  const [impressions, imprimer] = useState(0);
  const jour = useMemo(() => aujourdhui(new Date()), []);

  const connus = useMemo(
    () => donnees && new Set(donnees.options.map(({ code_obg }) => code_obg)),
    [donnees],
  );
  const { dossier, inconnus } = useMemo(
    () => (connus ? selonEdition(tenu.dossier, connus) : { dossier: tenu.dossier, inconnus: [] }),
    [tenu.dossier, connus],
  );
  const lieu = useMemo(
    () => donnees && dossier.lieu && lieuDe(donnees, dossier.lieu),
    [donnees, dossier.lieu],
  );
  const [anciens, compterLesAnciens] = useAnciens();
  const contexte = useMemo(
    () => donnees && lieu && creerContexte(donnees, lieu, anciens),
    [donnees, lieu, anciens],
  );
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

  const choisirLieu = (choix: ChoixDuLieu | null) => {
    oterLImplantation();
    atelier.choisir(choix);
  };
  // Le lieu choisi se dit quand ses données le trouvent ; celui d’une visite passée ne se redit pas.
  const dit = useRef<string | null>(null);
  useEffect(() => {
    const cle = lieu && [lieu.fase, lieu.commune, lieu.caractere].join();
    if (cle && dit.current !== null && cle !== dit.current) {
      atelier.annoncer(
        `${lieu.nom}, ${lieu.commune} : implantation choisie. Les options à demander suivent.`,
      );
    }
    if (donnees) dit.current = cle ?? '';
  }, [donnees, lieu]);
  const miennes = dossier.lieu?.genre === 'mes-donnees' ? dossier.lieu.donnees : null;
  const poserMiennes = (donnees: Miennes) => choisirLieu({ genre: 'mes-donnees', donnees });
  const formulaire = useCharge(chargerLeFormulaire, miennes !== null);
  const MesDonnees = formulaire.valeur?.MesDonnees;
  const aDecrire = useRef(false);
  const demander = ({ option, situation, hypothese }: Candidat) =>
    atelier.demander({
      code: option.code_obg,
      type: situation === 'a_dedoubler' ? 'Dédoublement' : 'Programmation',
      mode: hypothese.mode,
      groupement: hypothese.groupement,
      attendus: null,
      note: '',
      reponses: SANS_REPONSE,
    });

  const suite = useCharge(chargerLaSuite, contexte !== null || aDuTravail(tenu));
  const apres = suite.valeur;

  return (
    <div
      class="dossier"
      data-pret={(donnees !== null && (!miennes || MesDonnees !== undefined)) || undefined}
    >
      <div class="dossier-ecran js-seul">
        <Messages etat={etat} atelier={atelier} surReponse={oterDeLAdresse} />
        {faute && <Panne {...{ faute, reessayer }} sansAdresse />}
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
              <button type="button" class="lien-bouton" onClick={() => choisirLieu(null)}>
                Choisir plutôt une implantation de l’édition
              </button>
            ) : (
              <button
                type="button"
                class="lien-bouton"
                onClick={() => {
                  aDecrire.current = true;
                  poserMiennes(tenu.miennes ?? MIENNES_VIDES);
                }}
              >
                Décrire la mienne : « Mes données »
              </button>
            )}
          </p>
          {miennes && donnees && (
            <>
              <p class="message">
                <strong>Vos données</strong> ne quittent pas ce navigateur : rien n’est envoyé.
                Norme, périmètre, calendrier et centres répondent d’après les vraies règles.
                {prefixe !== '' &&
                  !miennes.besoins &&
                  typographie(
                    ' Les TC et FC, elles, sont encore celles de cette édition, tirées au sort : elles changent la norme. Choisissez plutôt « celles de mes listes ».',
                  )}
              </p>
              {MesDonnees ? (
                <MesDonnees
                  donnees={donnees}
                  miennes={miennes}
                  entree={aDecrire}
                  surChangement={poserMiennes}
                />
              ) : (
                <p role="status">
                  {formulaire.faute ? (
                    <>
                      Le formulaire n’a pas pu être lu.{' '}
                      <button type="button" class="lien-bouton" onClick={formulaire.reessayer}>
                        Réessayer
                      </button>
                    </>
                  ) : (
                    'Lecture du formulaire…'
                  )}
                </p>
              )}
            </>
          )}
          {contexte && <LieuChoisi contexte={contexte} />}
        </section>
        {contexte && (
          <Candidats
            contexte={contexte}
            prefixe={prefixe}
            surAnciens={compterLesAnciens}
            demandes={dossier.demandes.map(({ code }) => code)}
            retiree={retiree?.endroit === 'table' ? retiree.demande.code : null}
            surAjout={demander}
            surRetrait={(code) => atelier.retirer(code, 'table')}
            surRemise={() => atelier.remettre()}
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
        {connus && (
          <Inconnues
            codes={dossier.demandes.map(({ code }) => code).filter((code) => !connus.has(code))}
            laissees={inconnus}
            surRetrait={(code) => atelier.retirer(code, 'page')}
          />
        )}
        {suite.faute && <Panne {...suite} reste="Vos demandes sont gardées." />}
        {apres && contexte && campagne && (
          <apres.Panier
            contexte={contexte}
            dossier={dossier}
            instruites={instruites}
            campagne={campagne}
            retiree={retiree?.endroit === 'panier' ? retiree : null}
            surChangement={changer}
            surRetrait={(code) => atelier.retirer(code, 'panier')}
            surRemise={() => atelier.remettre()}
            surImpression={lancerImpression}
          />
        )}
        {apres && (contexte || aDuTravail(tenu)) && (
          <apres.Sorties
            contexte={contexte ?? null}
            dossier={dossier}
            instruites={instruites}
            jour={jour}
            garde={!etat.refus && etat.autre === null}
            avant={tenu.avant}
            surImpression={() => lancerImpression(null)}
            surReception={(lu) => atelier.recevoir(lu)}
            surRetour={() => atelier.reprendreAvant()}
            surEffacement={() => {
              atelier.effacer();
              history.replaceState(null, '', location.pathname);
            }}
          />
        )}
      </div>
      <div class="dossier-accueil pas-imprime" hidden={contexte !== null}>
        {children}
      </div>
      {contexte && apres && instruites.length > 0 && (
        <apres.Imprime
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
