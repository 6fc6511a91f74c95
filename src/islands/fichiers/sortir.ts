import { EditionDepassee } from '../../query/lecture.ts';
import { mener } from './mener.ts';

/** Un fichier que la page a composé. */
export interface Sortie {
  readonly contenu: Blob;
  readonly nom: string;
  /** Ce qui se dit une fois le fichier enregistré. */
  readonly dit?: string;
}

export type Composer = (avancer: () => void, arret: AbortSignal) => Promise<Sortie>;

/** Enregistre un fichier que la page vient de composer ; rien ne passe par un serveur. */
export function enregistrer({ contenu, nom }: Sortie): void {
  const lien = document.createElement('a');
  lien.href = URL.createObjectURL(contenu);
  lien.download = nom;
  lien.click();
  setTimeout(() => URL.revokeObjectURL(lien.href), 10_000);
}

/**
 * Le seul chemin par lequel un fichier sort d’une page : il est enregistré, ou il y a une raison.
 * @throws quand il ne se compose pas, ou que plus rien n’en vient
 */
export async function sortir(composer: Composer): Promise<Sortie> {
  const sortie = await mener(composer);
  enregistrer(sortie);
  return sortie;
}

/**
 * Pourquoi un fichier n’est pas venu, et quoi faire.
 * @param autrement une autre façon d’avoir ces données
 */
export function plainte(cause: unknown, autrement = ''): string {
  console.warn(cause);
  if (cause instanceof EditionDepassee) return cause.message;
  const phrase =
    'Le fichier n’a pas pu se faire : vérifiez votre connexion, rechargez la page, puis recommencez.';
  return autrement ? `${phrase} ${autrement}` : phrase;
}

const enCours = new WeakSet<Element>();

/** Dit sous la liste d’un lien ce qui l’a empêché ; sans phrase, n’en dit plus rien. */
function direSous(lien: Element, phrase?: string): void {
  const liste = lien.closest('ul') ?? lien;
  const suivant = liste.nextElementSibling;
  if (suivant?.matches('[data-plainte]')) suivant.remove();
  if (!phrase) return;
  const message = document.createElement('p');
  message.className = 'message message-erreur';
  message.dataset.plainte = '';
  message.setAttribute('role', 'alert');
  message.textContent = phrase;
  liste.after(message);
}

/** Fait sortir le fichier d’un lien, un à la fois ; ce qui l’empêche se dit sous lui. */
export async function sortirDe(
  lien: Element,
  composer: Composer,
  autrement?: string,
): Promise<void> {
  if (enCours.has(lien)) return;
  enCours.add(lien);
  direSous(lien);
  try {
    await sortir(composer);
  } catch (cause) {
    direSous(lien, plainte(cause, autrement));
  } finally {
    enCours.delete(lien);
  }
}
