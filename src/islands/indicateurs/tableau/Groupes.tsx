import type { Trivalent } from '../../../domain/connaissance.ts';
import { type EffectifSuivi, INCONNU } from '../../../domain/effectif.ts';
import {
  type GroupeDeLignes,
  parZone,
  type Somme,
  sommer,
  sommerOccurrences,
} from '../../../domain/filtre/groupes.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { vueDe } from '../../../domain/filtre/selection.ts';
import { Defile } from '../../Defile.tsx';
import { Croise } from './Croise.tsx';
import { Etincelle } from './Etincelle.tsx';
import { direSomme } from './ParOption.tsx';
import type { PropsVue } from './Vue.tsx';

type Mesurer = (groupe: GroupeDeLignes) => Somme;

/** Combien de lignes répondent oui ; celles qui ne répondent pas font un minimum. */
const combien =
  (vrai: (ligne: LigneIndicateur) => Trivalent): Mesurer =>
  ({ lignes }) =>
    sommer(
      lignes.map((ligne): EffectifSuivi => {
        const reponse = vrai(ligne);
        return reponse === null ? INCONNU : Number(reponse);
      }),
    );

const MESURES_DE_ZONE: readonly (readonly [string, Mesurer])[] = [
  ['Options trouvées', ({ lignes }) => sommer([lignes.length])],
  ['Organisées', combien(({ occurrences: n }) => (n === null ? null : n > 0))],
  ['Occurrences', ({ lignes }) => sommerOccurrences(lignes)],
  ['TC', combien(({ tc }) => tc)],
  ['FC', combien(({ fc }) => fc)],
  ['TC-FC', combien(({ tc_fc }) => tc_fc)],
];

function ParZone({ resultat, selection, changer, noms, annee }: PropsVue) {
  return (
    <Defile titre="Par zone">
      <table class="tableau par-zone">
        <caption>Les lignes trouvées, réunies par zone, {annee}.</caption>
        <thead>
          <tr>
            <th scope="col">Zone</th>
            {MESURES_DE_ZONE.map(([titre]) => (
              <th key={titre} scope="col" class="nombre">
                {titre}
              </th>
            ))}
            <th scope="col" class="nombre">
              Élèves
            </th>
            <th scope="col">Cinq ans</th>
          </tr>
        </thead>
        <tbody>
          {parZone(resultat.lignes).map((groupe) => (
            <tr key={groupe.cle}>
              <th scope="row">
                <button
                  type="button"
                  class="lien-bouton"
                  onClick={() =>
                    changer({
                      ...selection,
                      vue: 'lignes',
                      facettes: { ...selection.facettes, zone: [groupe.cle] },
                      page: 1,
                    })
                  }
                >
                  {noms.zone[groupe.cle]}
                  <span class="visuellement-cache">, voir ses lignes</span>
                </button>
              </th>
              {MESURES_DE_ZONE.map(([titre, mesurer]) => (
                <td key={titre} class="nombre">
                  <data value={mesurer(groupe).valeur}>{direSomme(mesurer(groupe))}</data>
                </td>
              ))}
              <td class="nombre">
                <data value={groupe.eleves.valeur}>{direSomme(groupe.eleves)}</data>
              </td>
              <td>
                <Etincelle serie={groupe.serie} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defile>
  );
}

/** Les lignes réunies par zone, ou croisées. */
export function Groupes(props: PropsVue) {
  return vueDe(props.selection) === 'zone' ? <ParZone {...props} /> : <Croise {...props} />;
}
