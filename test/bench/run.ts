import { readdirSync } from 'node:fs';

const bancs = readdirSync(import.meta.dirname)
  .filter((nom) => nom.endsWith('.ts') && nom !== 'run.ts' && !nom.startsWith('_'))
  .map((nom) => nom.replace(/\.ts$/, ''));
const [nom = '', ...options] = process.argv.slice(2);

if (bancs.includes(nom)) {
  const { default: mesurer } = await import(`./${nom}.ts`);
  await mesurer(options);
} else {
  console.error(`Usage : npm run bench -- ${bancs.join(' | ')}`);
  process.exitCode = 2;
}
