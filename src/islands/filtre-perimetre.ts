import { ecrire } from '../domain/calculs/etat.ts';
import { creerRecherche, type OptionCherchee } from '../domain/recherche/options.ts';

/** Ce que la recherche lit d’une ligne du tableau. */
function optionDe(ligne: HTMLElement): OptionCherchee {
  return {
    code: ligne.dataset.code ?? '',
    intitule: ligne.querySelector('.intitule')?.textContent ?? '',
    groupe: '',
    secteur: ligne.closest('details')?.dataset.secteur ?? '',
    metiers: [],
    synonymes: [],
    anciens: [],
  };
}

/** Filtre le tableau des options par mots, à quelques fautes près, et par réponse. */
export function filtrerPerimetre(): void {
  const formulaire = document.querySelector<HTMLFormElement>('[data-filtre]');
  const compte = formulaire?.querySelector('[data-compte]');
  const q = formulaire?.querySelector<HTMLInputElement>('[name=q]');
  const reponse = formulaire?.querySelector<HTMLSelectElement>('[name=reponse]');
  if (!formulaire || !compte || !q || !reponse) return;
  const lignes = [...document.querySelectorAll<HTMLElement>('#options tbody tr')];
  const groupes = document.querySelectorAll<HTMLDetailsElement>('#options details');
  const chercher = creerRecherche(lignes.map(optionDe));

  const appliquer = (): void => {
    const codes = chercher(q.value)?.codes;
    const trouves = codes && new Set(codes);
    let visibles = 0;
    for (const ligne of lignes) {
      const garde =
        (!trouves || trouves.has(ligne.dataset.code ?? '')) &&
        (reponse.value === '' || ligne.dataset.reponse === reponse.value);
      ligne.hidden = !garde;
      if (garde) visibles += 1;
    }
    const filtre = q.value.trim() !== '' || reponse.value !== '';
    for (const groupe of groupes) {
      groupe.hidden = !groupe.querySelector('tbody tr:not([hidden])');
      groupe.open = filtre;
    }
    compte.textContent =
      visibles === 0
        ? 'Aucune option : essayez un autre mot.'
        : `${visibles} ${visibles > 1 ? 'options' : 'option'} sur ${lignes.length}`;
  };
  const parametres = new URLSearchParams(location.search);
  q.value = (parametres.get('q') ?? '').slice(0, 200);
  reponse.value = parametres.get('reponse') ?? '';
  if (reponse.selectedIndex < 0) reponse.value = '';
  formulaire.hidden = false;
  appliquer();
  formulaire.addEventListener('submit', (e) => e.preventDefault());
  formulaire.addEventListener('input', () => {
    appliquer();
    const { pathname, search, hash } = location;
    const adresse = ecrire(search, { q: q.value, reponse: reponse.value });
    history.replaceState(null, '', pathname + adresse + hash);
  });
}
