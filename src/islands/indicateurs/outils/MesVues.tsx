import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { filtresEnMots } from '../../../domain/filtre/filtres-en-mots.ts';
import type { Noms } from '../../../domain/filtre/libelles.ts';
import type { Selection } from '../../../domain/filtre/selection.ts';
import {
  ajouterVue,
  lireVues,
  retirerVue,
  VUES_MAX,
  type VueGardee,
} from '../../../domain/filtre/vues-gardees.ts';
import { encode } from '../../../domain/url/codec.ts';
import { Gardoir } from '../../gardoir.ts';

/** Ce qui vient d’être dit, et la vue que « Annuler » remettrait. */
interface Dit {
  readonly texte: string;
  readonly retiree?: VueGardee;
}

/** Les vues nommées, gardées dans ce navigateur seulement. */
export function MesVues({ selection, noms }: { selection: Selection; noms: Noms }) {
  const [gardoir] = useState(() => new Gardoir('oad-ouvert.indicateurs.vues'));
  const [vues, poser] = useState<readonly VueGardee[]>([]);
  const [nom, nommer] = useState('');
  const [etat, dire] = useState<Dit>({ texte: '' });
  const refus = useRef(false);
  const annuler = useRef<HTMLButtonElement>(null);
  const relire = (): readonly VueGardee[] => lireVues(gardoir.lire()[0] ?? null);
  useEffect(() => {
    poser(relire());
    // Un autre onglet a gardé ou retiré une vue.
    return gardoir.suivre(() => !refus.current && gardoir.change && poser(relire()));
  }, []);
  useLayoutEffect(() => annuler.current?.focus(), [etat]);

  /** Le geste se fait sur ce qui est gardé à l’instant, non sur ce que cet onglet en a lu. */
  const changer = (geste: (vues: readonly VueGardee[]) => readonly VueGardee[], dit: Dit): void => {
    const suite = geste(refus.current ? vues : relire());
    refus.current = gardoir.forcer([suite.length > 0 ? JSON.stringify(suite) : null]) === 'refus';
    poser(suite);
    dire(
      refus.current
        ? {
            texte:
              'Ce navigateur ne garde rien : la vue vaut le temps de la page. Le lien de « Citer » la retient.',
          }
        : dit,
    );
  };
  const retirer = (vue: VueGardee) =>
    changer((gardees) => retirerVue(gardees, vue.nom), {
      texte: `« ${vue.nom} » est retirée.`,
      retiree: vue,
    });
  const garder = () => {
    if (nom.trim() === '') return;
    if (vues.length >= VUES_MAX) {
      dire({ texte: `Déjà ${VUES_MAX} vues gardées : retirez-en une d’abord.` });
      return;
    }
    changer((gardees) => ajouterVue(gardees, nom, encode(selection)), {
      texte: `« ${nom.trim()} » est gardée.`,
    });
    nommer('');
  };
  const remettre = ({ nom: sien, adresse }: VueGardee) => {
    changer((gardees) => ajouterVue(gardees, sien, adresse), { texte: `« ${sien} » est revenue.` });
    document.getElementById('nom-de-vue')?.focus();
  };

  return (
    <div class="mes-vues">
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          garder();
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
                onClick={() => retirer(vue)}
              >
                Retirer
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="petit discret">Dans ce navigateur seulement ; rien n’est envoyé.</p>
      <p role="status">
        {etat.texte}{' '}
        {etat.retiree && (
          <button
            type="button"
            class="lien-bouton"
            ref={annuler}
            onClick={() => etat.retiree && remettre(etat.retiree)}
          >
            Annuler
          </button>
        )}
      </p>
    </div>
  );
}
