import { additionner, estMasque, estOrganise } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves, partDEffectif } from '../../phrases/effectif.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseMasquee, phraseSecteurs } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter, optionsOrganisees, secteursDe, sommeDe } from './calculs.ts';

/** Les élèves des options par secteur, en part, face à celle de la FWB. */
export function figureSecteurs(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(deZone(dossier.options, zone));
  const partout = optionsOrganisees(dossier.options);
  const total = additionner(ici);
  const totalFwb = additionner(partout);
  const rangees = secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const options = ici.filter((o) => o.secteur === secteur);
    const effectif = additionner(options);
    const ailleurs = additionner(partout.filter((o) => o.secteur === secteur));
    const cle = `secteurs.${secteur}`;
    return {
      secteur,
      nom,
      libelle,
      effectif,
      eleves: nbEleves(`${cle}.eleves`, effectif),
      options: nbEntier(`${cle}.options`, options.length),
      occurrences: nbEntier(
        `${cle}.occurrences`,
        sommeDe(options, (o) => o.occurrences),
      ),
      part: partDEffectif(`${cle}.part`, effectif, total),
      fwb: partDEffectif(`${cle}.fwb`, ailleurs, totalFwb),
    };
  });
  const [premier, ...suivants] = rangees
    .filter(({ effectif }) => estOrganise(effectif))
    .sort((a, b) => b.eleves.valeur - a.eleves.valeur || a.secteur - b.secteur);
  const constat = estMasque(total)
    ? phraseMasquee(total)
    : phraseSecteurs(
        premier
          ? {
              nom: premier.nom,
              cle: String(premier.secteur),
              eleves: premier.effectif,
              part: premier.part?.valeur ?? 0,
              partFwb: premier.fwb?.valeur ?? 0,
            }
          : null,
        suivants.slice(0, 2).map(({ nom }) => nom),
      );
  return {
    id: 'secteurs',
    titre: 'Par secteur',
    constat,
    dessin: premier
      ? barresDeZone(
          constat,
          rangees.map((r) => ({
            cle: String(r.secteur),
            libelle: r.libelle,
            valeur: r.part,
            etiquette: `${effectifCourt(r.effectif)} · ${r.part?.texte ?? '–'}`,
            fwb: r.fwb,
          })),
          { repere: 'part en FWB' },
        )
      : null,
    absence: 'Aucune option de la zone ne compte d’élève.',
    population: 'toutes',
    ...noter(total),
    tableau: {
      titre: 'Options, occurrences et élèves par secteur',
      colonnes: [
        { titre: 'Secteur' },
        nombres('Options'),
        nombres('Occurrences'),
        nombres('Élèves'),
        nombres('Part'),
        nombres('Part en FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: String(r.secteur),
        cellules: [r.libelle, r.options, r.occurrences, r.eleves, r.part, r.fwb],
      })),
    },
    tables: ['indicateurs', 'occurrences', 'offre', 'options', 'secteurs'],
  };
}
