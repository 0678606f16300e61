import { expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

it('`/papers search sort: newest` has falling dates over all of its pages', async () => {
  const dates = ['2026-06-01', '2019-02-03', '2026-06-11', '2024-12-31', '2026-05-20', '2026-06-10', '2025-01-01'];
  for (const day of [0, 1]) {
    const papers = dates.map((date, index) =>
      inventPaper({
        id: `2606.0${day}${String(index).padStart(3, '0')}`,
        title: `Diffusion ${day}.${index}`,
        publishedAt: `${date}T0${day}:00:00Z`,
      }),
    );
    await bot.announce(papers);
    bot.pass(dayMs);
  }
  let page = await bot.manager.run('/papers search', { query: 'diffusion', sort: 'newest' });
  const shown: string[] = [];
  for (;;) {
    shown.push(...(page.embeds[0]?.description?.match(/\d{4}-\d\d-\d\d/g) ?? []));
    if (!page.buttons.includes('Next')) break;
    page = await bot.manager.press(page, 'Next');
  }
  expect(shown).toEqual([...dates, ...dates].toSorted().reverse());
});
