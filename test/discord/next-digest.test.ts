import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const at = (time: string): string => `<t:${Date.parse(time) / 1000}:`;
const textOf = ({ content, embeds }: Reply): string => [content, ...embeds.map((one) => one.description)].join('\n');
const preview = (topic: string) => bot.manager.run('/subscribe', { topic });

/** The answers that say when the next digest comes. */
async function answers(): Promise<readonly string[]> {
  const shown = await preview('robots');
  const confirmed = await bot.manager.press(await preview('optics'), 'Subscribe');
  const commands = ['/digest settings', '/digest status', '/subscriptions'] as const;
  const others = await Promise.all(commands.map((command) => bot.manager.run(command)));
  return [shown, confirmed, ...others].map(textOf);
}

describe('the next digest', () => {
  it('is the same in every answer after `/digest now`', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(1, 'diffusion'));
    expect((await bot.manager.run('/digest now')).content).toContain('Done: 1 paper posted');
    for (const text of await answers()) expect(text).toContain(at('2026-06-13T09:00Z'));
    const again = await bot.manager.run('/digest now');
    expect(again.content).toContain(at('2026-06-13T09:00Z'));
  });

  it('is the end of the pause in every answer while digests are paused', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest pause', { until: '2026-06-20' });
    for (const text of await answers()) {
      expect(text).toMatch(/paused/i);
      expect(text.split(at('2026-06-20T00:00Z'))).toHaveLength(2);
      expect(text).not.toContain(at('2026-06-12T09:00Z'));
      expect(text).not.toContain(at('2026-06-13T09:00Z'));
    }
    await bot.announce(inventPapers(1, 'diffusion'));
    const why = await bot.manager.run('/digest why', { paper: '2606.00001' });
    expect(why.content).toContain(`paused until ${at('2026-06-20T00:00Z')}`);
  });

  it('has papers announced from now on, as the preview and the line in the channel say', async () => {
    await bot.announce(inventPapers(1, 'diffusion'));
    const shown = await preview('diffusion');
    expect(shown.content).toContain('with papers announced from now on');
    const done = await bot.manager.press(shown, 'Subscribe');
    expect(done.content).toContain('with papers announced from now on');
    await bot.router.whenIdle();
    expect(bot.discord.messages(bot.channelId)[0]?.content).toContain('with papers announced from now on');
    bot.pass(2 * hourMs);
    await bot.wake();
    expect(bot.discord.messages(bot.channelId)).toHaveLength(1);
  });

  it('of a changed topic is not said to have later papers only', async () => {
    await bot.subscribe('diffusion');
    const form = await bot.manager.choose(await bot.manager.run('/subscriptions'), 'Change a topic…', 'diffusion');
    const shown = await bot.manager.submit(form, { topic: 'optics' });
    expect(shown.content).toContain('Next digest:');
    expect(shown.content).not.toContain('from now on');
  });
});
