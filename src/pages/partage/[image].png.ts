import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { carteSchematique } from '../../domain/carte-schematique/carte.ts';
import { estFictive } from '../../domain/fictions.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { COMMUNES, type Commune, ZONES, type Zone } from '../../query/territoire.ts';
import { imageDePartage } from './_image.ts';

const MENTION = 'Édition de démonstration : effectifs, TC et FC fictifs.';

/** L’image de partage par défaut, et une par zone, nommée par son adresse. */
export const getStaticPaths: GetStaticPaths = async () => {
  const moteur = await moteurNode();
  const zones = await moteur.lire<Zone>(ZONES);
  const carte = carteSchematique(await moteur.lire<Commune>(COMMUNES), zones);
  const mention = estFictive(await lireManifeste()) ? MENTION : '';
  const defaut = {
    titre: 'Quelles options ouvrir, ici, et pourquoi ?',
    texte: 'L’outil d’aide à la décision ouvert de l’enseignement qualifiant.',
  };
  return [
    { params: { image: 'defaut' }, props: { ...defaut, mention, carte } },
    ...zones.map(({ zone, slug, nom }) => ({
      params: { image: slug },
      props: {
        titre: nom,
        texte: `Zone ${zone} : élèves, offre et besoins de l’enseignement qualifiant.`,
        mention,
        carte,
        choisie: zone,
      },
    })),
  ];
};

export const GET: APIRoute<Parameters<typeof imageDePartage>[0]> = async ({ props }) => {
  const png = await sharp(Buffer.from(imageDePartage(props)))
    .resize(1200, 630)
    .png({ palette: true, colours: 32 })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
