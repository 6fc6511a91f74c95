import { estBorne, INCONNU } from '../../../domain/effectif.ts';
import { elevesDe } from '../../../domain/filtre/groupes.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { sousAncienCode } from '../../../phrases/anciens.ts';
import {
  borneEcrite,
  MASQUE,
  NON_CONNUE,
  NON_CONNUS,
  POURQUOI_MASQUE,
  POURQUOI_TU,
} from '../../../phrases/effectif.ts';
import { accord, entier } from '../../../phrases/nombres.ts';

function Caractere({ n, nom }: { n: number; nom: string }) {
  const forme = nom === 'confessionnel' ? 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0Z' : 'M1 1h8v8H1Z';
  return (
    <span
      title={nom}
      class={`caractere caractere-${nom === 'confessionnel' ? 'conf' : 'non-conf'}`}
    >
      <svg class="symbole" viewBox="0 0 10 10" aria-hidden="true">
        <path d={forme} />
      </svg>
      <data value={n}>{n}</data>
      <span class="visuellement-cache"> {nom}</span>
    </span>
  );
}

/** Le nombre d’implantations qui organisent l’option, et par caractère. */
export function Occurrences({ ligne }: { ligne: LigneIndicateur }) {
  if (ligne.occurrences === null) return <span class="discret">{NON_CONNUE}</span>;
  return (
    <>
      <data value={ligne.occurrences}>{entier(ligne.occurrences)}</data>
      <span class="en-carte"> {accord(ligne.occurrences, 'occurrence')}</span>
      <span class="sous-ligne">
        {ligne.occurrences_confessionnel !== null && (
          <Caractere n={ligne.occurrences_confessionnel} nom="confessionnel" />
        )}
        {ligne.occurrences_non_confessionnel !== null && (
          <Caractere n={ligne.occurrences_non_confessionnel} nom="non confessionnel" />
        )}
      </span>
      {ligne.occurrences_ancien_code !== null && ligne.occurrences_ancien_code > 0 && (
        <span class="sous-ligne">
          {sousAncienCode({
            occurrences: ligne.occurrences,
            sous_ancien_code: ligne.occurrences_ancien_code,
            anciens: ligne.parts
              .filter((part) => part.code_obg !== ligne.code_obg && part.occurrences)
              .map((part) => part.code_obg)
              .join(' '),
          })}
        </span>
      )}
    </>
  );
}

/** Les élèves, et ceux de la première année de l’option. */
export function Eleves({ ligne }: { ligne: LigneIndicateur }) {
  const premiere = ligne.eleves_premiere_annee;
  const annee = ligne.annees?.charAt(0);
  if (ligne.occurrences === null) return <span class="discret">{NON_CONNUS}</span>;
  const borne = elevesDe(ligne);
  if (estBorne(borne)) {
    return (
      <>
        <span title={POURQUOI_TU}>{borneEcrite(borne)}</span>
        <span class="en-carte"> élèves</span>
      </>
    );
  }
  if (ligne.eleves === null) {
    return <span title={POURQUOI_MASQUE}>{MASQUE}</span>;
  }
  return (
    <>
      <data value={ligne.eleves}>{entier(ligne.eleves)}</data>
      <span class="en-carte"> {accord(ligne.eleves, 'élève')}</span>
      {premiere === INCONNU && ligne.annees !== null && ligne.annees !== annee && (
        <span class="sous-ligne">
          en {annee}e : {NON_CONNUS}
        </span>
      )}
      {typeof premiere === 'number' && ligne.annees !== annee && (
        <span class="sous-ligne">
          dont <data value={premiere}>{entier(premiere)}</data> en {annee}e
        </span>
      )}
      {(premiere === null || estBorne(premiere)) && annee && ligne.annees !== annee && (
        <span class="sous-ligne">
          en {annee}e : {premiere === null ? MASQUE : borneEcrite(premiere)}
        </span>
      )}
    </>
  );
}
