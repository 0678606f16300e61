import { afterEach, beforeEach, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../src/time.ts';
import { type Friday, startFriday } from './friday.ts';

let friday: Friday;
beforeEach(async () => {
  friday = await startFriday();
});
afterEach(() => friday[Symbol.asyncDispose]());

const lines = () =>
  friday.running.discord
    .messages(friday.running.channelId)
    .filter(({ content }) => content.includes('ref '))
    .map(({ content }) => content.split('\n')[0]);

async function wantLine(): Promise<void> {
  const { manager } = friday.running;
  const panel = await (await manager.run('/digest settings', { grace: 0 })).answered();
  const menu = await manager.choose(panel, 'Change a setting…', 'Days without papers');
  const change = await manager.choose(await menu.answered(), 'Days without papers', 'A short line');
  await (await manager.press(await change.answered(), 'Save')).answered();
  await friday.subscribe();
}

it.each([
  ['Discord is down', 'unavailable'],
  ['the answer of Discord, which has the line, is lost', 'reset'],
] as const)('the line of a quiet day comes once, also if the bot restarts while %s', async (_when, kind) => {
  await wantLine();
  friday.running.discord.faults.add({ kind, method: 'POST', path: /\/messages$/ });
  await friday.wakeAfter(2 * hourMs);
  await friday.running.restart();
  await friday.wakeAfter(10 * minuteMs);
  await friday.running.restart();
  await friday.wakeAfter(hourMs);
  expect(lines()).toEqual([expect.stringMatching(/^\*\*Friday 12 June 2026\*\*: no new paper fits\./)]);
});
