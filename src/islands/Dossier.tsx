import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { aujourdhui } from '../domain/calendrier/echeance.ts';
import type { Candidat } from '../domain/dossier/candidats.ts';
import type { ChoixDuLieu } from '../domain/dossier/lieu.ts';
import { SANS_REPONSE } from '../domain/dossier/panier.ts';
import { aDuTravail } from '../domain/dossier/tenu.ts';
import { dateEnLettres } from '../phrases/dates.ts';
import { compte } from '../phrases/nombres.ts';
import type { Exemples } from '../query/exemples.ts';
import { oterDeLAdresse, oterLImplantation } from './dossier/adresse.ts';
import type { Atelier } from './dossier/atelier.ts';
import type { Candidats } from './dossier/Candidats.tsx';
import type { EtatDAtelier } from './dossier/etatDAtelier.ts';
import { Inconnues } from './dossier/Inconnues.tsx';
import { Messages } from './dossier/Messages.tsx';
import { SectionLieu } from './dossier/SectionLieu.tsx';
import { Suite } from './dossier/Suite.tsx';
import { useAnciens } from './dossier/useAnciens.ts';
import { type FichiersDuDossier, useDonnees } from './dossier/useDonnees.ts';
import { useDossier } from './dossier/useDossier.ts';
import { type Instruction, useInstruction } from './dossier/useInstruction.ts';
import { useLieuDit } from './dossier/useLieuDit.ts';
import { ExemplesDeLEdition } from './exemples.ts';
import { Panne } from './Panne.tsx';
import './tableaux.ts';
import { useCharge } from './useCharge.ts';
import { FichierDeRecherche } from './useRecherche.ts';

interface Props {
  /** Où lire les données de l’édition. */
  readonly fichiers: FichiersDuDossier;
  readonly edition: string;
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  readonly exemples: Exemples;
  /** Ce que fait la page, montré tant que rien n’est choisi. */
  readonly children?: ComponentChildren;
}

/** Qui part d’une implantation de l’édition n’a que faire du formulaire. */
const chargerLeFormulaire = () => import('./dossier/MesDonnees.tsx');
/** Sans implantation ni travail gardé, il n’y a ni option à demander ni dossier à sortir. */
const chargerLaSuite = async () => {
  const [candidats, panier, sorties, papier] = await Promise.all([
    import('./dossier/Candidats.tsx'),
    import('./dossier/Panier.tsx'),
    import('./dossier/Sorties.tsx'),
    import('./dossier/Imprime.tsx'),
  ]);
  const { Panier } = panier;
  return {
    Candidats: candidats.Candidats,
    Panier,
    Sorties: sorties.Sorties,
    Imprime: papier.Imprime,
  };
};

/** L’adresse nomme un lieu : ce qu’il demandera vient en même temps que les données. */
const nommeUnLieu = (): boolean => typeof location !== 'undefined' && location.search !== '';

/** Imprime tout le dossier, ou une demande seule : la page le montre d’abord. */
function useImpressionDuDossier() {
  const [seule, setSeule] = useState<string | null>(null);
  const [impressions, compterUne] = useState(0);
  useEffect(() => {
    if (impressions > 0) print();
  }, [impressions]);
  const imprimer = (code: string | null) => {
    setSeule(code);
    compterUne(impressions + 1);
  };
  return { seule, imprimer };
}

const demander = (atelier: Atelier, { option, situation, hypothese }: Candidat) =>
  atelier.demander({
    code: option.code_obg,
    type: situation === 'a_dedoubler' ? 'Dédoublement' : 'Programmation',
    mode: hypothese.mode,
    groupement: hypothese.groupement,
    attendus: null,
    note: '',
    reponses: SANS_REPONSE,
  });

/** Un dossier reçu se lit par ses demandes : la page y va dès qu’elles y sont. */
function useArrivee({ arrive }: EtatDAtelier, atelier: Atelier, montrables: boolean): void {
  useEffect(() => {
    if (!arrive || !montrables) return;
    document.getElementById('panier')?.focus({ preventScroll: true });
    document.getElementById('panier')?.scrollIntoView();
    atelier.montrees();
  }, [arrive, montrables]);
}

interface PropsOptions extends Pick<Instruction, 'connus' | 'dossier' | 'inconnus' | 'contexte'> {
  /** `null` tant que son script n’est pas venu. */
  readonly Candidats: typeof Candidats | null;
  readonly etat: EtatDAtelier;
  readonly atelier: Atelier;
  readonly prefixe: string;
  readonly surAnciens: (anciens: boolean) => void;
  readonly surLieu: (choix: ChoixDuLieu) => void;
}

