/** Une cellule de règle couvre une valeur si elle est vide ou si elle la cite. */
export function couvre(cellule: string | null, valeur: string | null): boolean {
  if (!cellule) return true;
  return valeur !== null && cellule.split(' ').includes(valeur);
}
