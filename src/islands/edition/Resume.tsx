import type { Resume as Lu } from '../../edition/resumer.ts';
import { entier } from '../../phrases/nombres.ts';
import { Defile } from '../Defile.tsx';

const NON_CONNU = 'non connu';

/** L’édition composée, zone par zone, la dernière année. */
export function Resume({ titre, annee, zones }: Lu) {
  return (
    <section aria-labelledby="titre-resume">
      <h2 id="titre-resume" tabIndex={-1}>
        Votre édition : {titre}
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
              <th scope="col">Implantations reçues</th>
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
                <td>{options === null ? NON_CONNU : entier(options)}</td>
                <td>
                  {eleves === null ? NON_CONNU : `${tus ? 'au moins ' : ''}${entier(eleves)}`}
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
