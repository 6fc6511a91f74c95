import { useMemo } from 'preact/hooks';
import { type CleBesoin, NON_CONNU } from '../domain/besoin.ts';
import {
  calculerNormes,
  ETAT_VIDE,
  type EtatNormes,
  ecrireEtatNormes,
  lireEtatNormes,
  normaliser,
} from '../domain/calculs/normes.ts';
import type { TablesDuCalcul } from '../domain/calculs/tables.ts';
import { relireTables } from '../domain/colonnes.ts';
import type { Densite } from '../domain/normes/distance.ts';
import { groupementsPossibles, modesPossibles } from '../domain/normes/modes.ts';
import { DENSITE_EN_MOTS, GROUPEMENT_EN_MOTS, MODE_EN_MOTS } from '../phrases/regles.ts';
import { majuscule } from '../phrases/typographie.ts';
import { useEtatDAdresse } from './calculs/adresse.ts';
import { AvisDAdresse, Gestes, Liste, Nombre } from './calculs/Champs.tsx';
import { Resultats } from './calculs/Resultats.tsx';

export interface PropsCalculNormes {
  /** JSON de `TablesDuCalcul`, par colonnes. */
  readonly donnees: string;
  readonly zones: readonly string[];
  readonly fictive: boolean;
  /** Le jour où se compte la norme de création, en lettres. */
  readonly comptage: string;
  /** Ce que la campagne dit d’une norme préférentielle qui demande TC et FC. */
  readonly sansDerogation: string;
}

const BESOINS: readonly { readonly valeur: CleBesoin; readonly texte: string }[] = [
  { valeur: NON_CONNU, texte: 'Je ne sais pas' },
  { valeur: 'aucun', texte: 'Ni TC ni FC' },
  { valeur: 'tc', texte: 'TC seule' },
  { valeur: 'fc', texte: 'FC seule' },
  { valeur: 'tc-fc', texte: 'TC et FC' },
];

/** Choisir une option et un cas : la norme pour la créer, pour ouvrir le degré, pour la garder. */
export default function CalculNormes(props: PropsCalculNormes) {
  const { donnees, zones, fictive, comptage, sansDerogation } = props;
  const tables = useMemo(() => relireTables<TablesDuCalcul>(JSON.parse(donnees)), []);
  const { etat, avis, pret, pour, changer } = useEtatDAdresse<EtatNormes>(
    ETAT_VIDE,
    (search) => lireEtatNormes(search, tables, zones.length),
    ecrireEtatNormes,
  );
  const mettre = (morceau: Partial<EtatNormes>): void =>
    changer(normaliser({ ...etat, ...morceau }, tables.options));
  const reponse = calculerNormes(tables, etat);
  const modes = reponse ? modesPossibles(reponse.option) : (['PE'] as const);
  const groupements = reponse ? groupementsPossibles(reponse.option) : (['seule'] as const);
  return (
    <div class="calcul carte-cadre" data-pret={pret} data-pour={pour}>
      <form class="calcul-formulaire" onSubmit={(e) => e.preventDefault()}>
        <div class="calcul-large">
          <Liste
            id="calcul-option"
            nom="Option"
            valeur={etat.option}
            choix={[
              { valeur: '', texte: 'Choisissez une option' },
              ...tables.options.map(({ code_obg, intitule, annees }) => ({
                valeur: code_obg,
                texte: `${code_obg} ${annees === '7' ? '7e ' : ''}${intitule}`,
              })),
            ]}
            changer={(option) => mettre({ option })}
          />
        </div>
        <Liste
          id="calcul-zone"
          nom="Zone"
          valeur={`${etat.zone ?? ''}`}
          choix={[
            { valeur: '', texte: 'Sans zone\u00a0: je choisis le besoin' },
            ...zones.map((nom, i) => ({ valeur: String(i + 1), texte: nom })),
          ]}
          changer={(zone) => mettre({ zone: Number(zone) || null })}
        />
        {etat.zone === null && (
          <Liste
            id="calcul-besoin"
            nom="Besoin"
            valeur={etat.besoin}
            choix={BESOINS}
            changer={(besoin) => mettre({ besoin })}
          />
        )}
        <Liste
          id="calcul-mode"
          nom="Organisation"
          valeur={etat.mode}
          choix={modes.map((valeur) => ({ valeur, texte: majuscule(MODE_EN_MOTS[valeur]) }))}
          changer={(mode) => mettre({ mode })}
        />
        {groupements.length > 1 && (
          <Liste
            id="calcul-groupement"
            nom="Cours de 7e"
            valeur={etat.groupement}
            choix={groupements.map((valeur) => ({
              valeur,
              texte: majuscule(GROUPEMENT_EN_MOTS[valeur]),
            }))}
            changer={(groupement) => mettre({ groupement })}
          />
        )}
        {reponse?.option.type_7e === 'PB' && (
          <Liste
            id="calcul-cges"
            nom="Avis du CGES"
            valeur={etat.avisCges ? 'oui' : 'non'}
            choix={[
              { valeur: 'non', texte: 'Aucun' },
              { valeur: 'oui', texte: 'Pour compléter une offre' },
            ]}
            changer={(avis) => mettre({ avisCges: avis === 'oui' })}
          />
        )}
        <Liste
          id="calcul-commune"
          nom="Commune"
          valeur={etat.commune}
          choix={[
            { valeur: '', texte: 'Sans commune' },
            ...tables.communes
              .filter(
                ({ commune, zone }) => [null, zone].includes(etat.zone) || commune === etat.commune,
              )
              .map(({ commune: valeur }) => ({ valeur, texte: valeur })),
          ]}
          changer={(commune) => mettre({ commune })}
        />
        {etat.commune === '' && (
          <Liste
            id="calcul-densite"
            nom="Densité"
            aide="Au recensement publié le 1er octobre 2001."
            valeur={etat.densite ?? ''}
            choix={[
              { valeur: '', texte: 'Non précisée' },
              ...tables.densites.map(({ densite }) => ({
                valeur: densite as Densite,
                texte: majuscule(DENSITE_EN_MOTS[densite] ?? densite),
              })),
            ]}
            changer={(densite) => mettre({ densite: densite || null })}
          />
        )}
        <Nombre
          id="calcul-km"
          nom="Distance"
          aide="De l’école de même caractère la plus proche qui a ce degré, dans cette forme."
          valeur={etat.km}
          max={200}
          pas="0.1"
          unite="km"
          changer={(km) => mettre({ km })}
        />
      </form>
      <AvisDAdresse avis={avis} />
      <div aria-live="polite">
        {reponse ? (
          <Resultats
            reponse={reponse}
            etat={etat}
            zone={zones[(etat.zone ?? 0) - 1] ?? null}
            fictive={fictive}
            comptage={comptage}
            sansDerogation={sansDerogation}
          />
        ) : (
          <p class="calcul-attente">Choisissez une option{'\u00a0'}: sa norme s’affiche ici.</p>
        )}
      </div>
      {reponse && <Gestes />}
    </div>
  );
}
