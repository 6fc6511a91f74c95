import type { Reporter, TestModule } from 'vitest/node';

/** Finit la sortie par `N passed, M failed`, qu’un fichier illisible compte comme un échec. */
export default class Bilan implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], erreurs: readonly unknown[]): void {
    let passes = 0;
    let echecs = erreurs.length;
    for (const module of modules) {
      echecs += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passes++;
        if (state === 'failed') echecs++;
      }
    }
    process.once('exit', () => console.log(`${passes} passed, ${echecs} failed`));
  }
}
