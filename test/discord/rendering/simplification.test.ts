import { describe, expect, it } from 'vitest';
import { layoutNames } from '../../../src/digests/layout-name.ts';
import { composeDigest } from '../../../src/discord/rendering/digest-messages.ts';
import type { DigestMessage } from '../../../src/discord/rendering/layouts/layout.ts';
import { paperLinks } from '../../../src/discord/rendering/layouts/part-links.ts';
import { simplifyMessage } from '../../../src/discord/rendering/layouts/simplification.ts';
import { usualDigest } from '../../support/invented-digests.ts';

describe.each(layoutNames)('a refused message in the layout %s', (layout) => {
  // The last message has the menu.
  const message = composeDigest({ ...usualDigest(3), layout, leftOut: ['2606.00009'] }).at(-1) as DigestMessage;
  const { components, ...bare } = message;

  it('has a menu and a button, which refer to the digest', () => {
    expect(JSON.stringify(components)).toContain('digest-actions:');
    expect(JSON.stringify(components)).toContain('show-rest:');
  });

  it.each([
    ['the menu', ['components.0.components.0.options']],
    ['nothing in particular', []],
    ['something unknown', ['flags']],
    ['the menu and something unknown', ['components.1', 'flags']],
  ])('loses the menu alone if %s is blamed', (_name, fields) => {
    expect(simplifyMessage(message, fields)).toEqual({ message: bare, leftOut: [] });
  });

  it('loses the menu, and has its papers simplified, if both are blamed', () => {
    const simpler = simplifyMessage(message, ['components.0', 'embeds.0.title', 'content']);
    expect(simpler?.message.components).toBeUndefined();
    expect(simpler?.message).not.toEqual(bare);
    expect(paperLinks(simpler?.message)).toHaveLength(3);
  });

  it('keeps the menu if only papers are blamed', () => {
    const simpler = simplifyMessage(message, ['embeds.0.title']);
    expect(simpler?.message.components).toEqual(components);
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
