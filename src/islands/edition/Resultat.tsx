import type { Assemblee } from '../../edition/assembler.ts';
import type { OptionDite } from '../../edition/import/dites.ts';
import { compte } from '../../phrases/nombres.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Rapport } from './Rapport.tsx';
import { Resume } from './Resume.tsx';

const MONTRES = 30;

interface Props {
  readonly lue: Assemblee;
  readonly surReponse: (nom: string, option: OptionDite) => void;
}

function Problemes({ problemes }: Pick<Assemblee, 'problemes'>) {
  if (problemes.length === 0) return null;
  const erreurs = problemes.filter(({ gravite }) => gravite === 'erreur').length;
  const titre =
    erreurs > 0
      ? `${compte(erreurs, 'erreur')} à corriger : l’édition ne se compose pas`
      : compte(problemes.length, 'avertissement');
  return (
    <details open={erreurs > 0}>
      <summary>{titre}</summary>
      <ul>
        {problemes.slice(0, MONTRES).map(({ code, fichier, ligne, colonne, valeur, message }) => (
          <li key={`${code} ${fichier} ${ligne} ${colonne} ${valeur}`}>
            {typographie(
              `${fichier}${ligne ? `, ligne ${ligne}` : ''}${colonne ? `, colonne « ${colonne} »` : ''} : ${message}`,
            )}
          </li>
        ))}
      </ul>
      {problemes.length > MONTRES && <p>Et {compte(problemes.length - MONTRES, 'autre')}.</p>}
    </details>
  );
}

/** Ce que des fichiers déposés ont donné : le résumé d’abord, puis chaque fichier. */
export default function Resultat({ lue, surReponse }: Props) {
  return (
    <div class="edition-resultat">
      {lue.resume && <Resume {...lue.resume} />}
      <Problemes problemes={lue.problemes} />
      <h2>Vos fichiers</h2>
      {lue.rapports.map((rapport) => (
        <Rapport
          key={rapport.nom}
          rapport={rapport}
          surReponse={(option) => surReponse(rapport.nom, option)}
        />
      ))}
    </div>
  );
}
