import { type Reponse, type Valeur, valeurSure } from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import { direReponse, direValeur, ecrireValeur } from '../phrases/explorer.ts';
import { type Noeud, noeud } from './noeud.ts';
import { CORPS, largeurTexte } from './texte.ts';

/** De quoi dessiner les communes et les zones : ce que publie le fichier `carte-traces`. */
export interface TracesDeCarte {
  readonly largeur: number;
  readonly hauteur: number;
  readonly communes: readonly { readonly nom: string; readonly trace: string }[];
  readonly zones: readonly { readonly zone: number; readonly trace: string }[];
}

const CLASSES = 5;
const RANG = 22;
const PASTILLE = 20;

/** La classe d’une valeur : de 1 à 5 selon sa part de la plus grande ; un négatif a les siennes. */
function classeDe(valeur: number, extreme: number): string {
  if (valeur === 0) return 'carte-classe-0';
  const rang = Math.max(1, Math.ceil((Math.abs(valeur) / extreme) * CLASSES));
  return `carte-classe-${valeur < 0 ? 'moins-' : ''}${rang}`;
}

function legende(
  classes: readonly (readonly [string, string])[],
  haut: number,
  largeur: number,
): { readonly noeuds: readonly Noeud[]; readonly bas: number } {
  let [x, y] = [0, haut];
  const noeuds = classes.map(([classe, texte]) => {
    const large = PASTILLE + largeurTexte(texte) + 26;
    if (x > 0 && x + large > largeur) [x, y] = [0, y + RANG];
    const ici = [x, y];
    x += large;
    return noeud('g', { transform: `translate(${ici.map(Math.round).join()})` }, [
      noeud('rect', { class: classe, width: PASTILLE, height: 14, rx: 3 }),
      noeud('text', { class: 'legende', x: PASTILLE + 6, y: 12, 'font-size': CORPS }, [texte]),
    ]);
  });
  return { noeuds, bas: y + RANG };
}

/**
 * La carte d’une réponse : chaque zone ou chaque commune à sa teinte, et sa valeur au survol.
 * Une commune sans ligne reste neutre ; une valeur masquée ou inconnue aussi, et son titre le dit.
 * @param largeur de la figure, en pixels
 */
export function carteDeReponse(
  reponse: Reponse,
  noms: Noms,
  traces: TracesDeCarte,
  largeur: number,
): Noeud {
  const { question, lignes } = reponse;
  const parZone = question.lignes === 'zone';
  const valeurs = new Map<string, Valeur>(lignes.map(({ cle, total }) => [cle, total]));
  const lus = lignes.flatMap(({ total }) => valeurSure(total) ?? []);
  const extreme = Math.max(...lus.map(Math.abs)) || 1;
  const ecrire = (valeur: number) => ecrireValeur({ valeur, masques: 0, etat: 'connu' }, question);
  const dessiner = (cle: string, nom: string, trace: string) => {
    const valeur = valeurs.get(cle);
    const lu = valeur ? valeurSure(valeur) : null;
    const dit = valeur ? ecrireValeur(valeur, question) : 'aucune ligne';
    return noeud(
      'path',
      { class: lu === null ? 'carte-neutre' : classeDe(lu, extreme), d: trace },
      [noeud('title', {}, [`${nom} : ${dit}`])],
    );
  };
  const lieux = parZone
    ? traces.zones.map(({ zone, trace }) => {
        const cle = String(zone);
        return dessiner(cle, direValeur('zone', { cle, nom: cle }, noms), trace);
      })
    : traces.communes.map(({ nom, trace }) => dessiner(nom, nom, trace));
  const bornes = (signe: 1 | -1): (readonly [string, string])[] =>
    [1, 3, 5].map((rang) => {
      const valeur = signe * (rang / CLASSES) * extreme;
      const entiere = question.part === 'non' && Math.abs(extreme) > CLASSES;
      return [
        classeDe(valeur, extreme),
        `jusqu’à ${ecrire(entiere ? Math.trunc(valeur) : valeur)}`,
      ] as const;
    });
  const neutres = lieux.some(({ attributs }) => attributs.class === 'carte-neutre');
  const echelle = largeur / traces.largeur;
  const { noeuds, bas } = legende(
    [
      ...(lus.some((v) => v < 0) ? bornes(-1) : []),
      ...(lus.includes(0) ? [['carte-classe-0', '0'] as const] : []),
      ...(lus.some((v) => v > 0) ? bornes(1) : []),
      ...(neutres ? [['carte-neutre', 'aucune ligne, masqué ou non connu'] as const] : []),
    ],
    Math.round(traces.hauteur * echelle) + 14,
    largeur,
  );
  const attributs = {
    viewBox: `0 0 ${largeur} ${bas}`,
    role: 'img',
    'aria-label': direReponse(reponse, noms),
    class: 'trace carte-explorer',
  };
  return noeud('svg', attributs, [
    noeud('g', { transform: `scale(${echelle.toFixed(4)})` }, [
      ...lieux,
      noeud(
        'g',
        { class: 'carte-limites' },
        parZone ? [] : traces.zones.map(({ trace }) => noeud('path', { d: trace })),
      ),
    ]),
    ...noeuds,
  ]);
}