/** Les options à demander, et ce que l’édition ne sait pas de celles du dossier. */
function Options(props: PropsOptions) {
  const { Candidats, connus, dossier, inconnus, contexte, etat, atelier, surLieu } = props;
  const demandes = dossier.demandes.map(({ code }) => code);
  const { retiree } = etat;
  const miennes = dossier.lieu?.genre === 'mes-donnees' ? dossier.lieu.donnees : null;
  return (
    <>
      {contexte && Candidats && (
        <Candidats
          contexte={contexte}
          prefixe={props.prefixe}
          surAnciens={props.surAnciens}
          demandes={demandes}
          retiree={retiree?.endroit === 'table' ? retiree.demande.code : null}
          surAjout={(candidat) => demander(atelier, candidat)}
          surRetrait={(code) => atelier.retirer(code, 'table')}
          surRemise={() => atelier.remettre()}
          surBesoins={
            miennes &&
            ((besoins) => surLieu({ genre: 'mes-donnees', donnees: { ...miennes, besoins } }))
          }
        />
      )}
      {!contexte && connus && demandes.length > 0 && (
        <p class="message">
          Votre dossier garde {compte(demandes.length, 'demande')} : choisissez une implantation, ou
          décrivez la vôtre, pour {demandes.length > 1 ? 'les' : 'la'} retrouver.
        </p>
      )}
      {connus && (
        <Inconnues
          codes={demandes.filter((code) => !connus.has(code))}
          laissees={inconnus}
          surRetrait={(code) => atelier.retirer(code, 'page')}
        />
      )}
    </>
  );
}

/** « Mon dossier » : d’une implantation à des demandes prêtes à encoder. */
export default function Dossier({ fichiers, edition, prefixe, exemples, children }: Props) {
  const { donnees, faute, reessayer } = useDonnees(fichiers);
  const { etat, atelier } = useDossier(edition);
  const { tenu } = etat;
  const jour = useMemo(() => aujourdhui(new Date()), []);
  const [anciens, surAnciens] = useAnciens();
  const instruction = useInstruction(tenu.dossier, donnees, anciens, jour);
  const { dossier, lieu, contexte, campagne, instruites } = instruction;
  const { seule, imprimer } = useImpressionDuDossier();
  const choisirLieu = (choix: ChoixDuLieu | null) => {
    oterLImplantation();
    atelier.choisir(choix);
  };
  useLieuDit(atelier, donnees !== null, lieu);
  const miennes = dossier.lieu?.genre === 'mes-donnees' ? dossier.lieu.donnees : null;
  const formulaire = useCharge(chargerLeFormulaire, miennes !== null);
  const suite = useCharge(chargerLaSuite, contexte !== null || aDuTravail(tenu) || nommeUnLieu());
  const apres = suite.valeur;
  useArrivee(etat, atelier, apres !== null && instruites.length > 0);
  const pret =
    donnees !== null && (!miennes || formulaire.valeur !== null) && (!contexte || apres !== null);

  return (
    <ExemplesDeLEdition.Provider value={exemples}>
      <FichierDeRecherche.Provider value={fichiers.recherche}>
        <div class="dossier" data-pret={pret || undefined}>
          <div class="dossier-ecran js-seul">
            <Messages etat={etat} atelier={atelier} surReponse={oterDeLAdresse} />
            {faute && <Panne {...{ faute, reessayer }} sansAdresse />}
            <SectionLieu
              {...instruction}
              {...{ donnees, miennes, tenu, formulaire }}
              surChoix={choisirLieu}
            />
            <Options
              {...instruction}
              {...{ etat, atelier, prefixe, surAnciens }}
              Candidats={apres?.Candidats ?? null}
              surLieu={choisirLieu}
            />
            {suite.faute && <Panne {...suite} reste="Vos demandes sont gardées." />}
            {apres && <Suite {...instruction} {...{ apres, etat, atelier, jour, imprimer }} />}
          </div>
          <div class="dossier-accueil pas-imprime" hidden={contexte !== null}>
            {children}
          </div>
          {contexte && apres && instruites.length > 0 && (
            <apres.Imprime
              contexte={contexte}
              instruites={instruites}
              dossier={dossier}
              campagne={campagne}
              date={dateEnLettres(jour)}
              seule={seule}
            />
          )}
        </div>
      </FichierDeRecherche.Provider>
    </ExemplesDeLEdition.Provider>
  );
}
