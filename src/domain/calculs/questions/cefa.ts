import {
  creationDUnCefa,
  maintienDUnCefa,
  type RegleCefa,
  type ReponseCefa,
  secondCefa,
} from '../../normes/cefa.ts';
import { editionAu } from '../../normes/edition.ts';
import { aDire, combien, type Dite, nombre, oui, ouiOuNon, type Questionnaire } from './types.ts';

const COURTS = { oui: 'oui', non: 'non', non_prevu: 'non prévu par le texte' } as const;

const dire = (id: string, titre: string, reponse: ReponseCefa): Dite => ({
  id,
  titre,
  valeur: reponse.genre,
  court: COURTS[reponse.genre],
  motif: reponse.motif,
  reference: reponse.reference,
});

const CREER = 'Créer un CEFA dans la zone, pour le caractère';
const SECOND = 'Un deuxième CEFA dans la zone';
const GARDER = 'Garder le CEFA';

/** Sans savoir s’il existe : la réponse si elle n’en dépend pas, sinon les deux. */
function direSecond(
  cefa: readonly RegleCefa[],
  eleves: number,
  existe: boolean | null,
  edition: string,
): Dite {
  const lire = (deja: boolean) => secondCefa(cefa, eleves, deja, edition);
  if (existe !== null) return dire('second', SECOND, lire(existe));
  const [creer, garder] = [lire(false), lire(true)];
  if (creer.genre === garder.genre) return dire('second', SECOND, creer);
  return {
    ...dire('second', SECOND, creer),
    valeur: 'selon',
    court: 'selon qu’il existe déjà',
    motif: `le créer : ${COURTS[creer.genre]}, ${creer.motif} ; le garder : ${COURTS[garder.genre]}, ${garder.motif}`,
  };
}

/** Créer ou garder un CEFA, sous les dernières règles connues (circulaire 7282, I.I.3 et I.I.4). */
export const CEFA: Questionnaire<{ readonly cefa: readonly RegleCefa[] }> = {
  questions: () => [
    combien('obligation', 'Élèves à temps partiel, au 1er octobre'),
    combien('qualifiant', 'Élèves de TQ et de P de la zone', 100_000),
    ouiOuNon('second', 'Le deuxième CEFA existe déjà'),
    combien('inscrits', 'Élèves du CEFA, au 1er octobre'),
    ouiOuNon('ancien', 'Le CEFA existait au 1er septembre 2001'),
  ],
  repondre: ({ cefa }, reponses) => {
    const edition = editionAu(cefa, '9999')?.edition ?? '';
    const reference = cefa.find((r) => r.edition === edition)?.texte ?? '';
    const obligation = nombre(reponses.obligation);
    const qualifiant = nombre(reponses.qualifiant);
    const inscrits = nombre(reponses.inscrits);
    const ancien = oui(reponses.ancien);
    return [
      obligation === null
        ? aDire('creation', CREER, 'combien d’élèves sont à temps partiel', reference)
        : dire('creation', CREER, creationDUnCefa(cefa, obligation, edition)),
      qualifiant === null
        ? aDire('second', SECOND, 'combien d’élèves compte le qualifiant de la zone', reference)
        : direSecond(cefa, qualifiant, oui(reponses.second), edition),
      ancien === false || (ancien && inscrits !== null)
        ? dire('maintien', GARDER, maintienDUnCefa(cefa, inscrits ?? 0, ancien, edition))
        : aDire('maintien', GARDER, 'ses élèves, et s’il existait en 2001', reference),
    ];
  },
};
