import { decoderDossier } from '../../domain/dossier/codec.ts';
import type { ChoixDuLieu } from '../../domain/dossier/lieu.ts';

const FORMES = { implantation: /^\d{1,6}$/, option: /^\d{4}$/ } as const;

/** Le dossier que porte l’adresse, après `#`. */
export const dansLAdresse = () => decoderDossier(location.hash);

/** Ôte le dossier de l’adresse, une fois repris ou refusé. */
export function oterDeLAdresse(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
}

/** L’implantation que demande `?implantation=`, comme sur la carte. */
export function demandeDansLAdresse(): ChoixDuLieu | null {
  const fase = new URLSearchParams(location.search).get('implantation');
  return fase && FORMES.implantation.test(fase) ? { genre: 'implantation', fase } : null;
}

/** Ce que l’adresse demande et qui ne peut pas être ; une phrase par valeur. */
export function avisDeLAdresse(): readonly string[] {
  const parametres = new URLSearchParams(location.search);
  return Object.entries(FORMES).flatMap(([cle, forme]) => {
    const valeur = parametres.get(cle);
    if (valeur === null || forme.test(valeur)) return [];
    return `L’adresse demande « ${cle}=${valeur.slice(0, 40)} », qui n’existe pas : elle a été ignorée.`;
  });
}

/** Un choix fait dans la page vaut plus que celui de l’adresse, qu’un rechargement relirait. */
export function oterLImplantation(): void {
  const parametres = new URLSearchParams(location.search);
  if (!parametres.has('implantation')) return;
  parametres.delete('implantation');
  const search = parametres.size > 0 ? `?${parametres}` : '';
  history.replaceState(null, '', location.pathname + search + location.hash);
}
