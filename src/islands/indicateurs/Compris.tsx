import { href } from '../../config.ts';
import { avecLeLieu } from '../../domain/filtre/entendre.ts';
import type { Selection } from '../../domain/filtre/selection.ts';
import { creerChercherFormations, type Formation } from '../../domain/recherche/formations.ts';
import type { Lieu } from '../../domain/recherche/lieux.ts';
import type { OptionDuRepertoire } from '../../domain/recherche/options.ts';
import { enMots } from '../../domain/recherche/texte.ts';
import { direLieux, direQueFaire } from '../../phrases/recherche.ts';
import { typographie } from '../../phrases/typographie.ts';
import { deNom } from '../../phrases/zones/noms.ts';
import { FormationsExclues } from '../FormationsExclues.tsx';
import type { Changer } from './adresse.ts';
import type { PropsIndicateurs } from './props.ts';
import type { EtatDeReponse } from './reponse.ts';

interface Props
  extends Pick<EtatDeReponse, 'nommes' | 'trouvailles' | 'repertoire'>,
    Pick<PropsIndicateurs, 'noms'> {
  /** Les formations qui ne se programment pas. */
  formations: readonly Formation[];
  /** Ce que le visiteur a tapé, et ce qui s’en comprend. */
  selection: Selection;
  entendue: Selection;
  changer: Changer;
  zones: readonly string[];
}

/** Au-delà, la carte n’aurait plus rien de choisi. */
const OPTIONS_MAX = 12;
const LIEUX_MAX = 3;

function versLaCarte({ genre, cle }: Lieu, codes: readonly string[]): string {
  const depart = `${genre === 'commune' ? 'commune' : 'implantation'}=${cle}`;
  const options = codes.length > 0 && codes.length <= OPTIONS_MAX ? `&option=${codes.join()}` : '';
  return href(`/carte/?${depart}${options}`);
}

/** Le lieu que la question nomme : ce qu’il est, et ce qui l’entoure. */
function DuLieu({ nommes, trouvailles, noms, selection, changer, zones }: Props) {
  const dit = nommes && direLieux(nommes, noms.zone);
  if (!nommes || !dit) return null;
  const petits = nommes.lieux.filter(({ genre }) => genre !== 'zone');
  return (
    <p class="compris">
      {typographie(dit)}{' '}
      {nommes.ambigu && nommes.zones.length === 1 && (
        <button
          type="button"
          class="lien-bouton"
          onClick={() => changer(avecLeLieu(selection, zones, nommes))}
        >
          N’en voir que la zone
        </button>
      )}{' '}
      {petits.length <= LIEUX_MAX &&
        petits.map((lieu) => (
          <>
            <a href={versLaCarte(lieu, nommes.reste ? (trouvailles?.codes ?? []) : [])}>
              Autour {deNom(lieu.nom)}, sur la carte
            </a>{' '}
          </>
        ))}
    </p>
  );
}

/** L’option dont le code est tapé, ou la seule trouvée, quand on ne peut pas la demander. */
function empechee({ trouvailles, repertoire, entendue }: Props): OptionDuRepertoire | undefined {
  const tapes = enMots(entendue.q);
  const [seule, ...autres] = trouvailles?.codes ?? [];
  return repertoire?.options.find(
    (option) =>
      direQueFaire(option) !== '' &&
      (tapes.includes(option.code) || (option.code === seule && autres.length === 0)),
  );
}

/** Ce que la question veut dire, quand les lignes seules ne le montrent pas. */
export function Compris(props: Props) {
  const { repertoire, formations, entendue } = props;
  if (!repertoire || props.selection.q.trim() === '') return null;
  const option = empechee(props);
  const exclues = creerChercherFormations(formations, repertoire.estDUnIntitule)(entendue.q);
  return (
    <div role="status">
      <DuLieu {...props} />
      {option && (
        <p class="message">
          {typographie(direQueFaire(option))}{' '}
          <a href={href(`/options/${option.nouveaux[0] ?? option.code}/`)}>
            {option.nouveaux.length > 0 ? `Voir ${option.nouveaux[0]}` : 'Sa page dit pourquoi'}
          </a>
        </p>
      )}
      <FormationsExclues exclues={exclues} />
    </div>
  );
}
