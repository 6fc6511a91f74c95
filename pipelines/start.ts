import { spawnSync } from 'node:child_process';
import { servir } from './serve.ts';

const executer = (script: string, ...options: string[]): void => {
  const { status } = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const base = `/${(process.env.OAD_BASE ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/');
const port = Number(process.env.PORT ?? 4321);

executer('pipelines/cli.ts', 'build', ...process.argv.slice(2));
executer('node_modules/astro/bin/astro.mjs', 'build');

const ouvrir = async (essai: number): Promise<string> => {
  try {
    return (await servir('dist', base, essai)).adresse;
  } catch (cause) {
    const occupe = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (occupe && essai !== 0) return ouvrir(0);
    throw cause;
  }
};
console.log(`\nLe site est à cette adresse : ${await ouvrir(port)}`);
