import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  ajouterVue,
  ecrireVues,
  lireVues,
  ouvrirVues,
  retirerVue,
  reunirVues,
  seGarde,
  VUES_MAX,
  type VueGardee,
} from '../domain/vues-gardees.ts';
import { compte } from '../phrases/nombres.ts';
import { typographie } from '../phrases/typographie.ts';
import { enregistrer } from './fichiers/sortir.ts';
import { Gardoir } from './gardoir.ts';

interface Props {
  /** La page dont elles sont : `indicateurs`, `explorer`, `sql`. */
  readonly page: string;
  /** Ce qu’on garde, et son pluriel : « vue », « question ». */
  readonly quoi: 'vue' | 'question' | 'requête';
  /** La partie `?…` ou `#…` de l’adresse de ce qui est affiché. */
  readonly adresse: string;
  /** Un nom possible. */
  readonly invite: string;
}

/** Un fichier de vues pèse bien moins : on n’en lit pas un autre par mégarde. */
const OCTETS_MAX = 5_000_000;

/** Ce qui vient d’être dit, et la vue que « Annuler » remettrait. */
interface Dit {
  readonly texte: string;
  readonly retiree?: VueGardee;
}

/** Les vues nommées d’une page, gardées dans ce navigateur seulement. */
export function MesVues({ page, quoi, adresse, invite }: Props) {
  const [gardoir] = useState(() => new Gardoir(`oad-ouvert.${page}.vues`));
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
            texte: `Ce navigateur ne garde rien : la ${quoi} vaut le temps de la page. Son adresse la retient.`,
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
      dire({ texte: `Déjà ${VUES_MAX} ${quoi}s gardées : retirez-en une d’abord.` });
      return;
    }
    if (!seGarde(adresse)) {
      dire({ texte: `Cette ${quoi} est trop longue pour se garder : copiez-la.` });
      return;
    }
    changer((gardees) => ajouterVue(gardees, nom, adresse), {
      texte: `« ${nom.trim()} » est gardée.`,
    });
    nommer('');
  };
  const remettre = ({ nom: sien, adresse: sienne }: VueGardee) => {
    changer((gardees) => ajouterVue(gardees, sien, sienne), { texte: `« ${sien} » est revenue.` });
    document.getElementById('nom-de-vue')?.focus();
  };
  const enregistrerFichier = () =>
    enregistrer({
      contenu: new Blob([ecrireVues(page, vues)], { type: 'application/json' }),
      nom: `oad-${page}-${quoi}s.json`,
    });
  const ouvrir = async (champ: HTMLInputElement) => {
    const [fichier] = champ.files ?? [];
    if (!fichier) return;
    const texte = fichier.size > OCTETS_MAX ? '' : await fichier.text().catch(() => '');
    // Le même fichier, corrigé, doit pouvoir se rouvrir.
    champ.value = '';
    const lues = ouvrirVues(page, texte) ?? [];
    if (lues.length === 0) {
      dire({ texte: `« ${fichier.name} » n’a aucune ${quoi} de cette page : rien n’a changé.` });
      return;
    }
    const entrees = reunirVues(vues, lues).length - vues.length;
    const trop = vues.length + lues.length > VUES_MAX ? ` ${VUES_MAX} au plus se gardent.` : '';
    changer((gardees) => reunirVues(gardees, lues), {
      texte: `${compte(entrees, quoi)} de « ${fichier.name} », à côté des vôtres.${trop}`,
    });
  };

  return (
    <div class="mes-vues">
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          garder();
        }}
      >
        <label for="nom-de-vue">Garder la {quoi} affichée sous le nom</label>
        <p>
          <input
            id="nom-de-vue"
            class="champ"
            value={nom}
            maxLength={80}
            placeholder={invite.slice(0, 60)}
            onInput={({ currentTarget }) => nommer(currentTarget.value)}
          />
          <button type="submit" class="bouton">
            Garder
          </button>
        </p>
      </form>
      {vues.length > 0 && (
        <ul aria-label={`${quoi.charAt(0).toUpperCase()}${quoi.slice(1)}s gardées`}>
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
      <p class="mes-vues-fichier">
        {vues.length > 0 && (
          <button type="button" class="lien-bouton" onClick={enregistrerFichier}>
            Les enregistrer en fichier
          </button>
        )}
        <label class="lien-bouton">
          <input
            type="file"
            class="visuellement-cache"
            accept=".json,application/json"
            onChange={({ currentTarget }) => void ouvrir(currentTarget)}
          />
          Ouvrir un fichier
        </label>
      </p>
      <p class="petit discret">
        {typographie('Dans ce navigateur seulement ; rien n’est envoyé.')}
      </p>
      <p role="status">
        {typographie(etat.texte)}{' '}
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
