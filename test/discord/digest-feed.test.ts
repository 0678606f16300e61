import { describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';

let bot: BotUnderTest;

describe('/digest feed', () => {
  const webUrl = `https://papers.example/${'x'.repeat(177)}`;
  startBotForEach(
    (started) => {
      bot = started;
    },
    { webUrl },
  );

  it('lists the feeds by pages, with the longest address that a host can have', async () => {
    for (let topic = 1; topic <= 13; topic++) await bot.subscribe(`"${'kites '.repeat(40)}${topic}"`);
    const list = await bot.manager.run('/digest feed');
    expect(list.ephemeral).toBe(true);
    expect(list.content).toMatch(/^\*\*Feeds of <#\d+>\*\*\n[^\n]+\nPage 1 of 3$/);
    const last = await bot.manager.press(await bot.manager.press(list, 'Next'), 'Next');
    const [embed] = last.refresh().message?.embeds ?? [];
    expect(embed?.description?.match(/^Atom: <https:.*\/atom\.xml>$/gm)).toHaveLength(2);
    expect(last.refresh().content).toContain('Page 3 of 3');
    const back = await bot.manager.press(last, 'Previous');
    expect(back.refresh().content).toContain('Page 2 of 3');
  });

  it('has nothing to show where nothing is subscribed', async () => {
    expect((await bot.manager.run('/digest feed')).content).toContain('has no subscriptions');
  });
});

describe('a bot that serves nothing to the web', () => {
  startBotForEach(
    (started) => {
      bot = started;
    },
    { webUrl: null },
  );

  it('says what its host has to set', async () => {
    await bot.subscribe('kites');
    expect((await bot.manager.run('/digest feed')).content).toMatch(
      /This bot serves no feeds\. Ask the people who host it to set `HTTP_PORT` and `PUBLIC_URL`\./,
    );
  });
});
