import { describe, expect, it } from 'vitest';
import { roleDe, tableauxHtml } from '../../../src/phrases/tableaux.ts';

describe('les rôles d’un tableau', () => {
  it('suivent la balise, et la portée d’un titre', () => {
    expect(['table', 'thead', 'tr', 'td'].map((balise) => roleDe(balise))).toEqual([
      'table',
      'rowgroup',
      'row',
      'cell',
    ]);
    expect(roleDe('th', 'col')).toBe('columnheader');
    expect(roleDe('th', 'row')).toBe('rowheader');
    expect(roleDe('th')).toBeUndefined();
    expect(roleDe('p')).toBeUndefined();
  });

  it('s’écrivent dans la page, sans en changer un qui est déjà là', () => {
    expect(
      tableauxHtml(
        '<table class="tableau sites"><tr><th scope="row" title="a > b">x</th><td role="note">y</td></tr></table>',
      ),
    ).toBe(
      '<table role="table" class="tableau sites"><tr role="row">' +
        '<th role="rowheader" scope="row" title="a > b">x</th><td role="note">y</td></tr></table>',
    );
  });

  it.each([
    '<table class="tableau"><tr><td>figure</td></tr></table>',
    '<script>const t = "<table><tr><td></td></tr></table>";</script>',
    '<p>sans tableau</p>',
  ])('laissent tel quel : %s', (html) => {
    expect(tableauxHtml(html)).toBe(html);
  });
});
