import type { Lieu, LieuxNommes } from '../recherche/lieux.ts';
import { type Depart, type EtatCarte, poserValeurs } from './etat.ts';
import type { Lieux } from './types.ts';

/** Les lieux qu’une question posée à la carte peut nommer. */
export const lieuxNommables = (
  { communes, implantations }: Lieux,
  zones: readonly { readonly zone: number; readonly nom: string }[],
): readonly Lieu[] => [
  ...zones.map(({ zone, nom }): Lieu => {
    return { genre: 'zone', cle: String(zone), nom, zone, codes: [] };
  }),
  ...communes.map(({ slug, commune, zone, codesPostaux }): Lieu => {
    return { genre: 'commune', cle: slug, nom: commune, zone, codes: codesPostaux };
  }),
  ...implantations.map(({ id, nom, zone, faseEtablissement }): Lieu => {
    return { genre: 'implantation', cle: id, nom, zone, codes: [faseEtablissement] };
  }),
];

const departDe = ({ genre, cle }: Lieu): Depart =>
  genre === 'commune' ? { genre, slug: cle } : { genre: 'implantation', fase: cle };

/** La commune ou l’implantation d’où part une question qui n’en nomme qu’une ; sinon `null`. */
export function departNomme({ lieux }: LieuxNommes): Depart | null {
  const [seul, ...autres] = lieux.filter(({ genre }) => genre !== 'zone');
  return seul && autres.length === 0 ? departDe(seul) : null;
}

/** La carte autour du lieu nommé, ou dans ses zones quand il n’est pas un seul point. */
export function allerAuLieu(etat: EtatCarte, nommes: LieuxNommes): EtatCarte {
  const depart = departNomme(nommes);
  return depart ? { ...etat, depart } : poserValeurs(etat, 'zone', nommes.zones.map(String));
}
