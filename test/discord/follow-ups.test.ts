import { Routes } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { noExtras } from '../../src/papers/paper.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const papers = inventPapers(2, 'diffusion');
const [first, second] = papers as [Paper, Paper];
const isFollowUp = ({ content }: { readonly content: string }) => /earlier digests? ha/.test(content);
const followUps = () => bot.discord.messages(bot.channelId).filter(isFollowUp);
const digests = () => bot.discord.messages(bot.channelId).filter((message) => !isFollowUp(message));

async function turnOn(followsUp = true) {
  const { guildId, channelId } = bot;
  const defaults = {
    schedule: { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
    maxPapers: 10,
    language: 'en' as const,
  } as const;
  await bot.store.configureChannel({ guildId, channelId, changes: { followsUp }, defaults, at: bot.now() });
}

/** Lets the day's digest come, and whatever is due with it. */
async function nextDay() {
  bot.pass(dayMs);
  await bot.wake();
}

beforeEach(async () => {
  await bot.subscribe('diffusion');
  await turnOn();
  await bot.announce(papers);
  bot.pass(3 * hourMs);
  await bot.wake();
  expect(digests()).toHaveLength(1);
});

describe('a follow-up', () => {
  it('comes once for each kind of change, as a reply, at the time of the digest, and pings nobody', async () => {
    await bot.announce([{ ...first, version: 2 }], 'replace');
    await bot.wake();
    expect(followUps()).toEqual([]);
    await nextDay();
    const [reply, ...others] = followUps();
    expect(others).toEqual([]);
    expect(reply?.replyTo).toBe(digests()[0]?.id);
    expect(reply?.content.split('\n')).toEqual([
      '**A paper of an earlier digest has changed**',
      `• [${first.title}](https://arxiv.org/abs/${first.id}): new version 2`,
      expect.stringMatching(/^-# ref [A-Za-z0-9]+$/),
    ]);
    const request = bot.discord.requests.findLast(({ method }) => method === 'POST')?.body;
    expect(JSON.stringify(request)).toContain('"parse":[]');
    expect(JSON.stringify(request)).toContain('"fail_if_not_exists":false');
    await bot.announce([{ ...first, version: 3 }], 'replace');
    await nextDay();
    expect(followUps()).toHaveLength(1);
  });

  it('tells all changes of a day in one message', async () => {
    const extras = { ...noExtras, codeUrl: 'https://github.com/invented/code' };
    await bot.announce([
      { ...first, version: 2, comment: 'This paper has been withdrawn by the authors' },
      { ...second, comment: 'Accepted at ICML 2026', extras },
    ]);
    await nextDay();
    expect(followUps()).toHaveLength(1);
    const content = followUps()[0]?.content ?? '';
    expect(content).toContain('**Papers of earlier digests have changed**');
    expect(content).toMatch(/part 1\]\([^)]*\): (?:new version 2 · withdrawn|withdrawn · new version 2)$/m);
    expect(content).toContain('now [with code](https://github.com/invented/code)');
    expect(content).toContain('ICML 2026');
  });

  it('links each paper to its digest if they are in several messages', async () => {
    bot.pass(dayMs - 3 * hourMs);
    await bot.announce([inventPaper({ id: '2606.00099', title: 'Diffusion again' })]);
    bot.pass(3 * hourMs);
    await bot.wake();
    const [one, two] = digests();
    await bot.announce([
      { ...first, version: 2 },
      inventPaper({ id: '2606.00099', title: 'Diffusion again', version: 2 }),
    ]);
    await nextDay();
    const [message] = followUps();
    expect(message?.replyTo).toBeUndefined();
    for (const digest of [one, two])
      expect(message?.content).toContain(`https://discord.com/channels/${bot.guildId}/${bot.channelId}/${digest?.id}`);
  });

  it('does not come where it is not wanted, nor for papers that the channel did not get', async () => {
    await turnOn(false);
    await bot.announce([{ ...first, version: 2 }, inventPaper({ id: '2606.00098', title: 'Gulls' })], 'replace');
    await bot.announce([inventPaper({ id: '2606.00098', title: 'Gulls', version: 2 })], 'replace');
    await nextDay();
    expect(followUps()).toEqual([]);
    await turnOn();
    bot.pass(8 * dayMs);
    await bot.wake();
    expect(followUps()).toEqual([]);
  });

  it('does not come for a paper that was delivered more than 60 days ago', async () => {
    bot.pass(60 * dayMs);
    await bot.announce([{ ...first, version: 2 }], 'replace');
    await nextDay();
    expect(followUps()).toEqual([]);
  });

  it('is an ordinary message if a moderator deleted the digest', async () => {
    const [digest] = digests();
    await bot.rest.delete(Routes.channelMessage(bot.channelId, digest?.id ?? ''));
    await bot.announce([{ ...first, version: 2 }], 'replace');
    await nextDay();
    expect(digests()).toEqual([]);
    expect(followUps().map(({ replyTo }) => replyTo)).toEqual([undefined]);
    expect(followUps()[0]?.content).toContain('new version 2');
  });

  it('comes without the reply where the bot may not read the history', async () => {
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['ReadMessageHistory'] });
    await bot.announce([{ ...first, version: 2 }], 'replace');
    await nextDay();
    bot.pass(hourMs);
    await bot.wake();
    expect(followUps().map(({ replyTo }) => replyTo)).toEqual([undefined]);
    expect((await bot.store.channel(bot.channelId))?.blockedReason).toBeNull();
  });

  it('is in no count of the digest of its day', async () => {
    await bot.announce([{ ...first, version: 2 }], 'replace');
    await nextDay();
    expect(followUps()).toHaveLength(1);
    const status = await bot.manager.run('/digest status');
    expect(status.content).not.toMatch(/1,?000/);
    expect(await bot.store.deliveries(bot.channelId, '2026-06-13')).toEqual([]);
  });

  it('is sent once although Discord’s answer is lost', async () => {
    await bot.announce([{ ...first, version: 2 }], 'replace');
    bot.discord.faults.add({ kind: 'reset', method: 'POST', path: /messages$/, times: 2 });
    await nextDay();
    for (let tries = 0; tries < 3; tries++) {
      bot.pass(10 * 60_000);
      await bot.wake();
    }
    expect(followUps()).toHaveLength(1);
  });
});
