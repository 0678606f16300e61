import { beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});
beforeEach(() => bot.subscribe('diffusion'));

/** The bot's lines and digests, without those about settings. */
const posted = () => bot.discord.messages(bot.channelId).filter(({ content }) => content.includes('ref '));

async function sayQuietDays(choice: string): Promise<void> {
  const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'quiet');
  await bot.manager.press(await bot.manager.choose(menu, 'Days without papers', choice), 'Save');
  await bot.router.whenIdle();
}

async function wakeAfter(ms: number): Promise<void> {
  bot.pass(ms);
  await bot.wake();
}

const other = inventPaper({ id: '2606.00099', title: 'On Tides' });
const seconds = (date: string) => Date.parse(date) / 1_000;

describe('a day without papers', () => {
  it('is silent unless a manager wants a line', async () => {
    await bot.announce([other]);
    await wakeAfter(3 * hourMs);
    expect(posted()).toEqual([]);
  });

  it('has one short line that makes no sound: how many were announced, and the next digest', async () => {
    await sayQuietDays('A short line');
    await bot.announce([other]);
    await wakeAfter(3 * hourMs);
    await bot.wake();
    expect(posted()).toHaveLength(1);
    const [line] = posted();
    expect(line?.content.split('\n')).toEqual([
      '**Friday 12 June 2026**: no new paper fits. 1 was announced.',
      expect.stringMatching(new RegExp(`^-# Next digest: <t:${seconds('2026-06-13T09:00Z')}:F> · ref \\w{12}$`)),
    ]);
    expect(line?.flags).toBe(1 << 12);
    expect(line?.embeds).toEqual([]);
    await wakeAfter(dayMs);
    expect(posted()[1]?.content).toContain('**Saturday 13 June 2026**: no new paper fits. None was announced.');
    await sayQuietDays('Nothing');
    await wakeAfter(dayMs);
    expect(posted()).toHaveLength(2);
  });

  it('pings nobody', async () => {
    const role = bot.discord.world.createRole({ guild: bot.guildId, name: 'readers', isMentionable: true });
    const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Pings');
    await bot.manager.press(await bot.manager.choose(menu, 'Choose a role', role.id), 'Save');
    await sayQuietDays('A short line');
    await wakeAfter(3 * hourMs);
    expect(posted().map(({ pings }) => pings)).toEqual([{ everyone: false, userIds: [], roleIds: [] }]);
    expect(posted()[0]?.content).not.toContain('<@');
  });

  it.each([
    ['is down', 'unavailable'],
    ['took the line, and its answer was lost', 'bad-gateway'],
    ['took the line, and the connection broke', 'reset'],
  ] as const)('is posted once, also if Discord %s', async (_what, kind) => {
    await sayQuietDays('A short line');
    bot.discord.faults.add({ kind, method: 'POST', path: /\/messages$/ });
    await wakeAfter(3 * hourMs);
    await wakeAfter(hourMs);
    await wakeAfter(hourMs);
    expect(posted()).toHaveLength(1);
    expect((await bot.store.deliveries(bot.channelId, '2026-06-12')).map(({ state }) => state)).toEqual(['sent']);
  });

  it('is quiet in the status, and is that day’s digest', async () => {
    await sayQuietDays('A short line');
    await wakeAfter(3 * hourMs);
    expect((await bot.manager.run('/digest status')).content).toMatch(/Friday 12 June 2026: \*\*quiet\*\*/);
    await bot.announce(inventPapers(1, 'diffusion'));
    expect((await bot.manager.run('/digest now')).content).toContain('already');
    await wakeAfter(dayMs);
    expect(posted().at(-1)?.content).toContain('### Papers for Saturday 13 June 2026');
  });

  it('gets no line from /digest now, which leaves the day to the schedule', async () => {
    await sayQuietDays('A short line');
    expect((await bot.manager.run('/digest now')).content).toContain('Nothing is new');
    expect(posted()).toEqual([]);
  });

  it('comes in the language of the channel', async () => {
    await sayQuietDays('A short line');
    const menu = await bot.manager.choose(await bot.manager.run('/digest settings'), 'Change a setting…', 'Language');
    await bot.manager.press(await bot.manager.choose(menu, 'Language', 'Deutsch'), 'Save');
    await wakeAfter(3 * hourMs);
    expect(posted()[0]?.content).toMatch(/^\*\*Freitag, 12\. Juni 2026\*\*: kein neues Paper passt\./);
  });
});
