import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNAUX = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const taches = new Set<() => void>();

function toutFaire(): void {
  for (const tache of [...taches].reverse()) {
    try {
      tache();
    } catch {
      // On s’en va : ce qui ne se défait pas ne doit pas empêcher le reste.
    }
  }
  taches.clear();
}

function surSignal(signal: NodeJS.Signals): void {
  toutFaire();
  ecouter('off');
  process.kill(process.pid, signal);
}

function ecouter(geste: 'on' | 'off'): void {
  process[geste]('exit', toutFaire);
  for (const signal of SIGNAUX) process[geste](signal, surSignal);
}

/**
 * Confie ce qui est à faire si le processus s’en va avant d’avoir fini : signal, fin ou erreur.
 * @param tache sans attente : il n’y a plus le temps
 * @returns de quoi reprendre la tâche, une fois le travail fini
 */
export function enPartant(tache: () => void): () => void {
  if (taches.size === 0) ecouter('on');
  taches.add(tache);
  return () => {
    if (taches.delete(tache) && taches.size === 0) ecouter('off');
  };
}

/** Un dossier provisoire de la machine, effacé à la demande et, sinon, au départ du processus. */
export function dossierProvisoire(prefixe: string): { chemin: string; effacer: () => void } {
  const chemin = mkdtempSync(join(tmpdir(), prefixe));
  const effacer = () => rmSync(chemin, { recursive: true, force: true });
  const oublier = enPartant(effacer);
  return {
    chemin,
    effacer: () => {
      effacer();
      oublier();
    },
  };
}
