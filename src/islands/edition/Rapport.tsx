import type { RapportDeFichier } from '../../edition/assembler.ts';
import { type OptionDite, optionsDites } from '../../edition/import/dites.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Defile } from '../Defile.tsx';

const MONTRES = 50;

interface Props {
  readonly rapport: RapportDeFichier;
  readonly surReponse: (option: OptionDite) => void;
}

type Fichier = NonNullable<RapportDeFichier['rendu']>['fichiers'][number];

const direComptes = ({ recues, entrees, reunies, ecartees }: Fichier): string =>
  typographie(
    `${compte(recues, 'ligne reçue', 'lignes reçues')} : ${compte(entrees, 'entrée')}, ` +
      `${compte(reunies, 'réunie')} à une autre, ${compte(ecartees, 'écartée')}.`,
  );

function Ecartees({ rejets }: Pick<Fichier, 'rejets'>) {
  if (rejets.length === 0) return null;
  const reste = rejets.length - MONTRES;
  return (
    <details>
      <summary>{compte(rejets.length, 'ligne écartée', 'lignes écartées')}</summary>
      <Defile titre="Lignes écartées">
        <table>
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Colonne</th>
              <th scope="col">Valeur</th>
              <th scope="col">Pourquoi, et que faire</th>
            </tr>
          </thead>
          <tbody>
            {rejets.slice(0, MONTRES).map(({ ligne, colonne, code, valeur, raison }) => (
              <tr key={`${ligne} ${code} ${valeur}`}>
                <td>{ligne}</td>
                <td>{colonne}</td>
                <td>{valeur}</td>
                <td>{typographie(raison)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defile>
      {reste > 0 && <p class="petit">Et {compte(reste, 'autre')}.</p>}
    </details>
  );
}

/** Ce qu’un fichier déposé est devenu, et de quoi répondre à ce qu’il demande. */
export function Rapport({ rapport, surReponse }: Props) {
  const { nom, genre, entre, dit, rendu } = rapport;
  const arrets = rendu ? [...rendu.questions, ...rendu.obstacles] : [dit];
  const options = entre ? [] : optionsDites(arrets.join(' '));
  return (
    <section class="edition-fichier" aria-label={nom}>
      <h3>
        {nom} <small class="discret">{genre ?? 'non reconnu'}</small>
      </h3>
      {!entre && (
        <p class="message message-erreur">
          {typographie(`Pas entré. ${rendu ? 'Voici ce que la lecture en donne :' : ''}`.trim())}
        </p>
      )}
      {rendu?.fichiers.map((fichier) => (
        <div key={fichier.fichier}>
          <p>{typographie(direComptes(fichier))}</p>
          {fichier.remarques.map((remarque) => (
            <p class="petit" key={remarque}>
              {typographie(remarque)}
            </p>
          ))}
          <Ecartees rejets={fichier.rejets} />
        </div>
      ))}
      {!entre && arrets.map((arret) => <p key={arret}>{typographie(arret)}</p>)}
      {options.length > 0 && (
        <p class="edition-reponses">
          {options.map((option) => (
            <button
              type="button"
              class="bouton"
              key={`${option.nom} ${option.valeur}`}
              onClick={() => surReponse(option)}
            >
              {option.nom} {option.valeur}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
