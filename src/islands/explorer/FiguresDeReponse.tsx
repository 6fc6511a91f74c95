import { seSitue, suitLesAnnees } from '../../charts/explorer.ts';
import type { TracesDeCarte } from '../../charts/explorer-carte.ts';
import type { Cartouche } from '../../charts/fichier.ts';
import { estEvolution } from '../../domain/explorer/mesures.ts';
import { anneesDe } from '../../domain/explorer/question.ts';
import type { Reponse } from '../../domain/explorer/reponse.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import { charger, uneFoisPar } from '../../query/lecture.ts';
import { lireJsonDuSite } from '../carte/lireJson.ts';
import { FigureTardive } from './Figures.tsx';

interface Props {
  readonly reponse: Reponse;
  readonly noms: Noms;
  readonly annees: readonly string[];
  readonly traces: string;
  readonly cartouche: () => Cartouche;
}

const lireTraces = uneFoisPar((adresse: string) => lireJsonDuSite<TracesDeCarte>(adresse));

function enElement(xml: string): Element {
  const cadre = document.createElement('div');
  cadre.innerHTML = xml;
  return cadre.firstElementChild ?? cadre;
}

/** Une évolution se montre en pentes quand deux lignes au moins ont leurs deux bouts. */
const enPentes = ({ question, colonnes, lignes }: Reponse): boolean =>
  estEvolution(question.mesure) &&
  colonnes.length === 0 &&
  lignes.filter(({ bouts }) => bouts).length > 1;

/** Ce qu’une réponse montre de plus que ses barres : ses parcours, ses pentes, sa carte. */
export function FiguresDeReponse({ reponse, noms, annees, traces, cartouche }: Props) {
  const de = reponse;
  return (
    <>
      {suitLesAnnees(reponse) && (
        <FigureTardive
          {...{ cartouche, de }}
          nom="explorer-courbes"
          classe="explorer-courbes"
          large
          dessiner={async (largeur) => {
            const { courbesDeReponse } = await charger(import('../../charts/explorer-courbes.ts'));
            return courbesDeReponse(reponse, noms, largeur);
          }}
        />
      )}
      {enPentes(reponse) && (
        <FigureTardive
          {...{ cartouche, de }}
          nom="explorer-pentes"
          classe="explorer-pentes"
          dessiner={async (largeur) => {
            const { penteDeReponse } = await charger(import('../../charts/explorer-pente.ts'));
            return penteDeReponse(reponse, noms, anneesDe(reponse.question, annees), largeur);
          }}
        />
      )}
      {seSitue(reponse) && (
        <FigureTardive
          {...{ cartouche, de }}
          nom="explorer-carte"
          classe="explorer-carte"
          dessiner={async (largeur) => {
            const [{ carteDeReponse }, { enXml }, lues] = await Promise.all([
              charger(import('../../charts/explorer-carte.ts')),
              charger(import('../../charts/noeud.ts')),
              lireTraces(traces)(),
            ]);
            return enElement(enXml(carteDeReponse(reponse, noms, lues, largeur)));
          }}
        />
      )}
    </>
  );
}
