import { nettoyer } from '../../domain/fichier-recu.ts';
import { plat } from '../../domain/recherche/texte.ts';
import { fonctions_critiques, NATURES_FC } from '../../domain/tables/besoins.ts';
import type { REGIONS } from '../../domain/tables/valeurs.ts';
import type { Rangee } from '../base.ts';
import { type Genre, type Lue, type Recue, type Refus, refuser } from './genre.ts';
import { COLONNE_ANNEE, COLONNE_STATUT, lireAnneeDeListe, refuserSortie } from './liste.ts';
import { COLONNE_METIER, enRangees, rapprocheur } from './metiers.ts';
import type { ReponsesDImport } from './reponses.ts';

type Region = (typeof REGIONS)[number];
type NatureFc = (typeof NATURES_FC)[number];

const [QUANTITATIVE, STRUCTURELLE, NON_PRECISEE] = NATURES_FC;

const WALLONIE = /^(wallonie|wallonne?|forem|rw)$/;
const BRUXELLES = /^(bruxelles|bruxelloise?|brussels|capitale|actiris|rbc)$/;
const AUTOUR = /^(region|de|du|la|le|l|spe|service|public|emploi|office|liste)$/;

/** La région que des mots nomment, quand ils n’en nomment qu’une. */
function regionDe(texte: string): Region | null {
  const mots = plat(texte)
    .split(' ')
    .filter((mot) => mot !== '' && !AUTOUR.test(mot));
  if (mots.length === 0) return null;
  if (mots.every((mot) => WALLONIE.test(mot))) return 'Wallonie';
  return mots.every((mot) => BRUXELLES.test(mot)) ? 'Bruxelles-Capitale' : null;
}

const SANS_NATURE =
  /^(|(nature )?non precisee?|non connue?|n ?[ac]|nd|inconnue?|fonctions? critiques?|(metiers? en penurie|fonctions? critiques?) et (metiers? en penurie|autres )?(fonctions? critiques?)?)$/;
const MOT_QUANTITATIF = /^(en )?penurie$|^penurie (de main d oeuvre)$|^metiers? en penurie$/;

/** Ce que dit un morceau : sa nature ; `null`, il n’est d’aucune. */
function natureDuMorceau(texte: string): NatureFc | 'autre' | null {
  if (SANS_NATURE.test(texte)) return NON_PRECISEE;
  const propre = texte.replace(
    /^(?:(?:metiers? en )?penurie|tension|fonctions? critiques?|fc) /,
    '',
  );
  if (/^quantitati(f|ve)s?$/.test(propre) || MOT_QUANTITATIF.test(texte)) return QUANTITATIVE;
  if (/^structurel(le)?s?$/.test(propre) || texte === 'tension') return STRUCTURELLE;
  return /^(qualitati(f|ve)s?|conditions? (de travail|d emploi))$/.test(propre) ? 'autre' : null;
}

/**
 * La nature d’une fonction critique, dans les mots du Forem, d’Actiris ou de la circulaire.
 * L’OAD ne retient que les quantitatives et les structurelles (circulaire 9146, § 6).
 */
function lireNature(brute: string): NatureFc | { readonly refus: Refus } {
  const entiere = natureDuMorceau(plat(brute));
  const morceaux = entiere
    ? [entiere]
    : brute.split(/[,;+/&()]|\bet\b/i).flatMap((morceau) => {
        const texte = plat(morceau);
        return texte === '' ? [] : [natureDuMorceau(texte)];
      });
  const lues = new Set(morceaux);
  const faute = (code: string, raison: string) =>
    refuser(code, nettoyer(brute), raison) as { refus: Refus };
  if (lues.has(null) || lues.size === 0) {
    return faute('NATURE', 'attendu : quantitative (pénurie) ou structurelle.');
  }
  if (lues.has(QUANTITATIVE) && lues.has(STRUCTURELLE)) {
    return faute(
      'NATURE',
      'deux natures pour une ligne. Écrivez une ligne par nature, ou la première.',
    );
  }
  for (const nature of [QUANTITATIVE, STRUCTURELLE, NON_PRECISEE]) {
    if (lues.has(nature)) return nature;
  }
  return faute('HORS-CHAMP', 'ni quantitative, ni structurelle : l’OAD ne la retient pas.');
}

function lire(
  recue: Recue,
  rapprocher: ReturnType<typeof rapprocheur>,
  reponses: ReponsesDImport,
): Lue {
  const sortie = refuserSortie(recue.cellule('statut'));
  if (sortie) return sortie;
  const rapproche = rapprocher(recue.cellule('metier'));
  if ('refus' in rapproche) return rapproche;
  const region = regionDe(recue.cellule('region'));
  if (!region) {
    const raison = 'attendu : Wallonie (Forem) ou Bruxelles-Capitale (Actiris).';
    return refuser('REGION', recue.cellule('region'), raison);
  }
  const nature_fc = lireNature(recue.cellule('nature_fc'));
  if (typeof nature_fc !== 'string') return nature_fc;
  const annee = lireAnneeDeListe(recue.cellule('annee'), reponses);
  if (typeof annee !== 'number') return annee;
  const suppositions =
    nature_fc === NON_PRECISEE ? ['la liste ne dit pas la nature : « nature non précisée »'] : [];
  return enRangees(rapproche, { annee, region, nature_fc }, suppositions);
}

/** Deux titres d’un même métier : la nature dite l’emporte sur celle qui ne l’est pas. */
function reunir(premiere: Rangee, seconde: Rangee): Rangee | null {
  const [une, autre] = [premiere.nature_fc, seconde.nature_fc];
  if (une === autre || autre === NON_PRECISEE) return premiere;
  return une === NON_PRECISEE ? seconde : null;
}

/** Les fonctions critiques d’un service public de l’emploi. */
export const fc: Genre = {
  nom: 'fc',
  portee: ({ annee, region }) => [String(annee), String(region)],
  libre: 'metier',
  table: fonctions_critiques,
  colonnes: [
    COLONNE_METIER,
    COLONNE_ANNEE,
    {
      nom: 'region',
      noms: ['région'],
      seconds: ['SPE', 'service de l’emploi', 'organisme', 'service public de l’emploi'],
    },
    {
      nom: 'nature_fc',
      noms: ['nature', 'nature de la FC', 'type de pénurie', 'type de tension', 'cause', 'type'],
      facultative: true,
    },
    COLONNE_STATUT,
  ],
  source: { titre: 'Liste des fonctions critiques', editeur: 'Service public de l’emploi' },
  lecteur: (connues, reponses) => {
    const rapprocher = rapprocheur(connues);
    return (recue) => lire(recue, rapprocher, reponses);
  },
  situer:
    ({ zones }) =>
    (recue) => {
      const region = regionDe(recue.cellule('region'));
      const siennes = zones.filter((une) => une.region === region);
      return { zones: region && siennes.map(({ zone }) => zone), annee: null };
    },
  reunir,
};
