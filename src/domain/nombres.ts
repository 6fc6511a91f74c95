const formats = new Map<string, Intl.NumberFormat>();

function formatDe(auMoins: number, auPlus: number): Intl.NumberFormat {
  const cle = `${auMoins}/${auPlus}`;
  const connu = formats.get(cle);
  if (connu) return connu;
  const bornes = { minimumFractionDigits: auMoins, maximumFractionDigits: auPlus };
  const format = new Intl.NumberFormat('fr-BE', bornes);
  formats.set(cle, format);
  return format;
}

/**
 * Un nombre comme on l’écrit ici : `12 345`, `12,3`, `−4`, aux espaces fines insécables.
 * @param auPlus décimales qu’il garde
 * @param auMoins décimales qu’il a toujours
 */
export const enNombre = (valeur: number, auPlus = 0, auMoins = 0): string =>
  formatDe(auMoins, auPlus).format(valeur).replace('-', '−');
