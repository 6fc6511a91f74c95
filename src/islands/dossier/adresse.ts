import { decoderDossier } from '../../domain/dossier/codec.ts';
import type { ChoixDuLieu } from '../../domain/dossier/lieu.ts';

const FORMES = {
  implantation: /^\d{1,6}$/,
  option: /^\d{4}$/,
  anciens: /^(?:oui|non)$/,
} as const;

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

function changer(modifier: (parametres: URLSearchParams) => void): void {
  const parametres = new URLSearchParams(location.search);
  modifier(parametres);
  const search = parametres.size > 0 ? `?${parametres}` : '';
  history.replaceState(null, '', location.pathname + search + location.hash);
}

/** Un choix fait dans la page vaut plus que celui de l’adresse, qu’un rechargement relirait. */
export function oterLImplantation(): void {
  if (new URLSearchParams(location.search).has('implantation')) {
    changer((parametres) => parametres.delete('implantation'));
  }
}

/** Compter une option avec les codes qu’elle remplace, comme dans le tableau. */
export const anciensDansLAdresse = (): boolean =>
  new URLSearchParams(location.search).get('anciens') !== 'non';

/** Retient dans l’adresse si les anciens codes comptent ; oui, la valeur par défaut, s’omet. */
export const retenirLesAnciens = (anciens: boolean): void =>
  changer((parametres) =>
    anciens ? parametres.delete('anciens') : parametres.set('anciens', 'non'),
  );
