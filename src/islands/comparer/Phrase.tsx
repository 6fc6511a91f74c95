import { type Phrase as Morceaux, type Nombre, valeurEcrite } from '../../phrases/phrase.ts';

export const Chiffre = ({ nombre }: { nombre: Nombre }) => (
  <data value={valeurEcrite(nombre)} data-cle={nombre.cle}>
    {nombre.texte}
  </data>
);

/** Une phrase dont les nombres restent des nombres. */
export const Phrase = ({ phrase }: { phrase: Morceaux }) => (
  <>{phrase.map((m) => (typeof m === 'string' ? m : <Chiffre nombre={m} />))}</>
);
