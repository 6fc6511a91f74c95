import { enMinuscule } from '../../phrases/typographie.ts';
import type { DossierZones } from '../../query/zones/dossier.ts';
import type { Figure } from '../figure.ts';
import { manqueDe } from './connaissance.ts';
import { SECTIONS, type Section } from './index.ts';

/** Une section de la page, ou plusieurs à la suite dont aucun chiffre n’est connu. */
export interface Partie {
  readonly sections: readonly Pick<Section, 'id' | 'titre'>[];
  /** Celles qui se tracent. */
  readonly figures: readonly Figure[];
  /** Les autres, et ce qui leur manque, dit une fois pour toutes celles à qui il manque la même chose. */
  readonly manques: readonly { readonly ids: readonly string[]; readonly dit: string }[];
}

interface Faite extends Pick<Section, 'id' | 'titre'> {
  readonly connues: readonly Figure[];
  readonly muettes: readonly Figure[];
}

const estMuette = (section: Faite | undefined): boolean =>
  section !== undefined && section.connues.length === 0 && section.muettes.length > 0;

const idsDe = (figures: readonly Figure[]): string[] => figures.map(({ id }) => id);

/** Les figures muettes d’une section qui en a de connues : leurs titres, puis ce qui manque. */
const nommer = (muettes: readonly Figure[]): Partie['manques'] =>
  [...Map.groupBy(muettes, ({ manque }) => manque ?? '')].map(([manque, siennes]) => ({
    ids: idsDe(siennes),
    dit: `${siennes.map(({ titre }) => titre).join(' ; ')} : ${enMinuscule(manque)}`,
  }));

function dire(dossier: DossierZones, zone: number, sections: readonly Faite[]): Partie['manques'] {
  const muettes = sections.flatMap((section) => section.muettes);
  if (!sections.every(estMuette)) return nommer(muettes);
  const tables = [...new Set(muettes.flatMap(({ demandees = [] }) => demandees))];
  return [{ ids: idsDe(muettes), dit: manqueDe(dossier, { tables, avant: true }, zone) }];
}

/**
 * Les sections d’une page de zone, de haut en bas : celles qui se suivent sans rien de connu n’en
 * font qu’une.
 * @param registre la zone a des écoles : la section des implantations les montre, connues ou non
 */
export function pageDeZone(
  dossier: DossierZones,
  zone: number,
  registre: boolean,
): readonly Partie[] {
  const suites: Faite[][] = [];
  for (const { id, titre, figures } of SECTIONS) {
    const tracees = figures.map((figure) => figure(dossier, zone));
    const muettes = tracees.filter(({ manque }) => manque);
    const section: Faite = {
      ...{ id, titre, connues: tracees.filter(({ manque }) => !manque) },
      muettes: id === 'implantations' && registre ? [] : muettes,
    };
    const derniere = suites.at(-1);
    if (derniere && estMuette(derniere.at(-1)) && estMuette(section)) derniere.push(section);
    else suites.push([section]);
  }
  return suites.map((sections) => ({
    sections,
    figures: sections.flatMap(({ connues }) => connues),
    manques: dire(dossier, zone, sections),
  }));
}
