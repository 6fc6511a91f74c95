import type { Reponse, Valeur } from '../domain/explorer/reponse.ts';
import type { Noms } from '../domain/filtre/libelles.ts';
import { direReponse, direValeur, ecrireValeur } from '../phrases/explorer.ts';
import { type Noeud, noeud } from './noeud.ts';
import { CORPS } from './texte.ts';

/** De quoi dessiner les communes et les zones : ce que publie le fichier `carte-traces`. */
export interface TracesDeCarte {
  readonly largeur: number;
  readonly hauteur: number;
  readonly communes: readonly { readonly nom: string; readonly trace: string }[];
  readonly zones: readonly { readonly zone: number; readonly trace: string }[];
}

const CLASSES = 5;
const LEGENDE = 64;
const PASTILLE = 26;

/** La classe d’une valeur : de 1 à 5 selon sa part de la plus grande ; un négatif a les siennes. */
function classeDe(valeur: number, extreme: number): string {
  if (valeur === 0) return 'carte-classe-0';
  const rang = Math.max(1, Math.ceil((Math.abs(valeur) / extreme) * CLASSES));
  return `carte-classe-${valeur < 0 ? 'moins-' : ''}${rang}`;
}

function legende(classes: readonly (readonly [string, string])[], y: number, large: number) {
  const pas = Math.min(190, large / Math.max(1, classes.length));
  return classes.map(([classe, texte], i) =>
    noeud('g', { transform: `translate(${Math.round(i * pas)},${y})` }, [
      noeud('rect', { class: classe, width: PASTILLE, height: 18, rx: 3 }),
      noeud('text', { class: 'legende', x: PASTILLE + 8, y: 14, 'font-size': 2 * CORPS }, [texte]),
    ]),
  );
}

/**
 * La carte d’une réponse : chaque zone ou chaque commune à sa teinte, et sa valeur au survol.
 * Une commune sans ligne reste neutre ; une valeur masquée ou inconnue aussi, et son titre le dit.
 */
export function carteDeReponse(reponse: Reponse, noms: Noms, traces: TracesDeCarte): Noeud {
  const { question, lignes } = reponse;
  const parZone = question.lignes === 'zone';
  const valeurs = new Map<string, Valeur>(lignes.map(({ cle, total }) => [cle, total]));
  const lus = lignes.flatMap(({ total }) => total.valeur ?? []);
  const extreme = Math.max(...lus.map(Math.abs)) || 1;
  const ecrire = (valeur: number) => ecrireValeur({ valeur, masques: 0, etat: 'connu' }, question);
  const dessiner = (cle: string, nom: string, trace: string) => {
    const valeur = valeurs.get(cle);
    const lu = valeur?.valeur ?? null;
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
        `${signe < 0 ? 'dès' : 'jusqu’à'} ${ecrire(entiere ? Math.round(valeur) : valeur)}`,
      ] as const;
    });
  const classes = [
    ...(lus.some((v) => v < 0) ? bornes(-1) : []),
    ...(lus.some((v) => v > 0) ? bornes(1) : []),
  ];
  const hauteur = traces.hauteur + LEGENDE;
  const attributs = {
    viewBox: `0 0 ${traces.largeur} ${hauteur}`,
    role: 'img',
    'aria-label': direReponse(reponse, noms),
    class: 'trace carte-explorer',
  };
  return noeud('svg', attributs, [
    noeud('g', {}, lieux),
    noeud(
      'g',
      { class: 'carte-limites' },
      parZone ? [] : traces.zones.map(({ trace }) => noeud('path', { d: trace })),
    ),
    ...legende(classes, traces.hauteur + 28, traces.largeur),
  ]);
}
