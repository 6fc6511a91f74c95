import { useEffect, useState } from 'preact/hooks';
import { filtresEnMots } from '../../domain/filtre/filtres-en-mots.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { Selection } from '../../domain/filtre/selection.ts';
import {
  ajouterVue,
  lireVues,
  retirerVue,
  type VueGardee,
} from '../../domain/filtre/vues-gardees.ts';
import { encode } from '../../domain/url/codec.ts';

const CLE = 'oad-ouvert.indicateurs.vues';

function reprendre(): readonly VueGardee[] {
  try {
    return lireVues(localStorage.getItem(CLE));
  } catch {
    return [];
  }
}

/** @returns faux si le navigateur refuse de garder quoi que ce soit */
function garder(vues: readonly VueGardee[]): boolean {
  try {
    if (vues.length === 0) localStorage.removeItem(CLE);
    else localStorage.setItem(CLE, JSON.stringify(vues));
    return true;
  } catch {
    return false;
  }
}

/** Les vues nommées, gardées dans ce navigateur seulement. */
export function MesVues({ selection, noms }: { selection: Selection; noms: Noms }) {
  const [vues, poser] = useState<readonly VueGardee[]>([]);
  const [nom, nommer] = useState('');
  const [etat, dire] = useState('');
  useEffect(() => poser(reprendre()), []);

  const changer = (suite: readonly VueGardee[], dit: string): void => {
    poser(suite);
    dire(
      garder(suite)
        ? dit
        : 'Ce navigateur ne garde rien : la vue vaut le temps de la page. Le lien de « Citer » la retient.',
    );
  };

  return (
    <div class="mes-vues">
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          if (nom.trim() === '') return;
          changer(ajouterVue(vues, nom, encode(selection)), `« ${nom.trim()} » est gardée.`);
          nommer('');
        }}
      >
        <label for="nom-de-vue">Garder la vue affichée sous le nom</label>
        <p>
          <input
            id="nom-de-vue"
            class="champ"
            value={nom}
            maxLength={80}
            placeholder={filtresEnMots(selection, noms).slice(0, 60)}
            onInput={({ currentTarget }) => nommer(currentTarget.value)}
          />
          <button type="submit" class="bouton">
            Garder
          </button>
        </p>
      </form>
      {vues.length > 0 && (
        <ul aria-label="Vues gardées">
          {vues.map((vue) => (
            <li key={vue.nom}>
              <a href={vue.adresse || '?'}>{vue.nom}</a>
              <button
                type="button"
                class="lien-bouton"
                aria-label={`Retirer « ${vue.nom} »`}
                onClick={() => changer(retirerVue(vues, vue.nom), `« ${vue.nom} » est retirée.`)}
              >
                Retirer
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="petit discret">Dans ce navigateur seulement ; rien n’est envoyé.</p>
      <p role="status">{etat}</p>
    </div>
  );
}
