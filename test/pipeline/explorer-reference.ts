import { cleDuBesoin, clesDuBesoin } from '../../src/domain/besoin.ts';
import type { Dimension, Filtre } from '../../src/domain/explorer/dimensions.ts';
import { anneesDe, type Question } from '../../src/domain/explorer/question.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { requete } from '../../src/query/moteur.ts';

type Rangee = Readonly<Record<string, string | number | boolean | null>>;

/** Les tables publiées, rangée par rangée, sans un agrégat. */
export async function lireTables(moteur: Moteur) {
  const table = (nom: string) => moteur.lire<Rangee>(requete(`SELECT * FROM ${nom}`));
  const par = (rangees: readonly Rangee[], ...cles: string[]) =>
    new Map(rangees.map((r) => [cles.map((c) => r[c]).join('/'), r]));
  const cle = ['annee_scolaire', 'fase_implantation', 'code_obg'] as const;
  return {
    offre: await table('offre'),
    occurrences: par(await table('occurrences'), ...cle),
    options: par(await table('options'), 'code_obg'),
    implantations: par(await table('implantations'), 'fase_implantation'),
    besoins: par(await table('besoins_options'), 'annee_scolaire', 'zone', 'code_obg'),
    indicateurs: par(await table('indicateurs'), 'annee_scolaire', 'zone', 'code_obg'),
    lignees: await table('lignees'),
    reunies: par(await table('indicateurs_lignees'), 'annee_scolaire', 'zone', 'code_obg'),
  };
}
type Tables = Awaited<ReturnType<typeof lireTables>>;

const connus = new WeakMap<Tables, Map<boolean, Fait[]>>();

/** Chaque inscription et ce qui la situe, une fois pour toutes les questions. */
function faitsConnus(t: Tables, anciens: boolean): Fait[] {
  const siens = connus.get(t) ?? new Map<boolean, Fait[]>();
  const lus = siens.get(anciens) ?? faits(t, anciens);
  connus.set(t, siens.set(anciens, lus));
  return lus;
}

interface Fait {
  readonly annee: string;
  readonly code: string;
  readonly propre: string;
  readonly zone: number;
  readonly etude: string | null;
  readonly eleves: number;
  readonly masque: boolean;
  /** Au moins combien, si la source le tait. */
  readonly tu: number | null;
  readonly fase: string;
  readonly sous: boolean | null;
  readonly tc: boolean | null;
  readonly fc: boolean | null;
  readonly de: Readonly<Record<Dimension, string>>;
}

const ORGANISABLES = ['organisable', 'transformee', 'creee'];
const ecrit = (valeur: unknown): string => String(valeur ?? 'non-connu');

function faits(t: Tables, anciens: boolean): Fait[] {
  const remplaces = new Set(t.lignees.filter((l) => l.membre !== l.code_obg).map((l) => l.membre));
  const garde = (code: string) =>
    ORGANISABLES.includes(String(t.options.get(code)?.statut)) || !remplaces.has(code);
  const sous = Map.groupBy(t.lignees, (l) => String(l.membre));
  return t.offre
    .filter((o) => Number(o.eleves) > 0 || o.eleves_masque)
    .flatMap((o) => {
      const propre = String(o.code_obg);
      const k = t.occurrences.get(`${o.annee_scolaire}/${o.fase_implantation}/${propre}`) ?? {};
      const m = t.implantations.get(String(o.fase_implantation)) ?? {};
      const codes = anciens
        ? (sous.get(propre) ?? []).map((l) => String(l.code_obg)).filter(garde)
        : [propre];
      return codes.map((code): Fait => {
        const p = t.options.get(code) ?? {};
        const b = t.besoins.get(`${o.annee_scolaire}/${k.zone}/${code}`) ?? {};
        const [tc, fc] = [b.tc as boolean | null, b.fc as boolean | null];
        const norme = k.sous_norme as boolean | null;
        return {
          annee: String(o.annee_scolaire),
          code,
          propre,
          zone: Number(k.zone),
          etude: o.annee_etude === null ? null : String(o.annee_etude),
          eleves: Number(o.eleves ?? 0),
          masque: o.eleves_masque === true,
          tu: o.eleves_au_moins === null ? null : Number(o.eleves_au_moins),
          fase: String(o.fase_implantation),
          sous: norme,
          tc,
          fc,
          de: {
            zone: ecrit(k.zone),
            secteur: ecrit(p.secteur),
            groupe: ecrit(p.groupe),
            option: code,
            etablissement: ecrit(m.fase_etablissement),
            implantation: ecrit(o.fase_implantation),
            commune: ecrit(m.commune),
            caractere: ecrit(k.caractere),
            reseau: ecrit(k.reseau),
            filiere: ecrit(p.filiere),
            forme: ecrit(p.forme),
            annees: ecrit(p.annees),
            'annee-etude': ecrit(o.annee_etude),
            mode: ecrit(o.mode),
            besoin: cleDuBesoin({ tc, fc }),
            maintien: norme === null ? 'sans' : norme ? 'sous' : 'atteinte',
            'annee-scolaire': ecrit(o.annee_scolaire),
          },
        };
      });
    });
}

