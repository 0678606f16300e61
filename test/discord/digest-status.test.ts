import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateOfParts } from '../../src/discord/rendering/status-runs.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { scriptedArxiv } from '../support/scripted-sources.ts';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot({ sources: [scriptedArxiv] });
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

const status = async () => (await bot.manager.run('/digest status')).content;

describe('/digest status', () => {
  it('says that nothing is subscribed, and which source was never asked', async () => {
    expect(await status()).toContain('Nothing is subscribed here');
    expect(await status()).toContain('arXiv: **waiting**, not asked yet');
  });

  it('shows a delivered day, a quiet one, and when the next digest comes', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(2, 'diffusion'));
    bot.pass(2 * 3_600_000);
    await bot.wake();
    bot.pass(dayMs);
    await bot.wake();
    const shown = await status();
    expect(shown).toContain('• Friday 12 June 2026: **delivered**, 2 of 2 matching papers, 2 announced');
    expect(shown).toContain('• Saturday 13 June 2026: **quiet**, 0 announced');
    expect(shown).toContain(`Next digest: <t:${Date.parse('2026-06-14T09:00Z') / 1000}:F>`);
    expect(shown).toContain('arXiv: **delivered** Friday 12 June 2026, 2 papers (2 new)');
    expect(shown).toContain('I have all I need here');
    const outcomes = bot.log.lines.filter(({ event }) => event.startsWith('digest.'));
    expect(outcomes).toMatchObject([
      { event: 'digest.planned', channelId: bot.channelId, date: '2026-06-12' },
      { event: 'digest.delivered', channelId: bot.channelId, date: '2026-06-12', parts: 1 },
      { event: 'digest.quiet', channelId: bot.channelId, date: '2026-06-13' },
    ]);
  });

  it('names the missing permission, and why the last digest is held back', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(1, 'diffusion'));
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
    bot.pass(2 * 3_600_000);
    await bot.wake();
    const shown = await status();
    expect(shown).toContain('**Blocked**');
    expect(shown).toContain('I lack **Send Messages** here. Give it to me');
    expect(shown).toMatch(/Friday 12 June 2026: \*\*held back\*\*.*I lack the permission Send Messages/);
  });

  it('says that a day is over whose source announced nothing', async () => {
    await bot.subscribe('diffusion');
    bot.pass(2 * hourMs);
    await bot.wake();
    expect(await status()).toContain('Friday 12 June 2026: **waiting**, without arXiv');
    // The bot is not woken until the next day.
    bot.pass(dayMs);
    const shown = await status();
    expect(shown).toContain('Friday 12 June 2026: **not made**, without arXiv, its papers come with the next digest');
    expect(shown).not.toContain('Friday 12 June 2026: **waiting**');
  });

  it('says that a source announced nothing on a day that is over', async () => {
    await bot.store.recordFailedPull('arxiv', '2026-06-12', 'nothing is there', bot.now(), 'waiting');
    await bot.store.schedulePull('arxiv', '2026-06-12', { failures: 1, at: bot.now() + hourMs });
    expect(await status()).toContain('arXiv: **waiting** Friday 12 June 2026');
    bot.pass(12 * hourMs);
    expect(await status()).toContain('arXiv: **announced nothing** Friday 12 June 2026');
  });

  it('names Read Message History if that is missing, and what it is for', async () => {
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['ReadMessageHistory'] });
    const shown = await status();
    expect(shown).toContain('I lack **Read Message History** here. Give it to me');
    expect(shown).toContain('I read the history, to see whether a message arrived');
    expect(shown).not.toContain('I have all I need here');
  });

  it('says nothing of earlier papers on the first day: nothing is new since the subscription', async () => {
    await bot.announce(inventPapers(3, 'diffusion'));
    await bot.subscribe('diffusion');
    bot.pass(2 * hourMs);
    await bot.wake();
    expect(await status()).toContain('Friday 12 June 2026: **quiet**, nothing new since you subscribed');
  });
});

describe('the state of a digest', () => {
  it.each([
    [['sent', 'sent'], 'delivered'],
    [['sent', 'uncertain', 'sent'], 'delivered'],
    [['uncertain'], 'unsure'],
    [['sent', 'blocked'], 'held back'],
    [['blocked', 'uncertain'], 'held back'],
    [['sent', 'retry'], 'on its way'],
    [['sent', 'dropped'], 'failed'],
    [['withdrawn', 'withdrawn'], 'withdrawn'],
    [[], 'delivered'],
  ] as const)('of parts that are %j is %s', (states, expected) => {
    expect(stateOfParts(states)).toBe(expected);
  });
});
