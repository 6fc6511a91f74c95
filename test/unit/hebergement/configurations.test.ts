import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersDePages, htaccess, nginx } from '../../../pipelines/hebergement/configurations.ts';
import { dureeDeCache, ENTETES } from '../../../pipelines/hebergement/entetes.ts';

const MODELE = '.github/hebergement/nginx.conf';
const ecrits = {
  _headers: headersDePages('/oad/'),
  '.htaccess': htaccess('/oad/'),
  'nginx.conf': nginx({ base: '/oad/', racine: '/srv/oad/dist', ecoute: '80' }),
};

describe('une seule liste d’en-têtes pour tous les hébergements', () => {
  test.each(Object.entries(ecrits))('%s les porte tous, mot pour mot', (_nom, texte) => {
    for (const [nom, valeur] of Object.entries(ENTETES)) {
      const ligne = texte.split('\n').find((candidate) => candidate.includes(nom));
      expect(ligne, nom).toContain(valeur);
    }
    expect(texte).toContain('max-age=31536000, immutable');
  });

  test('le modèle nginx du dépôt est celui que le code écrit', () => {
    expect(readFileSync(MODELE, 'utf8')).toBe(ecrits['nginx.conf']);
  });

  test('seuls les noms à empreinte sont gardés un an', () => {
    expect(dureeDeCache('/_astro/Base.C3iRnoj4.css')).toContain('immutable');
    expect(dureeDeCache('/data/offre.151bb3d6f3.parquet')).toContain('immutable');
    for (const chemin of ['/', '/zones/liege/', '/data/manifest.json', '/sw.js', '/icone.svg']) {
      expect(dureeDeCache(chemin), chemin).toBe('no-cache');
    }
  });
});
