import type { Manifeste } from '../src/domain/manifeste.ts';
import { taireCles } from '../src/edition/adresse.ts';
import { neutraliser } from '../src/edition/import/citer.ts';
import { formater, type Probleme } from '../src/edition/probleme.ts';

const nombre = new Intl.NumberFormat('fr-BE');

const compter = (n: number, un: string): string => `${nombre.format(n)} ${un}${n > 1 ? 's' : ''}`;

const estErreur = ({ gravite }: Probleme): boolean => gravite === 'erreur';

const accepte = ({ accepte: raison }: Probleme): boolean => raison !== undefined;

const comptes = (constats: readonly Probleme[]) => {
  const erreurs = constats.filter(estErreur).length;
  const acceptes = constats.filter(accepte).length;
  return { erreurs, avertissements: constats.length - erreurs - acceptes, acceptes };
};

/** Au-delà, les problèmes de même sorte ne se lisent plus : --json les donne tous. */
const MONTRES = 100;

function montrer(constats: readonly Probleme[]): string[] {
  const sortes = Map.groupBy(constats, ({ code, fichier }) => `${code} dans ${fichier}`);
  return [...sortes].flatMap(([sorte, membres]) => {
    const reste = membres.length - MONTRES;
    const suite = reste > 0 ? [`… et ${nombre.format(reste)} autres ${sorte} (--json).`] : [];
    return [...membres.slice(0, MONTRES).map((c) => neutraliser(formater(c))), ...suite];
  });
}

/** Le rapport à lire : les erreurs d’abord, une ligne par problème, et le compte. */
export function rapportEnTexte(constats: readonly Probleme[]): string {
  const { erreurs, avertissements, acceptes } = comptes(constats);
  const dire = (titre: string, choisis: readonly Probleme[]): string[] =>
    choisis.length === 0 ? [] : [titre, ...montrer(choisis), ''];
  const restes = constats.filter((constat) => !estErreur(constat) && !accepte(constat));
  return [
    ...dire('Erreurs', constats.filter(estErreur)),
    ...dire('Avertissements', restes),
    `${compter(erreurs, 'erreur')}, ${compter(avertissements, 'avertissement')}, ` +
      `${nombre.format(acceptes)} accepté${acceptes > 1 ? 's' : ''}.`,
  ].join('\n');
}

interface Rendu {
  readonly commande: string;
  readonly problemes: readonly Probleme[];
  readonly manifeste?: Manifeste | undefined;
}

/** Le même rapport pour un programme : une forme stable. */
export function enJson({ commande, problemes, manifeste }: Rendu): string {
  const bilan = comptes(problemes);
  const rendu = JSON.stringify(
    {
      commande,
      ok: bilan.erreurs === 0,
      ...bilan,
      problemes,
      ...(manifeste && {
        edition: manifeste.edition.id,
        masquage: manifeste.masquage,
        tables: manifeste.tables.map(({ nom, fichier, lignes, octets }) => ({
          nom,
          fichier,
          lignes,
          octets,
        })),
      }),
    },
    null,
    1,
  );
  return taireCles(rendu);
}

/** Ce qu’une construction a écrit, en une phrase. */
export function resumerEdition({ edition, tables, masquage }: Manifeste, sortie: string): string {
  const lignes = tables.reduce((n, table) => n + table.lignes, 0);
  const octets = tables.reduce((n, table) => n + table.octets, 0);
  const masques = masquage
    ? ` ${nombre.format(masquage.effectifs)} effectifs masqués : sous ${masquage.seuil} élèves, ou déductibles.`
    : '';
  return (
    `Édition ${edition.id} : ${tables.length} tables, ${nombre.format(lignes)} lignes, ` +
    `${nombre.format(Math.round(octets / 1024))} kio dans ${sortie}.${masques}`
  );
}
