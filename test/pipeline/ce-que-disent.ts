import { bref } from '../../src/charts/zones/bref.ts';
import { comparaisons } from '../../src/charts/zones/comparaison.ts';
import { SECTIONS } from '../../src/charts/zones/index.ts';
import { pageDeZone } from '../../src/charts/zones/page.ts';
import { ouApprendre } from '../../src/domain/autour/apprendre.ts';
import { lieuxDe } from '../../src/domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../../src/domain/autour/offre.ts';
import { lacunesDe } from '../../src/domain/connaissance.ts';
import { candidatDe } from '../../src/domain/dossier/candidats.ts';
import { creerContexte } from '../../src/domain/dossier/contexte.ts';
import { CRITERES } from '../../src/domain/dossier/faits.ts';
import { lieuDe } from '../../src/domain/dossier/lieu.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { avis } from '../../src/export/table.ts';
import { constatDApprentissage, noteDApprentissage } from '../../src/phrases/apprendre.ts';
import { direCouverture } from '../../src/phrases/connaissance.ts';
import { constatBesoin, constatNorme, constatZones } from '../../src/phrases/fiche-option.ts';
import { enTexte } from '../../src/phrases/phrase.ts';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireIndicateurs } from '../../src/query/indicateurs.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { pagesDesOptions } from '../../src/query/pages-options.ts';
import { tablesPartagees } from '../../src/query/tables-partagees.ts';
import { lireDossierZones } from '../../src/query/zones/dossier.ts';

/** L’option et les zones que le tableau de chaque édition montre. */
const OPTION = '2115';
const ZONES = [1, 4, 6, 2];

interface Publiee {
  readonly moteur: Moteur;
  readonly manifeste: Manifeste;
}

const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');
const dit = (valeur: unknown): string => (valeur === null ? 'non connu' : String(valeur));

async function tableau({ moteur, manifeste }: Publiee): Promise<string[]> {
  const { lignes } = await lireIndicateurs(moteur, manifeste.edition.annee_scolaire);
  return ZONES.flatMap((zone) => {
    const une = lignes.find((l) => l.zone === zone && l.code_obg === OPTION);
    if (!une) return [];
    const comptes = [
      ...[
        `occurrences ${dit(une.occurrences)}`,
        `confessionnel ${dit(une.occurrences_confessionnel)}`,
      ],
      `élèves ${une.occurrences !== null && une.eleves === null ? 'masqués' : dit(une.eleves)}`,
      ...[`sous norme ${dit(une.occurrences_sous_norme)}`, `tendance ${dit(une.tendance_fin)}`],
      ...[`TC ${dit(une.tc)}`, `FC ${dit(une.fc)}`, `norme ${dit(une.norme_creation)}`],
    ];
    return [`zone ${zone} : ${comptes.join(' ; ')}`];
  });
}

async function zonesEtComparaison({ moteur, manifeste }: Publiee) {
  const dossier = await lireDossierZones(moteur, manifeste);
  const pages = ZONES.flatMap((zone) => {
    const figures = SECTIONS.flatMap(({ figures: f }) => f.map((figure) => figure(dossier, zone)));
    const sans = figures.filter(({ manque }) => manque).map(({ id }) => id);
    const nom = dossier.zones.find((z) => z.zone === zone)?.nom ?? '';
    const reste = figures.length - sans.length;
    const messages = pageDeZone(dossier, zone, true).flatMap(({ sections, manques }) =>
      manques.map(
        ({ dit }) => `${nom}, ${sections.map(({ titre }) => titre).join(' + ')} : ${dit}`,
      ),
    );
    return [
      `${nom} : ${enTexte(bref(dossier, zone, false).chapeau)}`,
      `${nom} : ${reste} figures sur ${figures.length}${sans.length > 0 ? ` ; « non connu » : ${sans.join(', ')}` : ''}`,
      ...messages,
    ];
  });
  const colonnes = comparaisons(dossier).map(({ titre, zones, fwb }) => {
    const connues = zones.filter(({ nombre }) => nombre).length;
    return `${titre} : ${connues} zones sur ${zones.length}, moyenne ${fwb?.texte ?? 'non connue'}`;
  });
  return { dossier, pages, colonnes };
}

