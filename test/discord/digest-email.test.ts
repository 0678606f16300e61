import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notifyDestinationBlock } from '../../src/discord/notices/destination-notice.ts';
import { notifyDestinationBlocks } from '../../src/jobs/destination-notices.ts';
import { createDestinationSending } from '../../src/jobs/destination-sending.ts';
import { type Mail, openMail } from '../../src/mail/mail.ts';
import { mailSettings } from '../../src/mail/settings.ts';
import type { Person } from '../../src/playground/person.ts';
import { readSettings } from '../../src/settings.ts';
import { hourMs, minuteMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';

const { signal } = new AbortController();
const base = 'https://papers.example.org';

let server: MailServer;
let bot: BotUnderTest;
let mail: Mail;

/** Emails of the bot under test. Its store exists only after it has started. */
async function openTestMail(): Promise<Mail> {
  const settings: Record<string, string> = {
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: 'Paperboy <papers@example.org>',
  };
  const { values } = readSettings(mailSettings, (name) => settings[name]);
  const place = { httpPort: 8081, publicUrl: base };
  const opened = await openMail({ ...values, ...place }, { store: bot.store, clock: bot.now });
  if (opened === null) throw new Error('It was not opened.');
  return opened;
}

beforeEach(async () => {
  server = await startMailServer();
  bot = await startBot({
    mail: {
      mailer: {
        send: (one) => mail.mailer.send(one),
        check: () => mail.mailer.check(),
        waitMs: () => mail.mailer.waitMs(),
      },
      secret: 'secret of codes',
      readAddress: (text) => mail.readAddress(text),
    },
    destinationPosters: new Map([['mail', { compose: (...given) => mail.poster.compose(...given) }]]),
  });
  mail = await openTestMail();
  await bot.subscribe('diffusion');
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const textOf = async (person: Person, options: Record<string, string> = {}) =>
  (await person.run('/digest email', options)).message?.content ?? '';

const codeSent = (): string => /^(\d{6}) /.exec(server.inbox.at(-1)?.subject ?? '')?.[1] ?? '';

/** Confirms an address as a person does. */
async function confirm(address: string, person = bot.manager): Promise<string> {
  await textOf(person, { address });
  return await textOf(person, { code: codeSent() });
}

/** Lets a digest of two papers be planned and sent by email. */
async function sendDigest(): Promise<void> {
  await bot.announce(inventPapers(2, 'diffusion'));
  bot.pass(3 * hourMs);
  await bot.wake();
  await sendEmails();
}

async function sendEmails(): Promise<void> {
  const tools = { store: bot.store, clock: bot.now, log: bot.log, lease: bot.lease, random: () => 0.5, signal };
  const posters = new Map([['mail', mail.poster]] as const);
  const { jobs } = createDestinationSending({ ...tools, destinationPosters: posters });
  for (const { run } of jobs) await run();
}

it('an address gets a code first, then each digest, and ends it with one click', async () => {
  expect(await textOf(bot.manager)).toContain('No address gets the digest of');
  expect(await textOf(bot.manager, { address: 'Ada@Example.org' })).toContain('I sent a code to **Ada\\@example.org**');
  const code = server.inbox.at(-1);
  expect(server.recipients).toEqual(['Ada@example.org']);
  expect(code?.text).toContain(`/digest email code: ${codeSent()}`);
  expect(code?.text).toContain('If it was not you, do nothing.');
  expect((await bot.store.digestInput(bot.channelId)).destinations).toEqual([]);

  expect(await textOf(bot.manager, { code: codeSent() })).toContain('gets the digests of');
  await bot.router.whenIdle();
  const line = bot.discord.messages(bot.channelId).at(-1)?.content ?? '';
  expect(line).toContain('added an email address');
  expect(line).not.toContain('example.org');

  await sendDigest();
  const [, email] = server.inbox;
  expect(server.inbox).toHaveLength(2);
  expect(email?.subject).toMatch(/^Papers for /);
  expect(email?.text).toContain('1. Invented diffusion, part 2');
  expect(email?.html).toContain('<strong>diffusion</strong>');
  const headers = email?.headers;
  const list = headers?.get('list') as { unsubscribe?: { url?: string }; 'unsubscribe-post'?: { name?: string } };
  const link = list.unsubscribe?.url ?? '';
  expect(link).toMatch(/^https:\/\/papers\.example\.org\/unsubscribe\/1\/[\w-]{43}$/);
  expect(list['unsubscribe-post']?.name).toBe('List-Unsubscribe=One-Click');
  expect(email?.text).toContain(link);
  expect(await textOf(bot.manager)).toContain('last sent on');
  expect((await bot.manager.run('/digest status')).message?.content).toContain('Email: 1 address, nothing uncertain');

  const post = mail.routes.find(({ method }) => method === 'POST');
  const [, , id = '', signature = ''] = link.slice(base.length).split('/');
  const request = {
    base,
    parameters: { id, signature },
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
  };
  expect(await post?.answer(request)).toMatchObject({ status: 200 });
  expect(await textOf(bot.manager)).toContain('No address gets the digest of');
});

describe('a code', () => {
  it.each(['nobody', 'ada@localhost', 'a@b.example, c@d.example', 'ada@example.org\nBcc: eve@example.org'])(
    'is not sent to %j',
    async (address) => {
      expect(await textOf(bot.manager, { address })).toContain('is not an address that I can use');
      expect(server.connections()).toBe(0);
    },
  );

  it('that is wrong can be tried five times, and ends after half an hour', async () => {
    await textOf(bot.manager, { address: 'ada@example.org' });
    const wrong = codeSent() === '000000' ? '000001' : '000000';
    for (const left of ['4 tries are', '3 tries are', '2 tries are', '1 try is'])
      expect(await textOf(bot.manager, { code: wrong })).toContain(`${left} left`);
    expect(await textOf(bot.manager, { code: wrong })).toContain('not valid any more');
    expect(await textOf(bot.manager, { code: codeSent() })).toContain('not valid any more');
    await textOf(bot.manager, { address: 'ada@example.org' });
    bot.pass(30 * minuteMs + 1);
    expect(await textOf(bot.manager, { code: codeSent() })).toContain('not valid any more');
    expect(await bot.store.destinations(bot.channelId)).toEqual([]);
  });

  it('is of no use to another person, and nobody can be bombed', async () => {
    const other = bot.person({ name: 'eve', permissions: ['ManageChannels'] });
    await textOf(bot.manager, { address: 'ada@example.org' });
    expect(await textOf(other, { code: codeSent() })).toContain('There is no code for');
    for (let more = 0; more < 2; more += 1) await textOf(bot.manager, { address: 'ada@example.org' });
    expect(await textOf(bot.manager, { address: 'ida@example.org' })).toContain('Too many codes');
    expect(await textOf(other, { address: 'ADA@example.org' })).toContain('Too many codes');
    expect(server.recipients).toEqual(Array(3).fill('ada@example.org'));
  });

  it('that the server refuses, or that cannot be sent now, is said to be so', async () => {
    server.treat('recipient', '550 5.1.1 No such user', '451 4.3.0 Later');
    expect(await textOf(bot.manager, { address: 'ada@example.org' })).toContain('No such user');
    expect(await textOf(bot.manager, { address: 'ada@example.org' })).toContain('could not be sent just now');
  });
});

describe('an email', () => {
  it('that bounces blocks the address, tells the server, and goes out after all when it is tried again', async () => {
    await confirm('ada@example.org');
    server.treat('recipient', '550 5.1.1 No such user');
    await sendDigest();
    expect(server.inbox).toHaveLength(1);
    const notify = (one: Parameters<typeof notifyDestinationBlock>[0]) => notifyDestinationBlock(one, bot.rest);
    await notifyDestinationBlocks({ store: bot.store, clock: bot.now, log: bot.log, notify }, signal);
    expect(bot.discord.messages(bot.manager.directChannel()).at(-1)?.content).toContain('No such user');
    await notifyDestinationBlocks({ store: bot.store, clock: bot.now, log: bot.log, notify }, signal);
    expect(bot.manager.directChannel().messages).toHaveLength(1);

    const list = await bot.manager.run('/digest email');
    expect(list.message?.content).toContain('**nothing is sent there:** 550 5.1.1 No such user');
    const retried = await bot.manager.choose(list, 'Change an address …', 'Try ada@example.org again');
    expect(retried.message?.content).toContain('I try **ada\\@example.org** again.');
    await sendEmails();
    expect(server.inbox.at(-1)?.subject).toMatch(/^Papers for /);
    expect(await textOf(bot.manager)).toContain('last sent on');
  });

  it('whose answer got lost is not sent again, and is said to be uncertain', async () => {
    await confirm('ada@example.org');
    server.treat('data-end', 'cut');
    await sendDigest();
    bot.pass(hourMs);
    await sendEmails();
    expect(server.inbox).toHaveLength(2);
    expect(await textOf(bot.manager)).toContain('may not have arrived, and is not sent again');
    expect((await bot.manager.run('/digest status')).message?.content).toContain('1 email may not have arrived');
  });

  it('waits while the server is busy or the password is wrong, and no channel waits with it', async () => {
    await confirm('ada@example.org');
    server.treat('recipient', '452 4.2.2 Mailbox full');
    server.treat('mail', '530 5.7.0 Authentication required');
    await expect(sendDigest()).rejects.toThrow('Authentication required');
    expect(bot.discord.messages(bot.channelId).at(-1)?.embeds).toHaveLength(2);
    bot.pass(hourMs);
    await sendEmails();
    expect(await textOf(bot.manager)).toContain('is tried again: 452 4.2.2 Mailbox full');
    bot.pass(hourMs);
    await sendEmails();
    expect(server.inbox).toHaveLength(2);
    expect(await bot.store.unnotifiedDestinationBlocks(9)).toEqual([]);
  });
});

it('an address of a personal digest is that of the person, and can be removed', async () => {
  const ada = bot.discord.person({ name: 'ada', hasInstalled: true });
  expect(await textOf(ada, { address: 'ada@example.org' })).toContain('has no topics yet');
  await ada.press(await ada.run('/subscribe', { topic: 'diffusion' }), 'Subscribe');
  expect(await confirm('ada@example.org', ada)).toContain('gets the digests of');
  expect(await textOf(ada, { address: 'ada@example.org' })).toContain('gets the digest of');
  const removed = await ada.choose(await ada.run('/digest email'), 'Change an address …', 'Remove ada@example.org');
  expect(removed.message?.content).toContain('gets no more emails');
  expect((await bot.store.storedData({ userId: ada.id }))['destinations']).toBeUndefined();
});

it('without a mail server, the command says so', async () => {
  await using plain = await startBot();
  await plain.subscribe('diffusion');
  const reply = await plain.manager.run('/digest email', { address: 'ada@example.org' });
  expect(reply.message?.content).toContain('This bot sends no emails');
});
