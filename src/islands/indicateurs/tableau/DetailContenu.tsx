import { Symbole } from '../../../components/Besoin.tsx';
import { href } from '../../../config.ts';
import { auMoinsSuivi, type EffectifSuivi, estBorne, INCONNU } from '../../../domain/effectif.ts';
import { type DetailDesLignes, metiersDe } from '../../../domain/filtre/detail.ts';
import { anneesEcrites, libelle, type Noms } from '../../../domain/filtre/libelles.ts';
import type { LigneIndicateur } from '../../../domain/filtre/ligne.ts';
import { borneEcrite } from '../../../phrases/effectif.ts';
import { tendanceEnPhrase } from '../../../phrases/indicateurs.ts';
import { entier } from '../../../phrases/nombres.ts';
import { typographie } from '../../../phrases/typographie.ts';
import { Defile } from '../../Defile.tsx';
import { Trait } from './Etincelle.tsx';
import { Norme } from './Norme.tsx';

interface Props {
  ligne: LigneIndicateur;
  noms: Noms;
  annee: string;
  detail: DetailDesLignes;
}

function cellule(eleves: EffectifSuivi | undefined) {
  if (eleves === INCONNU) return <td class="nombre discret">non connus</td>;
  if (estBorne(eleves)) return <td class="nombre">{borneEcrite(eleves)}</td>;
  return eleves === null || eleves === undefined ? (
    <td class="nombre">masqués</td>
  ) : (
    <td class="nombre">
      <data value={eleves}>{eleves === 0 ? '–' : entier(eleves)}</data>
    </td>
  );
}

/** La somme de deux effectifs d’une même année : ce qui manque à l’un manque à la somme. */
function ajouter(a: EffectifSuivi, b: EffectifSuivi): EffectifSuivi {
  if (a === INCONNU || b === INCONNU) return INCONNU;
  if (a === null || b === null) return null;
  if (a === 0 || b === 0) return a === 0 ? b : a;
  const somme = auMoinsSuivi(a) + auMoinsSuivi(b);
  return estBorne(a) || estBorne(b) ? `≥${somme}` : somme;
}

/** Les élèves de la ligne par année d’étude, ceux de chaque code qu’elle réunit ajoutés. */
function effectifsDe({ ligne, detail }: Props): [etude: number, eleves: EffectifSuivi[]][] {
  const codes = ligne.parts.length > 0 ? ligne.parts.map((p) => p.code_obg) : [ligne.code_obg];
  const parEtude = new Map<number, EffectifSuivi[]>();
  for (const { code, zone, etude, eleves } of detail.effectifs) {
    if (zone !== ligne.zone || !codes.includes(code)) continue;
    const avant = parEtude.get(etude);
    parEtude.set(
      etude,
      eleves.map((n, i) => (avant ? ajouter(n, avant[i] ?? null) : n)),
    );
  }
  return [...parEtude].sort(([a], [b]) => a - b);
}

