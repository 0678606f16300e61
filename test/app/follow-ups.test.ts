import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs, hourMs, minuteMs, utcDate } from '../../src/time.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type Friday, startFriday } from './friday.ts';

let friday: Friday;
beforeEach(async () => {
  friday = await startFriday();
});
afterEach(() => friday[Symbol.asyncDispose]());

const posted = () => friday.running.discord.messages(friday.running.channelId);
const followUps = () => posted().filter(({ content }) => /earlier digests? ha/.test(content));

/** Asks for follow-ups as a person does. */
async function wantFollowUps(): Promise<void> {
  const { manager } = friday.running;
  const panel = await (await manager.run('/digest settings', { days: 'every day', grace: 0 })).answered();
  const menu = await manager.choose(panel, 'Change a setting…', 'Changes of posted papers');
  const change = await manager.choose(
    await menu.answered(),
    'Changes of posted papers',
    'A reply to its message, once',
  );
  await (await manager.press(await change.answered(), 'Save')).answered();
  await friday.subscribe();
}

/** Announces the next version of the paper that the digest has. */
async function change(version: number): Promise<void> {
  const [paper] = inventPapers(1, 'diffusion') as [Paper];
  const entries = [{ paper: { ...paper, version }, announceType: 'replace' as const }];
  const listing = { source: 'arxiv', date: utcDate(friday.now()), entries, skipped: [], etags: {}, isPartial: false };
  await friday.running.app.store.recordListing(listing, friday.now());
}

it.each([
  ['Discord is down', 'unavailable'],
  ['Discord’s answer is lost', 'reset'],
] as const)('a follow-up comes once with the next digest, also if the bot restarts while %s', async (_when, kind) => {
  await wantFollowUps();
  await friday.announce(1);
  await friday.wakeAfter(3 * hourMs);
  const [digest] = posted().filter(({ embeds }) => embeds.length > 0);
  expect(digest).toBeDefined();
  await change(2);
  await friday.wakeAfter(hourMs);
  expect(followUps()).toEqual([]);
  friday.running.discord.faults.add({ kind, method: 'POST', path: /\/messages$/ });
  await friday.wakeAfter(dayMs);
  await friday.running.restart();
  await friday.wakeAfter(10 * minuteMs);
  await friday.running.restart();
  await friday.wakeAfter(hourMs);
  expect(followUps().map(({ replyTo }) => replyTo)).toEqual([digest?.id]);
  await change(3);
  await friday.wakeAfter(dayMs);
  expect(followUps()).toHaveLength(1);
});
