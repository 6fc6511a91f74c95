import { entier, part } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseSecteurs } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import { barres } from '../barres.ts';
import { type Figure, nombres } from '../figure.ts';
import { deZone, organisees, partDe, secteursDe, somme } from './calculs.ts';

/** Les élèves des options par secteur, en part, face à celle de la FWB. */
export function figureSecteurs(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone));
  const partout = organisees(dossier.options);
  const total = somme(ici, (o) => o.eleves);
  const totalFwb = somme(partout, (o) => o.eleves);
  const rangees = secteursDe(dossier).map(({ secteur, nom, libelle }) => {
    const options = ici.filter((o) => o.secteur === secteur);
    const eleves = somme(options, (o) => o.eleves);
    const ailleurs = somme(
      partout.filter((o) => o.secteur === secteur),
      (o) => o.eleves,
    );
    const cle = `secteurs.${secteur}`;
    return {
      secteur,
      nom,
      libelle,
      eleves: nbEntier(`${cle}.eleves`, eleves),
      options: nbEntier(`${cle}.options`, options.length),
      occurrences: nbEntier(
        `${cle}.occurrences`,
        somme(options, (o) => o.occurrences),
      ),
      part: partDe(`${cle}.part`, eleves, total),
      fwb: partDe(`${cle}.fwb`, ailleurs, totalFwb),
    };
  });
  const [premier, ...suivants] = rangees
    .filter(({ eleves }) => eleves.valeur > 0)
    .sort((a, b) => b.eleves.valeur - a.eleves.valeur || a.secteur - b.secteur);
  const constat = phraseSecteurs(
    premier
      ? {
          nom: premier.nom,
          cle: String(premier.secteur),
          eleves: premier.eleves.valeur,
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
      ? (largeur) =>
          barres(
            rangees.map((r) => ({
              cle: String(r.secteur),
              libelle: r.libelle,
              valeur: r.part?.valeur ?? 0,
              etiquette: `${entier(r.eleves.valeur)} · ${part(r.part?.valeur ?? 0)}`,
              repere: r.fwb?.valeur,
              repereEcrit: r.fwb?.texte,
            })),
            { largeur, constat: enTexte(constat), repere: 'part en FWB' },
          )
      : null,
    absence: 'Aucune option de la zone ne compte d’élève.',
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
    tables: ['offre', 'options', 'secteurs'],
  };
}
