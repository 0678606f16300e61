import { expect, test } from 'vitest';
import { call } from '../discord/api.ts';
import { hasChromium, skipped, visit } from './browser.ts';
import { startStubPage } from './stub-stage.ts';

/** Texts that a paper could have, and that would do something if anybody took them for code or markup. */
const tricks = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '<svg onload="window.hacked = 1">',
  '"><iframe src="javascript:parent.hacked=1"></iframe>',
  '[press](javascript:window.hacked=1)',
  '[press](data:text/html,<script>opener.hacked=1</script>)',
  '<javascript:alert(1)>',
  '</title><base href="https://evil.example/">',
  '{{constructor.constructor("window.hacked = 1")()}}',
  '@everyone <@&1> <#2> <t:99999999999999:F> <t:-1:R>',
  '\u202egnp.exe \u200b \ud800',
  '||'.repeat(60),
  '**__~~*'.repeat(20),
  '> '.repeat(80),
];

test.skipIf(!hasChromium)(`a hostile paper does nothing in the page ${skipped}`, async () => {
  await using stub = await startStubPage();
  const { discord, channelId, page: server } = stub;
  const { world } = discord;
  for (const trick of tricks) {
    const cut = trick.toWellFormed().slice(0, 80);
    const body = {
      content: `x ${trick.toWellFormed()}`,
      embeds: [
        {
          title: `x ${trick}`.toWellFormed(),
          url: 'https://arxiv.org/abs/2406.01234?"onclick="window.hacked=1',
          description: trick.toWellFormed(),
          author: { name: cut },
          footer: { text: cut },
          fields: [{ name: cut, value: cut }],
          thumbnail: { url: 'https://evil.example/pixel.png' },
          image: { url: 'https://evil.example/pixel.png' },
        },
      ],
      components: [
        { type: 1, components: [{ type: 2, style: 1, custom_id: cut.slice(0, 90), label: cut.slice(0, 80) }] },
        {
          type: 1,
          components: [
            { type: 3, custom_id: 'menu', placeholder: cut, options: [{ label: cut, value: 'v', description: cut }] },
          ],
        },
      ],
    };
    const { status } = await call(discord, 'POST', `/channels/${channelId}/messages`, body);
    expect([trick, status]).toEqual([trick, 200]);
  }
  const guild = world.createGuild({ name: tricks[0] ?? '', channels: tricks.slice(0, 4) });
  world.addMember({ guild, user: stub.ada });

  await using visitor = await visit(server.url);
  const { page, problems } = visitor;
  await page
    .locator('.message')
    .nth(tricks.length - 1)
    .waitFor();
  // Everything that can be opened is opened.
  for (const kind of ['.spoiler:not(.shown)', '.message .picker-button']) {
    await page.evaluate(`document.querySelectorAll('${kind}').forEach((one) => one.click())`);
  }
  await page.locator('.message .option').first().waitFor();
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(await page.locator('.message script, .message iframe, .message svg, .message img, base').count()).toBe(0);
  const addresses = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
  expect(page.url()).toBe(server.url);
  expect(problems).toEqual([]);
});
