import { describe, expect, it } from 'vitest';
import { layoutNames } from '../../../src/digests/layout-name.ts';
import { composeDigest } from '../../../src/discord/rendering/digest-messages.ts';
import type { DigestMessage } from '../../../src/discord/rendering/layouts/layout.ts';
import { paperLinks } from '../../../src/discord/rendering/layouts/part-links.ts';
import { simplifyMessage } from '../../../src/discord/rendering/layouts/simplification.ts';
import { usualDigest } from '../../support/invented-digests.ts';

/** Discord's number for a row of buttons or menus. */
const rowType = 1;
const rowsOf = (message: DigestMessage | undefined) =>
  message?.components?.filter(({ type }) => type === rowType) ?? [];

describe.each(layoutNames)('a refused message in the layout %s', (layout) => {
  // The last message has the menu.
  const message = composeDigest({ ...usualDigest(3), layout, leftOut: ['2606.00009'] }).at(-1) as DigestMessage;
  const all = message.components ?? [];
  const rows = all.filter(({ type }) => type === rowType);
  const displays = all.filter(({ type }) => type !== rowType);
  const { components: _, ...rest } = message;
  const bare = displays.length === 0 ? rest : { ...rest, components: displays };
  const menu = `components.${displays.length}`;
  // The first display is the header, and the second one a paper.
  const paper = displays.length === 0 ? 'embeds.0.title' : 'components.1.content';

  it('has a menu and a button, which refer to the digest', () => {
    expect(JSON.stringify(rows)).toContain('digest-actions:');
    expect(JSON.stringify(rows)).toContain('show-rest:');
  });

  it.each([
    ['the menu', [`${menu}.components.0.options`]],
    ['nothing in particular', []],
    ['something unknown', ['flags']],
    ['the menu and something unknown', [menu, 'flags']],
  ])('loses the menu alone if %s is blamed', (_name, fields) => {
    expect(simplifyMessage(message, fields)).toEqual({ message: bare, leftOut: [] });
  });

  it('loses the menu, and has its papers simplified, if both are blamed', () => {
    const simpler = simplifyMessage(message, [menu, paper]);
    expect(rowsOf(simpler?.message)).toEqual([]);
    expect(simpler?.message).not.toEqual(bare);
    expect(paperLinks(simpler?.message)).toHaveLength(3);
  });

  it('keeps the menu if only papers are blamed', () => {
    const simpler = simplifyMessage(message, [paper]);
    expect(rowsOf(simpler?.message)).toEqual(rows);
    expect(simpler?.message).not.toEqual(message);
  });

  it('is given up at the end, after some steps', () => {
    let [form, steps]: [DigestMessage | null, number] = [message, 0];
    while (form !== null && steps < 20) {
      form = simplifyMessage(form, [])?.message ?? null;
      steps += 1;
    }
    expect(form).toBeNull();
  });
});