export interface Compte {
  readonly haut: number;
  readonly bas: number;
  readonly masques: number;
  /** Ce que comptent au moins ceux que la source tait. */
  readonly tus_au_moins: number;
}

const distinctes = (siens: readonly Fait[], si: (fait: Fait) => boolean): number =>
  new Set(siens.filter(si).map((f) => `${f.fase}/${f.code}/${f.annee}`)).size;

function compter(siens: readonly Fait[], { mesure }: Question, [, fin]: readonly string[]): Compte {
  const eleves = siens.reduce((n, f) => n + f.eleves, 0);
  const occurrences = distinctes(siens, () => true);
  const signe = siens.reduce((n, f) => n + (f.annee === fin ? f.eleves : -f.eleves), 0);
  const avant = siens.reduce((n, f) => n + (f.annee === fin ? 0 : f.eleves), 0);
  const masques = siens.filter((f) => f.masque).length;
  const comptes: Record<Question['mesure'], readonly [number, number, number]> = {
    eleves: [eleves, 1, masques],
    occurrences: [occurrences, 1, 0],
    options: [new Set(siens.map((f) => f.code)).size, 1, 0],
    implantations: [new Set(siens.map((f) => f.fase)).size, 1, 0],
    taille: [eleves, occurrences, masques],
    'part-sous-norme': [
      distinctes(siens, (f) => f.sous === true),
      distinctes(siens, (f) => f.sous !== null),
      0,
    ],
    'part-tc-fc': [
      distinctes(siens, (f) => f.tc === true && f.fc === true),
      distinctes(
        siens,
        (f) => f.tc === false || f.fc === false || (f.tc === true && f.fc === true),
      ),
      0,
    ],
    evolution: [signe, 1, masques],
    'evolution-relative': [signe, avant, masques],
  };
  const [haut, bas, tus] = comptes[mesure];
  const auMoins = mesure === 'eleves' ? siens.reduce((n, f) => n + (f.tu ?? 0), 0) : 0;
  return { haut, bas, masques: tus, tus_au_moins: auMoins };
}

function comparable(t: Tables, fait: Fait, annees: readonly string[], anciens: boolean): boolean {
  return annees.every((annee) => {
    const cle = `${annee}/${fait.zone}/${fait.code}`;
    const reunie = anciens ? t.reunies.get(cle)?.annees_comptees : null;
    const comptees = reunie ?? t.indicateurs.get(cle)?.annees_comptees ?? null;
    return comptees === null || fait.etude === null || String(comptees).includes(fait.etude);
  });
}

/** Les comptes d’une question, rangée par rangée, par leur ligne et leur colonne. */
export function compterAutrement(
  t: Tables,
  question: Question,
  toutes: readonly string[],
  { lignes, colonnes }: { lignes: boolean; colonnes: boolean },
): Map<string, Compte> {
  const annees = anneesDe(question, toutes);
  const rangees = [lignes ? question.lignes : null, colonnes ? question.colonnes : null];
  const reunit = question.anciens && rangees.includes('option');
  const evolue = question.mesure.startsWith('evolution');
  const sous = (code: string) =>
    t.lignees.filter((l) => l.membre === code).map((l) => String(l.code_obg));
  const retenu = (fait: Fait): boolean =>
    Object.entries(question.choix).every(([filtre, valeurs = []]) => {
      if (valeurs.length === 0) return true;
      if (filtre === 'besoin') {
        return clesDuBesoin(fait).some((cle) => valeurs.includes(cle));
      }
      if (filtre === 'option' && question.anciens) {
        return sous(fait.propre).some((code) => valeurs.includes(code));
      }
      return valeurs.includes(fait.de[filtre as Filtre]);
    });
  const gardes = faitsConnus(t, reunit)
    .filter((fait) => annees.includes(fait.annee) && retenu(fait))
    .filter((fait) => !evolue || comparable(t, fait, annees, reunit));
  const groupes = Map.groupBy(gardes, (f) => rangees.map((d) => (d ? f.de[d] : '')).join('|'));
  return new Map([...groupes].map(([cle, siens]) => [cle, compter(siens, question, annees)]));
}
