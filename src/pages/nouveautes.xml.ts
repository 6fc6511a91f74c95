import type { APIRoute } from 'astro';
import journal from '../../CHANGELOG.md?raw';
import { href, NOM_DU_SITE } from '../config.ts';
import { estFictive } from '../domain/fictions.ts';
import { lireJournal } from '../domain/journal.ts';
import { lireManifeste, moteurNode } from '../query/engine.node.ts';
import { NOUVEAUTES, type Nouveaute } from '../query/nouveautes.ts';
import { type EntreeDuFil, filAtom } from './_fil.ts';

/** Le fil des nouveautés : les mises à jour des données, puis les versions datées du site. */
export const GET: APIRoute = async ({ site }) => {
  const manifeste = await lireManifeste();
  const moteur = await moteurNode();
  const mention = estFictive(manifeste) ? 'Édition de démonstration. ' : '';
  const donnees = (await moteur.lire<Nouveaute>(NOUVEAUTES)).map(
    ({ date, titre, detail }): EntreeDuFil => ({
      cle: `donnees ${date} ${titre}`,
      titre: `Données : ${titre}`,
      texte: `${mention}${detail ?? titre}`,
      date,
    }),
  );
  const versions = lireJournal(journal).flatMap(({ nom, date, rubriques }): EntreeDuFil[] => {
    const texte = rubriques.map(({ titre, points }) => `${titre} : ${points.join(' ')}`).join('\n');
    return date ? [{ cle: `site ${nom}`, titre: `Site : version ${nom}`, texte, date }] : [];
  });
  const adresse = (chemin: string): string =>
    site ? new URL(href(chemin), site).href : href(chemin);
  const fil = filAtom(
    `Nouveautés d’${NOM_DU_SITE}`,
    manifeste.edition.editeur,
    { page: adresse('/nouveautes/'), fil: adresse('/nouveautes.xml') },
    [...donnees, ...versions].sort((a, b) => (a.date < b.date ? 1 : -1)),
  );
  return new Response(fil, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
