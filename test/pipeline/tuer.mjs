import promesses from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Tue le processus juste après la n-ième opération de fichier (`OAD_TUER_APRES`). */
const apres = Number(process.env.OAD_TUER_APRES ?? Number.POSITIVE_INFINITY);
let faites = 0;

for (const nom of ['mkdir', 'mkdtemp', 'rename', 'rm', 'stat', 'writeFile', 'readdir']) {
  const operation = promesses[nom];
  promesses[nom] = async (...parametres) => {
    const resultat = await operation(...parametres);
    faites++;
    if (faites >= apres) process.kill(process.pid, 'SIGKILL');
    return resultat;
  };
}
syncBuiltinESMExports();
