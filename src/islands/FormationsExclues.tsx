import { href } from '../config.ts';
import type { Formation } from '../domain/recherche/formations.ts';
import { direFormation } from '../phrases/recherche.ts';
import { typographie } from '../phrases/typographie.ts';

/** Les formations qu’une question nomme et qui ne se programment pas, et où lire pourquoi. */
export function FormationsExclues({ exclues }: { readonly exclues: readonly Formation[] }) {
  return (
    <>
      {exclues.map((formation) => (
        <p class="message" key={formation.precision}>
          {typographie(direFormation(formation))}{' '}
          <a href={href('/procedure/perimetre/#titre-ne-peut')}>Ce qui ne se programme pas</a>
        </p>
      ))}
    </>
  );
}
