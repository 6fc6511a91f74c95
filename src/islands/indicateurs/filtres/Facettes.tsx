import {
  type CleFacette,
  type ComptesDeFacettes,
  FACETTES,
  type ValeursConnues,
} from '../../../domain/filtre/facettes.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import { basculerFacette, type Selection } from '../../../domain/filtre/selection.ts';
import type { Changer } from '../adresse.ts';
import { Facette } from './Facette.tsx';

export interface PropsFacettes {
  selection: Selection;
  changer: Changer;
  connues: ValeursConnues;
  comptes: ComptesDeFacettes;
  noms: Noms;
}

const OUVERTES: ReadonlySet<CleFacette> = new Set([
  'zone',
  'besoin',
  'secteur',
  'filiere',
  'organisee',
]);

/** Tous les filtres, du plus demandé au plus rare. */
export function Facettes({ selection, changer, connues, comptes, noms }: PropsFacettes) {
  return (
    <div class="facettes">
      {FACETTES.filter(({ cachee }) => !cachee).map((facette) => {
        const { cle } = facette;
        return (
          <Facette
            key={cle}
            facette={facette}
            connues={connues[cle]}
            comptes={comptes[cle]}
            choix={selection.facettes[cle] ?? []}
            noms={noms}
            ouverte={OUVERTES.has(cle)}
            basculer={(valeur) => changer(basculerFacette(selection, cle, valeur, connues[cle]))}
          />
        );
      })}
    </div>
  );
}
