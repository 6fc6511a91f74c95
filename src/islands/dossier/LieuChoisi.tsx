import type { Contexte } from '../../domain/dossier/contexte.ts';
import { communeAjoutee } from '../../phrases/dossier/lieu.ts';
import { estDemonstration } from '../../phrases/dossier/sources.ts';
import { compte } from '../../phrases/nombres.ts';

/** D’où viennent l’implantation et ses options. */
function direOrigine({ lieu, donnees }: Contexte, inconnue: boolean, reelle: string): string {
  if (lieu.fase === null) {
    return lieu.etablissement === null
      ? 'Implantation : vos données'
      : `Implantation : ${reelle} ; options et élèves : vos données`;
  }
  return inconnue
    ? `Implantation : ${reelle}`
    : `Implantation et élèves, ${donnees.anneeScolaire} : ${reelle}`;
}

/** Ce qu’on sait de l’implantation du dossier. */
export function LieuChoisi({ contexte }: { readonly contexte: Contexte }) {
  const { lieu, donnees } = contexte;
  const inconnue = lieu.fase !== null && lieu.offre.length === 0 && !contexte.offreConnue.zone;
  const ici = lieu.offre.filter((organisee) => organisee.ici);
  const ailleurs = new Set(lieu.offre.filter((o) => !o.ici).map(({ code }) => code)).size;
  const reelle = estDemonstration(donnees) ? 'démonstration' : 'officiel';
  return (
    <div class="lieu-choisi">
      <p>
        <strong>{lieu.nom}</strong>
        {communeAjoutee(lieu)}, zone {donnees.zones[lieu.zone]}, caractère {lieu.caractere}.{' '}
        {inconnue
          ? 'Ses options ne sont pas publiées : dites-les sous « Mes données »'
          : `${compte(ici.length, 'option organisée', 'options organisées')} ici`}
        {ailleurs > 0 && `, ${compte(ailleurs, 'autre', 'autres')} ailleurs dans l’école`}.
      </p>
      <p class="source">
        {direOrigine(contexte, inconnue, reelle)}.
        {lieu.fase === null && ' Ce que font les autres écoles vient de l’édition.'}
      </p>
    </div>
  );
}
