type Sens = 'ascending' | 'descending';

const texteDe = (cellule: Element | undefined): string => cellule?.textContent?.trim() ?? '';

/** La valeur d’une cellule ; rien pour un tiret, qui va toujours à la fin. */
const valeurDe = (cellule: Element | undefined): number | string | null => {
  const nombre = cellule?.querySelector('data');
  if (nombre) return Number(nombre.value);
  return texteDe(cellule) === '–' ? null : texteDe(cellule);
};

function comparer(a: number | string | null, b: number | string | null, sens: Sens): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const ordre =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'fr');
  return sens === 'ascending' ? ordre : -ordre;
}

function trier(tableau: HTMLTableElement, colonne: number, sens: Sens): void {
  const corps = tableau.tBodies[0];
  const rangees = [...(corps?.rows ?? [])];
  rangees.sort((a, b) => comparer(valeurDe(a.cells[colonne]), valeurDe(b.cells[colonne]), sens));
  corps?.append(...rangees);
}

/**
 * Rend triable un tableau qui se lit sans : chaque titre de colonne devient un bouton. Les nombres
 * commencent par le plus grand.
 */
export function rendreTriable(tableau: HTMLTableElement): void {
  const titres = [...(tableau.tHead?.rows[0]?.cells ?? [])];
  for (const [colonne, titre] of titres.entries()) {
    const bouton = document.createElement('button');
    bouton.type = 'button';
    bouton.className = 'tri';
    bouton.append(...titre.childNodes);
    titre.append(bouton);
    bouton.addEventListener('click', () => {
      const premier: Sens = titre.classList.contains('nombre') ? 'descending' : 'ascending';
      const autre: Sens = premier === 'ascending' ? 'descending' : 'ascending';
      const sens = titre.getAttribute('aria-sort') === premier ? autre : premier;
      for (const t of titres) t.removeAttribute('aria-sort');
      titre.setAttribute('aria-sort', sens);
      trier(tableau, colonne, sens);
    });
  }
}