async function carte({ moteur, manifeste }: Publiee): Promise<string[]> {
  const annee = manifeste.edition.annee_scolaire;
  const offre = await moteur.lire<{ fase: string }>(offreDeLAnnee(annee));
  const sans = (table: 'inscriptions' | 'inscriptions.mode') =>
    lacunesDe(manifeste, table, annee).length;
  const sites = manifeste.tables.find(({ nom }) => nom === 'implantations')?.lignes ?? 0;
  return [
    `${sites} implantations, ${offre.length} occurrences`,
    `offre non publiée dans ${sans('inscriptions')} zones ; mode non connu dans ${sans('inscriptions.mode')}`,
  ];
}

/** Ce que la page des parents répond, autour de Namur. */
async function apprendre({ moteur, manifeste }: Publiee): Promise<string[]> {
  const annee = manifeste.edition.annee_scolaire;
  const { tables } = await tablesPartagees(moteur);
  const lieux = lieuxDe(tables);
  const offre = offreDe(await moteur.lire<LigneOffre>(offreDeLAnnee(annee)), lieux.options);
  const namur = lieux.communes.find(({ slug }) => slug === 'namur');
  if (!namur) return ['Namur n’est pas aux communes'];
  const sans = lacunesDe(manifeste, 'inscriptions', annee).map(({ zone }) => zone);
  const souhait = { codes: [OPTION], voie: null, rayon: 30 };
  const ecoles = ouApprendre(lieux, offre, namur, souhait);
  const cherche = { q: OPTION, lieu: 'Namur', rayon: 30, voie: null, complete: sans.length === 0 };
  return [constatDApprentissage(ecoles, cherche), noteDApprentissage(sans, 10) || 'rien ne manque'];
}

async function dossierDe(publiee: Publiee, zone: number): Promise<string[]> {
  const donnees = await donneesDuDossier(publiee.moteur, publiee.manifeste);
  const [premiere] = donnees.sites.filter((site) => site.zone === zone);
  const lieu = premiere && lieuDe(donnees, { genre: 'implantation', fase: premiere.id });
  const option = donnees.options.find(({ code_obg }) => code_obg === OPTION);
  if (!lieu || !option) return ['aucune implantation'];
  const { lectures, situation } = candidatDe(creerContexte(donnees, lieu), option);
  return [
    `${lieu.nom}, ${situation}`,
    ...CRITERES.map((c) => `${c} : ${lectures[c].lecture}, ${lectures[c].texte}`),
  ];
}

/** Ce que dit chaque page d’une édition, de quoi le relire : en Markdown. */
export async function ceQueDisent(nom: string, publiee: Publiee): Promise<string> {
  const { moteur, manifeste } = publiee;
  const annee = manifeste.edition.annee_scolaire;
  const { dossier, pages, colonnes } = await zonesEtComparaison(publiee);
  const options = await pagesDesOptions(moteur, annee);
  const page = options.find(({ fiche }) => fiche.code_obg === OPTION);
  if (!page) throw new Error(OPTION);
  const table = manifeste.tables.find(({ nom: t }) => t === 'indicateurs');
  const annees = page.lignee.map((a) => `${a.annee} : ${a.occurrences} implantations`);
  const parties: readonly (readonly [string, readonly string[]])[] = [
    [
      'Bande de toutes les pages',
      [direCouverture(manifeste, annee, 10) ?? 'rien : tout est connu'],
    ],
    [`Tableau, ${OPTION}`, await tableau(publiee)],
    ['Pages des zones', pages],
    ['Comparaison des zones', colonnes],
    [
      `Page de l’option ${OPTION}`,
      [
        constatZones(page.parZone, dossier.zones),
        constatNorme(page.normes, 'PE', dossier.zones) ?? '',
        constatBesoin(page.parZone, dossier.zones),
        `histoire : ${annees.join(' ; ') || 'rien de connu'}`,
        `${page.sites.length} implantations nommées`,
      ],
    ],
    ['Carte', await carte(publiee)],
    ['Où apprendre, autour de Namur', await apprendre(publiee)],
    ['Dossier, depuis une école de Liège', await dossierDe(publiee, 4)],
    ['Dossier, depuis une école de Bruxelles', await dossierDe(publiee, 1)],
    ['Téléchargements', table ? [avis(table, manifeste)] : []],
  ];
  const corps = parties.map(
    ([titre, lignes]) => `## ${titre}\n\n${lignes.map((ligne) => `- ${ligne}`).join('\n')}\n`,
  );
  return lisible(`# ${nom}\n\n${corps.join('\n')}`);
}
