import type { Campagne } from '../../domain/dossier/campagne.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import { type Dossier, PIECES } from '../../domain/dossier/panier.ts';
import { avertissementsDesPrealables } from '../../domain/dossier/prealables.ts';
import { modeDansGoss, structureDe } from '../../domain/dossier/structures.ts';
import type { DemandeInstruite } from '../../export/dossier.ts';
import {
  echeanceCourte,
  phraseDuDedoublement,
  phrasesDeLaCampagne,
} from '../../phrases/dossier/campagne.ts';
import { phraseDesAttendus } from '../../phrases/dossier/demande.ts';
import { designer, direLieu } from '../../phrases/dossier/lieu.ts';
import {
  CRITERES_COURTS,
  GROUPEMENTS_EN_MOTS,
  LECTURES_EN_MOTS,
  MODES_EN_MOTS,
  PIECES_EN_MOTS,
} from '../../phrases/dossier/mots.ts';
import { Avertissements } from './Avertissements.tsx';
import { Faits } from './Faits.tsx';
import { ImprimePied, ImprimeSources } from './ImprimeSources.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly instruites: readonly DemandeInstruite[];
  readonly dossier: Dossier;
  /** Date d’impression, en lettres. */
  readonly date: string;
  readonly campagne: Campagne | null;
  /** Le code d’une demande à imprimer seule ; `null` : tout le dossier. */
  readonly seule: string | null;
}

/** Pour quand, et pour quelle rentrée. */
function Echeance({
  campagne,
  contexte,
  instruites,
}: Pick<Props, 'contexte' | 'instruites'> & { readonly campagne: Campagne }) {
  const dedoublement = instruites.some(({ demande }) => demande.type === 'Dédoublement');
  const phrases = [
    ...phrasesDeLaCampagne(campagne, contexte.donnees.campagne),
    ...(dedoublement ? [phraseDuDedoublement(campagne)] : []),
  ];
  return <p>{phrases.join(' ')}</p>;
}

function Resume({ contexte, instruites, dossier, date, campagne }: Omit<Props, 'seule'>) {
  const { lieu, donnees } = contexte;
  return (
    <section class="imprime-page">
      <h1>Dossier de demandes</h1>
      <p class="chapeau">
        {direLieu(contexte)}, caractère {lieu.caractere}
      </p>
      {campagne && <Echeance campagne={campagne} contexte={contexte} instruites={instruites} />}
      <table class="tableau">
        <caption>
          {instruites.length > 1 ? `${instruites.length} demandes` : 'Une demande'}, d’après les
          règles publiées pour {donnees.campagne}
        </caption>
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col">Demande</th>
            <th scope="col">Norme et attendus</th>
            {CRITERES.map((critere) => (
              <th key={critere} scope="col">
                {CRITERES_COURTS[critere]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instruites.map(({ demande, candidat }) => (
            <tr key={demande.code}>
              <th scope="row">
                {demande.code} {candidat.option.intitule}
              </th>
              <td>
                {demande.type}, {MODES_EN_MOTS[demande.mode]}
              </td>
              <td>{phraseDesAttendus(candidat, demande)}</td>
              {CRITERES.map((critere) => (
                <td key={critere}>{LECTURES_EN_MOTS[candidat.lectures[critere].lecture]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Avertissements
        avertissements={avertissementsDesPrealables(contexte, dossier.demandes, dossier.prealables)}
      />
      <h2>Ce que l’école confirme</h2>
      <ul class="imprime-pieces">
        {PIECES.map((piece) => (
          <li key={piece}>
            {dossier.pieces.includes(piece) ? '☑' : '☐'} {PIECES_EN_MOTS[piece]}
          </li>
        ))}
      </ul>
      <p class="petit">
        Une lecture (favorable, neutre, défavorable) sort d’une règle écrite d’avance, donnée avec
        les faits ; ce n’est ni un avis ni une recommandation.
      </p>
      <ImprimePied contexte={contexte} date={date} />
    </section>
  );
}

/** @param campagne donnée quand la page s’imprime seule : le résumé ne dit pas l’échéance */
function Fiche({
  contexte,
  instruite,
  date,
  campagne,
}: Pick<Props, 'contexte' | 'date' | 'campagne'> & { instruite: DemandeInstruite }) {
  const { demande, candidat, avertissements } = instruite;
  const { option } = candidat;
  const { degre, annee } = structureDe(option, modeDansGoss(demande));
  const goss = [
    demande.type,
    degre && `degré ${degre}`,
    annee && `année ${degre ? `${degre} ${annee}` : annee}`,
    MODES_EN_MOTS[demande.mode],
    option.annees === '7' && GROUPEMENTS_EN_MOTS[demande.groupement],
  ].filter(Boolean);
  return (
    <section class="imprime-page">
      <h2>
        {demande.code} {option.intitule}
      </h2>
      <p>
        {designer(contexte.lieu)} · {goss.join(' · ')}
      </p>
      {campagne && <p>{echeanceCourte(campagne, demande.type)}</p>}
      <p class="demande-norme">{phraseDesAttendus(candidat, demande)}</p>
      {demande.note && (
        <>
          <h3>Notre argument</h3>
          <p class="imprime-note">{demande.note}</p>
        </>
      )}
      <Avertissements avertissements={avertissements} />
      <Faits contexte={contexte} candidat={candidat} titre="h3" papier />
      <ImprimePied contexte={contexte} date={date} />
    </section>
  );
}

/** Le dossier tel qu’il s’imprime : un résumé, une page par option, les sources. */
export function Imprime({ seule, ...reste }: Props) {
  const { contexte, instruites, date, campagne } = reste;
  const montrees = instruites.filter(({ demande }) => seule === null || demande.code === seule);
  return (
    <div class="imprime">
      {seule === null && <Resume {...reste} />}
      {montrees.map((instruite) => (
        <Fiche
          key={instruite.demande.code}
          contexte={contexte}
          instruite={instruite}
          date={date}
          campagne={seule === null ? null : campagne}
        />
      ))}
      {seule === null && <ImprimeSources contexte={contexte} date={date} />}
    </div>
  );
}
