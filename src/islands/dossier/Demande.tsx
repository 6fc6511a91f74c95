import { useState } from 'preact/hooks';
import { Besoin } from '../../components/Besoin.tsx';
import { cleDuBesoin } from '../../domain/besoin.ts';
import type { Trivalent } from '../../domain/connaissance.ts';
import { ATTENDUS_MAX, NOTE_MAX } from '../../domain/dossier/bornes.ts';
import type { Campagne } from '../../domain/dossier/campagne.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import type {
  Demande as DemandeDuPanier,
  ReponsesDuPanier,
  TypeDeDemande,
} from '../../domain/dossier/panier.ts';
import type { OptionDuDossier } from '../../domain/dossier/types.ts';
import { groupementsPossibles, modesPossibles } from '../../domain/normes/modes.ts';
import type { Groupement, Mode } from '../../domain/normes/types.ts';
import type { DemandeInstruite } from '../../export/dossier.ts';
import { echeanceCourte } from '../../phrases/dossier/campagne.ts';
import { phraseDesAttendus } from '../../phrases/dossier/demande.ts';
import {
  CRITERES_COURTS,
  GROUPEMENTS_EN_MOTS,
  MODES_EN_MOTS,
  TYPE_DE_DEMANDE,
  TYPES_ICI,
} from '../../phrases/dossier/mots.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Avertissements } from './Avertissements.tsx';
import { ChampEffectif } from './ChampEffectif.tsx';
import { Faits } from './Faits.tsx';
import { Lecture } from './Lecture.tsx';
import { Trois } from './Trois.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly instruite: DemandeInstruite;
  readonly campagne: Campagne;
  readonly premiere: boolean;
  readonly derniere: boolean;
  readonly surChangement: (champs: Partial<DemandeDuPanier>) => void;
  readonly surDeplacement: (pas: -1 | 1) => void;
  readonly surRetrait: () => void;
  readonly surImpression: () => void;
}

/** Ni TC ni FC, ou ce qu’on n’en sait pas. */
const sansBesoin = ({ tc, fc }: { tc: Trivalent; fc: Trivalent }): string =>
  tc === null || fc === null ? 'TC et FC non connues' : 'ni TC ni FC';

/** Les questions que cette demande pose à l’école. */
function questionsDe({ demande, candidat: { option } }: DemandeInstruite) {
  const questions: { cle: keyof ReponsesDuPanier; etiquette: string }[] = [];
  if (demande.type === 'Dédoublement') {
    questions.push({ cle: 'fermetureImposee', etiquette: 'Fermeture imposée en PE' });
  }
  if (option.type_7e === 'PB') {
    questions.push({ cle: 'avisCges', etiquette: 'Avis du CGES : complète une offre 4-5-6' });
  }
  return questions;
}

/** Une demande dont on change le type, dans le mode qui va avec. */
const typeChoisi = (
  type: TypeDeDemande,
  option: OptionDuDossier,
): Pick<DemandeDuPanier, 'type' | 'mode'> => ({
  type,
  mode: type === 'Dédoublement' ? 'PE-ALT' : (modesPossibles(option)[0] ?? 'PE'),
});

/** Le bouton qui retire une demande. */
export const idDuRetrait = (code: string): string => `retirer-${code}`;

