import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import {
  creerRechercheDuSite,
  type EntreeDuSite,
  type GenreDuSite,
  type ReponsesDuSite,
  type Trouvaille,
} from '../domain/recherche/site.ts';
import { compte } from '../phrases/nombres.ts';
import { direEmpechement } from '../phrases/recherche.ts';
import { typographie } from '../phrases/typographie.ts';
import { lireJson, uneFoisPar } from '../query/lecture.ts';
import { lireLieux, lireRecherche } from '../query/lire-recherche.ts';

interface Lue {
  readonly chercher: (requete: string) => ReponsesDuSite;
  /** Ce qui empêche de demander une option ; vide si rien. */
  readonly empechement: (cle: string) => string;
  /** Les options qui ressemblent à ce qui ne trouve rien. */
  readonly voisines: (requete: string) => readonly string[];
}

const GENRE_EN_MOTS: Readonly<Record<GenreDuSite, string>> = {
  tableau: 'Tableau',
  carte: 'Carte',
  page: 'Page',
  zone: 'Zone',
  option: 'Option',
  commune: 'Commune',
  implantation: 'Implantation',
  terme: 'Glossaire',
  formation: 'Formation',
};

const lecture = uneFoisPar(
  async (adresse: string, options: string, lieux: string): Promise<Lue> => {
    const [index, recherche, trouver] = await Promise.all([
      lireJson<Colonnes<EntreeDuSite>>(adresse),
      lireRecherche(options)(),
      lireLieux(lieux, options)(),
    ]);
    const parCode = new Map(recherche.options.map((option) => [option.code, option]));
    return {
      chercher: creerRechercheDuSite(enRangees(index), recherche, trouver),
      empechement: (cle) => {
        const option = parCode.get(cle);
        return option ? direEmpechement(option) : '';
      },
      voisines: (requete) =>
        recherche.voisines(requete).map((code) => `${code} ${parCode.get(code)?.intitule}`),
    };
  },
);

function ligne(id: string, trouvaille: Trouvaille, empechement: string): HTMLLIElement {
  const { genre, titre, precision } = trouvaille;
  const li = document.createElement('li');
  li.id = id;
  li.role = 'option';
  li.ariaSelected = 'false';
  const nom = document.createElement('span');
  nom.className = 'recherche-titre';
  nom.textContent = typographie(titre);
  const suite = document.createElement('span');
  suite.className = 'petit discret';
  suite.textContent = typographie([precision, empechement].filter(Boolean).join(' · '));
  const marque = document.createElement('span');
  marque.className = 'recherche-genre petit';
  marque.textContent = GENRE_EN_MOTS[genre];
  li.append(nom, suite, marque);
  return li;
}

/** Ce qui se dit des réponses ; sans réponse, ce qui ressemble ou ce qu’on peut essayer. */
function dire(requete: string, montrees: number, total: number, voisines: Lue['voisines']): string {
  if (total === 0) {
    const proches = voisines(requete);
    const suite =
      proches.length > 0
        ? `Le plus proche : ${proches.join(' ; ')}.`
        : 'Essayez un métier, un code d’option, une commune ou un code postal.';
    return typographie(`Rien ne répond à « ${requete.trim()} ». ${suite}`);
  }
  if (montrees < total) return `${montrees} réponses montrées sur ${total}`;
  return compte(total, 'réponse');
}

/**
 * Fait d’un champ de recherche une liste de réponses (combobox ARIA, choix au clavier).
 * @param renoncer dit que l’index ne vient pas
 * @returns ce que vaut Entrée sans réponse choisie
 */
export function brancher(formulaire: HTMLFormElement, renoncer: () => void): () => Promise<void> {
  const champ = formulaire.querySelector<HTMLInputElement>('input');
  const liste = formulaire.querySelector<HTMLUListElement>('[role=listbox]');
  const statut = formulaire.querySelector('[role=status]');
  if (!champ || !liste || !statut) throw new Error('Le champ de recherche est incomplet.');
  const { index = '', options = '', lieux = '', base = '' } = formulaire.dataset;
  const charger = lecture(index, options, lieux);
  const dialogue = formulaire.closest('dialog');
  let trouvailles: readonly Trouvaille[] = [];
  let active = -1;
  champ.role = 'combobox';
  champ.ariaAutoComplete = 'list';
  champ.setAttribute('aria-controls', liste.id);
  champ.ariaExpanded = 'false';

  const activer = (rang: number): void => {
    active = rang;
    for (const [i, li] of [...liste.children].entries()) li.ariaSelected = String(i === rang);
    const li = liste.children[rang];
    if (li) {
      champ.setAttribute('aria-activedescendant', li.id);
      li.scrollIntoView({ block: 'nearest' });
    } else champ.removeAttribute('aria-activedescendant');
  };
  const fermer = (): void => {
    liste.hidden = true;
    champ.ariaExpanded = 'false';
    activer(-1);
  };
  const montrer = ({ chercher: trouver, empechement, voisines }: Lue): void => {
    const { trouvailles: trouvees, total } = trouver(champ.value);
    trouvailles = trouvees;
    const lignes = trouvees.map((t, i) => ligne(`${liste.id}-${i}`, t, empechement(t.cle)));
    liste.replaceChildren(...lignes);
    activer(-1);
    liste.hidden = trouvees.length === 0;
    champ.ariaExpanded = String(trouvees.length > 0);
    statut.classList.toggle('visuellement-cache', total > 0);
    statut.textContent = dire(champ.value, trouvees.length, total, voisines);
  };
  const chercher = async (): Promise<void> => {
    const requete = champ.value;
    if (requete.trim() === '') {
      statut.textContent = '';
      return fermer();
    }
    try {
      const lue = await charger();
      if (champ.value === requete) montrer(lue);
    } catch {
      renoncer();
    }
  };
  const aller = (rang: number): void => {
    const trouvaille = trouvailles[rang];
    if (!trouvaille) return;
    dialogue?.close();
    location.assign(base + trouvaille.chemin);
  };

  /** Sans réponse choisie : le tableau si une option répond, sinon la première réponse. */
  const valider = async (): Promise<void> => {
    montrer(await charger());
    const [premiere] = trouvailles;
    const lieu =
      premiere?.genre === 'tableau' ||
      (premiere && !trouvailles.some(({ genre }) => genre === 'option'));
    if (lieu) aller(0);
    else formulaire.submit();
  };

  champ.addEventListener('input', chercher);
  champ.addEventListener('keydown', (e) => {
    const n = liste.hidden ? 0 : trouvailles.length;
    if (e.key === 'ArrowDown' && n > 0) activer((active + 1) % n);
    else if (e.key === 'ArrowUp' && n > 0) activer(active < 0 ? n - 1 : active - 1);
    else if (e.key === 'Enter' && n > 0 && active >= 0) aller(active);
    else if (e.key === 'Escape' && n > 0) fermer();
    // Chromium viderait d’abord le champ.
    else if (e.key === 'Escape' && dialogue) dialogue.close();
    else return;
    e.preventDefault();
  });
  liste.addEventListener('pointerdown', (e) => e.preventDefault());
  liste.addEventListener('click', (e) => {
    const li = (e.target as Element).closest('[role=option]');
    if (li) aller([...liste.children].indexOf(li));
  });
  formulaire.addEventListener('focusout', (e) => {
    if (!formulaire.contains(e.relatedTarget as Node | null)) fermer();
  });
  charger().catch(() => undefined);
  chercher();
  return valider;
}
