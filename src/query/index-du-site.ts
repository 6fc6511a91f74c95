import type { Entree } from '../domain/recherche/site.ts';
import type { Moteur } from './moteur.ts';
import { requete } from './moteur.ts';

const OPTIONS = requete(
  `SELECT o.code_obg AS code, o.intitule, o.annees, s.intitule AS secteur,
     (SELECT string_agg(m.intitule, '|' ORDER BY m.intitule)
      FROM options_metiers l JOIN metiers m ON m.metier = l.metier
      WHERE l.code_obg = o.code_obg) AS metiers,
     (SELECT string_agg(u.ancien || ' ' || a.intitule, '|' ORDER BY u.ancien)
      FROM successions u JOIN options a ON a.code_obg = u.ancien
      WHERE u.nouveau = o.code_obg) AS anciens
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
  metiers: string | null;
  anciens: string | null;
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

const morceaux = (texte: string | null): readonly string[] => texte?.split('|') ?? [];

/**
 * Tout ce qu’un visiteur peut chercher dans le site.
 * @param pages le titre, le chemin et d’autres mots de chaque page
 */
export async function indexDuSite(
  moteur: Moteur,
  pages: readonly { readonly titre: string; readonly chemin: string; readonly mots: string }[],
): Promise<readonly Entree[]> {
  const options = await moteur.lire<OptionLue>(OPTIONS);
  const zones = await moteur.lire<ZoneLue>(ZONES);
  const communes = await moteur.lire<CommuneLue>(COMMUNES);
  const implantations = await moteur.lire<ImplantationLue>(IMPLANTATIONS);
  const termes = await moteur.lire<TermeLu>(TERMES);
  return [
    ...pages.map((p): Entree => ['page', `page ${p.chemin}`, p.titre, 'page', [p.mots], p.chemin]),
    ...zones.map((z): Entree => ['zone', `zone ${z.zone}`, z.nom, 'zone', [], `/zones/${z.slug}/`]),
    ...options.map(
      (o): Entree => [
        'option',
        o.code,
        o.intitule,
        `${o.code} · ${o.annees === '7' ? '7e année · ' : ''}${o.secteur}`,
        [...morceaux(o.metiers), ...morceaux(o.anciens)],
        `/options/${o.code}/`,
      ],
    ),
    ...communes.map(
      (c): Entree => [
        'commune',
        `nis${c.nis}`,
        c.commune,
        `commune de la zone ${c.nom}`,
        [c.codes_postaux],
        `/zones/${c.slug}/`,
      ],
    ),
    ...implantations.map(
      (i): Entree => [
        'implantation',
        i.fase,
        i.nom,
        `implantation ${i.fase}, ${i.code_postal} ${i.commune}`,
        [i.fase_etablissement],
        `/implantations/${i.fase}/`,
      ],
    ),
    ...termes.map(
      (t): Entree => [
        'terme',
        `terme ${t.ancre}`,
        t.terme,
        t.forme_longue ?? 'mot du glossaire',
        [],
        `/glossaire/#${t.ancre}`,
      ],
    ),
  ];
}
