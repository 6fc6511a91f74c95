import { Symbole } from '../../../components/Besoin.tsx';
import { href } from '../../../config.ts';
import { cleDuBesoin, NON_CONNU } from '../../../domain/besoin.ts';
import type { Trivalent } from '../../../domain/connaissance.ts';
import { type EffectifSuivi, INCONNU } from '../../../domain/effectif.ts';
import {
  type GroupeDeLignes,
  parOption,
  parZone,
  type Somme,
  sommer,
  sommerOccurrences,
} from '../../../domain/filtre/groupes.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { entier } from '../../../phrases/nombres.ts';
import { Surligne } from '../filtres/Surligne.tsx';
import { Croise } from './Croise.tsx';
import { Defile } from './Defile.tsx';
import { Etincelle } from './Etincelle.tsx';
import { Pages } from './Pages.tsx';
import type { PropsVue } from './Vue.tsx';

export const direSomme = ({ valeur, partielle, inconnue }: Somme): string =>
  inconnue ? '?' : `${partielle ? '≥ ' : ''}${entier(valeur)}`;

function direLigne({ occurrences, eleves }: LigneIndicateur): string {
  if (occurrences === null) return 'offre non connue';
  return occurrences === 0 ? 'non organisée' : `${occurrences} occ., ${eleves ?? '?'} élèves`;
}

function CelluleDeZone({ ligne, zone }: { ligne: LigneIndicateur | undefined; zone: string }) {
  if (!ligne) return <td class="petite-cellule petite-vide" />;
  const besoin = cleDuBesoin(ligne);
  const { occurrences, eleves } = ligne;
  const dit = direLigne(ligne);
  const mots = besoin === 'aucun' || besoin === NON_CONNU ? '' : `, ${besoin.toUpperCase()}`;
  return (
    <td class={occurrences ? 'petite-cellule' : 'petite-cellule petite-absente'}>
      <span title={`${zone} : ${dit}${mots}`} aria-hidden="true">
        <Symbole cle={besoin} />
        {occurrences === null ? '?' : occurrences === 0 ? '–' : entier(eleves ?? 0)}
      </span>
      <span class="visuellement-cache">
        {dit}
        {mots}
      </span>
    </td>
  );
}

function ParOption(props: PropsVue) {
  const { resultat, selection, noms, trouvailles, annee } = props;
  const groupes = parOption(resultat.lignes, selection.tri);
  const pages = Math.max(1, Math.ceil(groupes.length / selection.parPage));
  const page = Math.min(selection.page, pages);
  const montres = groupes.slice((page - 1) * selection.parPage, page * selection.parPage);
  const zones = Object.keys(noms.zone).filter(
    (zone) => selection.facettes.zone?.includes(zone) ?? true,
  );
  return (
    <>
      <Defile titre="Options par zone">
        <table class="tableau par-option">
          <caption>
            Élèves par option et par zone, {annee} ; « – » : non organisée
            {resultat.lignes.some((l) => l.occurrences === null) && ' ; « ? » : offre non connue'} ;
            les symboles disent le besoin.
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
                    <a href={href(`/options/${cle}/`)}>
                      <Surligne texte={premiere?.intitule ?? ''} trouvailles={trouvailles} />
                    </a>
                    <span class="sous-ligne">
                      <Surligne texte={cle} trouvailles={trouvailles} />
                      {occurrences > 0 && ` · ${entier(occurrences)} occurrences`}
                    </span>
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

/** Les lignes réunies : par option, par zone, ou croisées. */
export function Groupes(props: PropsVue) {
  if (props.selection.vue === 'option') return <ParOption {...props} />;
  return props.selection.vue === 'zone' ? <ParZone {...props} /> : <Croise {...props} />;
}