/** Une demande du dossier : ce qu’on suppose, ce que GOSS demande, ce qu’il faut vérifier. */
export function Demande(props: Props) {
  const { contexte, instruite, surChangement } = props;
  const { demande, candidat, avertissements } = instruite;
  const { option, faits, lectures } = candidat;
  const { tc, fc } = faits.besoin;
  const { code, reponses } = demande;
  const questions = questionsDe(instruite);
  const titre = `demande-${code}`;
  // La norme se dit quand l’hypothèse change, pas quand la demande s’ajoute.
  const [suivie, suivre] = useState(false);
  const dedoublement = demande.type === 'Dédoublement';
  return (
    <li class="demande carte-cadre" aria-labelledby={titre} data-code={code}>
      <div class="demande-tete">
        <h3 id={titre}>
          <span class="candidat-code">{code}</span> {option.intitule}
        </h3>
        <p class="demande-sous">
          {demande.type},{' '}
          {tc || fc ? <Besoin cle={cleDuBesoin({ tc, fc })} /> : sansBesoin(faits.besoin)}
        </p>
        <p class="demande-echeance petit">
          {typographie(echeanceCourte(props.campagne, demande.type))}
        </p>
        <p class="demande-gestes">
          <button
            type="button"
            class="lien-bouton"
            aria-disabled={props.premiere}
            onClick={() => !props.premiere && props.surDeplacement(-1)}
          >
            Monter<span class="visuellement-cache"> {code}</span>
          </button>
          <button
            type="button"
            class="lien-bouton"
            aria-disabled={props.derniere}
            onClick={() => !props.derniere && props.surDeplacement(1)}
          >
            Descendre<span class="visuellement-cache"> {code}</span>
          </button>
          <button type="button" class="lien-bouton" onClick={props.surImpression}>
            Imprimer<span class="visuellement-cache"> la page de {code}</span>
          </button>
          <button
            type="button"
            class="lien-bouton"
            id={idDuRetrait(code)}
            onClick={props.surRetrait}
          >
            Retirer<span class="visuellement-cache"> {code}</span>
          </button>
        </p>
      </div>
      <div class="cases" onFocusCapture={() => suivre(true)}>
        {!dedoublement && (
          <ChampEffectif
            etiquette="Élèves attendus au 1er octobre"
            valeur={demande.attendus}
            max={ATTENDUS_MAX}
            surValeur={(attendus) => surChangement({ attendus })}
          />
        )}
        {candidat.dedoublable && candidat.situation === 'a_programmer' && (
          <label class="case">
            <span>{TYPE_DE_DEMANDE}</span>
            <select
              value={demande.type}
              onChange={(e) =>
                surChangement(typeChoisi(e.currentTarget.value as TypeDeDemande, option))
              }
            >
              {Object.entries(TYPES_ICI).map(([type, texte]) => (
                <option key={type} value={type}>
                  {texte}
                </option>
              ))}
            </select>
          </label>
        )}
        {!dedoublement && modesPossibles(option).length > 1 && (
          <label class="case">
            <span>Mode</span>
            <select
              value={demande.mode}
              onChange={(e) => surChangement({ mode: e.currentTarget.value as Mode })}
            >
              {modesPossibles(option).map((mode) => (
                <option key={mode} value={mode}>
                  {MODES_EN_MOTS[mode]}
                </option>
              ))}
            </select>
          </label>
        )}
        {groupementsPossibles(option).length > 1 && (
          <label class="case">
            <span>Groupement des cours</span>
            <select
              value={demande.groupement}
              onChange={(e) => surChangement({ groupement: e.currentTarget.value as Groupement })}
            >
              {groupementsPossibles(option).map((groupement) => (
                <option key={groupement} value={groupement}>
                  {GROUPEMENTS_EN_MOTS[groupement]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p class="demande-norme" role={suivie ? 'status' : undefined}>
        {phraseDesAttendus(candidat, demande)}{' '}
        <span class="petit discret">
          {dedoublement ? '' : typographie(faits.besoin.norme.motif)}
        </span>
      </p>
      <label class="case case-note">
        <span>Votre argument, ou une note</span>
        <textarea
          rows={3}
          maxLength={NOTE_MAX}
          value={demande.note}
          onInput={(e) => surChangement({ note: e.currentTarget.value })}
        />
      </label>
      {questions.length > 0 && (
        <div class="cases">
          {questions.map(({ cle, etiquette }) => (
            <Trois
              key={cle}
              etiquette={etiquette}
              inconnu="à dire"
              valeur={reponses[cle]}
              surChoix={(valeur) => surChangement({ reponses: { ...reponses, [cle]: valeur } })}
            />
          ))}
        </div>
      )}
      <ul class="demande-lectures" aria-label="Lectures">
        {CRITERES.map((critere) => (
          <li key={critere}>
            {CRITERES_COURTS[critere]} <Lecture lecture={lectures[critere].lecture} />
          </li>
        ))}
      </ul>
      <Avertissements avertissements={avertissements} />
      <details>
        <summary>Les faits, critère par critère</summary>
        <Faits contexte={contexte} candidat={candidat} />
      </details>
    </li>
  );
}
