import type { Contexte } from '../../domain/dossier/contexte.ts';
import { estDemonstration, sourcesNommees } from '../../phrases/dossier/sources.ts';
import { typographie } from '../../phrases/typographie.ts';

interface Props {
  readonly contexte: Contexte;
  /** Date d’impression, en lettres. */
  readonly date: string;
}

/** La bande qui suit le dossier sur chaque page. */
export function ImprimePied({ contexte, date }: Props) {
  const { donnees, lieu } = contexte;
  return (
    <p class="imprime-pied">
      {[
        estDemonstration(donnees) &&
          'Démonstration : dans cette édition, les chiffres sont fictifs',
        lieu.fase === null && 'implantation décrite : vos données',
        `édition ${donnees.edition}`,
        `imprimé le ${date}`,
        'OAD ouvert, outil indépendant',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

/** D’où viennent les faits du dossier, sur sa dernière page. */
export function ImprimeSources({ contexte, date }: Props) {
  return (
    <section class="imprime-page">
      <h2>Sources</h2>
      <table class="tableau">
        <caption>Ce dont les faits sont tirés, et ce que cela vaut</caption>
        <thead>
          <tr>
            <th scope="col">Données</th>
            <th scope="col">Titre</th>
            <th scope="col">Éditeur</th>
            <th scope="col">Nature</th>
          </tr>
        </thead>
        <tbody>
          {contexte.lieu.fase === null && (
            <tr>
              <th scope="row">Implantation</th>
              <td>Mes données, tapées par l’auteur du dossier</td>
              <td>vous</td>
              <td>vos données</td>
            </tr>
          )}
          {contexte.lieu.besoins && (
            <tr>
              <th scope="row">TC et FC</th>
              <td>Listes tenues par l’auteur du dossier</td>
              <td>vous</td>
              <td>vos données</td>
            </tr>
          )}
          {sourcesNommees(contexte).map(({ table, titre, editeur, nature }) => (
            <tr key={table}>
              <th scope="row">{table}</th>
              <td>{typographie(titre)}</td>
              <td>{editeur}</td>
              <td>{nature}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ImprimePied contexte={contexte} date={date} />
    </section>
  );
}
