import type { TracesDeCarte } from '../../charts/explorer-carte.ts';
import { type EcoleLue, situerEcoles } from '../../domain/autour/ecoles.ts';
import { lieuxDe } from '../../domain/autour/lieux.ts';
import type { LigneOffre } from '../../domain/autour/offre.ts';
import type { ReglesDeLaCarte } from '../../domain/autour/regles.ts';
import { type CarteSchematique, carteSchematique } from '../../domain/carte-schematique/carte.ts';
import { communesGeoJson, zonesGeoJson } from '../../domain/carte-schematique/geojson.ts';
import { ecrireTables, enColonnes } from '../../domain/colonnes.ts';
import type { RegleCreation } from '../../domain/normes/types.ts';
import { offreDeLAnnee } from '../../query/carte.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import type { Moteur } from '../../query/moteur.ts';
import { publierJson, unParMoteur } from '../../query/publication.ts';
import { CPU_ECOLES, DENSITES, lireEnVigueur, REGLES_DE_CREATION } from '../../query/regles.ts';
import { tablesPartagees } from '../../query/tables-partagees.ts';
import { COMMUNES, type Commune, ZONES, type Zone } from '../../query/territoire.ts';

async function publierOffre(moteur: Moteur, annee: string) {
  const lignes = await moteur.lire<LigneOffre>(offreDeLAnnee(annee));
  return { annee, lignes, fichier: await publierJson(`offre-${annee}`, enColonnes(lignes)) };
}

async function publierRegles(moteur: Moteur) {
  const creation = await lireEnVigueur<RegleCreation>(
    moteur,
    REGLES_DE_CREATION,
    await lireManifeste(),
  );
  const regles: ReglesDeLaCarte = {
    creation: creation.filter(({ objet }) => objet === 'degre'),
    densites: await moteur.lire(DENSITES),
  };
  return publierJson('carte-regles', ecrireTables(regles));
}

const tracesDe = ({ largeur, hauteur, communes, zones }: CarteSchematique): TracesDeCarte => ({
  largeur,
  hauteur,
  communes: communes.map(({ commune, trace }) => ({ nom: commune, trace })),
  zones: zones.map(({ zone, trace }) => ({ zone, trace })),
});

const publierCarte = unParMoteur(async (moteur) => {
  const { anneesScolaires } = await lireManifeste();
  const { tables, chemins } = await tablesPartagees(moteur);
  const zones = await moteur.lire<Zone>(ZONES);
  const communes = await moteur.lire<Commune>(COMMUNES);
  const ecoles = situerEcoles(await moteur.lire<EcoleLue>(CPU_ECOLES), communes);
  const carte = carteSchematique(communes, zones);
  const geojson = { communes: communesGeoJson(carte), zones: zonesGeoJson(carte) };
  const offres = [];
  for (const annee of anneesScolaires) offres.push(await publierOffre(moteur, annee));
  return {
    zones,
    lieux: lieuxDe(tables),
    partages: chemins,
    offres,
    regles: await publierRegles(moteur),
    ecoles: { nombre: ecoles.length, fichier: await publierJson('ecoles-cpu', enColonnes(ecoles)) },
    fond: { carte, fichier: await publierJson('carte-fond', geojson) },
    traces: await publierJson('carte-traces', tracesDe(carte)),
  };
});

/** Ce que la carte publie, calculé une fois pour toutes les pages. */
export const publicationDeLaCarte = async () => publierCarte(await moteurNode());
