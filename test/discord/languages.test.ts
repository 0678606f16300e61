import { expect, it } from 'vitest';
import { notifyBlock } from '../../src/discord/notices/block-notice.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const contents = () => bot.discord.messages(bot.channelId).map(({ content }) => content);
const german = (): Person => bot.person({ name: 'anna', permissions: ['ManageChannels'], locale: 'de' });

async function subscribe(person: Person, topic: string): Promise<Reply> {
  const preview = await person.run('/subscribe', { topic });
  return person.press(preview, preview.message?.components.flatMap(labels)[0] ?? '');
}

/** The labels of the buttons of a row. */
const labels = (row: unknown): string[] =>
  ((row as { readonly components?: readonly { readonly label?: string }[] }).components ?? []).flatMap(
    ({ label }) => label ?? [],
  );

it('a server in German gets its digests in German, also if an English reader subscribed them', async () => {
  bot.discord.world.guild(bot.guildId).preferredLocale = 'de';
  const reply = await subscribe(bot.manager, 'diffusion');
  expect(reply.content).toContain('Done: <#');
  await bot.router.whenIdle();
  expect(contents().at(-1)).toMatch(/^<@\d+> hat für diesen Kanal \*\*diffusion\*\* abonniert\.\n-# Nächster Digest: /);
  await bot.announce([
    inventPaper({ id: '2606.00001', title: 'Diffusion', authors: ['A', 'B', 'C', 'D', 'E'] }),
    inventPaper({ id: '2606.00002', title: 'Whales' }),
  ]);
  bot.pass(86_400_000);
  await bot.wake();
  const digest = bot.discord.messages(bot.channelId).at(-1);
  expect(digest?.content).toMatch(
    /^### Paper für Freitag, 12\. Juni 2026\n1 neues Paper zu \*\*diffusion\*\*\n-# 2 angekündigt · ref \w{12}$/,
  );
  expect(digest?.embeds[0]?.description).toContain('-# A, B … E (5 Personen)');
});

it('a server in German gets its digests in German, also if its channel has settings before subscriptions', async () => {
  bot.discord.world.guild(bot.guildId).preferredLocale = 'de';
  await bot.manager.run('/digest settings', { max: 5 });
  await subscribe(bot.manager, 'diffusion');
  await bot.announce([inventPaper({ title: 'Diffusion' })]);
  bot.pass(86_400_000);
  await bot.wake();
  expect(contents().at(-1)).toMatch(/^### Paper für Freitag, 12\. Juni 2026\n/);
});

it('the settings name the language of the server for a channel that has none yet, and change it', async () => {
  bot.discord.world.guild(bot.guildId).preferredLocale = 'de';
  const panel = await bot.manager.run('/digest settings');
  expect(panel.content).toContain('Language: Deutsch');
  const menu = await bot.manager.choose(panel, 'Change a setting…', 'Language');
  const change = await bot.manager.choose(menu, 'Language', 'Français');
  expect(change.content).toContain('Language: Deutsch → **Français**');
  const back = await bot.manager.choose(
    await bot.manager.choose(await bot.manager.press(change, 'Save'), 'Change a setting…', 'Language'),
    'Language',
    'Deutsch',
  );
  await bot.manager.press(back, 'Save');
  await subscribe(bot.manager, 'diffusion');
  await bot.announce([inventPaper({ title: 'Diffusion' })]);
  bot.pass(86_400_000);
  await bot.wake();
  expect(contents().at(-1)).toMatch(/^### Paper für Freitag, 12\. Juni 2026\n/);
});

it('a reader in German gets replies in German, and the digests of the server stay in English', async () => {
  const reply = await subscribe(german(), 'diffusion');
  expect(reply.content).toContain('bekommt Paper zu **diffusion**');
  await bot.router.whenIdle();
  expect(contents().at(-1)).toContain('subscribed this channel to **diffusion**');
  await bot.announce([inventPaper({ id: '2606.00001', title: 'Diffusion' })]);
  bot.pass(86_400_000);
  await bot.wake();
  expect(contents().at(-1)).toMatch(/^### Papers for Friday 12 June 2026\n1 new paper on \*\*diffusion\*\*/);
  expect((await german().run('/digest why', { paper: '2606.00001' })).content).toMatch(
    /^Dieses Paper wurde im Digest vom Freitag, 12\. Juni 2026 für <#\d+> gepostet\./,
  );
  expect((await german().run('/digest status')).content).toContain(
    '**Letzte Digests**\n• Freitag, 12. Juni 2026: **geliefert**',
  );
});

it('commands stand in a text as its readers type them', async () => {
  const { content } = await german().run('/papers help');
  expect(content).toContain('`/papers hilfe zu:topics`');
  expect(content).not.toContain('`/papers help');
  const refused = await german().run('/papers show', { paper: 'x' });
  expect(refused.content).toMatch(/^„x“ ist keine arXiv-Id, .* suche mit `\/papers suchen`\.\n-# Kennung [0-9a-f]{8}$/);
});

it('a topic that cannot be read is explained in the language of its writer, and so is a reason', async () => {
  const refused = await german().run('/subscribe', { topic: 'autor:kim' });
  expect(refused.content).toMatch(/^Dieses Thema kann ich nicht lesen, beim 1\. Zeichen:\n```\nautor:kim\n\^+\n```\n/);
  expect(refused.content).toContain('Ein Feld „autor:“ gibt es nicht. Meintest du author:?');
  await bot.announce([inventPaper({ id: '2606.00001', title: 'Diffusion' })]);
  const preview = await german().run('/subscribe', { topic: 'diffusion' });
  expect(preview.message?.embeds[0]?.description).toContain('-# „Diffusion“ im Titel');
});

it('a notice about a block comes in the language of the server', async () => {
  const [, other = ''] = bot.discord.world.guild(bot.guildId).channelIds;
  bot.discord.world.guild(bot.guildId).preferredLocale = 'de';
  await bot.subscribe('diffusion');
  bot.discord.world.setSystemChannel(bot.guildId, other);
  const blocked = {
    guildId: bot.guildId,
    channelId: bot.channelId,
    name: 'papers',
    reason: 'I lack the permissions View Channel and Send Messages',
    blockedAt: 1,
    subscribers: [],
  };
  await notifyBlock(blocked, bot.rest);
  expect(bot.discord.messages(other).at(-1)?.content).toContain(
    'nicht posten: mir fehlen die Berechtigungen Kanal anzeigen und Nachrichten senden.',
  );
});
