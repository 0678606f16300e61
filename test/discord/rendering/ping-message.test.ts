import { expect, it } from 'vitest';
import { messageLimits } from '../../../src/discord/rendering/message-limits.ts';
import { pingMessage } from '../../../src/discord/rendering/ping-message.ts';
import { languageNames } from '../../../src/language/names.ts';
import { inventPaper } from '../../support/invented-papers.ts';

it.each(languageNames)('a ping names everybody within the limits, whatever the titles are: %s', (language) => {
  const papers = Array.from({ length: 30 }, (_, index) =>
    inventPaper({ id: `2606.${10_000 + index}`, title: `${'[@everyone](http://x.example) '.repeat(20)}${index}` }),
  );
  const ids = papers.map(({ id }) => id);
  const people = Array.from({ length: 20 }, (_, index) => ({ userId: `${10n ** 18n + BigInt(index)}`, papers: ids }));
  for (const way of ['mention', 'message'] as const) {
    const content = pingMessage({
      ...{ nonce: 'n'.repeat(25), guildId: '1'.repeat(19), channelId: '2'.repeat(19), date: '2026-06-12', way },
      ...{ people: way === 'mention' ? people : people.slice(0, 1), plannedAt: 0, inDoubt: false, attempts: 1 },
      papers: new Map(papers.map((paper) => [paper.id, paper])),
      ...{ deliveries: [], language },
    });
    expect(content.length).toBeLessThanOrEqual(messageLimits.content);
    if (language === 'en') expect(content).toMatch(/and \d+ more papers\n-# .* · ref n{12}$/);
    expect(content).toMatch(/\d+.*\n-# .* · ref n{12}$/);
    expect(content).not.toMatch(/(?<!\\)@everyone/);
    if (way === 'mention') for (const { userId } of people) expect(content).toContain(`<@${userId}>`);
  }
});
