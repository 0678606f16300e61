import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { personalGuildOf } from '../../src/digests/personal-guild.ts';
import { dataFile } from '../../src/discord/steps/data-export.ts';
import { sayIn } from '../../src/language/say.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
let owner: Person;
startBotForEach((started) => {
  bot = started;
  owner = bot.person({ name: 'olga', permissions: ['ManageChannels', 'ManageGuild'] });
});

async function digest(): Promise<void> {
  await bot.subscribe('kites');
  await bot.announce(inventPapers(2, 'kites'));
  bot.pass(dayMs);
  await bot.wake();
}

interface Export {
  readonly format: string;
  readonly version: number;
  readonly of: unknown;
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

const documentIn = ({ message }: Reply): Export =>
  JSON.parse(Buffer.from(message?.attachments[0]?.data ?? []).toString('utf8')) as Export;

const erase = async (person: Person, form: Reply, word: string): Promise<Reply> => {
  const done = await person.submit(form, { word });
  await bot.router.whenIdle();
  return done.refresh();
};

const openForm = async (person = owner) => person.press(await person.run('/digest erase'), 'Erase everything…');
const said = (reply: Reply): string | undefined => (reply.followUps.at(-1) ?? reply.message)?.content;

describe('/digest export', () => {
  it('gives everything of the server in a file that only the manager sees, and nothing of other servers', async () => {
    await digest();
    const elsewhere = bot.discord.world.createGuild({ name: 'Elsewhere', channels: ['secret'] });
    await bot.store.subscribe({ ...(await elsewhereRequest(elsewhere.id, [...elsewhere.channelIds][0] ?? '')) });
    const reply = await owner.run('/digest export');
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toMatch(/^Everything that is stored is in the file, as JSON: \d+ rows\.$/);
    expect(reply.message?.attachments[0]?.filename).toBe('paperboy-data.json');
    const { format, version, of, tables } = documentIn(reply);
    expect({ format, version, of }).toEqual({ format: 'paperboy-data', version: 1, of: { guildId: bot.guildId } });
    expect(tables['subscriptions']).toMatchObject([{ topic: 'kites', channel_id: bot.channelId }]);
    expect(tables['deliveries']).toMatchObject([{ state: 'sent' }]);
    expect(tables['digest_papers']).toHaveLength(2);
    expect(JSON.stringify(tables)).not.toContain(elsewhere.id);
    expect(JSON.stringify(tables)).not.toContain('payload');
  });

  it('says so if nothing is stored', async () => {
    expect((await owner.run('/digest export')).content).toBe('Nothing is stored, so there is nothing to export.');
  });

  it('is packed if it is too large otherwise, and refused if even that is', () => {
    const tables = { subscriptions: Array.from({ length: 100 }, () => ({ topic: 'kites' })) };
    const options = { owner: { guildId: '1' }, at: 0, say: sayIn('en') };
    const [file] = dataFile(tables, { ...options, fileBytes: 1_000 }).files ?? [];
    expect(file?.name).toBe('paperboy-data.json.gz');
    expect(JSON.parse(gunzipSync(file?.data ?? new Uint8Array()).toString())).toMatchObject({ tables });
    expect(() => dataFile(tables, { ...options, fileBytes: 10 })).toThrow(
      expect.objectContaining({ code: 'data-too-large' }),
    );
  });
});

async function elsewhereRequest(guildId: string, channelId: string) {
  const [kites] = (await bot.store.digestInput(bot.channelId)).subscriptions;
  const { parseTopic } = await import('../../src/topics/language/parse.ts');
  const parsed = parseTopic(kites?.subscription.topic ?? '', bot.store.meaning);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const channel = await bot.store.channel(bot.channelId);
  if (channel === null) throw new Error('The channel is not stored.');
  const defaults = {
    schedule: channel.schedule,
    maxPapers: 10,
    language: 'en' as const,
    nextDigestAt: channel.nextDigestAt,
  };
  return { guildId, channelId, topic: parsed.topic, userId: '1', at: bot.now(), defaults, cap: 5 };
}

describe('/digest erase', () => {
  it('erases everything after the typed word, says so in the channel, and leaves the messages there', async () => {
    await digest();
    const before = bot.discord.messages(bot.channelId).length;
    const shown = await owner.run('/digest erase');
    expect(shown.content).toContain('1 subscription in 1 channel');
    const done = await erase(owner, await openForm(), ' Erase ');
    expect(said(done)).toContain('Done: everything that I had stored about this server is erased.');
    expect(await bot.store.storedData({ guildId: bot.guildId })).toEqual({});
    expect(bot.discord.messages(bot.channelId)).toHaveLength(before + 1);
    expect(bot.discord.messages(bot.channelId).at(-1)?.content).toBe(
      `<@${owner.id}> erased everything that I had stored about this server. No more digests come.`,
    );
    await bot.announce(inventPapers(4, 'kites').slice(2));
    bot.pass(dayMs);
    await bot.wake();
    expect(bot.discord.messages(bot.channelId)).toHaveLength(before + 1);
  });

  it('erases nothing for another word', async () => {
    await digest();
    const refused = await erase(owner, await openForm(), 'yes *please*');
    expect(said(refused)).toContain(String.raw`Nothing was erased: you typed “yes \*please\*”, and not “erase”.`);
    expect(await bot.store.subscriptions(bot.guildId)).toHaveLength(1);
  });

  it('takes the word of the person’s language', async () => {
    await digest();
    const german = bot.person({ name: 'jana', locale: 'de', permissions: ['ManageChannels', 'ManageGuild'] });
    const form = await german.press(await german.run('/digest erase'), 'Alles löschen …');
    expect(said(await erase(german, form, 'LÖSCHEN'))).toContain('Erledigt');
    expect(await bot.store.subscriptions(bot.guildId)).toEqual([]);
  });

  it('waits for a message that is being sent, and keeps its outcome out of the new start', async () => {
    await digest();
    await bot.announce(inventPapers(4, 'kites').slice(2));
    await bot.store.planDigest({
      channelId: bot.channelId,
      date: '2026-06-20',
      papers: [],
      parts: [{ json: '{}', nonce: 'late' }],
      consideredNewsNumber: 4,
      at: bot.now(),
    });
    const [sending] = await bot.store.claimDeliveries('worker', bot.now(), 1);
    const erasing = erase(owner, await openForm(), 'erase');
    await expect.poll(() => bot.discord.requests.length).toBeGreaterThan(0);
    expect(await bot.store.subscriptions(bot.guildId)).toHaveLength(1);
    await bot.store.settleDelivery('worker', sending?.id ?? 0, { state: 'sent', messageId: '5', at: bot.now() });
    expect(said(await erasing)).toContain('Done');
    expect(await bot.store.storedData({ guildId: bot.guildId })).toEqual({});
  });

  it('and the export are for people who manage the server, and not only a channel', async () => {
    await digest();
    for (const command of ['/digest erase', '/digest export'])
      expect((await bot.manager.run(command)).content).toContain('You need the permission Manage Server');
  });

  it('erases in direct messages the personal digest alone', async () => {
    const ada = bot.discord.person({ name: 'ada', hasInstalled: true });
    await digest();
    await ada.press(await ada.run('/subscribe', { topic: 'kites' }), 'Subscribe');
    await bot.router.whenIdle();
    const done = await erase(ada, await openForm(ada), 'erase');
    expect(said(done)).toContain('Done: your personal digest is erased.');
    expect(await bot.store.guilds()).toEqual([bot.guildId]);
  });
});

describe('/papers privacy', () => {
  it('says what is stored, exports it, and erases it on all servers', async () => {
    await digest();
    const reader = bot.manager;
    await bot.store.savePapers({ userId: reader.id, papers: inventPapers(1, 'kites'), at: bot.now(), cap: 5 });
    const ping = { guildId: bot.guildId, channelId: bot.channelId, userId: reader.id, topic: 'gulls' };
    await bot.store.addPing({ ...ping, way: 'mention', at: bot.now(), cap: 5 });
    const shown = await reader.run('/papers privacy');
    expect(shown.ephemeral).toBe(true);
    expect(shown.content).toMatch(/^\*\*What I store about you\*\*\n/);

    const exported = documentIn(await reader.press(shown, 'Export my data'));
    expect(exported.of).toEqual({ userId: reader.id });
    expect(Object.keys(exported.tables).toSorted()).toEqual(['pings', 'saved_papers', 'topics_subscribed_on_servers']);

    const form = await reader.press(shown, 'Erase my data…');
    expect(said(await erase(reader, form, 'erase'))).toBe('Done: everything that I had stored about you is erased.');
    expect(await bot.store.storedData({ userId: reader.id })).toEqual({});
    expect(
      (await owner.run('/subscriptions')).content + JSON.stringify((await owner.run('/subscriptions')).embeds),
    ).toContain('by somebody');
  });

  it('erases nothing of other people, and nothing for another word', async () => {
    await bot.store.savePapers({ userId: owner.id, papers: inventPapers(1, 'kites'), at: bot.now(), cap: 5 });
    const form = await bot.manager.press(await bot.manager.run('/papers privacy'), 'Erase my data…');
    await erase(bot.manager, form, 'erase');
    expect(await bot.store.storedData({ userId: owner.id })).toHaveProperty('saved_papers');
    const own = await owner.press(await owner.run('/papers privacy'), 'Erase my data…');
    expect(said(await erase(owner, own, 'no'))).toContain('Nothing was erased');
    expect(await bot.store.guilds()).not.toContain(personalGuildOf(owner.id));
    expect(await bot.store.storedData({ userId: owner.id })).toHaveProperty('saved_papers');
  });
});
