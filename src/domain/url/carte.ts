import {
  type Choix,
  CLES_CHOIX,
  type CleChoix,
  type Depart,
  ETAT_INITIAL,
  type EtatCarte,
  lireLieu,
  RAYON_MAX,
  RAYON_MIN,
  TRIS_CARTE,
  VUES_DE_CARTE,
} from '../autour/etat.ts';
import { Ignorees, lireConnues, morceaux } from './ignorees.ts';

/** Ce que l’édition connaît : de quoi reconnaître une valeur impossible. */
export interface ConnuesCarte {
  readonly choix: Readonly<Record<CleChoix, readonly string[]>>;
  readonly annees: readonly string[];
}

export interface AdresseCarte {
  readonly etat: EtatCarte;
  /** Une phrase par valeur ignorée. */
  readonly avis: readonly string[];
}

/** Aucun nom de commune n’est aussi long. */
const NOM_MAX = 80;

/**
 * Lit la partie `?…` d’une adresse de la carte. Une valeur inconnue est ignorée avec un avis ; le
 * numéro FASE et la commune sont pris tels quels : la page dit ce que l’édition en sait.
 */
export function decodeCarte(search: string, connues: ConnuesCarte): AdresseCarte {
  const parametres = new URLSearchParams(search);
  const ignorees = new Ignorees();

  const lire = (cle: string, possibles: readonly string[]): readonly string[] =>
    lireConnues(cle, morceaux(...parametres.getAll(cle)), possibles, ignorees);

  function lireUne<T extends string>(cle: string, possibles: readonly T[], defaut: T): T {
    const [premiere] = lire(cle, possibles);
    return possibles.find((possible) => possible === premiere) ?? defaut;
  }

  function lireRayon(): number {
    const texte = parametres.get('rayon');
    if (texte === null) return ETAT_INITIAL.rayon;
    const rayon = Number(texte.replace(',', '.'));
    if (texte.trim() !== '' && rayon >= RAYON_MIN && rayon <= RAYON_MAX) return rayon;
    ignorees.dire(
      `L’adresse demande un rayon de « ${texte.slice(0, 20)} » km : il va de ${RAYON_MIN} à ${RAYON_MAX} km. ` +
        `La carte prend ${ETAT_INITIAL.rayon} km.`,
    );
    return ETAT_INITIAL.rayon;
  }

  /** Un numéro ou un nom, tel quel s’il peut en être un. */
  function court(cle: string): string {
    const valeur = parametres.get(cle)?.trim() ?? '';
    if (valeur.length <= NOM_MAX) return valeur;
    ignorees.ajouter(cle, valeur);
    return '';
  }

  function lireDepart(): Depart | null {
    const fase = court('implantation') || court('fase');
    if (fase) return { genre: 'implantation', fase };
    const slug = court('commune').toLowerCase();
    if (slug) return { genre: 'commune', slug };
    const texte = parametres.get('lieu');
    const lieu = texte === null ? null : lireLieu(texte);
    if (texte !== null && !lieu) ignorees.ajouter('lieu', texte);
    return lieu;
  }

  const choix: Partial<Record<CleChoix, readonly string[]>> = {};
  for (const cle of CLES_CHOIX) {
    const valeurs = lire(cle, connues.choix[cle]);
    if (valeurs.length > 0) choix[cle] = valeurs;
  }
  const derniere = connues.annees.at(-1) ?? '';
  const annee = lireUne('annee-scolaire', connues.annees, derniere);
  const etat: EtatCarte = {
    depart: lireDepart(),
    rayon: lireRayon(),
    choix,
    annee: annee === derniere ? null : annee,
    anciens: lireUne('anciens', ['oui', 'non'], 'oui') === 'oui',
    tri: lireUne('tri', TRIS_CARTE, ETAT_INITIAL.tri),
    vue: lireUne('vue', VUES_DE_CARTE, ETAT_INITIAL.vue),
  };
  return { etat, avis: ignorees.avis };
}

/** L’année scolaire qu’une adresse demande : de quoi lire son offre avant le reste. */
export function anneeDeLAdresse(search: string, annees: readonly string[]): string {
  const demandee = new URLSearchParams(search).get('annee-scolaire');
  return annees.find((annee) => annee === demandee) ?? annees.at(-1) ?? '';
}

function paireDe(depart: Depart | null): readonly [string, string] {
  if (depart?.genre === 'lieu') return ['lieu', `${depart.lat},${depart.lon}`];
  if (depart?.genre === 'implantation') return ['implantation', encodeURIComponent(depart.fase)];
  return ['commune', encodeURIComponent(depart?.slug ?? '')];
}

const liste = (choix: Choix, cle: CleChoix): string =>
  (choix[cle] ?? []).map(encodeURIComponent).join(',');

const saufDefaut = <T>(valeur: T, defaut: T): string => (valeur === defaut ? '' : String(valeur));

/**
 * Écrit un état dans une adresse, clés dans un ordre fixe, valeurs par défaut omises.
 * Le rayon accompagne toujours un point de départ : l’adresse se lit seule.
 * @returns la chaîne vide, ou `?…`
 */
export function encodeCarte({ depart, rayon, choix, annee, anciens, tri, vue }: EtatCarte): string {
  const [cle, valeur] = paireDe(depart);
  const paires: (readonly [string, string])[] = [
    [cle, valeur],
    ['rayon', depart ? String(rayon) : saufDefaut(rayon, ETAT_INITIAL.rayon)],
    ...CLES_CHOIX.map((c) => [c, liste(choix, c)] as const),
    ['annee-scolaire', annee ?? ''],
    ['anciens', anciens ? '' : 'non'],
    ['tri', saufDefaut(tri, ETAT_INITIAL.tri)],
    ['vue', saufDefaut(vue, ETAT_INITIAL.vue)],
  ];
  const ecrites = paires.filter(([, texte]) => texte !== '');
  return ecrites.length === 0 ? '' : `?${ecrites.map((paire) => paire.join('=')).join('&')}`;
}
