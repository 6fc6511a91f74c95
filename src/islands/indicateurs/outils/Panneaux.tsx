import { filtresEnMots } from '../../../domain/filtre/filtres-en-mots.ts';
import { estFiltree } from '../../../domain/filtre/selection.ts';
import { encode } from '../../../domain/url/codec.ts';
import { typographie } from '../../../phrases/typographie.ts';
import { Citation } from '../../Citer.tsx';
import { MesVues } from '../../MesVues.tsx';
import { Colonnes } from '../tableau/Colonnes.tsx';
import { Exporter } from './Exporter.tsx';
import type { PropsOutils } from './Outils.tsx';

/** Le contenu des panneaux de la barre d’outils, lu quand on en ouvre un. */
export function Contenu({ nom, ...props }: PropsOutils & { nom: string }) {
  const { selection, changer, noms, edition, prefixe, annee } = props;
  if (nom === 'colonnes') return <Colonnes selection={selection} changer={changer} />;
  if (nom === 'exporter') return <Exporter {...props} />;
  if (nom === 'vues') {
    const invite = filtresEnMots(selection, noms);
    return <MesVues page="indicateurs" quoi="vue" adresse={encode(selection)} invite={invite} />;
  }
  const suite = estFiltree(selection) ? ` – ${filtresEnMots(selection, noms)}` : '';
  return (
    <Citation
      titre={typographie(`Tableau d’indicateurs${suite}`)}
      cle={encode(selection)}
      {...{ annee, edition, prefixe }}
    />
  );
}
