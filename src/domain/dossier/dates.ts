const DATE = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeZone: 'UTC' });

/** « 1er mars 2026 » pour une date ISO. */
export const dateEnLettres = (iso: string): string =>
  DATE.format(new Date(`${iso}T00:00:00Z`)).replace(/^1 /, '1er ');
