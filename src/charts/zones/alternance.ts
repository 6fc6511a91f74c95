import { additionner, estOrganise } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves, partDEffectif } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { phraseAlternance, phraseMasquee } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { ElevesParVoie } from '../../query/zones/voies.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter, secteursDe } from './calculs.ts';

const compter = (rangees: readonly ElevesParVoie[], secteur: number) => {
  const duSecteur = rangees.filter((r) => r.secteur === secteur);
  return {
    effectif: additionner(duSecteur),
    alternance: additionner(duSecteur.filter(({ voie }) => voie !== 'PE')),
  };
};

/** La part de l’alternance, article 45 compris, dans chaque secteur. */
export function figureAlternance(dossier: DossierZones, zone: number): Figure {
  const ici = deZone(dossier.voies, zone);
  const rangees = secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const { effectif, alternance } = compter(ici, secteur);
    const ailleurs = compter(dossier.voies, secteur);
    const cle = `alternance.${secteur}`;
    return {
      cle: String(secteur),
      nom,
      libelle,
      effectif,
      enAlternance: alternance,
      eleves: nbEleves(`${cle}.eleves`, effectif),
      alternance: nbEleves(`${cle}.alternance`, alternance),
      part: partDEffectif(`${cle}.part`, alternance, effectif),
      fwb: partDEffectif(`${cle}.fwb`, ailleurs.alternance, ailleurs.effectif),
    };
  });
  const [premier] = rangees
    .filter(({ enAlternance }) => estOrganise(enAlternance))
    .sort(
      (a, b) =>
        (rapport(b.alternance.valeur, b.eleves.valeur) ?? 0) -
        (rapport(a.alternance.valeur, a.eleves.valeur) ?? 0),
    );
  const constat = premier?.part?.masques
    ? phraseMasquee(additionner(ici))
    : phraseAlternance(
        premier ? { nom: premier.nom, cle: premier.cle, part: premier.part?.valeur ?? 0 } : null,
      );
  return {
    id: 'alternance',
    titre: 'L’alternance par secteur',
    constat,
    dessin: premier
      ? barresDeZone(
          constat,
          rangees.map((r) => ({
            cle: r.cle,
            libelle: r.libelle,
            valeur: r.part,
            etiquette: r.part
              ? `${r.part.texte} de ${effectifCourt(r.effectif)}`
              : estOrganise(r.effectif)
                ? effectifCourt(r.effectif)
                : 'sans élève',
            fwb: r.fwb,
            repere: r.part && r.fwb?.valeur,
          })),
          { repere: 'le même secteur en FWB' },
        )
      : null,
    absence: 'Aucun élève de la zone ne suit une option en alternance.',
    population: 'toutes',
    ...noter(additionner(ici)),
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
    tables: ['occurrences', 'offre', 'options', 'secteurs'],
  };
}
