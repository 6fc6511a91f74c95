import { href } from '../../config.ts';
import { anneesEcrites, type Noms } from '../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../domain/filtre/ligne.ts';
import type { Trouvailles } from '../../domain/recherche/options.ts';
import { Besoin, besoinDe } from './Besoin.tsx';
import { Eleves, Occurrences } from './Effectifs.tsx';
import { Norme } from './Norme.tsx';
import { Surligne } from './Surligne.tsx';

interface Props {
  ligne: LigneIndicateur;
  noms: Noms;
  trouvailles: Trouvailles | null;
}

const FILIERES: Readonly<Record<string, string>> = {
  PE: 'PE',
  ALT: 'ALT',
  'PE-ALT': 'PE + ALT',
  art45: 'Article 45',
};

const STATUTS: Readonly<Record<string, string>> = { transformee: 'Transformée', creee: 'Créée' };

function Organisation({ ligne }: { ligne: LigneIndicateur }) {
  const { filiere, annees, forme, reserve } = ligne;
  const suite = [annees && anneesEcrites(annees), forme].filter(Boolean).join(' · ');
  return (
    <>
      {FILIERES[filiere ?? ''] ?? 'non précisé'}
      <span class="sous-ligne">
        {suite}
        {reserve && (
          <>
            {suite && ' · '}
            <abbr title={reserve === 'R' ? 'Option réservée' : 'Option strictement réservée'}>
              {reserve === 'R' ? 'R' : 'R²'}
            </abbr>
          </>
        )}
      </span>
    </>
  );
}

/** Une option dans une zone : une rangée du tableau, une carte sur un téléphone. */
export function Ligne({ ligne, noms, trouvailles }: Props) {
  const raison = trouvailles?.raisons.get(ligne.code_obg);
  const statut = STATUTS[ligne.statut];
  return (
    <tr>
      <td class="c-code">
        <Surligne texte={ligne.code_obg} trouvailles={trouvailles} />
      </td>
      <th scope="row" class="c-option">
        <a href={href(`/options/${ligne.code_obg}/`)}>
          <Surligne texte={ligne.intitule} trouvailles={trouvailles} />
        </a>
        <span class="sous-ligne">
          {ligne.secteur}{' '}
          <Surligne texte={noms.secteur[ligne.secteur] ?? ''} trouvailles={trouvailles} />
          {ligne.groupe % 10 > 0 && ' · '}
          {ligne.groupe % 10 > 0 && (
            <Surligne texte={noms.groupe[ligne.groupe] ?? ''} trouvailles={trouvailles} />
          )}
          {statut && ` · ${statut}${ligne.sous_reserve ? ', sous réserve' : ''}`}
        </span>
        {raison && (
          <span class="sous-ligne">
            <Surligne texte={raison} trouvailles={trouvailles} />
          </span>
        )}
      </th>
      <td class="c-zone">{noms.zone[ligne.zone]}</td>
      <td class="c-organisation">
        <Organisation ligne={ligne} />
      </td>
      {ligne.occurrences === 0 ? (
        <td class="c-absente" colSpan={2}>
          <data value={0}>non organisée</data>
        </td>
      ) : (
        <>
          <td class="c-occurrences">
            <Occurrences ligne={ligne} />
          </td>
          <td class="c-eleves">
            <Eleves ligne={ligne} />
          </td>
        </>
      )}
      <td class="c-besoin">
        <Besoin cle={besoinDe(ligne)} />
      </td>
      <td class="c-norme">
        <Norme ligne={ligne} />
      </td>
    </tr>
  );
}
