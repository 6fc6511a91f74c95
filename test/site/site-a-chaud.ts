import { dev } from 'astro';

/** Ce que ce processus attend ; il y répond par l’adresse où lire les pages. */
export interface Montrer {
  /** Le dossier public de l’édition, avec ses données. */
  readonly publies: string;
}

interface Serveur {
  readonly environments: Readonly<Record<string, object>>;
}

let vite: Serveur | undefined;
let ouvert: ReturnType<typeof dev> | undefined;

/** Les modules qui ont lu l’édition d’avant s’oublient ; leur code, lui, reste traduit. */
function oublier(): void {
  for (const environnement of Object.values(vite?.environments ?? {})) {
    if ('runner' in environnement) {
      (environnement.runner as { clearCache(): void }).clearCache();
    }
  }
}

const ouvrir = () =>
  dev({
    logLevel: 'error',
    vite: {
      cacheDir: 'node_modules/.cache/oad-a-chaud',
      plugins: [
        {
          name: 'prise',
          configureServer(serveur) {
            vite = serveur;
          },
        },
      ],
    },
  });

process.on('message', async ({ publies }: Montrer) => {
  process.env.OAD_PUBLIC = publies;
  oublier();
  ouvert ??= ouvrir();
  const { address } = await ouvert;
  process.send?.(`http://localhost:${address.port}/`);
});
