import { Symbole } from '../../../components/Besoin.tsx';
import { href } from '../../../config.ts';
import { cleDuBesoin, NON_CONNU } from '../../../domain/besoin.ts';
import { estBorne } from '../../../domain/effectif.ts';
import { elevesDe, parOption, type Somme } from '../../../domain/filtre/groupes.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { borneEcrite, MASQUE } from '../../../phrases/effectif.ts';
import { accord, compte, entier } from '../../../phrases/nombres.ts';
import { typographie } from '../../../phrases/typographie.ts';
import { Defile } from '../../Defile.tsx';
import { Surligne } from '../filtres/Surligne.tsx';
import { Pages } from './Pages.tsx';
import type { PropsVue } from './Vue.tsx';

export const direSomme = ({ valeur, partielle, inconnue }: Somme): string =>
  inconnue ? '?' : `${partielle ? '≥ ' : ''}${entier(valeur)}`;

function direEffectif(ligne: LigneIndicateur): string {
  const eleves = elevesDe(ligne);
  if (estBorne(eleves)) return `${borneEcrite(eleves)} élèves`;
  return typeof eleves === 'number' ? compte(eleves, 'élève') : `effectif ${MASQUE}`;
}

function direLigne(ligne: LigneIndicateur): string {
  const { occurrences } = ligne;
  if (occurrences === null) return 'offre non connue';
  if (occurrences === 0) return 'non organisée';
  return `${compte(occurrences, 'occurrence')}, ${direEffectif(ligne)}`;
}

function nombreDe(ligne: LigneIndicateur): string {
  if (ligne.occurrences === null) return '?';
  if (ligne.occurrences === 0) return '–';
  const eleves = elevesDe(ligne);
  if (estBorne(eleves)) return eleves;
  return typeof eleves === 'number' ? entier(eleves) : 'm.';
}

/** Ce que veulent dire les cellules sans nombre. */
function legendeDe(lignes: readonly LigneIndicateur[], vides: boolean): string {
  const signes = [
    lignes.some((l) => l.occurrences === 0) && '« – » : non organisée',
    lignes.some((l) => l.occurrences === null) && '« ? » : offre non connue',
    lignes.some((l) => l.occurrences && elevesDe(l) === null) && '« m. » : effectif masqué',
    lignes.some((l) => estBorne(elevesDe(l))) && '« < » et « ≥ » : ce que la source en dit',
    vides && 'vide : hors des filtres',
  ];
  return signes.filter(Boolean).join(' ; ');
}

function CelluleDeZone({ ligne, zone }: { ligne: LigneIndicateur | undefined; zone: string }) {
  if (!ligne) return <td class="petite-cellule petite-vide" />;
  const besoin = cleDuBesoin(ligne);
  const { occurrences } = ligne;
  const dit = direLigne(ligne);
  const mots = besoin === 'aucun' || besoin === NON_CONNU ? '' : `, ${besoin.toUpperCase()}`;
  return (
    <td class={occurrences ? 'petite-cellule' : 'petite-cellule petite-absente'}>
      <span title={`${zone} : ${dit}${mots}`} aria-hidden="true">
        <span class="en-carte">{zone}</span>
        <Symbole cle={besoin} />
        {nombreDe(ligne)}
      </span>
      <span class="visuellement-cache">
        {dit}
        {mots}
      </span>
    </td>
  );
}

/** Une option par rangée, ses élèves et son besoin dans chaque zone. */
export function ParOption(props: PropsVue) {
  const { resultat, selection, noms, trouvailles, annee } = props;
  const groupes = parOption(resultat.lignes, selection.tri, trouvailles !== null);
  // La page arrive avec ses seules premières options.
  const pages = Math.max(1, Math.ceil(resultat.options / selection.parPage));
  const page = Math.min(selection.page, pages);
  const montres = groupes.slice((page - 1) * selection.parPage, page * selection.parPage);
  const zones = Object.keys(noms.zone).filter(
    (zone) => selection.facettes.zone?.includes(zone) ?? true,
  );
  const vides = montres.some(({ lignes }) => lignes.length < zones.length);
  const legende = legendeDe(resultat.lignes, vides);
  return (
    <>
      <Defile titre="Options par zone">
        <table class="tableau par-option">
          <caption>
            {typographie(
              `Élèves par option et par zone, ${annee} ; ${legende} ; les symboles disent le besoin.`,
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              {zones.map((zone) => (
                <th key={zone} scope="col" class="petite-cellule">
                  {noms.zone[zone]}
                </th>
              ))}
              <th scope="col" class="nombre">
                Ensemble
              </th>
            </tr>
          </thead>
          <tbody>
            {montres.map(({ cle, lignes, occurrences, eleves }) => {
              const [premiere] = lignes;
              return (
                <tr key={cle}>
                  <th scope="row">
                    <Surligne texte={cle} trouvailles={trouvailles} />{' '}
                    <a href={href(`/options/${cle}/`)}>
                      <Surligne texte={premiere?.intitule ?? ''} trouvailles={trouvailles} />
                    </a>
                  </th>
                  {zones.map((zone) => (
                    <CelluleDeZone
                      key={zone}
                      zone={noms.zone[zone] ?? ''}
                      ligne={lignes.find((ligne) => String(ligne.zone) === zone)}
                    />
                  ))}
                  <td class="nombre">
                    <data value={eleves.valeur}>{direSomme(eleves)}</data>
                    {occurrences > 0 && (
                      <span class="sous-ligne">
                        {entier(occurrences)} {accord(occurrences, 'occurrence')}
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Defile>
      <Pages {...props} page={page} pages={pages} />
    </>
  );
}