function Eleves(props: Props) {
  const { ligne, detail } = props;
  const rangees = effectifsDe(props);
  const { annees } = detail;
  if (rangees.length === 0) {
    const connue = !ligne.serie.includes(INCONNU);
    return (
      <p>
        {connue
          ? `Aucun élève dans cette zone depuis ${annees[0]}.`
          : 'Élèves non connus : les inscriptions de la zone ne sont pas dans cette édition.'}
      </p>
    );
  }
  return (
    <>
      <p class="detail-tendance">
        <Trait
          serie={ligne.serie}
          rupture={ligne.rupture?.place ?? null}
          largeur={140}
          hauteur={36}
        />
        <span>{typographie(tendanceEnPhrase(ligne, annees.slice(-ligne.serie.length)))}</span>
      </p>
      <Defile titre="Élèves par année d’étude">
        <table class="tableau detail-eleves">
          <caption class="visuellement-cache">
            Élèves au 15 janvier, par année d’étude et année scolaire
          </caption>
          <thead>
            <tr>
              <th scope="col">Année d’étude</th>
              {annees.map((annee) => (
                <th key={annee} scope="col" class="nombre">
                  {annee}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rangees.map(([etude, eleves]) => (
              <tr key={etude}>
                <th scope="row">{etude ? `${etude}e` : 'non dite'}</th>
                {eleves.map(cellule)}
              </tr>
            ))}
            <tr>
              <th scope="row">Ensemble</th>
              {annees.map((_, i) =>
                cellule(
                  rangees.reduce<EffectifSuivi>(
                    (n, [, eleves]) => ajouter(n, eleves[i] ?? null),
                    0,
                  ),
                ),
              )}
            </tr>
          </tbody>
        </table>
      </Defile>
    </>
  );
}

function Metiers({ ligne, detail }: Props) {
  const metiers = metiersDe(detail, ligne.code_obg, ligne.zone);
  if (metiers.length === 0) return <p>Aucun métier n’est relié à cette option.</p>;
  return (
    <ul class="detail-metiers">
      {metiers.map(({ nom, tc, fc }) => (
        <li key={nom}>
          {nom}
          {tc && (
            <span class="besoin besoin-tc">
              <Symbole cle="tc" />
              TC de la zone
            </span>
          )}
          {fc && (
            <span class="besoin besoin-fc">
              <Symbole cle="fc" />
              FC {fc}
            </span>
          )}
          {!tc && !fc && (
            <span class="petit discret">
              {ligne.tc === null || ligne.fc === null
                ? 'TC ou FC non connue ici'
                : 'ni TC ni FC ici'}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Lien(props: { mot: string; code: string; intitule: string; depuis: string | null }) {
  const { mot, code, intitule, depuis } = props;
  return (
    <p>
      {mot} <a href={href(`/options/${code}/`)}>{`${code} ${intitule}`}</a>
      {depuis && ` depuis ${depuis}`}.
    </p>
  );
}

function Statut({ ligne, noms, detail }: Props) {
  const { code_obg } = ligne;
  const option = detail.options.find(({ code }) => code === code_obg);
  const { remplacements } = detail;
  return (
    <>
      <p>
        {libelle('statut', ligne.statut, noms)}
        {ligne.sous_reserve && ', sous réserve'}
        {ligne.annees && `, en ${anneesEcrites(ligne.annees)}`}.
        {ligne.profils.length > 0 && ` Profil ${ligne.profils.join(', ')}.`}
      </p>
      {remplacements
        .filter(({ nouveau }) => nouveau === code_obg)
        .map(({ ancien, intitule_ancien, depuis }) => (
          <Lien
            key={ancien}
            mot="Remplace"
            code={ancien}
            intitule={intitule_ancien}
            {...{ depuis }}
          />
        ))}
      {remplacements
        .filter(({ ancien }) => ancien === code_obg)
        .map(({ nouveau, intitule_nouveau, depuis }) => (
          <Lien
            key={nouveau}
            mot="Remplacée par"
            code={nouveau}
            intitule={intitule_nouveau}
            {...{ depuis }}
          />
        ))}
      {option?.note && <p>{typographie(option.note)}</p>}
      {option && <p class="petit discret">Source : {typographie(option.source)}</p>}
    </>
  );
}

/** La norme et son motif, les élèves, les métiers, le statut, et où aller ensuite. */
export function DetailContenu(props: Props) {
  const { ligne, noms, annee, detail } = props;
  const derniere = detail.annees.at(-1);
  const zone = noms.zone[ligne.zone];
  const de = `option=${ligne.code_obg}`;
  return (
    <>
      <div class="detail-grille">
        <div class="detail-large">
          <h3>Élèves, {zone}</h3>
          <Eleves {...props} />
        </div>
        <div>
          <h3>Norme de création</h3>
          <Norme ligne={ligne} />
          <h3>Métiers</h3>
          <Metiers {...props} />
        </div>
        <div>
          <h3>Statut</h3>
          <Statut {...props} />
        </div>
      </div>
      {annee !== derniere && (
        <p class="petit">Les métiers en TC et en FC sont ceux des listes de {derniere}.</p>
      )}
      <p class="detail-liens">
        <a href={href(`/options/${ligne.code_obg}/`)}>L’option dans les dix zones</a>
        <a href={href(`/carte/?${de}&zone=${ligne.zone}`)}>Sur la carte</a>
        <a href={href(`/procedure/normes/?${de}&zone=${ligne.zone}`)}>Calculer la norme</a>
        <a href={href(`/dossier/?${de}`)}>Dans mon dossier</a>
      </p>
    </>
  );
}
