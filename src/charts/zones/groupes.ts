import { entier, part, rapport } from '../../phrases/nombres.ts';
import { enTexte, nbEntier } from '../../phrases/phrase.ts';
import { phraseGroupes } from '../../phrases/zones/eleves.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { NomDeGroupe } from '../../query/zones/groupes.ts';
import { barres } from '../barres.ts';
import { type Figure, nombres } from '../figure.ts';
import { deZone, organisees, partDe, somme } from './calculs.ts';

const MONTRES = 10;
const PREMIERS = 3;

/** Un groupe d’articles 45 et d’urgences n’a pas de nom officiel. */
const nomDe = ({ intitule, secteur_intitule }: NomDeGroupe): string =>
  intitule ?? `Article 45 et urgences (${secteur_intitule})`;

/** Les dix premiers groupes de la zone ; tous sont au tableau. */
export function figureGroupes(dossier: DossierZones, zone: number): Figure {
  const ici = organisees(deZone(dossier.options, zone));
  const partout = organisees(dossier.options);
  const total = somme(ici, (o) => o.eleves);
  const totalFwb = somme(partout, (o) => o.eleves);
  const rangees = dossier.groupes
    .map((groupe) => {
      const options = ici.filter((o) => o.groupe === groupe.groupe);
      const eleves = somme(options, (o) => o.eleves);
      const ailleurs = somme(
        partout.filter((o) => o.groupe === groupe.groupe),
        (o) => o.eleves,
      );
      const cle = `groupes.${groupe.groupe}`;
      return {
        groupe: groupe.groupe,
        nom: nomDe(groupe),
        libelle: `${groupe.groupe} ${nomDe(groupe)}`,
        options: nbEntier(`${cle}.options`, options.length),
        eleves: nbEntier(`${cle}.eleves`, eleves),
        part: partDe(`${cle}.part`, eleves, total),
        fwb: partDe(`${cle}.fwb`, ailleurs, totalFwb),
      };
    })
    .filter(({ options }) => options.valeur > 0)
    .sort((a, b) => b.eleves.valeur - a.eleves.valeur || a.groupe - b.groupe);
  const premiers = rangees.slice(0, PREMIERS);
  const constat = phraseGroupes(
    premiers.map(({ nom }) => nom),
    rapport(
      somme(premiers, (r) => r.eleves.valeur),
      total,
    ),
  );
  return {
    id: 'groupes',
    titre: 'Par groupe',
    constat,
    dessin:
      rangees.length === 0
        ? null
        : (largeur) =>
            barres(
              rangees.slice(0, MONTRES).map((r) => ({
                cle: String(r.groupe),
                libelle: r.libelle,
                valeur: r.part?.valeur ?? 0,
                etiquette: `${entier(r.eleves.valeur)} · ${part(r.part?.valeur ?? 0)}`,
                repere: r.fwb?.valeur,
                repereEcrit: r.fwb?.texte,
              })),
              { largeur, constat: enTexte(constat), repere: 'part en FWB' },
            ),
    absence: 'Aucun groupe de la zone ne compte d’élève.',
    ...(rangees.length > MONTRES && {
      note: `Les ${MONTRES} premiers groupes sur ${rangees.length} ; le tableau les donne tous.`,
    }),
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
    tables: ['offre', 'options', 'groupes'],
  };
}
