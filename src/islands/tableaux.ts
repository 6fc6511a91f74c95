import { options } from 'preact';
import { roleDe } from '../phrases/tableaux.ts';

/** Les tableaux d’un îlot portent leurs rôles, comme ceux des pages. */
const avant = options.vnode;
options.vnode = (noeud) => {
  if (typeof noeud.type === 'string') {
    const props: { children: unknown; role?: string; scope?: string } = noeud.props;
    const role = roleDe(noeud.type, props.scope);
    if (role) props.role ??= role;
  }
  avant?.(noeud);
};
