import { PAGES_CHERCHEES } from '../config.ts';
import { enColonnes } from '../domain/colonnes.ts';
import type { Manifeste } from '../domain/manifeste.ts';
import type { EntreeDuSite } from '../domain/recherche/site.ts';
import type { Moteur } from './moteur.ts';
import { requete } from './moteur.ts';
import { publierJson, unParMoteur } from './publication.ts';
import { lireFormations } from './regles.ts';

const OPTIONS = requete(
  `SELECT o.code_obg AS code, o.intitule, o.annees, s.intitule AS secteur
   FROM options o JOIN secteurs s ON s.secteur = o.secteur ORDER BY code`,
);
const ZONES = requete('SELECT zone, slug, nom FROM zones ORDER BY zone');
const COMMUNES = requete(
  `SELECT c.nis, c.commune, c.codes_postaux, z.slug, z.nom
   FROM communes c JOIN zones z ON z.zone = c.zone ORDER BY c.commune, c.nis`,
);
const IMPLANTATIONS = requete(
  `SELECT fase_implantation AS fase, fase_etablissement, nom, commune, code_postal
   FROM implantations ORDER BY fase`,
);
const TERMES = requete('SELECT ancre, terme, forme_longue FROM glossaire ORDER BY ancre');

interface OptionLue {
  code: string;
  intitule: string;
  annees: string | null;
  secteur: string;
}
type ZoneLue = { zone: number; slug: string; nom: string };
type CommuneLue = {
  nis: string;
  commune: string;
  codes_postaux: string;
  slug: string;
  nom: string;
};
type ImplantationLue = {
  fase: string;
  fase_etablissement: string;
  nom: string;
  commune: string;
  code_postal: string;
};
type TermeLu = { ancre: string; terme: string; forme_longue: string | null };

async function entreesDuSite(
  moteur: Moteur,
  manifeste: Pick<Manifeste, 'edition'>,
): Promise<readonly EntreeDuSite[]> {
  const options = await moteur.lire<OptionLue>(OPTIONS);
  const zones = await moteur.lire<ZoneLue>(ZONES);
  const communes = await moteur.lire<CommuneLue>(COMMUNES);
  const implantations = await moteur.lire<ImplantationLue>(IMPLANTATIONS);
  const termes = await moteur.lire<TermeLu>(TERMES);
  const formations = await lireFormations(moteur, manifeste);
  return [
    ...formations.map(
      ({ regle, precision, reference }): EntreeDuSite => ({
        genre: 'formation',
        cle: `formation ${regle}`,
        titre: precision.charAt(0).toUpperCase() + precision.slice(1),
        precision: `ne se programme pas · ${reference}`,
        mots: [],
        chemin: '/procedure/perimetre/#titre-ne-peut',
      }),
    ),
    ...PAGES_CHERCHEES.map(
      ({ titre, chemin, mots }): EntreeDuSite => ({
        genre: 'page',
        cle: `page ${chemin}`,
        titre,
        precision: 'page',
        mots: [mots],
        chemin,
      }),
    ),
    ...zones.map(
      ({ zone, nom, slug }): EntreeDuSite => ({
        genre: 'zone',
        cle: `zone ${zone}`,
        titre: nom,
        precision: 'zone',
        mots: [],
        chemin: `/zones/${slug}/`,
      }),
    ),
    ...options.map(
      ({ code, intitule, annees, secteur }): EntreeDuSite => ({
        genre: 'option',
        cle: code,
        titre: intitule,
        precision: `${code} · ${annees === '7' ? '7e année · ' : ''}${secteur}`,
        mots: [],
        chemin: `/options/${code}/`,
      }),
    ),
    ...communes.map(
      ({ nis, commune, codes_postaux, slug, nom }): EntreeDuSite => ({
        genre: 'commune',
        cle: `nis${nis}`,
        titre: commune,
        precision: `commune de la zone ${nom}`,
        mots: [codes_postaux],
        chemin: `/zones/${slug}/`,
      }),
    ),
    ...implantations.map(
      ({ fase, fase_etablissement, nom, commune, code_postal }): EntreeDuSite => ({
        genre: 'implantation',
        cle: fase,
        titre: nom,
        precision: `implantation ${fase}, ${code_postal} ${commune}`,
        mots: [fase_etablissement],
        chemin: `/implantations/${fase}/`,
      }),
    ),
    ...termes.map(
      ({ ancre, terme, forme_longue }): EntreeDuSite => ({
        genre: 'terme',
        cle: `terme ${ancre}`,
        titre: terme,
        precision: forme_longue ?? 'mot du glossaire',
        mots: [],
        chemin: `/glossaire/#${ancre}`,
      }),
    ),
  ];
}

/** Tout ce qu’un visiteur peut chercher dans le site. */
export const indexDuSite = unParMoteur(async (moteur, manifeste: Pick<Manifeste, 'edition'>) =>
  publierJson('recherche', enColonnes(await entreesDuSite(moteur, manifeste))),
);
