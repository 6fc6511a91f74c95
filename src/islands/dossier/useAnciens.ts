import { useEffect, useState } from 'preact/hooks';
import { anciensDansLAdresse, retenirLesAnciens } from './adresse.ts';

/** « Avec les anciens codes » : l’adresse le retient. */
export function useAnciens(): readonly [boolean, (anciens: boolean) => void] {
  const [anciens, poser] = useState(true);
  useEffect(() => poser(anciensDansLAdresse()), []);
  return [
    anciens,
    (suivant) => {
      retenirLesAnciens(suivant);
      poser(suivant);
    },
  ];
}
