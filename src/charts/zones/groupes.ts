import { additionner, estMasque } from '../../domain/effectif.ts';
import { effectifCourt, nbEleves, partDEffectif } from '../../phrases/effectif.ts';
import { rapport } from '../../phrases/nombres.ts';
import { nbEntier } from '../../phrases/phrase.ts';
import { phraseGroupes, phraseMasquee } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { NomDeGroupe } from '../../query/zones/groupes.ts';
import { type Figure, nombres } from '../figure.ts';
import { barresDeZone } from './barres.ts';
import { deZone, noter, optionsOrganisees, sommeDe } from './calculs.ts';

const MONTRES = 10;
const PREMIERS = 3;

/** Un groupe d’articles 45 et d’urgences n’a pas de nom officiel. */
const nomDe = ({ intitule, secteur_intitule }: NomDeGroupe): string =>
  intitule ?? `Article 45 et urgences (${secteur_intitule})`;

/** Les dix premiers groupes de la zone ; tous sont au tableau. */
export function figureGroupes(dossier: DossierZones, zone: number): Figure {
  const ici = optionsOrganisees(deZone(dossier.options, zone));
  const partout = optionsOrganisees(dossier.options);
  const total = additionner(ici);
  const totalFwb = additionner(partout);
  const rangees = dossier.groupes
    .map((groupe) => {
      const options = ici.filter((o) => o.groupe === groupe.groupe);
      const effectif = additionner(options);
      const ailleurs = additionner(partout.filter((o) => o.groupe === groupe.groupe));
      const cle = `groupes.${groupe.groupe}`;
      return {
        groupe: groupe.groupe,
        nom: nomDe(groupe),
        libelle: `${groupe.groupe} ${nomDe(groupe)}`,
        options: nbEntier(`${cle}.options`, options.length),
        effectif,
        eleves: nbEleves(`${cle}.eleves`, effectif),
        part: partDEffectif(`${cle}.part`, effectif, total),
        fwb: partDEffectif(`${cle}.fwb`, ailleurs, totalFwb),
      };
    })
    .filter(({ options }) => options.valeur > 0)
    .sort((a, b) => b.eleves.valeur - a.eleves.valeur || a.groupe - b.groupe);
  const premiers = rangees.slice(0, PREMIERS);
  const constat = estMasque(total)
    ? phraseMasquee(total)
    : phraseGroupes(
        premiers.map(({ nom }) => nom),
        rapport(
          sommeDe(premiers, (r) => r.eleves.valeur),
          total.eleves,
        ),
      );
  return {
    id: 'groupes',
    titre: 'Par groupe',
    constat,
    dessin:
      rangees.length === 0
        ? null
        : barresDeZone(
            constat,
            rangees.slice(0, MONTRES).map((r) => ({
              cle: String(r.groupe),
              libelle: r.libelle,
              valeur: r.part,
              etiquette: `${effectifCourt(r.effectif)} · ${r.part?.texte ?? '–'}`,
              fwb: r.fwb,
            })),
            { repere: 'part en FWB' },
          ),
    absence: 'Aucun groupe de la zone ne compte d’élève.',
    population: 'toutes',
    ...noter(
      total,
      rangees.length > MONTRES
        ? `Les ${MONTRES} premiers groupes sur ${rangees.length} ; le tableau les donne tous.`
        : '',
    ),
    tableau: {
      titre: 'Élèves par groupe',
      colonnes: [
        { titre: 'Groupe' },
        nombres('Options'),
        nombres('Élèves'),
        nombres('Part'),
        nombres('Part en FWB'),
      ],
      rangees: rangees.map((r) => ({
        cle: String(r.groupe),
        cellules: [r.libelle, r.options, r.eleves, r.part, r.fwb],
      })),
    },
    tables: ['indicateurs', 'occurrences', 'offre', 'options', 'groupes'],
  };
}
