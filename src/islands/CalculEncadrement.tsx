import { useMemo } from 'preact/hooks';
import {
  type CalculDit,
  type Champ,
  calculerEncadrement,
  champsDe,
  type EtatEncadrement,
  ecrireEncadrement,
  editionsDEncadrement,
  lireEncadrement,
} from '../domain/calculs/encadrement.ts';
import { enRangees } from '../domain/colonnes.ts';
import { enNombre } from '../domain/nombres.ts';
import type { RegleEncadrement } from '../domain/normes/encadrement.ts';
import { enPhrase } from '../phrases/regles.ts';
import { typographie } from '../phrases/typographie.ts';
import { useEtatDAdresse } from './calculs/adresse.ts';
import { AvisDAdresse, Gestes, Liste, Nombre } from './calculs/Champs.tsx';

interface Props {
  /** JSON de la table `encadrement`, par colonnes. */
  readonly donnees: string;
}

const TITRES: Readonly<Record<Champ['calcul'], string>> = {
  periodes: 'Périodes-professeurs',
  accompagnement: 'Accompagnement, enseignement ordinaire',
  specialise: 'Accompagnement, enseignement spécialisé',
  coordination: 'Coordination',
};
const ORDRE = Object.keys(TITRES) as Champ['calcul'][];

const SANS_VALEUR = {
  non_prevu: 'non prévu par le texte',
  a_completer: 'à compléter',
} as const;

const enLettres = (n: number): string => enNombre(n, 2);

interface PropsDetail {
  readonly id: Champ['calcul'];
  readonly calcul: CalculDit;
  readonly unite: string;
}

function Detail({ id, calcul, unite }: PropsDetail) {
  const termes = calcul.genre === 'valeur' ? calcul.termes.filter(({ eleves }) => eleves > 0) : [];
  return (
    <div class="calcul-reponse" data-reponse={id}>
      <p class="calcul-titre">{TITRES[id]}</p>
      <p class={calcul.genre === 'valeur' ? 'calcul-valeur' : 'calcul-valeur calcul-muet'}>
        <data value={String(calcul.genre === 'valeur' ? calcul.valeur : calcul.genre)}>
          {calcul.genre === 'valeur'
            ? `${enLettres(calcul.valeur)}\u00a0${unite}`
            : SANS_VALEUR[calcul.genre]}
        </data>
      </p>
      {termes.length > 0 ? (
        <ul class="calcul-termes petit">
          {termes.map(({ intitule, eleves, taux, periodes }) => (
            <li key={intitule}>
              {eleves} × {enLettres(taux)} = {enLettres(periodes)}
              <span class="discret"> {intitule}</span>
            </li>
          ))}
        </ul>
      ) : (
        calcul.motif !== '' && <p>{typographie(enPhrase(calcul.motif))}</p>
      )}
      <p class="reference">{typographie(calcul.reference)}</p>
    </div>
  );
}

/** L’encadrement d’un CEFA, avec chaque opération montrée. */
export default function CalculEncadrement({ donnees }: Props) {
  const regles = useMemo(() => enRangees<RegleEncadrement>(JSON.parse(donnees)), []);
  const editions = editionsDEncadrement(regles);
  const { etat, avis, pret, pour, changer } = useEtatDAdresse<EtatEncadrement>(
    { edition: editions[0] ?? '', eleves: {} },
    (search) => lireEncadrement(search, regles),
    (search, suivant) => ecrireEncadrement(search, suivant, regles),
  );
  const champs = champsDe(regles, etat.edition);
  const reponse = calculerEncadrement(regles, etat);
  const { accompagnateurs, completee, transfert } = reponse;
  return (
    <div class="calcul carte-cadre" data-pret={pret} data-pour={pour}>
      <form onSubmit={(e) => e.preventDefault()}>
        <div class="calcul-formulaire">
          <Liste
            id="encadrement-edition"
            nom="Règles de"
            valeur={etat.edition}
            choix={editions.map((valeur) => ({ valeur, texte: valeur }))}
            changer={(edition) => changer({ edition, eleves: {} })}
          />
        </div>
        {ORDRE.filter((calcul) => champs.some((champ) => champ.calcul === calcul)).map((calcul) => (
          <fieldset key={calcul} class="calcul-groupe">
            <legend>{TITRES[calcul]}</legend>
            <div class="calcul-formulaire">
              {champs
                .filter((champ) => champ.calcul === calcul)
                .map(({ cle, intitule }) => (
                  <Nombre
                    key={`${etat.edition}-${cle}`}
                    id={`encadrement-${cle}`}
                    nom={enPhrase(intitule).slice(0, -1)}
                    valeur={etat.eleves[cle] ?? null}
                    max={2000}
                    unite="élèves"
                    changer={(n) => {
                      const { [cle]: _ancien, ...autres } = etat.eleves;
                      const dits = n === null ? autres : { ...autres, [cle]: Math.floor(n) };
                      changer({ ...etat, eleves: dits });
                    }}
                  />
                ))}
            </div>
          </fieldset>
        ))}
      </form>
      <AvisDAdresse avis={avis} />
      <div class="calcul-reponses" aria-live="polite">
        <Detail id="periodes" calcul={reponse.periodes} unite="périodes" />
        <Detail id="accompagnement" calcul={reponse.accompagnement} unite="périodes" />
        {reponse.specialise && (
          <Detail id="specialise" calcul={reponse.specialise} unite="périodes" />
        )}
        <Detail id="coordination" calcul={reponse.coordination} unite="charge" />
      </div>
      {completee && completee.prises > 0 && (
        <p class="calcul-cas" data-completee>
          Coordination complétée d’abord : {enLettres(completee.donnees)} +{' '}
          {enLettres(completee.prises)} périodes d’accompagnement ={' '}
          <data value={String(completee.donnees + completee.prises)}>
            {enLettres(completee.donnees + completee.prises)}
          </data>{' '}
          sur {completee.complete}. Il reste {enLettres(completee.reste)} périodes d’accompagnement.
          <span class="petit discret">
            {' '}
            Le texte ne dit pas de conversion : une période est comptée pour une.
          </span>
        </p>
      )}
      {accompagnateurs !== null && (
        <p class="calcul-cas">
          Accompagnateurs :{' '}
          <data value={String(accompagnateurs)}>{enLettres(accompagnateurs)}</data> équivalent temps
          plein.
        </p>
      )}
      {transfert !== null && (
        <p class="calcul-cas">
          {`Jusqu’à ${enLettres(transfert)} période${transfert >= 2 ? 's' : ''} d’accompagnement non utilisées peuvent devenir des périodes-professeurs.`}
        </p>
      )}
      <Gestes />
    </div>
  );
}
