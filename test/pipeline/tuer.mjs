import fichiers from 'node:fs';
import promesses from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** Tue le processus juste après la n-ième opération de fichier (`OAD_TUER_APRES`). */
const apres = Number(process.env.OAD_TUER_APRES ?? Number.POSITIVE_INFINITY);
let faites = 0;

function compter() {
  faites++;
  if (faites >= apres) process.kill(process.pid, 'SIGKILL');
}

for (const nom of ['mkdir', 'mkdtemp', 'rename', 'rm', 'stat', 'writeFile', 'readdir']) {
  const operation = promesses[nom];
  promesses[nom] = async (...parametres) => {
    const resultat = await operation(...parametres);
    compter();
    return resultat;
  };
}
for (const nom of ['linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'writeFileSync']) {
  const operation = fichiers[nom];
  fichiers[nom] = (...parametres) => {
    const resultat = operation(...parametres);
    compter();
    return resultat;
  };
}
syncBuiltinESMExports();
