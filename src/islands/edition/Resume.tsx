import type { Resume as Lu } from '../../edition/resumer.ts';
import { MASQUE } from '../../phrases/effectif.ts';
import { entier } from '../../phrases/nombres.ts';
import { Defile } from '../Defile.tsx';

const NON_CONNU = 'non connu';

const ecrire = (nombre: number | null, minimum: boolean): string =>
  nombre === null ? NON_CONNU : `${minimum ? 'au moins ' : ''}${entier(nombre)}`;

/** L’édition composée, zone par zone, la dernière année. */
export function Resume({ titre, annee, zones }: Lu) {
  return (
    <section aria-labelledby="titre-resume">
      <h2 id="titre-resume" tabIndex={-1}>
        Votre édition{titre && `\u00a0: ${titre}`}
      </h2>
      <Defile titre={`Votre édition, ${annee}`}>
        <table>
          <caption>
            Ce que vos fichiers disent de chaque zone en {annee}. Rien n’est gardé : fermer la page
            l’efface.
          </caption>
          <thead>
            <tr>
              <th scope="col">Zone</th>
              <th scope="col">Implantations</th>
              <th scope="col">Options organisées</th>
              <th scope="col">Élèves</th>
              <th scope="col">Effectifs</th>
            </tr>
          </thead>
          <tbody>
            {zones.map(({ zone, nom, implantations, options, eleves, tus, etat }) => (
              <tr key={zone}>
                <th scope="row">{nom}</th>
                <td>{entier(implantations)}</td>
                <td>{ecrire(options, etat === 'partiel')}</td>
                <td>
                  {eleves === null && tus ? MASQUE : ecrire(eleves, tus || etat === 'partiel')}
                </td>
                <td>
                  {etat === 'inconnu' ? NON_CONNU : etat === 'partiel' ? 'en partie' : 'connus'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defile>
    </section>
  );
}
