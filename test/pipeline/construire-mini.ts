import { construire } from '../../pipelines/construire.ts';

await construire([process.env.OAD_MINI ?? ''], process.env.OAD_SORTIE ?? '');
