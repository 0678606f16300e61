import { expect, test } from 'vitest';
import { call } from '../discord/api.ts';
import type { Payload } from '../discord/bot.ts';
import { expectAccessible, hasChromium, skipped, visit } from './browser.ts';
import { type StubPage, startStubPage } from './stub-stage.ts';

const componentsV2 = 1 << 15;
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const post = async ({ discord, channelId }: StubPage, body: object) =>
  (await call(discord, 'POST', `/channels/${channelId}/messages`, body)).body as { id: string };

async function postFiles({ discord, channelId }: StubPage): Promise<void> {
  const form = new FormData();
  const described = [{ id: '0', filename: 'chart.png', description: 'Papers a day' }];
  form.set('payload_json', JSON.stringify({ content: 'Two files', attachments: described }));
  form.set('files[0]', new Blob([picture], { type: 'image/png' }), 'chart.png');
  form.set('files[1]', new Blob(['@article{}'], { type: 'text/plain' }), 'papers.bib');
  await fetch(`${discord.url}/v10/channels/${channelId}/messages`, {
    method: 'POST',
    headers: { Authorization: `Bot ${discord.token}` },
    body: form,
  });
}

const layout = {
  flags: componentsV2,
  components: [
    {
      type: 17,
      accent_color: 0x5865f2,
      components: [
        { type: 10, content: '### In a container\n||hidden words||' },
        {
          type: 9,
          components: [{ type: 10, content: 'A **section**' }],
          accessory: { type: 2, style: 5, label: 'Read', url: 'https://arxiv.org/abs/2406.01234' },
        },
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://example.org/a.png' }, description: 'A chart' }] },
      ],
    },
  ],
};

const menus = {
  content: 'Menus',
  components: [
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'many',
          placeholder: 'Choose days',
          min_values: 1,
          max_values: 2,
          options: ['Mon', 'Tue', 'Wed'].map((label) => ({ label, value: label, description: `On ${label}` })),
        },
      ],
    },
    { type: 1, components: [{ type: 8, custom_id: 'channel', placeholder: 'Choose a channel' }] },
    { type: 1, components: [{ type: 5, custom_id: 'user', placeholder: 'Choose a person' }] },
    { type: 1, components: [{ type: 2, style: 1, custom_id: 'form', label: 'Open' }] },
  ],
};

test.skipIf(!hasChromium)(`draws and sends whatever a bot can ${skipped}`, async () => {
  await using stub = await startStubPage();
  const { bot, discord } = stub;
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [{ name: 'Cite papers', type: 3 }]);
  await post(stub, layout);
  await postFiles(stub);
  const { id } = await post(stub, menus);
  await call(discord, 'POST', `/channels/${stub.channelId}/messages/${id}/threads`, { name: 'About menus' });
  const heard: Payload[] = [];
  bot.onInteraction = (interaction) => {
    heard.push(interaction.data);
    if (interaction.data.custom_id === 'form') return bot.answer(interaction, 9, form);
    return bot.answer(interaction, interaction.type === 5 ? 5 : 6, { flags: 64 });
  };

  await using visitor = await visit(stub.page.url);
  const { page, problems } = visitor;
  const text = page.locator('.message');
  await text.nth(2).waitFor();
  await page.getByRole('heading', { name: 'In a container' }).waitFor();
  await page.getByRole('link', { name: 'Read ↗' }).waitFor();
  await page.getByText('A chart of example.org').waitFor();
  expect(await page.getByText('hidden words').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Spoiler' }).click();
  await page.getByText('hidden words').waitFor();
  const shown = page.getByAltText('Papers a day');
  await expect
    .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBe(1);
  expect(await page.getByRole('link', { name: 'papers.bib' }).getAttribute('download')).toBe('papers.bib');

  // With the keyboard alone.
  await page.getByRole('button', { name: 'Choose days' }).focus();
  for (const key of ['Enter', 'Enter', 'ArrowDown', ' ', 'Escape', 'Tab', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => heard.at(-1)?.values).toEqual(['Mon', 'Tue']);
  await page.getByRole('button', { name: 'Choose a channel' }).click();
  await page.getByRole('option', { name: '#nlp' }).click();
  await expect.poll(() => heard.at(-1)?.resolved?.channels).toBeDefined();
  await page.getByRole('button', { name: 'Choose a person' }).click();
  await page.getByRole('option', { name: 'Ben', exact: true }).click();
  await expect.poll(() => Object.values(heard.at(-1)?.resolved?.users ?? {})).toMatchObject([{ username: 'Ben' }]);

  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('Because.');
  await page.getByRole('dialog').getByRole('button', { name: 'In which form?' }).click();
  await page.getByRole('option', { name: 'Short' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Paperboy is thinking…').waitFor();
  const [why, how] = heard.at(-1)?.components ?? [];
  expect([why?.component?.value, how?.component?.values]).toEqual(['Because.', ['short']]);

  await page.getByRole('button', { name: 'Apps' }).first().click();
  await page.getByRole('option', { name: 'Cite papers' }).click();
  await expect.poll(() => heard.at(-1)?.name).toBe('Cite papers');
  await page.locator('.thread').click();
  await page.getByRole('heading', { name: 'About menus' }).waitFor();
  await expectAccessible(page);
  expect(problems).toEqual([]);
});

const form = {
  custom_id: 'why',
  title: 'A form',
  components: [
    { type: 18, label: 'Why?', description: 'In a sentence', component: { type: 4, custom_id: 'text', style: 2 } },
    {
      type: 18,
      label: 'How?',
      component: {
        type: 3,
        custom_id: 'how',
        placeholder: 'In which form?',
        options: [
          { label: 'Long', value: 'long' },
          { label: 'Short', value: 'short' },
        ],
      },
    },
  ],
};
