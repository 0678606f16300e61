import type { APIMessageComponent } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type LayoutName, layoutNames, readLayoutName } from '../../../src/digests/layout-name.ts';
import { digestSettings } from '../../../src/discord/commands/digest-settings.ts';
import { composeDigest, digestReference, serializeDigest } from '../../../src/discord/rendering/digest-messages.ts';
import { displayedTexts, endOfText } from '../../../src/discord/rendering/displays.ts';
import { type DigestMessage, lastLine } from '../../../src/discord/rendering/layouts/layout.ts';
import { paperLinks } from '../../../src/discord/rendering/layouts/part-links.ts';
import { layoutOfMessage, layouts } from '../../../src/discord/rendering/layouts/registry.ts';
import { messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { paperUrl } from '../../../src/wording/paper-url.ts';
import { usualDigest } from '../../support/invented-digests.ts';
import { anyDigest, linkToDuplicate } from './any-digest.ts';

const composed = (layout: LayoutName, papers: number) => composeDigest({ ...usualDigest(papers), layout });

const ownersOf = (message: DigestMessage) =>
  Object.entries(layouts).flatMap(([name, layout]) => (layout.owns(message) ? name : []));

/** How many components a message has, nested ones included. */
const countAll = (components: readonly APIMessageComponent[]): number =>
  components.reduce(
    (sum, one) =>
      sum +
      1 +
      ('components' in one ? countAll(one.components) : 0) +
      ('accessory' in one ? countAll([one.accessory]) : 0),
    0,
  );

/** A message and all its simplified forms, in order. */
function formsOf(message: DigestMessage): readonly DigestMessage[] {
  const simpler = layoutOfMessage(message)?.simplify(message, []);
  return [message, ...(simpler ? formsOf(simpler.message) : [])];
}

describe.each(layoutNames)('the layout %s', (layout) => {
  it('has a label that fits a choice', () => {
    expect(layouts[layout].label.length).toBeLessThanOrEqual(messageLimits.choiceText);
  });

  it('keeps the limits of Discord and the link of every paper, whatever the papers say', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        const messages = composeDigest({ ...digest, layout });
        for (const { content, components = [], allowed_mentions } of messages) {
          expect(content.length).toBeLessThanOrEqual(messageLimits.content);
          expect(displayedTexts(components).join('').length).toBeLessThanOrEqual(messageLimits.displayText);
          expect(countAll(components)).toBeLessThanOrEqual(messageLimits.components);
          expect(allowed_mentions).toEqual({ parse: [] });
        }
        expect(messages.flatMap(paperLinks)).toEqual(digest.items.map(({ paper }) => paperUrl(paper)));
        const written = serializeDigest({ ...digest, layout }).map(({ json }) => JSON.parse(json));
        expect(written).toEqual(messages);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('alone owns each of its messages, also after JSON and after a simplification', () => {
    for (const message of composed(layout, 25))
      for (const form of formsOf(message)) {
        const frozen = JSON.parse(JSON.stringify(form));
        expect(ownersOf(frozen)).toEqual([layout]);
        expect(layoutOfMessage(frozen)).toBe(layouts[layout]);
      }
  });

  it('alone owns each of its messages, whatever the papers say', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const message of composeDigest({ ...digest, layout }).flatMap(formsOf))
          expect(ownersOf(message)).toEqual([layout]);
      }),
      { seed: 13, numRuns: 20 },
    );
  });

  it('is simplified until nothing is left, keeps the reference, and names the papers that it leaves out', () => {
    for (const message of composed(layout, 12)) {
      const forms = formsOf(message);
      expect(forms.length).toBeGreaterThan(1);
      expect(forms.length).toBeLessThan(6);
      for (const [index, form] of forms.entries()) {
        expect(lastLine(endOfText(form))).toBe(lastLine(endOfText(message)));
        expect(lastLine(endOfText(form))).toContain(digestReference(message.nonce));
        const leftOut = layoutOfMessage(form)?.simplify(form, [])?.leftOut ?? [];
        const next = forms[index + 1];
        if (next !== undefined) expect([...paperLinks(next), ...leftOut]).toEqual(paperLinks(form));
      }
    }
  });
});

test('/digest settings offers each layout by its label', () => {
  const labels = Object.fromEntries(layoutNames.map((name) => [name, layouts[name].label]));
  expect(Object.keys(layouts)).toEqual(layoutNames);
  expect(digestSettings.definition.options.layout.choices).toEqual(labels);
});

test('cards own the messages of versions that had no layouts', () => {
  const embeds = [{ title: 'A paper', url: 'https://arxiv.org/abs/2606.00001' }];
  const sending = { allowed_mentions: { parse: [] }, nonce: 'abc', enforce_nonce: true } as const;
  expect(ownersOf({ content: '## Papers', embeds, ...sending })).toEqual(['cards']);
  expect(ownersOf({ content: '## Papers', embeds: [{ description: 'A paper' }], ...sending })).toEqual(['cards']);
});

describe('a list', () => {
  it('has two lines for each paper: its link, then its first author and details in small letters', () => {
    const [message] = composed('list', 2);
    expect(message?.embeds).toEqual([]);
    const lines = message?.content.split('\n').slice(2, -2) ?? [];
    expect(lines).toHaveLength(4);
    for (const [place, line] of lines.entries()) {
      expect(line).toMatch(place % 2 === 0 ? /^- \[.+\]\(https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}\)$/ : /^-# /);
    }
  });

  it('lets no paper ping, link elsewhere or leave its line', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        for (const { content } of composeDigest({ ...digest, layout: 'list' })) {
          const lines = content.split('\n').filter((line) => /^-#? /.test(line));
          for (const line of lines) {
            const foreign = line
              .replace(/^-# /, '')
              .replace(/^- \[(.*)\]\(https:\/\/arxiv\.org\/abs\/[^()\s]*\)/, '$1')
              .replace(/\[Code\]\(https:\/\/[\w./%-]+\)/, '')
              .replace(/\\[\s\S]/g, 'x')
              .replaceAll(linkToDuplicate, '')
              .replace(/\*+/g, '');
            expect(foreign).not.toMatch(/[[\]<>@_`|#]|https?:\/\//);
          }
        }
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});

test('an unknown name of a layout, such as one of a newer version, reads as the default', () => {
  expect(readLayoutName('list')).toBe('list');
  expect(readLayoutName('hologram')).toBe('cards');
});

test('a payload that is not a message of a digest has no layout and no links', () => {
  for (const payload of [null, 'text', {}, { content: 'x' }]) {
    expect(layoutOfMessage(payload)).toBeNull();
    expect(paperLinks(payload)).toEqual([]);
  }
});
