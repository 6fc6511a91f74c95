import { normesApplicables } from '../../domain/normes/creation.ts';
import { reglesEnVigueur } from '../../domain/normes/edition.ts';
import type { RegleCreation } from '../../domain/normes/types.ts';
import type { BesoinOption } from '../../domain/tables/besoins.ts';
import { normes_applicables } from '../../domain/tables/normes.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import type { Base, Rangee } from '../base.ts';
import { campagneLue } from '../check/campagne.ts';
import { remplir } from '../sql.ts';

/** Calcule `normes_applicables` : une réponse par option, zone, mode et groupement. */
export async function poserNormes(base: Base): Promise<void> {
  const toutes = await base.lire<RegleCreation>(
    'SELECT * FROM source.normes_creation ORDER BY edition, regle',
  );
  const regles = reglesEnVigueur(toutes, await campagneLue(base));
  const repertoire = await base.lire<Option>(
    'SELECT * EXCLUDE (_ligne) FROM source.options ORDER BY code_obg',
  );
  const zones = await base.lire<{ zone: number }>('SELECT zone FROM source.zones ORDER BY zone');
  const besoins = await base.lire<Pick<BesoinOption, 'zone' | 'code_obg' | 'tc' | 'fc'>>(`
    SELECT zone, code_obg, tc, fc FROM besoins_options
    WHERE annee_scolaire = (SELECT annee_scolaire FROM source.edition)`);
  const parCle = new Map(besoins.map((besoin) => [`${besoin.zone}/${besoin.code_obg}`, besoin]));
  const rangees = repertoire.flatMap((option) =>
    zones.flatMap(({ zone }): Rangee[] => {
      const { tc = null, fc = null } = parCle.get(`${zone}/${option.code_obg}`) ?? {};
      return normesApplicables(regles, option, { tc, fc }).map(({ mode, groupement, norme }) => ({
        code_obg: option.code_obg,
        zone,
        mode,
        groupement,
        edition: norme.edition,
        genre: norme.genre,
        valeur: norme.genre === 'valeur' ? norme.valeur : null,
        autre_valeur: norme.genre === 'valeur' ? (norme.autreValeur ?? null) : null,
        regle: norme.genre === 'non_prevu' ? null : norme.regle,
        motif: norme.motif,
        reference: norme.reference,
      }));
    }),
  );
  await remplir(base, 'main', normes_applicables, rangees);
}
