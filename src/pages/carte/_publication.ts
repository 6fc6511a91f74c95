import { createHash } from 'node:crypto';
import { type EcoleLue, situerEcoles } from '../../domain/autour/ecoles.ts';
import {
  empaqueter,
  empaqueterOffre,
  type LigneOffre,
  type PaquetLieux,
} from '../../domain/autour/paquet.ts';
import type { ReglesDeLaCarte } from '../../domain/autour/regles.ts';
import type {
  CentreTechnique,
  CommuneDeLaCarte,
  Implantation,
  OptionSituee,
} from '../../domain/autour/types.ts';
import { carteSchematique } from '../../domain/carte-schematique/carte.ts';
import { communesGeoJson, zonesGeoJson } from '../../domain/carte-schematique/geojson.ts';
import type { RegleCreation } from '../../domain/normes/types.ts';
import {
  CENTRES_SITUES,
  IMPLANTATIONS_SITUEES,
  OPTIONS_SITUEES,
  offreDeLAnnee,
} from '../../query/carte.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { CPU_ECOLES, DENSITES, lireEnVigueur, REGLES_DE_CREATION } from '../../query/regles.ts';
import { COMMUNES, type Commune, ZONES, type Zone } from '../../query/territoire.ts';

/** Un fichier JSON publié sous un nom qui porte son empreinte. */
export interface FichierJson {
  readonly fichier: string;
  readonly corps: string;
}

const empreindre = (nom: string, contenu: unknown): FichierJson => {
  const corps = JSON.stringify(contenu);
  const empreinte = createHash('sha256').update(corps).digest('hex').slice(0, 10);
  return { fichier: `${nom}.${empreinte}`, corps };
};

type OptionLue = Omit<OptionSituee, 'nouveaux'> & { readonly nouveaux: string };

const numeros = (texte: string | null): readonly number[] =>
  (texte ?? '').split(' ').filter(Boolean).map(Number);

async function publier() {
  const moteur = await moteurNode();
  const manifeste = await lireManifeste();
  const { anneesScolaires } = manifeste;
  const zones = await moteur.lire<Zone>(ZONES);
  const communes = await moteur.lire<Commune>(COMMUNES);
  const centres = await moteur.lire<
    Omit<CentreTechnique, 'secteurs'> & { secteurs: string | null }
  >(CENTRES_SITUES);
  const lieux: PaquetLieux = {
    implantations: empaqueter(await moteur.lire<Implantation>(IMPLANTATIONS_SITUEES)),
    communes: empaqueter<Omit<CommuneDeLaCarte, 'slug'>>(
      communes.map(({ commune, zone, codes_postaux, lat, lon }) => ({
        commune,
        zone,
        codesPostaux: codes_postaux.split(' '),
        lat,
        lon,
      })),
    ),
    centres: empaqueter<CentreTechnique>(
      centres.map((centre) => ({
        ...centre,
        secteurs: numeros(centre.secteurs),
      })),
    ),
    options: empaqueter(
      (await moteur.lire<OptionLue>(OPTIONS_SITUEES)).map(
        (option): OptionSituee => ({
          ...option,
          nouveaux: option.nouveaux.split(' ').filter(Boolean),
        }),
      ),
    ),
  };
  const regles: ReglesDeLaCarte = {
    creation: (await lireEnVigueur<RegleCreation>(moteur, REGLES_DE_CREATION, manifeste)).filter(
      ({ objet }) => objet === 'degre',
    ),
    densites: await moteur.lire(DENSITES),
  };
  const ecoles = situerEcoles(await moteur.lire<EcoleLue>(CPU_ECOLES), communes);
  const carte = carteSchematique(communes, zones);
  const offres = [];
  for (const annee of anneesScolaires) {
    const lignes = await moteur.lire<LigneOffre>(offreDeLAnnee(annee));
    const paquet = empaqueterOffre(lignes);
    offres.push({ annee, paquet, fichier: empreindre(`offre-${annee}`, paquet) });
  }
  return {
    zones,
    lieux: { paquet: lieux, fichier: empreindre('lieux', lieux) },
    offres,
    regles: empreindre('regles', regles),
    ecoles: { nombre: ecoles.length, fichier: empreindre('cpu', ecoles) },
    fond: {
      carte,
      fichier: empreindre('fond', { communes: communesGeoJson(carte), zones: zonesGeoJson(carte) }),
    },
  };
}

let publication: ReturnType<typeof publier> | undefined;

/** Ce que la carte publie, calculé une fois pour toutes les pages. */
export function publicationDeLaCarte() {
  publication ??= publier();
  return publication;
}
