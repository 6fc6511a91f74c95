import type { ComponentChildren } from 'preact';

/** Safari ne donne pas le clavier à ce qui défile sans le dire. */
const AU_CLAVIER = { tabIndex: 0 } as const;

/** Ce qui peut être plus large que l’écran, et défile alors au clavier comme au doigt. */
export function Defile(props: { titre: string; classe?: string; children: ComponentChildren }) {
  return (
    <section class={props.classe ?? 'defile'} aria-label={props.titre} {...AU_CLAVIER}>
      {props.children}
    </section>
  );
}
