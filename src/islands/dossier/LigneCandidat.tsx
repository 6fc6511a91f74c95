import { Besoin } from '../../components/Besoin.tsx';
import { cleDuBesoin } from '../../domain/besoin.ts';
import { type Candidat, demandable } from '../../domain/dossier/candidats.ts';
import type { Contexte } from '../../domain/dossier/contexte.ts';
import { CRITERES } from '../../domain/dossier/faits.ts';
import type { BesoinsCoches } from '../../domain/dossier/lieu.ts';
import { normeCourte } from '../../phrases/dossier/demande.ts';
import { nomDuGroupe } from '../../phrases/dossier/faits.ts';
import { CRITERES_COURTS, SITUATIONS_EN_MOTS, sousLAncien } from '../../phrases/dossier/mots.ts';
import { Faits } from './Faits.tsx';
import { Lecture } from './Lecture.tsx';
import { Retiree } from './Retiree.tsx';

interface Props {
  readonly contexte: Contexte;
  readonly candidat: Candidat;
  readonly demandee: boolean;
  /** Sa demande vient d’être retirée d’ici. */
  readonly retiree: boolean;
  readonly ouverte: boolean;
  readonly surOuvrir: () => void;
  readonly surAjout: () => void;
  readonly surRetrait: () => void;
  readonly surRemise: () => void;
  readonly besoins: BesoinsCoches | null;
  readonly surBesoins: ((besoins: BesoinsCoches) => void) | null;
}

const COLONNES = 8;

const basculer = (codes: readonly string[], code: string): readonly string[] =>
  codes.includes(code) ? codes.filter((c) => c !== code) : [...codes, code].sort();

/** Une option du tableau ; ouverte, elle montre ses faits. */
export function LigneCandidat(props: Props) {
  const { contexte, candidat, demandee, ouverte, besoins, surBesoins } = props;
  const { option, situation, faits, lectures } = candidat;
  const { tc, fc } = faits.besoin;
  const code = option.code_obg;
  const idFaits = `faits-${code}`;
  return (
    <>
      <tr class="candidat" data-code={code} data-demandee={demandee || undefined}>
        <th scope="row">
          <button
            type="button"
            class="candidat-ouvrir"
            aria-expanded={ouverte}
            aria-controls={idFaits}
            onClick={props.surOuvrir}
          >
            <span class="candidat-code">{code}</span> {option.intitule}
          </button>
          <small>
            {[
              nomDuGroupe(contexte, option.groupe),
              [option.annees, option.forme].filter(Boolean).join(' '),
              option.regime === 'art45' ? 'article 45' : option.filiere,
              situation === 'a_programmer'
                ? null
                : `${SITUATIONS_EN_MOTS[situation]}${sousLAncien(faits.sous)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </th>
        <td data-titre="Besoin">
          {besoins && surBesoins ? (
            <span class="candidat-coches">
              {(['tc', 'fc'] as const).map((cle) => (
                <label key={cle} class="coche">
                  <input
                    type="checkbox"
                    checked={besoins[cle].includes(code)}
                    onChange={() => surBesoins({ ...besoins, [cle]: basculer(besoins[cle], code) })}
                  />
                  <span>
                    {cle.toUpperCase()}
                    <span class="visuellement-cache"> pour {code}</span>
                  </span>
                </label>
              ))}
            </span>
          ) : (
            <Besoin cle={cleDuBesoin({ tc, fc })} />
          )}
        </td>
        <td data-titre="Norme" class="nombre">
          {normeCourte(candidat)}
        </td>
        {CRITERES.slice(0, 4).map((critere) => (
          <td key={critere} data-titre={CRITERES_COURTS[critere]} class="candidat-critere">
            <Lecture lecture={lectures[critere].lecture} />
          </td>
        ))}
        <td class="candidat-geste">
          {props.retiree ? (
            <Retiree code={code} surRemise={props.surRemise} />
          ) : demandee ? (
            <button type="button" class="bouton bouton-leger" onClick={props.surRetrait}>
              Retirer<span class="visuellement-cache"> {code} du dossier</span>
            </button>
          ) : demandable(candidat) ? (
            <button type="button" class="bouton" onClick={props.surAjout}>
              Ajouter<span class="visuellement-cache"> {code} au dossier</span>
            </button>
          ) : null}
        </td>
      </tr>
      <tr class="candidat-faits" id={idFaits} hidden={!ouverte}>
        <td colSpan={COLONNES}>
          {ouverte && candidat.perimetre.genre !== 'a_programmer' && (
            <p class="message">
              {candidat.perimetre.motif} ({candidat.perimetre.reference})
            </p>
          )}
          {ouverte && <Faits contexte={contexte} candidat={candidat} titre="h3" />}
        </td>
      </tr>
    </>
  );
}
