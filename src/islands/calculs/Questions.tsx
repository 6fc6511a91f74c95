import { useMemo } from 'preact/hooks';
import { ecrireReponses, lireReponses } from '../../domain/calculs/questions/adresse.ts';
import type {
  Dite,
  Question,
  Questionnaire,
  Reponses,
} from '../../domain/calculs/questions/types.ts';
import { relireTables } from '../../domain/colonnes.ts';
import { enPhrase, referenceDatee } from '../../phrases/regles.ts';
import { majuscule, typographie } from '../../phrases/typographie.ts';
import { useEtatDAdresse } from './adresse.ts';
import { AvisDAdresse, Gestes, Liste, Nombre } from './Champs.tsx';

export interface Poses {
  /** JSON des tables que lit le questionnaire, par colonnes. */
  readonly donnees: string;
  /** L’année scolaire dont les règles s’appliquent. */
  readonly campagne: string;
}

interface Props<T> extends Poses {
  /** La clé de ses réponses dans l’adresse. */
  readonly sujet: string;
  readonly questionnaire: Questionnaire<T>;
}

interface PropsChamp {
  readonly sujet: string;
  readonly question: Question;
  readonly reponse: string;
  readonly changer: (reponse: string) => void;
}

function Champ({ sujet, question, reponse, changer }: PropsChamp) {
  const id = `${sujet}-${question.cle}`;
  return 'choix' in question ? (
    <Liste
      id={id}
      nom={typographie(question.nom)}
      valeur={reponse}
      choix={[
        { valeur: '', texte: 'Pas dit' },
        ...question.choix.map(({ valeur, texte }) => ({ valeur, texte: majuscule(texte) })),
      ]}
      changer={changer}
    />
  ) : (
    <Nombre
      id={id}
      nom={typographie(question.nom)}
      valeur={reponse ? Number(reponse) : null}
      max={question.max}
      unite={question.unite}
      changer={(n) => changer(`${n ?? ''}`)}
    />
  );
}

function Reponse({
  dite: { id, titre, valeur, court, motif, reference, details },
}: {
  dite: Dite;
}) {
  const muette = valeur === 'non_prevu' || valeur === 'a_completer';
  return (
    <div class="calcul-reponse" data-dite={id}>
      <p class="calcul-titre">{typographie(titre)}</p>
      <p class={muette ? 'calcul-valeur calcul-muet' : 'calcul-valeur'}>
        <data value={valeur}>{typographie(court)}</data>
      </p>
      <p data-motif>{typographie(enPhrase(motif))}</p>
      {details?.map((detail) => (
        <p key={detail} class="petit">
          {typographie(enPhrase(detail))}
        </p>
      ))}
      <p class="reference">{typographie(referenceDatee(reference))}</p>
    </div>
  );
}

/** Des questions sur un cas, et ce que les textes en disent ; rien ne se suppose de ce qui n’est pas dit. */
export function Questions<T>({ sujet, questionnaire, donnees, campagne }: Props<T>) {
  const tables = useMemo(
    () => ({ ...relireTables<object>(JSON.parse(donnees)), campagne }) as T,
    [],
  );
  const { etat, avis, pret, pour, changer } = useEtatDAdresse<Reponses>(
    {},
    (search) => lireReponses(search, sujet, questionnaire, tables),
    (search, suivant) => ecrireReponses(search, sujet, questionnaire, tables, suivant),
  );
  return (
    <div class="calcul carte-cadre" data-pret={pret} data-pour={pour} data-sujet={sujet}>
      <form class="calcul-formulaire" onSubmit={(e) => e.preventDefault()}>
        {questionnaire.questions(tables, etat).map((question) => (
          <Champ
            key={question.cle}
            sujet={sujet}
            question={question}
            reponse={etat[question.cle] ?? ''}
            changer={(reponse) => changer({ ...etat, [question.cle]: reponse })}
          />
        ))}
      </form>
      <AvisDAdresse avis={avis} />
      <div class="calcul-reponses" aria-live="polite">
        {questionnaire.repondre(tables, etat).map((dite) => (
          <Reponse key={dite.id} dite={dite} />
        ))}
      </div>
      <Gestes />
    </div>
  );
}
