import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const projet = (nom: string, reste: object = {}) => ({
  extends: true as const,
  test: { name: nom, include: [`test/${nom}/**/*.test.ts`], ...reste },
});

export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    env: { TZ: 'Europe/Brussels', LC_ALL: 'fr_BE.UTF-8' },
    // Un test de navigateur attend plus qu’il ne calcule.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 180_000,
    hookTimeout: 400_000,
    // Une seconde, la valeur de vitest, ne suffit pas à une page quand les autres tests tiennent la machine.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      projet('unit'),
      projet('pipeline'),
      projet('site', { globalSetup: 'test/site/global.ts' }),
    ],
  },
});
