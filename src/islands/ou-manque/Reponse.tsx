import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ColonnesDeContexte, ecrireTableau } from '../../charts/csv.ts';
import type { Tableau } from '../../charts/figure.ts';
import { href } from '../../config.ts';
import { classeDePortee, type Portee, porteeDe } from '../../domain/autour/portee.ts';
import type { RechercheDePortee } from '../../domain/url/portee.ts';
import { enKm } from '../../phrases/distance.ts';
import { compte } from '../../phrases/nombres.ts';
import { constatDePortee, noteDePortee } from '../../phrases/portee.ts';
import { avecPrefixe, typographie } from '../../phrases/typographie.ts';
import { Citer } from '../Citer.tsx';
import { Emporter } from '../explorer/Emporter.tsx';
import type { OffreLue } from '../lireOffre.ts';
import { peindreCommunes } from './peindre.ts';
import type { PropsOuManque } from './props.ts';

export { lireOffre } from '../lireOffre.ts';

interface Props extends PropsOuManque {
  readonly donnees: OffreLue;
  readonly recherche: RechercheDePortee;
  /** « 2115 Technicien en usinage » ; vide : le code n’est pas au répertoire. */
  readonly titre: string;
}

const PAS = 20;

const tableauDe = (
  titre: string,
  portees: readonly Portee[],
  { zones, sansOffre }: Pick<Props, 'zones' | 'sansOffre'>,
): Tableau => ({
  titre,
  colonnes: [
    { titre: 'Commune' },
    { titre: 'Zone' },
    { titre: 'Implantation la plus proche' },
    { titre: 'FASE' },
    { titre: sansOffre > 0 ? 'Distance au plus (km)' : 'Distance (km)', nombre: true },
  ],
  rangees: portees.map(({ commune, proche, metres }) => ({
    cle: commune.slug,
    cellules: [
      commune.commune,
      zones.find(({ zone }) => zone === commune.zone)?.nom ?? '',
      proche.nom,
      proche.id,
      { cle: `${commune.slug}.km`, valeur: metres / 1000, texte: enKm(metres / 1000, false) },
    ],
  })),
});

/** La liste des communes, de la plus éloignée à la plus proche. */
function Communes({ portees, zones }: { portees: readonly Portee[]; zones: Props['zones'] }) {
  const [suite, montrer] = useState({ portees, montrees: PAS });
  const montrees = suite.portees === portees ? suite.montrees : PAS;
  return (
    <>
      <div class="defile">
        <table class="ou-manque-liste">
          <caption>De la commune la plus éloignée à la plus proche</caption>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col">La plus proche</th>
              <th scope="col" class="nombre">
                Distance
              </th>
            </tr>
          </thead>
          <tbody>
            {portees.slice(0, montrees).map(({ commune, proche, metres }) => (
              <tr key={commune.slug} data-classe={classeDePortee(metres)}>
                <th scope="row">
                  {commune.commune}{' '}
                  <span class="discret">
                    {zones.find(({ zone }) => zone === commune.zone)?.nom}
                  </span>
                </th>
                <td>
                  <a href={href(`/implantations/${proche.id}/`)}>{proche.nom}</a>
                </td>
                <td class="nombre">
                  <data value={metres}>{enKm(metres / 1000, false)}</data>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {portees.length > montrees && (
        <p>
          <button
            type="button"
            class="bouton bouton-leger"
            onClick={() => montrer({ portees, montrees: montrees + PAS })}
          >
            Montrer {compte(Math.min(PAS, portees.length - montrees), 'commune')} de plus
          </button>
        </p>
      )}
    </>
  );
}

/** Ce que la carte et la liste disent d’une option. */
export function Reponse(props: Props) {
  const { donnees, recherche, titre, zones, prefixe, annee, edition, sansOffre } = props;
  const { option, caractere, zone } = recherche;
  const toutes = useMemo(
    () => porteeDe(donnees.lieux, donnees.offre, option, caractere),
    [donnees, option, caractere],
  );
  const portees = useMemo(
    () =>
      toutes
        .filter(({ commune }) => zone === null || commune.zone === zone)
        .toSorted((a, b) => b.metres - a.metres),
    [toutes, zone],
  );
  const nom = zones.find((une) => une.zone === zone)?.nom ?? '';
  const constat = titre
    ? constatDePortee(portees, { titre, caractere, zone: nom, complete: sansOffre === 0 })
    : `Le répertoire n’a pas d’option ${option}. Choisissez-en une ci-dessus.`;
  useEffect(() => peindreCommunes(toutes, zone, constat), [toutes, zone]);
  const note = noteDePortee(sansOffre, zones.length, portees.length > 0);
  const cle = `ou-manque-${option}`;
  const contexte: ColonnesDeContexte = [
    ...props.contexte,
    ['option', titre],
    ['caractère', caractere ?? 'les deux'],
    ...(note ? ([['note', note]] as const) : []),
  ];
  return (
    <>
      <div class="ou-manque-constat">
        <p class="constat" role="status">
          {typographie(avecPrefixe(prefixe, constat))}
        </p>
        {note && <p class="message">{typographie(note)}</p>}
      </div>
      {portees.length > 0 && (
        <section class="ou-manque-communes" aria-label="Les communes">
          <Communes portees={portees} zones={zones} />
          <div class="ou-manque-actions pas-imprime">
            <Emporter
              nom={cle}
              ecrire={() => ecrireTableau(tableauDe(titre, portees, props), contexte)}
            />
            <Citer titre={`Où manque ${titre}`} cle={cle} {...{ annee, edition, prefixe }} />
            <a href={href(`/options/${option}/`)}>La page de l’option</a>
          </div>
        </section>
      )}
    </>
  );
}
