import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/time.ts';
import { type Friday, startFriday } from './friday.ts';

let friday: Friday;
beforeEach(async () => {
  friday = await startFriday();
  await friday.subscribe();
  await expect.poll(() => friday.running.discord.messages(friday.running.channelId)).toHaveLength(1);
  await friday.announce(12);
  await friday.wakeAfter(2 * hourMs);
  await expect.poll(() => friday.running.postedIds().length).toBe(10);
});
afterEach(() => friday[Symbol.asyncDispose]());

const digest = () => {
  const message = friday.running.discord.messages(friday.running.channelId).at(-1);
  if (message === undefined) throw new Error('Nothing was posted.');
  return message;
};

it('the menu and the button of a digest work after a restart, years later', async () => {
  const { running } = friday;
  const asked = await running.manager.choose(digest(), 'Paper actions…', 'Save');
  await running.restart();
  const saved = await running.manager.choose(await asked.answered(), 'Choose papers…', ['2606.00012', '2606.00011']);
  expect((await saved.answered()).content).toContain('Saved: 2 papers');
  await running.restart();
  const undone = await running.manager.press(await saved.answered(), 'Undo');
  expect((await undone.answered()).content).toContain('2 papers were taken off');
  const rest = await running.manager.press(digest(), 'Show the rest (2)');
  expect((await rest.answered()).content).toContain('2 papers matched as well');
  friday.pass(800 * dayMs);
  await running.restart();
  const why = await running.manager.choose(digest(), 'Paper actions…', 'Why');
  const reason = await running.manager.choose(await why.answered(), 'Choose a paper…', '2606.00003');
  expect((await reason.answered()).content).toContain('is in the digest of Friday 12 June 2026');
});
