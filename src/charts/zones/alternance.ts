import { entier, part, rapport } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseAlternance } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { ElevesParVoie } from '../../query/zones/voies.ts';
import { barres } from '../barres.ts';
import { type Figure, nombres } from '../figure.ts';
import { deZone, partDe, secteursDe, somme } from './calculs.ts';

const compter = (rangees: readonly ElevesParVoie[], secteur: number) => {
  const duSecteur = rangees.filter((r) => r.secteur === secteur);
  return {
    eleves: somme(duSecteur, (r) => r.eleves),
    alternance: somme(
      duSecteur.filter(({ voie }) => voie !== 'PE'),
      (r) => r.eleves,
    ),
  };
};

/** La part de l’alternance, article 45 compris, dans chaque secteur. */
export function figureAlternance(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.voies, zone);
  const rangees = secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const { eleves, alternance } = compter(ici, secteur);
    const ailleurs = compter(dossier.voies, secteur);
    const cle = `alternance.${secteur}`;
    return {
      cle: String(secteur),
      nom,
      libelle,
      eleves: nbEntier(`${cle}.eleves`, eleves),
      alternance: nbEntier(`${cle}.alternance`, alternance),
      part: partDe(`${cle}.part`, alternance, eleves),
      fwb: partDe(`${cle}.fwb`, ailleurs.alternance, ailleurs.eleves),
    };
  });
  const [premier] = rangees
    .filter(({ alternance }) => alternance.valeur > 0)
    .sort(
      (a, b) =>
        (rapport(b.alternance.valeur, b.eleves.valeur) ?? 0) -
        (rapport(a.alternance.valeur, a.eleves.valeur) ?? 0),
    );
  const constat = phraseAlternance(
    premier ? { nom: premier.nom, cle: premier.cle, part: premier.part?.valeur ?? 0 } : null,
  );
  return {
    id: 'alternance',
    titre: 'L’alternance par secteur',
    constat,
    dessin: premier
      ? (largeur) =>
          barres(
            rangees.map((r) => ({
              cle: r.cle,
              libelle: r.libelle,
              valeur: r.part?.valeur ?? 0,
              etiquette: r.part
                ? `${part(r.part.valeur)} de ${entier(r.eleves.valeur)}`
                : 'sans élève',
              repere: r.part && r.fwb?.valeur,
              repereEcrit: r.fwb?.texte,
            })),
            { largeur, constat: enTexte(constat), repere: 'le même secteur en FWB' },
          )
      : null,
    absence: 'Aucun élève de la zone ne suit une option en alternance.',
    tableau: {
      titre: 'Élèves en alternance par secteur, article 45 compris',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Élèves'),
        nombres('En alternance'),
        nombres('Part'),
        nombres('Part en FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: r.cle,
        cellules: [r.libelle, r.eleves, r.alternance, r.part, r.fwb],
      })),
    },
    tables: ['offre', 'options', 'secteurs'],
  };
}
