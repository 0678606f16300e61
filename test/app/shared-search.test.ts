import { expect, it, onTestFinished } from 'vitest';
import { startFriday } from './friday.ts';

it('the button Share of a search works after a restart', async () => {
  const friday = await startFriday();
  onTestFinished(() => friday[Symbol.asyncDispose]());
  const { running } = friday;
  await friday.announce(12);
  const query = { query: 'diffusion', since: '2026' };
  const page = await (await running.manager.run('/papers search', query)).answered();
  expect(page.content).toMatch(/^12 papers on \*\*diffusion\*\*/);
  await running.restart();
  const pressed = await running.manager.press(page, 'Share');
  await expect.poll(() => pressed.refresh().content).toContain('-# You shared this page with the channel.');
  const [posted] = running.discord.messages(running.channelId).filter(({ ephemeral }) => !ephemeral);
  expect(posted?.content).toBe(`<@${running.manager.id}> shared a search for **diffusion**:\n${page.content}`);
  expect(posted?.embeds).toEqual(page.embeds);
});
