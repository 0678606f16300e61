import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Digest } from '../../../src/digests/digest.ts';
import { layoutNames } from '../../../src/digests/layout-name.ts';
import { composeDigest, previewMessages, serializeDigest } from '../../../src/discord/rendering/digest-messages.ts';
import { displayedTexts } from '../../../src/discord/rendering/displays.ts';
import type { DigestMessage } from '../../../src/discord/rendering/layouts/layout.ts';
import { simplifyMessage } from '../../../src/discord/rendering/layouts/simplification.ts';
import { withoutPing } from '../../../src/discord/rendering/mention-line.ts';
import type { Message } from '../../../src/discord/rendering/message.ts';
import { messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { saying } from '../../../src/language/saying.ts';
import { noExtras } from '../../../src/papers/paper.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const role = '1'.repeat(20);
const hostile = fc.string({
  unit: fc.constantFrom('@everyone', '@here', `<@&${role}>`, '<@7>', '<@&8>', ' ', '\n', 'x'),
});
const texts = fc.array(fc.record({ title: hostile, abstract: hostile }), { minLength: 1, maxLength: 30 });

const digestOf = (papers: readonly { title: string; abstract: string }[], layout: Digest['layout']): Digest => ({
  channelId: '1',
  date: '2026-06-12',
  ...(layout === undefined ? {} : { layout }),
  topics: ['@everyone'],
  matchedCount: papers.length,
  announcedCount: papers.length,
  mentionRoleId: role,
  items: papers.map((paper, index) => ({
    paper: inventPaper({ ...paper, id: `2606.${String(index).padStart(5, '0')}` }),
    announceType: 'new',
    matches: [{ canonical: '@everyone', why: [saying('reasons.word', { word: '@here' })] }],
    highlights: { title: [], abstract: [], summary: [] },
  })),
});

/** The mentions in a text that Discord would read. Foreign text is escaped. */
const mentionsIn = (text: string) =>
  text.match(/(?<!\\)<@[!&]?\d+>|@(?:everyone|here)\b/g)?.filter((one) => one !== '@everyone' && one !== '@here');

/** The text of a message, in its content or in its components. */
const textOf = ({
  content = '',
  components = [],
}: Pick<DigestMessage | Message, 'content' | 'components'> = {}): string =>
  [content, ...displayedTexts(components)].join('\n');

it('only the first message of a digest pings, and only its role, whatever papers say', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...layoutNames), (papers, layout) => {
      const digest = digestOf(papers, layout);
      const [first, ...others] = composeDigest(digest);
      expect(first?.allowed_mentions).toEqual({ parse: [], roles: [role] });
      expect(mentionsIn(textOf(first))).toEqual([`<@&${role}>`]);
      for (const message of others) {
        expect(message.allowed_mentions).toEqual({ parse: [] });
        expect(mentionsIn(textOf(message)) ?? []).toEqual([]);
      }
      expect(first?.content.length).toBeLessThanOrEqual(messageLimits.content);
      expect(serializeDigest(digest).map(({ json }) => JSON.parse(json))).toEqual([first, ...others]);
      for (const message of previewMessages(digest)) expect(mentionsIn(textOf(message)) ?? []).toEqual([]);
    }),
    { seed: 62, numRuns: 60 },
  );
});

it('a compact message whose header Discord refused keeps the picture of its first paper without its ping', () => {
  const thumbnailUrl = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.00001.png';
  const digest = digestOf([{ title: 'Tides', abstract: 'In lakes.' }], 'compact');
  const items = digest.items.map((item) => ({
    ...item,
    paper: { ...item.paper, extras: { ...noExtras, thumbnailUrl } },
  }));
  const [message] = composeDigest({ ...digest, items });
  if (message === undefined) throw new Error('The digest has no message.');
  const headless = simplifyMessage(message, ['components.0.content'])?.message;
  if (headless === undefined) throw new Error('The message cannot be simplified.');
  expect(JSON.stringify(headless.components?.[0])).toContain(thumbnailUrl);
  expect(withoutPing(headless)).toEqual({ ...headless, allowed_mentions: { parse: [] } });
});

it.each(layoutNames)('a message without its ping is the one of a channel that pings nobody: %s', (layout) => {
  const digest = digestOf([{ title: 'Tides', abstract: 'In lakes.' }], layout);
  const { mentionRoleId: _, ...silent } = digest;
  const [pinging] = composeDigest(digest);
  const [expected] = composeDigest(silent);
  if (pinging === undefined || expected === undefined) throw new Error('The digest has no message.');
  expect(withoutPing(pinging)).toEqual(expected);
  expect(withoutPing(expected)).toBe(expected);
});
